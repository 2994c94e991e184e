"""Trains the reader's encoder from published weights; not part of the installed product."""

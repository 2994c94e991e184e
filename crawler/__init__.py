"""Fetches pages of news sites and archives them as WARC."""

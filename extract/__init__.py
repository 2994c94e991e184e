"""Reads an article and says, with offsets, who is accused of what by whom."""

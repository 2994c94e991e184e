"""One file a news site: what is particular to it, for crawling and for reading."""

"""Beritajakarta, the news site of the province of Jakarta, with its mirror `m.`; it prints a day, never a time.

The line "Selasa, 19 November 2024 Reporter: X Editor: Y 1125" ends in the number of views.
"""

import re

from crawler.site import Layout, Listing, Site

SITE = Site(
    name="beritajakarta",
    hosts=("beritajakarta.id", "beritajakarta.com"),
    articles=(
        re.compile(
            r"^https?://(?:www\.|m\.)?beritajakarta\.(?:id|com)/(?:en/)?(?:amp/)?read/(\d+)(?:/[^/?#]*)?/?(?:[?#].*)?$"
        ),
    ),
    listings=(
        Listing(kind="search", url="https://www.beritajakarta.id/news_index/search?q={query}&p={page}", pages=5),
        Listing(kind="index", url="https://www.beritajakarta.id/news_index?p={page}", pages=5),
        Listing(kind="index", url="https://www.beritajakarta.id/"),
    ),
    layouts=(
        Layout(
            body=(".news-content", ".read .content", "article"),
            prune=("figure", "figcaption", ".related", ".pull-quote", "blockquote", "p > a > strong"),
            title=(".read h1", "h1"),
            published=(".text-secondary.font-italic", ".date"),
            author=(".text-secondary.font-italic",),
        ),
    ),
    noise=(
        re.compile(r"^berita terkait\b", re.I),
        re.compile(r"\(foto\s*:.*\)$", re.I),
        re.compile(r"^reporter\s*:", re.I),
        re.compile(r"^\d+ kali dibaca", re.I),
    ),
    site_names=("Beritajakarta", "Beritajakarta.id", "Berita Jakarta"),
    title_suffixes=(" - Beritajakarta.id", " | Beritajakarta.id", " - Beritajakarta"),
    day_only=True,
    notes="Search address and selectors from one public scraper of 2022; feed and robots.txt unseen.",
)

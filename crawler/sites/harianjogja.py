"""Harian Jogja (JIBI), with its sub-domains; `/read/Y/M/D/cat/id/slug` and `/r-id/slug` are one article."""

import re

from crawler.site import Layout, Listing, Site

SITE = Site(
    name="harianjogja",
    hosts=("harianjogja.com",),
    articles=(
        re.compile(
            r"^https?://(?:[a-z0-9-]+\.)*harianjogja\.com/(?:amp/)?"
            r"(?:read/\d{4}/\d{1,2}/\d{1,2}/\d+/(\d+)|r-(\d+))(?:/[^/?#]+)?(?:/amp)?/?(?:[?#].*)?$"
        ),
    ),
    listings=(
        Listing(kind="search", url="https://www.harianjogja.com/search?q={query}&page={page}", pages=5),
        Listing(kind="feed", url="https://www.harianjogja.com/rss"),
        Listing(kind="feed", url="https://jogjapolitan.harianjogja.com/rss"),
        Listing(kind="index", url="https://jogjapolitan.harianjogja.com/"),
        Listing(kind="sitemap", url="https://www.harianjogja.com/sitemap.xml"),
    ),
    layouts=(
        Layout(
            body=(".article-content", ".post-content", ".entry-content", "article"),
            prune=(".ads-container", "[class*='-ad-']", "figure", "figcaption", "[class*=related]", "[class*=share]"),
            title=("h1",),
            published=("meta[property='article:published_time']", "time[datetime]"),
            author=("meta[name=author]",),
        ),
    ),
    group="JIBI",
    noise=(
        re.compile(r"^cek berita dan artikel yang lain di google news", re.I),
        re.compile(r"^berita (?:lainnya|pilihan|populer|terkait)$", re.I),
        re.compile(r"^sumber\s*:", re.I),
    ),
    site_names=("Harian Jogja", "Harianjogja.com", "Harianjogja"),
    title_suffixes=(" - Harianjogja.com", " | Harianjogja.com", " - Harian Jogja", " | Harian Jogja"),
    notes="The feeds and the sitemap are named by three public scrapers and were not seen; robots.txt is unseen.",
)

"""Toprilis, a Blogger site; nothing of the site itself was seen, so this is Blogger's habit.

Blogger's robots.txt forbids `/search`, so label pages are out; its feed takes a query and pages by `start-index`.
"""

import re

from crawler.site import Layout, Listing, Site

FEED = "https://www.toprilis.com/feeds/posts/default?alt=rss&orderby=published&max-results=50"

SITE = Site(
    name="toprilis",
    hosts=("toprilis.com",),
    articles=(re.compile(r"^https?://(?:www\.)?toprilis\.com/(\d{4}/\d{2}/[A-Za-z0-9_-]+)\.html(?:[?#].*)?$"),),
    listings=(
        Listing(kind="feed", url=FEED + "&q={query}&start-index={start}", pages=3, step=50),
        Listing(kind="feed", url=FEED + "&start-index={start}", pages=3, step=50),
        Listing(kind="sitemap", url="https://www.toprilis.com/sitemap.xml"),
    ),
    layouts=(
        Layout(
            body=(".post-body.entry-content", ".post-body", ".entry-content"),
            prune=(".related-posts", "#related-posts", ".post-footer", ".sharing", "figure", ".tr-caption", "script"),
            title=("h1.post-title", "h3.post-title", ".entry-title", "h1"),
            published=("abbr.published[title]", "time.published[datetime]", "time[datetime]"),
            author=("[itemprop=author] [itemprop=name]", ".post-author .fn", ".author .fn"),
        ),
    ),
    site_names=("Toprilis", "TOPRILIS.COM", "Toprilis.com", "Unknown", "Admin", "Redaksi"),
    title_suffixes=(" - TOPRILIS.COM", " | TOPRILIS.COM", " - Toprilis", " - Toprilis.com"),
    notes="Blogger convention only.",
)

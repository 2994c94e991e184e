"""Aliansi.co, a WordPress site with a tagDiv theme; nothing of the site itself was seen, so this is the CMS's habit.

A post's permalink is its slug, with or without a date or category before it; `/2` is the second page of a split post.
WordPress answers a search as a feed, which carries titles and dates.
"""

import re

from crawler.site import Layout, Listing, Site

PAGES = (
    r"(?!(?:category|tag|author|page|feed|comments|search|indeks?|wp-[a-z]+|wp-json|pedoman|redaksi|tentang|kontak"
    r"|disclaimer|privacy|kebijakan|kode-etik|sitemap)(?:[/?.-]|$))"
)

SITE = Site(
    name="aliansi",
    hosts=("aliansi.co",),
    articles=(
        re.compile(
            r"^https?://(?:www\.|m\.|amp\.)?aliansi\.co/" + PAGES + r"(?:\d{4}/\d{2}/(?:\d{2}/)?|[a-z0-9-]+/)?"
            r"((?!comment-page-)[a-z0-9%_]+(?:-[a-z0-9%_]+){2,})(?:/\d{1,2}|/amp)?/?(?:[?#].*)?$"
        ),
    ),
    listings=(
        Listing(kind="feed", url="https://aliansi.co/?s={query}&feed=rss2&paged={page}", pages=5),
        Listing(kind="feed", url="https://aliansi.co/feed/?paged={page}", pages=5),
        Listing(kind="sitemap", url="https://aliansi.co/wp-sitemap.xml"),
        Listing(kind="sitemap", url="https://aliansi.co/sitemap_index.xml"),
    ),
    layouts=(
        Layout(
            body=(".td-post-content", ".tdb_single_content .tdb-block-inner", ".entry-content", "article"),
            prune=(
                ".td-a-rec",
                ".td_block_related_posts",
                ".jp-relatedposts",
                ".sharedaddy",
                ".td-post-sharing",
                ".author-box-wrap",
                ".page-links",
                "figure",
                "figcaption",
            ),
            title=("h1.entry-title", "h1.tdb-title-text", "h1"),
            published=("meta[property='article:published_time']", "time.entry-date[datetime]"),
            author=(".td-post-author-name a", ".tdb-author-name", "meta[name=author]"),
        ),
    ),
    site_names=("Aliansi", "Aliansi.co", "admin", "redaksi"),
    title_suffixes=(" - Aliansi.co", " | Aliansi.co", " – Aliansi.co", " - Aliansi", " – Aliansi"),
    notes="WordPress and tagDiv convention only.",
)

"""IDN Times, national and its regional sub-domains, in the layout since about November 2024 and in the one before.

Tag pages need JavaScript, so discovery is by sitemap and category hubs. Addresses of today end in an author code and an
article code; one article is met under two author codes, so the article code alone is its id. robots.txt forbids
addresses with a query.
"""

import re
from datetime import date

from crawler.site import Layout, Listing, Site

HOST = r"^https?://(?:[a-z]+\.)?idntimes\.com/"
END = r"(?:/full|/amp)?/?(?:[?#].*)?$"
RESERVED = r"(?!(?:tag|author|search|ajax|v1|quiz|event|tag-manager)[/?])"
REGIONS = (
    "jabar",
    "jateng",
    "jogja",
    "jatim",
    "banten",
    "sumut",
    "sumsel",
    "lampung",
    "bali",
    "sulsel",
    "kaltim",
    "ntb",
)

NEW = Layout(
    body=(
        "#article-description p.article-text, #article-description h2, #article-description h3",
        "#article-description",
    ),
    prune=(".wrapper-ads", "[id^=wrapper-IDN_]", "[data-cy=ds-article-summary]", "figure", "figcaption", "blockquote"),
    title=("h1",),
    published=("time[datetime]",),
)
OLD = Layout(
    body=("article#article-content", "#article-content"),
    prune=("div.editors-pick", "span.main-article-source", "p:has(> a > strong > em)", "figure", "figcaption"),
    title=("h1.title-text", "h1"),
    published=("time.date",),
    author=("meta[name=author]",),
    valid_until=date(2024, 12, 31),
)

SITE = Site(
    name="idntimes",
    hosts=("idntimes.com",),
    articles=(
        re.compile(HOST + RESERVED + r"(?:[a-z0-9-]+/){1,3}[a-z0-9-]+-\d{2}-[a-z0-9]{5}-([a-z0-9]{6})" + END),
        re.compile(HOST + RESERVED + r"[a-z-]+/[a-z-]+/(?:amp/)?([a-z0-9-]+/[a-z0-9]+(?:-[a-z0-9]+)+)" + END),
        re.compile(HOST + RESERVED + r"[a-z-]+/[a-z-]+/([a-z0-9]+(?:-[a-z0-9]+){3,})" + END),
    ),
    listings=(
        Listing(kind="index", url="https://www.idntimes.com/news"),
        *(Listing(kind="index", url=f"https://{region}.idntimes.com/news/{region}") for region in REGIONS),
        Listing(kind="sitemap", url="https://www.idntimes.com/sitemap.xml", only=re.compile("news|post")),
    ),
    layouts=(NEW, OLD),
    group="IDN Media",
    noise=(
        re.compile(r"^intinya sih\b", re.I),
        re.compile(r"^editor.?s picks?$", re.I),
        re.compile(r"^update me$", re.I),
    ),
    site_names=("IDN Times", "IDN Times Community"),
    title_suffixes=(" - IDN Times", " | IDN Times"),
    notes="Selectors: egi-media-crawl saw www on 24 July 2026; the regional template is unseen.",
)

"""Where an article stands: its address without trackers, its id, and the site's label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from crawler.site import Site, site_of

TRACKERS = re.compile(
    r"utm_\w+|fbclid|gclid|igshid|mc_[ce]id|ref|source|from|share|amp|m|s?page|showpage|single", re.IGNORECASE
)
ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+\w*/(?=https?:)")
MIRROR = re.compile(r"^(?:www|m|amp|mobile|opera|fbeta)\.")
PAGE_NUMBER = re.compile(r"(?:[?&](?:page|showpage|halaman)=|/)(\d{1,2})/?(?:[?#].*)?$")


def address_of(fetched: str, stated: Sequence[str] = ()) -> str | None:
    """The article's address: what the page itself states, where that is the same article or site; else as fetched."""
    fetched, *stated = (ARCHIVED.sub("", url) for url in (fetched, *stated))
    own = next((url for url in stated if _web(url) and (not _web(fetched) or _same(url, fetched))), fetched)
    return without_trackers(own) if _web(own) else None


def without_trackers(url: str) -> str:
    """An address without its fragment, page number and tracking parameters."""
    parts = urlsplit(url)
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query) if not TRACKERS.fullmatch(k)])
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, query, ""))


def article_id(url: str | None, site: Site | None) -> str | None:
    """An article's id: the site's name and its own id, or host and path; None for a page without an address."""
    if url is None:
        return None
    if site and (own := site.article_id(url)):
        return f"{site.name}:{own}"
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return f"{_host(url)}{parts.path.rstrip('/')}{query}"


def site_label(url: str | None) -> str | None:
    """The site's main host, for a site unknown to us the address's own host."""
    if url is None:
        return None
    site = site_of(url)
    return site.hosts[0] if site else _host(url)


def page_number(url: str) -> int:
    """Which page of a split article an address is, from `?page=2` or WordPress's `/2/`; 1 where it does not say."""
    match = PAGE_NUMBER.search(url)
    return int(match[1]) if match else 1


def _web(url: str) -> bool:
    return urlsplit(url).scheme.lower() in {"http", "https"} and bool(_host(url))


def _host(url: str) -> str:
    return MIRROR.sub("", (urlsplit(url).hostname or "").lower())


def _same(url: str, other: str) -> bool:
    site = site_of(other)
    if site is not None:
        return site.owns(url) and site.article_id(url) == site.article_id(other) is not None
    return _host(url) == _host(other) and len(urlsplit(url).path) > 1

"""What is particular to a news site, for crawling and for reading; each file in `crawler/sites` declares one `SITE`."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta, timezone
from functools import cache
from types import MappingProxyType
from typing import Literal
from urllib.parse import urlsplit

WIB = timezone(timedelta(hours=7), "WIB")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A place that names articles: a feed, a sitemap, an index, tag or search page.

    `url` may hold `{query}`, `{page}`, `{date:%Y-%m-%d}` and `{start}`; `pages` is how far to page on.
    """

    kind: Literal["feed", "sitemap", "index", "tag", "search"]
    url: str
    pages: int = 1
    first_page: int = 1
    step: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One template of a site: CSS selectors, tried in their order; `valid_until` is an old template's last day."""

    body: tuple[str, ...]
    prune: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A news site.

    `articles` are patterns over a whole address whose first non-empty group, where there is one, is the site's own
    article id; doubles of one article (`m.`, `amp.`, `?page=2`) share it. `group` names the publisher whose hosts
    count as one for politeness. `whole` is the address suffix that puts a split article on one page (`?page=all`).
    `minimum` is how many articles a due crawl must yield before the site is reported as changed.
    """

    name: str
    hosts: tuple[str, ...]
    articles: tuple[re.Pattern[str], ...]
    listings: tuple[Listing, ...]
    layouts: tuple[Layout, ...]
    group: str | None = None
    whole: str | None = None
    noise: tuple[re.Pattern[str], ...] = ()
    site_names: tuple[str, ...] = ()
    title_suffixes: tuple[str, ...] = ()
    zone: timezone = WIB
    day_only: bool = False
    minimum: int = 1
    notes: str = field(default="", repr=False)

    def owns(self, url: str) -> bool:
        """Tell whether an address is on one of this site's hosts or below them."""
        host = (urlsplit(url).hostname or "").lower()
        return any(host == own or host.endswith("." + own) for own in self.hosts)

    def article_id(self, url: str) -> str | None:
        """The site's own id of an article address, None for an address that is no article."""
        for pattern in self.articles:
            if match := pattern.match(url):
                return next((g for g in match.groups() if g), None) or urlsplit(url).path.strip("/")
        return None


@cache
def sites() -> Mapping[str, Site]:
    """All sites by name, found by looking in the folder `crawler/sites`."""
    package = importlib.import_module("crawler.sites")
    found = (importlib.import_module(f"crawler.sites.{m.name}") for m in pkgutil.iter_modules(package.__path__))
    return MappingProxyType({module.SITE.name: module.SITE for module in found})


def site_of(url: str) -> Site | None:
    """The site that an address belongs to."""
    return next((site for site in sites().values() if site.owns(url)), None)

"""What is particular to a news site, for crawling and for reading; each file in `crawler/sites` declares one `SITE`."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Mapping
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

    `url` may hold `{query}`, `{date:%Y-%m-%d}` and `{page}` or `{start}`, which count from `first_page` by `step`;
    `pages` is how far to page on. `only` says which child sitemaps of an index are worth a request.
    """

    kind: Literal["feed", "sitemap", "index", "tag", "search"]
    url: str
    pages: int = 1
    first_page: int = 1
    step: int = 1
    only: re.Pattern[str] | None = None


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
    `delay` is the least time between two requests, in seconds. `minimum` is how many article addresses, on topic or
    not, the listings must name; below it the site is reported as changed.
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
    delay: float = 3.0
    minimum: int = 1
    notes: str = field(default="", repr=False)

    def owns(self, url: str) -> bool:
        """Tell whether an address is on one of this site's hosts or below them."""
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
        return any(own in {host, parts.netloc} or host.endswith("." + own) for own in self.hosts)

    def article_id(self, url: str) -> str | None:
        """The site's own id of an article address, None for an address that is no article."""
        for pattern in self.articles:
            if match := pattern.match(url):
                return next((g for g in match.groups() if g), None) or urlsplit(url).path.strip("/")
        return None


class UnknownSite(Exception):
    """A name that no file in `crawler/sites` has."""


@cache
def sites() -> Mapping[str, Site]:
    """All sites by name, found by looking in the folder `crawler/sites`."""
    package = importlib.import_module("crawler.sites")
    found = (importlib.import_module(f"crawler.sites.{m.name}") for m in pkgutil.iter_modules(package.__path__))
    return MappingProxyType({module.SITE.name: module.SITE for module in found})


def named(names: Iterable[str]) -> tuple[Site, ...]:
    """The sites of these names or hosts, all sites for none; raises UnknownSite, which lists the names there are."""
    known = {key: site for site in sites().values() for key in (site.name, *site.hosts)}
    wanted = tuple(dict.fromkeys(names)) or tuple(sites())
    for name in wanted:
        if name not in known:
            raise UnknownSite(f"there is no site called {name!r}; there are {', '.join(sites())}")
    return tuple(dict.fromkeys(known[name] for name in wanted))


def site_of(url: str) -> Site | None:
    """The site that an address belongs to."""
    return next((site for site in sites().values() if site.owns(url)), None)

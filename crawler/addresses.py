"""Addresses of articles: which one to fetch, which page of a split article it is, which day it names."""

from __future__ import annotations

import re
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit, urlunsplit

from crawler.site import Site

DAYS = (
    re.compile(r"/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})(?=[/-]|$)"),
    re.compile(r"/((?:19|20)\d{2})([01]\d)([0-3]\d)(?:\d{6})?(?=[/-]|$)"),
    re.compile(r"/((?:19|20)\d{2})/(\d{1,2})/"),
)
AMP = re.compile(r"/amp(/?)$")
PART = re.compile(r"/(\d{1,2})(/?)$")
MOST_PARTS = 20


def fetchable(site: Site, url: str) -> str:
    """The address to fetch for an article: without fragment, tracking and page numbers, whole where the site can.

    A query stays only where the article could not be told without it; so does `/amp`.
    """
    parts = urlsplit(url)._replace(fragment="")
    article = site.article_id(url)
    shorter = (parts._replace(query=""), parts._replace(query="", path=AMP.sub(r"\1", PART.sub(r"\2", parts.path))))
    for candidate in shorter:
        if site.article_id(urlunsplit(candidate)) == article:
            parts = candidate
    return urlunsplit(parts) + (site.whole or "")


def part(url: str) -> int:
    """Which page of a split article an address is: `?page=2` and `/2/` are 2, anything else is 1."""
    parts = urlsplit(url)
    number = parse_qs(parts.query).get("page", [""])[0]
    tail = PART.search(parts.path)
    found = int(number) if number.isdigit() else int(tail[1]) if tail else 1
    return found if 1 <= found <= MOST_PARTS else 1


def days_in(url: str) -> tuple[date, date] | None:
    """The first and last day that an address can mean: `/2024/09/17/` is one day, `/2024/09/` a month."""
    path = urlsplit(url).path
    for pattern in DAYS:
        if (match := pattern.search(path)) and (days := _span([int(group) for group in match.groups()])):
            return days
    return None


def _span(numbers: list[int]) -> tuple[date, date] | None:
    year, month, *day = numbers
    try:
        first = date(year, month, *day) if day else date(year, month, 1)
    except ValueError:
        return None
    return (first, first) if day else (first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))

"""When a page says it was published: ISO dates, epochs and the dates that Indonesian news sites print.

These are dates of pages; `extract.dates` reads the dates within an article's text.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache

from crawler.site import WIB

ZONES = {"wib": WIB, "wita": timezone(timedelta(hours=8), "WITA"), "wit": timezone(timedelta(hours=9), "WIT")}
MONTHS = (
    "januari january jan|februari february pebruari feb peb|maret march mar|april apr|mei may|juni june jun"
    "|juli july jul"
    "|agustus august agu agt ags aug|september sept sep|oktober october okt oct|november nopember nov nop"
    "|desember december des dec"
)
CLOCK = (
    r"(?:\D{1,12}?\b(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?:[.:][0-5]\d)?(?!\d)"
    r"(?:\s*(?P<zone>WITA|WIB|WIT)\b)?)?"
)
YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)(?!\d)"
DAY = r"(?<!\d)(?P<day>[0-3]?\d)"
SHAPES = (
    re.compile(DAY + r"[\s-]+(?P<month>[A-Za-z]{3,9})\.?,?[\s-]+" + YEAR + CLOCK, re.IGNORECASE),
    re.compile(r"\b(?P<month>[A-Za-z]{3,9})\s+(?P<day>[0-3]?\d),?\s+" + YEAR + CLOCK, re.IGNORECASE),
    re.compile(DAY + r"[/-](?P<month>[01]?\d)[/-](?P<year>(?:19|20)\d\d)(?!\d)" + CLOCK, re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)(?!\d)" + CLOCK, re.IGNORECASE),
)


def moment_of(printed: str, zone: timezone = WIB) -> datetime | None:
    """Read one printed date as an aware datetime; a day without a time is its midnight.

    A date without a zone is in `zone`. One in UTC or a foreign zone is converted to it, one in WIB, WITA or WIT stays.
    """
    printed = " ".join(printed.split())[:120]
    return _epoch(printed, zone) or _iso(printed, zone) or _worded(printed, zone)


def plausible(moment: datetime, fetched: datetime | None = None) -> bool:
    """Tell whether a page fetched then can have been published at that moment (two days' grace for bad clocks)."""
    latest = (fetched or datetime.now(UTC)) + timedelta(days=2)
    return datetime(1998, 1, 1, tzinfo=UTC) <= moment <= latest


@cache
def months() -> dict[str, int]:
    """The number of each month's name, Indonesian and English, full and short."""
    return {name: number for number, names in enumerate(MONTHS.split("|"), start=1) for name in names.split()}


def _epoch(printed: str, zone: timezone) -> datetime | None:
    if not re.fullmatch(r"[1-9]\d{9}(?:\d{3})?", printed):
        return None
    return datetime.fromtimestamp(int(printed[:10]), zone)


def _iso(printed: str, zone: timezone) -> datetime | None:
    try:
        return _local(datetime.fromisoformat(printed), zone)
    except (ValueError, OverflowError):
        return None


def _local(moment: datetime, zone: timezone) -> datetime:
    if moment.tzinfo is None:
        return moment.replace(tzinfo=zone)
    local = next((own for own in ZONES.values() if own.utcoffset(None) == moment.utcoffset()), zone)
    return moment.astimezone(local)


def _worded(printed: str, zone: timezone) -> datetime | None:
    return next((found for shape in SHAPES for m in shape.finditer(printed) if (found := _matched(m, zone))), None)


def _matched(match: re.Match[str], zone: timezone) -> datetime | None:
    month = match["month"].lower()
    number = int(month) if month.isdigit() else months().get(month, 0)
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    try:
        day = date(year, number, int(match["day"]))
    except ValueError:
        return None
    clock = time(int(match["hour"]), int(match["minute"])) if match["hour"] else time()
    return datetime.combine(day, clock, ZONES.get((match["zone"] or "").lower(), zone))

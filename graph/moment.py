"""Dates as the graph keeps them: the first day of what is known, and how much is ("2024-09" is 1 September, month)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Literal

Precision = Literal["day", "month", "year"]
PRECISIONS: dict[int, Precision] = {1: "year", 2: "month", 3: "day"}
PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def day_of(iso: str | None) -> tuple[date | None, Precision | None]:
    """The first day and the precision of a partial ISO date; (None, None) where it is missing or no date."""
    found = PARTIAL.fullmatch(iso or "")
    if not found:
        return None, None
    parts = [int(p) for p in found.groups() if p]
    try:
        return date(*[*parts, 1, 1][:3]), PRECISIONS[len(parts)]
    except ValueError:
        return None, None


def local_time(moment: datetime | None) -> tuple[datetime | None, str | None]:
    """The time as the article's own clock showed it, without its zone, and the zone ("+07:00").

    The embedded store keeps no zones and would turn an aware time into UTC, where evening news is of the day before.
    """
    if moment is None:
        return None, None
    return moment.replace(tzinfo=None, microsecond=0), _zone(moment.utcoffset())


def utc(moment: datetime | None) -> datetime | None:
    """An aware time in UTC, without its zone."""
    return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0) if moment else None


def _zone(offset: timedelta | None) -> str | None:
    if offset is None:
        return None
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"

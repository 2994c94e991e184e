"""A date as precise as the article gave it, and a moment in Indonesian time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Literal, get_args

Precision = Literal["day", "month", "year", "published"]
WIB = timezone(timedelta(hours=7), "WIB")


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A date whose parts below `precision` mean nothing; "published" says that only the article's date is known."""

    value: date
    precision: Precision = "day"

    @property
    def iso(self) -> str:
        """The date as far as it is known: "2024-09-12", "2024-09" or "2024"."""
        return self.value.isoformat()[: {"month": 7, "year": 4}.get(self.precision, 10)]


def day(value: object, precision: object = None) -> Day | None:
    """Read a date from any temporal value or a (partial) ISO string; None where there is none that can be read."""
    parts = str(value or "")[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        exact: Precision = ("year", "month", "day")[len(numbers) - 1]
        read = date(*[*numbers, 1, 1][:3])
    except (ValueError, IndexError):
        return None
    return Day(read, precision if precision in get_args(Precision) else exact)  # type: ignore[arg-type]


def moment(value: object, zone: tzinfo = WIB) -> datetime | None:
    """Read an instant, in its own zone or else the one given; a bare date becomes midnight."""
    text = str(value or "").replace("Z", "+00:00")
    try:
        read = datetime.fromisoformat(_microseconds(text))
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=zone)


def utc(value: datetime | None) -> str | None:
    """An instant in RFC 3339 form, in UTC."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if value else None


def _microseconds(text: str) -> str:
    """Cut the nanoseconds that a graph's instant prints down to what Python reads."""
    head, dot, tail = text.partition(".")
    digits = len(tail) - len(tail.lstrip("0123456789"))
    return f"{head}.{tail[: min(digits, 6)].ljust(6, '0')}{tail[digits:]}" if dot else text

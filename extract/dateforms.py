"""The forms in which Indonesian news prints dates, before a year is given to those that print none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.moments import months
from extract.text import Span

WEEKDAYS = {"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "sabtu": 5, "minggu": 6, "ahad": 6}
WEEKDAY = r"(?P<weekday>Senin|Selasa|Rabu|Kamis|Jum[’'`]?at|Sabtu|Minggu|Ahad)"
PART = r"(?:\s+(?:dini\s+hari|pagi|siang|sore|petang|malam))?"
MONTH = rf"(?P<month>{'|'.join(sorted(months(), key=len, reverse=True))})\b\.?"
YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d/])"
DAY = r"(?<![\w./-])(?P<day>[0-3]?\d)"
RANGE = r"(?:\s*(?:-|–|hingga|sampai(?:\s+dengan)?|s/d|dan|,)\s*(?P<last>[0-3]?\d))?"
LEAD = rf"(?:{WEEKDAY}{PART},?\s*\(?\s*(?:tanggal\s+|tgl\.?\s+)?)?"
SHAPES = (
    re.compile(rf"{LEAD}{DAY}(?:\s*\([a-z ]+\))?{RANGE}[\s-]+{MONTH}(?:,?[\s-]+(?:tahun\s+)?{YEAR})?", re.IGNORECASE),
    re.compile(rf"{LEAD}{DAY}(?P<sep>[/.-])(?P<month>[01]?\d)(?P=sep)(?P<year>(?:20)?\d\d)(?![\w/])", re.IGNORECASE),
    re.compile(rf"(?:{WEEKDAY}{PART},?\s*\(?|\(|tanggal\s+|tgl\.?\s+){DAY}/(?P<month>[01]?\d)(?![\w/])", re.IGNORECASE),
    re.compile(rf"(?<![\w]){MONTH}(?:\s+(?:tahun\s+)?{YEAR}|\s+(?P<ago>lalu|silam|kemarin))", re.IGNORECASE),
    re.compile(
        rf"(?<![\w-]){WEEKDAY}\b{PART}(?P<week>\s+(?:pekan|minggu)\s+(?:lalu|depan)|\s+(?:lalu|mendatang|depan|nanti))?"
    ),
)


@dataclass(frozen=True, slots=True)
class Form:
    """A date as printed: `weekday` counts from Monday, what is not printed is None, `week` is "lalu", "pekan depan"."""

    start: int
    end: int
    day: int | None
    month: int | None
    year: int | None
    weekday: int | None
    last: int | None = None
    week: str = ""


def forms(raw: str, line: Span) -> Iterator[Form]:
    """The dates printed in one line, none within another, in order."""
    taken: list[Span] = []
    for shape in SHAPES:
        for m in shape.finditer(raw, line.start, line.end):
            span = Span(*m.span())
            if not any(span.start < t.end and t.start < span.end for t in taken):
                form = _form(m)
                if form:
                    taken.append(span)
                    yield form


def _form(m: re.Match[str]) -> Form | None:
    part = m.groupdict()
    day, month, year = _int(part.get("day")), _month(part.get("month")), _int(part.get("year"))
    if (day is not None and not 1 <= day <= 31) or (part.get("month") and month is None):
        return None
    if year is not None and year < 100:
        year += 2000
    weekday = WEEKDAYS.get(re.sub(r"\W", "", (part.get("weekday") or "").lower()))
    week = " ".join((part.get("week") or part.get("ago") or "").split())
    return Form(m.start(), m.end(), day, month, year, weekday, _int(part.get("last")), week)


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _month(printed: str | None) -> int | None:
    if not printed:
        return None
    number = int(printed) if printed.isdigit() else months()[printed.lower()]
    return number if 1 <= number <= 12 else None

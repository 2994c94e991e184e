"""The forms in which Indonesian news prints dates, before a year is given to those that print none."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from extract.moments import months
from extract.numbers import number_of
from extract.text import Span

WEEKDAYS = {"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "sabtu": 5, "minggu": 6, "ahad": 6}
WEEKDAY = r"(?P<weekday>Senin|Selasa|Rabu|Kamis|Jum[’'`]?at|Sabtu|Minggu|Ahad)"
HOUR = r"(?:\s+(?:dini\s+hari|pagi|siang|sore|petang|malam))?"
MONTH = rf"(?P<month>{'|'.join(sorted(months(), key=len, reverse=True))})\b\.?"
YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d/])"
DAY = r"(?<![\w./-])(?P<day>[0-3]?\d)"
DAY_AFTER_MONTH = r"(?<![\w./])(?<!\d-)(?P<day>[0-3]?\d)"
AND = r"(?:-|–|hingga|sampai(?:\s+dengan)?|s/d|dan|,(?:\s*dan)?)"
LEAD = rf"(?:{WEEKDAY}{HOUR},?\s*\(?\s*(?:tanggal\s+|tgl\.?\s+)?)?"
WEEK = r"(?:pekan|minggu)\s+(?:lalu|kemarin|silam|depan|ini)|besok|nanti|lalu|silam|kemarin|mendatang|depan"
NUMBERS = r"sehari|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|\d{1,2}"
WORDED = (
    rf"{LEAD}{DAY_AFTER_MONTH}(?:\s*\([a-z ]+\))?(?P<more>(?:\s*{AND}\s*[0-3]?\d\b){{0,3}})[\s-]+{MONTH}"
    rf"(?:,?[\s-]+(?:tahun\s+)?{YEAR})?"
)
NUMERIC = rf"{LEAD}{DAY}\s?(?P<sep>[/.-])\s?(?P<month>[01]?\d)\s?(?P=sep)\s?(?P<year>(?:20)?\d\d)(?![\w/])"
SHORT = rf"(?:{WEEKDAY}{HOUR}(?:\s+besok)?,?\s*\(?|\(|tanggal\s+|tgl\.?\s+){DAY}/(?P<month>[01]?\d)(?![\w/])"
MONTH_OF = rf"(?<!\w){MONTH}(?:\s+(?:tahun\s+)?{YEAR}|\s+(?P<week>lalu|silam|kemarin|tahun\s+lalu))"
MONTH_PART = rf"(?<!\w)(?:awal|pertengahan|medio|akhir|penghujung|pada)\s+{MONTH}(?!\s*\d)"
DAY_ALONE = rf"(?<!\w)(?:tanggal|tgl\.?)\s+{DAY}(?!\w|[/.-]\d|\s*{AND}\s*\d)"
WEEKDAY_ALONE = rf"(?<![\w-]){WEEKDAY}\b{HOUR}(?:\s+(?P<week>{WEEK})\b)?"
YESTERDAY = r"(?<!\w)(?P<week>kemarin|semalam|tadi\s+malam)(?!\w)"
LATER = rf"(?<!\w)(?P<count>{NUMBERS})(?:\s+hari)?\s+(?P<week>kemudian|berselang|sebelumnya|sete?lahnya|sesudahnya)"
SHAPES = (
    *(re.compile(s, re.IGNORECASE) for s in (WORDED, NUMERIC, SHORT, MONTH_OF, MONTH_PART, DAY_ALONE)),
    re.compile(WEEKDAY_ALONE),
    *(re.compile(s, re.IGNORECASE) for s in (YESTERDAY, LATER)),
)


@dataclass(frozen=True, slots=True)
class Form:
    """A date as printed: `weekday` counts from Monday, what is not printed is None.

    `more` are further days of the same month; `week` is "lalu", "pekan depan", "kemarin" and the like; `count` is the
    number of days in "dua hari kemudian".
    """

    start: int
    end: int
    day: int | None
    month: int | None
    year: int | None
    weekday: int | None
    more: tuple[int, ...] = ()
    week: str = ""
    count: int | None = None


def forms(raw: str, line: Span) -> list[Form]:
    """The dates printed in one line, none within another, in order; of two that overlap the fuller shape stays."""
    found: list[Form] = []
    for shape in SHAPES:
        for m in shape.finditer(raw, line.start, line.end):
            form = _form(m)
            at = bisect_left(found, m.start(), key=lambda f: f.start)
            free = (at == 0 or found[at - 1].end <= m.start()) and (at == len(found) or found[at].start >= m.end())
            if form and free:
                found.insert(at, form)
    return found


def _form(m: re.Match[str]) -> Form | None:
    part = m.groupdict()
    day, month, year = _int(part.get("day")), _month(part.get("month")), _int(part.get("year"))
    if (day is not None and not 1 <= day <= 31) or (part.get("month") and month is None):
        return None
    if year is not None and year < 100:
        year += 2000
    weekday = WEEKDAYS.get(re.sub(r"\W", "", (part.get("weekday") or "").lower()))
    week = " ".join((part.get("week") or "").lower().split())
    more = tuple(int(d) for d in re.findall(r"\d+", part.get("more") or ""))
    return Form(m.start(), m.end(), day, month, year, weekday, more, week, _count(part.get("count")))


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _count(printed: str | None) -> int | None:
    if not printed:
        return None
    return 1 if printed.lower() == "sehari" else int(number_of(printed) or 0) or None


def _month(printed: str | None) -> int | None:
    if not printed:
        return None
    number = int(printed) if printed.isdigit() else months()[printed.lower()]
    return number if 1 <= number <= 12 else None

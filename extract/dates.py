"""The dates an article names, with the year that the publication and the weekday tell where none is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from extract.dateforms import Form, forms
from extract.evidence import sentence_of
from extract.reading import Dated
from extract.text import Text

FUTURE_COSTS = 2.5
CITED = re.compile(r"(?:nomor|no\.?|tahun|uu|pasal|surat\s+edaran|peraturan)\W*\S*\s*$", re.IGNORECASE)
WHAT = {
    "ruling": re.compile(r"vonis|divonis|putusan|memutus|diputus|pleno|menjatuhkan|amar", re.IGNORECASE),
    "hearing": re.compile(r"sidang|klarifikasi|dipanggil|diperiksa|dimintai keterangan|pemeriksaan", re.IGNORECASE),
    "report": re.compile(r"\b(?:di|me)?lapor|laporan|mengadu|diadukan|aduan", re.IGNORECASE),
    "letter": re.compile(r"\bsurat\b|rekomendasi", re.IGNORECASE),
}
SAID = re.compile(
    r"\b(?:kata|ujar|ucap|tutur|tegas|jelas|ungkap|sebut|terang|imbuh|pungkas|tandas|tukas|papar|beber|mengatakan|menjelaskan"
    r"|menyampaikan|dikonfirmasi|ditemui|dihubungi|kepada)",
    re.IGNORECASE,
)


def find_dates(text: Text, published: datetime | None) -> tuple[Dated, ...]:
    """The dates in the body, each once, in order of first mention; those without a year need the publication."""
    found: dict[str, Dated] = {}
    for line in text.body:
        for form in forms(text.raw, line):
            for iso in _iso(form, published.date() if published else None):
                if iso not in found:
                    evidence = sentence_of(text, form.start, form.end)
                    found[iso] = Dated(date=iso, what=_what(evidence.quote), evidence=(evidence,))
    return tuple(found.values())


def _what(sentence: str) -> str:
    if SAID.search(sentence):
        return "statement"
    return next((what for what, pattern in WHAT.items() if pattern.search(sentence)), "event")


def _iso(form: Form, today: date | None) -> Iterator[str]:
    if form.month is None:
        day = _weekday(form, today)
        if day:
            yield day.isoformat()
    elif form.day is None:
        year = form.year or _year_of_month(form.month, today)
        if year:
            yield f"{year}-{form.month:02}"
    else:
        for number in (form.day, form.last):
            day = _day(form, number, today) if number else None
            if day:
                yield day.isoformat()


def _day(form: Form, number: int, today: date | None) -> date | None:
    assert form.month is not None
    if form.year or today is None:
        return _date(form.year, form.month, number)
    near = [d for y in (today.year, today.year - 1, today.year + 1) if (d := _date(y, form.month, number))]
    agreeing = [d for d in near if form.weekday is not None and d.weekday() == form.weekday]
    return min(agreeing or near, key=lambda d: _distance(d, today), default=None)


def _distance(day: date, today: date) -> float:
    ahead = (day - today).days
    return ahead * FUTURE_COSTS if ahead > 0 else -ahead


def _date(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def _year_of_month(month: int, today: date | None) -> int | None:
    if today is None:
        return None
    return today.year if month <= today.month else today.year - 1


def _weekday(form: Form, today: date | None) -> date | None:
    if form.weekday is None or today is None:
        return None
    back = (today.weekday() - form.weekday) % 7
    last = today - timedelta(days=back)
    if re.search(r"depan|mendatang|nanti", form.week):
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=7 + form.weekday) if "pekan" in form.week else last + timedelta(days=7)
    if "pekan" in form.week or "minggu" in form.week:
        return today - timedelta(days=today.weekday() + 7 - form.weekday)
    return last - timedelta(days=7) if form.week == "lalu" and back == 0 else last

"""The dates an article names and what happened then."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from extract.acts import find_acts
from extract.datecontext import happened, is_ahead, no_event, no_story
from extract.dateforms import Form, forms
from extract.days import days_of
from extract.election import VOTES
from extract.evidence import is_quoted, sentence_of
from extract.reading import Dated
from extract.text import Span, Text, holder

FURTHEST = 400


def find_dates(text: Text, published: datetime | None) -> tuple[Dated, ...]:
    """The dates in the body, each once, in order of first mention; those without a year need the publication.

    Left out are voting days, dates of joint decrees, captions, lines that only date the page, limits ("sebelum …") and
    what lies more than 400 days after publication.
    """
    today = published.date() if published else None
    found: dict[str, Dated] = {}
    for form, iso in dated_forms(text, today):
        if iso not in found and _possible(iso, today):
            evidence = sentence_of(text, form.start, form.end)
            found[iso] = Dated(date=iso, what=happened(text, form, evidence.quote), evidence=(evidence,))
    return tuple(found.values())


def dated_forms(text: Text, today: date | None) -> Iterator[tuple[Form, str]]:
    """Every date form of the story with its ISO date, in order; "sehari kemudian" counts from the date before it."""
    decrees = [Span(a.start, a.end) for a in find_acts(text) if a.kind == "SKB"]
    for line in text.body:
        if no_story(text[line]):
            continue
        last: date | None = None
        printed = forms(text.raw, line)
        for form in printed:
            if holder(decrees, form.start) or no_event(text, form, line):
                continue
            seen_from = _statement_day(text, form, printed, today) if form.week in ("kemarin", "semalam") else today
            for iso in days_of(form, seen_from, last, is_ahead(text, form)):
                yield form, iso
                last = date.fromisoformat(iso) if len(iso) == 10 else last


def _statement_day(text: Text, form: Form, printed: Sequence[Form], today: date | None) -> date | None:
    """The day from which "kemarin" counts: that of the statement, where it stands in a dated quotation."""
    if not is_quoted(text, form.start):
        return today
    behind = printed[bisect_right(printed, form.start, key=lambda f: f.start) :]
    said = next((days_of(f, today, None, False) for f in behind if f.month and f.day), [])
    return date.fromisoformat(said[0]) if said else today


def _possible(iso: str, today: date | None) -> bool:
    if len(iso) < 10:
        return True
    day = date.fromisoformat(iso)
    return (today is None or (day - today).days < FURTHEST) and day not in {vote for vote, _ in VOTES}

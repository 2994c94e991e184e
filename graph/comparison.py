"""The weight of evidence that two articles tell of one case, each piece with its reason in words."""

from __future__ import annotations

from datetime import date

from graph.alike import match_names
from graph.likeness import COPY, likeness
from graph.told import Tale

SAME_CASE = 5.0
APART_CASE = -0.5
SOME_COPIED = 0.35
Piece = tuple[str, float]
Maybe = frozenset[tuple[str, str]]


def compare(a: Tale, b: Tale, maybe: Maybe = frozenset()) -> tuple[float, tuple[str, ...]]:
    """Points and reasons; `maybe` are pairs of persons who are possibly the same."""
    pieces = [
        _accused(a, b, maybe),
        _text(a, b),
        _region(a, b),
        _act(a, b),
        _told_when(a, b),
        _violations(a, b),
        *_others(a, b),
    ]
    return round(sum(p for _, p in pieces), 4), tuple(f"{w} {p:+.2f}" for w, p in pieces if p)


def apart_cases(a: Tale, b: Tale, maybe: Maybe) -> bool:
    """Tell whether two tales can never be one case."""
    return compare(a, b, maybe)[0] < APART_CASE


def _accused(a: Tale, b: Tale, maybe: Maybe) -> Piece:
    both = a.accused & b.accused
    if both:
        return f"{len(both)} accused in both", min(3.0 + len(both), 6.0)
    if any(pair in maybe for x in a.accused for y in b.accused for pair in (tuple(sorted((x, y))),)):
        return "accused who may be one", 1.5
    if not (a.names_all and b.names_all):
        return _half_named(a, b)
    return "others are accused", -3.0


def _half_named(a: Tale, b: Tale) -> Piece:
    """Evidence on the accused where an article names none of them, or only by initials."""
    if {o for o in a.offices & b.offices if o[1]}:
        return "the same office accused", 3.0
    if (a.accused & b.present and not b.accused) or (b.accused & a.present and not a.accused):
        return "accused in one, told of in the other", 2.5
    fit = (match_names(x[0], y[0], x[1], y[1]) for x in a.names for y in b.names if x[1] != y[1])
    return ("initials fit", 0.75) if any(m.kind == "initials" for m in fit) else ("", 0.0)


def _text(a: Tale, b: Tale) -> Piece:
    alike = likeness(a.digest.fingerprint, b.digest.fingerprint)
    if alike >= COPY:
        return "one text", 6.0
    return ("much of the text is the same", 2.0) if alike >= SOME_COPIED else ("", 0.0)


def _region(a: Tale, b: Tale) -> Piece:
    if not a.where.regencies or not b.where.regencies:
        return (
            ("other province", -4.0)
            if a.where.known and b.where.known and a.where.province != b.where.province
            else ("", 0.0)
        )
    if not set(a.where.regencies) & set(b.where.regencies):
        return "other regency", -5.0
    if a.where.village and a.where.village == b.where.village:
        return "same village", 2.5
    return (
        ("same district", 2.0) if a.where.district and a.where.district == b.where.district else ("same regency", 1.0)
    )


def _act(a: Tale, b: Tale) -> Piece:
    """The day of the act, as far as both articles give it."""
    one, other = a.told.date, b.told.date
    if not one or not other:
        return _day_in_both(a, b)
    if len(one) < 10 or len(other) < 10:
        near = one.startswith(other) or other.startswith(one)
        return ("same month or year of the act", 0.5) if near else ("other month of the act", -1.5)
    if one == other:
        return "same day of the act", 2.5
    days = _between(one, other)
    if days <= 3:
        return "days of the act near", 0.25
    if _rather_ruling(a) or _rather_ruling(b):
        return "", 0.0
    return "other day of the act", -1.0 if days <= 30 else -2.5


def _rather_ruling(tale: Tale) -> bool:
    """Tell whether the day told is so near to a ruling's publication that it may be the ruling's day."""
    return tale.digest.kind == "ruling" and bool(tale.day) and _between(tale.told.date or "", str(tale.day)) <= 7


def _day_in_both(a: Tale, b: Tale) -> Piece:
    """A day that both articles give for something, well before both were published."""
    shared = {d for d, _ in a.digest.dates} & {d for d, _ in b.digest.dates}
    told = [t.day for t in (a, b) if t.day]
    old = any(len(d) == 10 and all(_between(d, str(day)) >= 3 for day in told) for d in shared)
    return ("a day in both", 1.0) if old else ("", 0.0)


def _between(one: str, other: str) -> int:
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    except ValueError:
        return 0


def _told_when(a: Tale, b: Tale) -> Piece:
    if a.year and b.year and abs(a.year - b.year) > (0 if _elections(a, b) else 1):
        return "another election", -4.0
    if not a.day or not b.day:
        return "", 0.0
    days = abs((a.day - b.day).days)
    if days <= 14:
        return "told within two weeks", 1.25
    if days <= 90:
        return "told within three months", 0.75
    return ("told within fourteen months", 0.25) if days <= 420 else ("told years apart", -3.0)


def _elections(a: Tale, b: Tale) -> bool:
    return bool(a.digest.election and a.digest.election.year and b.digest.election and b.digest.election.year)


def _violations(a: Tale, b: Tale) -> Piece:
    if not a.violations or not b.violations:
        return "", 0.0
    return ("like violations", 1.0) if a.violations & b.violations else ("other violations", -1.0)


def _others(a: Tale, b: Tale) -> list[Piece]:
    favoured, witnesses = len(a.favoured & b.favoured), len(a.witnesses & b.witnesses)
    return [("the same are favoured", min(favoured, 2) * 0.75), ("the same are heard", min(witnesses, 3) * 1.0)]

"""Offices whose holders stand accused again in another election, whoever held them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from queries.patterns.favour import counted
from queries.patterns.pattern import Pattern, ranked
from queries.patterns.posts import OTHER, called, holders, seat_of
from queries.patterns.view import Accusation, View

Key = tuple[str, str, str]
VAGUE = frozenset(
    (OTHER, "asn", "guru", "honorer", "pelapor", "partai", "caleg", "calon", "akademisi", "kepala", "hakim")
)


def find(view: View) -> Iterator[Pattern]:
    """Patterns "office_again" of a seat ("camat of this district") and of a kind of office in a regency."""
    grouped: dict[Key, list[Accusation]] = defaultdict(list)
    for a in view.accused:
        for key in _keys(view, a):
            grouped[key].append(a)
    again = {key: told for key, told in grouped.items() if len(_terms(view, told)) > 1}
    scored = (((key[0] == "seat", len(_terms(view, told)), len(told)), key) for key, told in sorted(again.items()))
    for rank, key in ranked(scored):
        yield _again(view, key, again[key], rank)


def _keys(view: View, a: Accusation) -> Iterator[Key]:
    regency = view.within(view.cases[a.case].region, "regency")
    kind = called(a.office)
    if regency is None or kind in VAGUE:
        return
    yield "kind", regency, kind
    if seat := seat_of(a.office, regency):
        yield "seat", regency, seat.removeprefix(f"{regency} ")


def _terms(view: View, told: list[Accusation]) -> list[int]:
    return sorted({year for a in told if (year := view.cases[a.case].term)})


def _again(view: View, key: Key, told: list[Accusation], rank: int) -> Pattern:
    level, regency, office = key
    years = _terms(view, told)
    there = holders(office, view.regions[regency].code) if level == "kind" else 1
    properties = {
        "rank": rank,
        "level": level,
        "office": office,
        "years": tuple(years),
        "holders": there,
        **counted(told),
    }
    cases = tuple(sorted({a.case for a in told}))
    people = tuple(("Person", p) for p in sorted({a.person for a in told}))
    return Pattern("office_again", f"{level}/{regency}/{office}", (("Region", regency), *people), cases, properties)

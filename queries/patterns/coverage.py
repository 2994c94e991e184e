"""Regions with more or fewer cases than the number of reports on them lets expect; reports are not incidence."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from extract import gazetteer
from queries.patterns.favour import counted
from queries.patterns.pattern import Pattern, ranked
from queries.patterns.posts import called
from queries.patterns.view import Accusation, View

LEVELS = ("province", "regency")
SURE = 1.96
VILLAGE_HEADS = frozenset({"kades", "lurah"})


def find(view: View) -> Iterator[Pattern]:
    """Patterns "region" of each province and regency with a case in which somebody stands accused."""
    for level in LEVELS:
        told, reports = _told(view, level), _reports(view, level)
        rate = _rate(told, reports)
        low = {region: poisson_bounds(_cases(some))[0] / (rate * len(reports[region])) for region, some in told.items()}
        for rank, region in ranked((low[r], r) for r in sorted(told)):
            yield _region(view, region, told[region], len(reports[region]), rate, rank)


def _told(view: View, level: str) -> dict[str, list[Accusation]]:
    found: dict[str, list[Accusation]] = defaultdict(list)
    for a in view.accused:
        if region := view.within(view.cases[a.case].region, level):
            found[region].append(a)
    return found


def _reports(view: View, level: str) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for region, articles in view.reports.items():
        if above := view.within(region, level):
            found[above] |= articles
    return found


def _rate(told: Mapping[str, list[Accusation]], reports: Mapping[str, set[str]]) -> float:
    """Cases a report over all regions of a level."""
    articles = sum(map(len, reports.values()))
    return sum(map(_cases, told.values())) / articles if articles else 0.0


def _cases(told: list[Accusation]) -> int:
    return len({a.case for a in told})


def _region(view: View, region: str, told: list[Accusation], reports: int, rate: float, rank: int) -> Pattern:
    cases, expected = _cases(told), rate * reports
    low, high = (bound / expected for bound in poisson_bounds(cases))
    villages = _villages(view.regions[region].code)
    heads = len({a.person for a in told if called(a.office) in VILLAGE_HEADS})
    properties = {
        "rank": rank,
        "level": view.regions[region].level,
        "reports": reports,
        "expected": round(expected, 2),
        "ratio": round(cases / expected, 2),
        "low": round(low, 2),
        "high": round(high, 2),
        "stands_out": "more" if low > 1 else "fewer" if high < 1 else "no",
        "village_heads": heads,
        "villages": villages,
        **counted(told),
    }
    return Pattern("region", region, (("Region", region),), tuple(sorted({a.case for a in told})), properties)


def poisson_bounds(count: int) -> tuple[float, float]:
    """The 95 % interval of a Poisson mean after one count (Byar's approximation; Breslow and Day 1987, p. 69)."""
    above = count + 1
    low = count * (1 - 1 / (9 * count) - SURE / (3 * math.sqrt(count))) ** 3 if count else 0.0
    return low, above * (1 - 1 / (9 * above) + SURE / (3 * math.sqrt(above))) ** 3


@cache
def _villages(code: str | None) -> int | None:
    """How many villages and kelurahan the gazetteer has in a region: each has one head."""
    if code is None:
        return None
    regencies = {r for found in gazetteer.regencies().values() for r in found if r.startswith(code)}
    return sum(len(found) for r in regencies for found in gazetteer.villages_of(r).values()) or None

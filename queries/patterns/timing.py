"""Cases against the election calendar: acts before candidates are fixed that art. 71 forbids, and cases by phase."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from graph.calendar import Phase, Round, round_of
from graph.offices import read_office
from queries.patterns.favour import counted
from queries.patterns.pattern import Pattern
from queries.patterns.view import Accusation, Case, View

FORBIDDEN = {"job_rotation_pasal71": "71(2)", "incumbent_program_abuse_pasal71": "71(3)"}
HEADS = frozenset("bupati wakil_bupati wali_kota wakil_wali_kota gubernur wakil_gubernur calon calon_wakil".split())
PHASES: tuple[Phase, ...] = ("before", "registration", "registered", "fixed", "campaign", "quiet", "vote", "after")


def find(view: View) -> Iterator[Pattern]:
    """Patterns "before_fixing" of a case, and "timing" of a phase of a round of elections."""
    cases = [view.cases[case] for case in sorted(view.of_case) if case in view.cases]
    for case in cases:
        yield from _before_fixing(view, case)
    yield from _timing(view, cases)


def _before_fixing(view: View, case: Case) -> Iterator[Pattern]:
    """A case of rotation or programmes whose act lies in the six months before candidates were fixed.

    Art. 71 binds heads of regions, their deputies and stand-ins: others accused in the case are no part of it.
    """
    acts = tuple(FORBIDDEN[v] for v in case.violations if v in FORBIDDEN)
    told = [a for a in view.of_case[case.id] if _is_head(a)]
    found = round_of("pilkada", case.year, case.day) if acts and case.election in (None, "pilkada") else None
    if not told or found is None or case.day is None or case.precision == "year":
        return
    first, last = _span(case.day, case.precision)
    if not (found.rotation_ban <= first and last < found.fixed):
        return
    properties = {
        "year": found.year,
        "provisions": acts,
        "fixed": found.fixed,
        "days_before": (found.fixed - case.day).days if case.precision == "day" else None,
        **counted(told),
    }
    people = tuple(("Person", p) for p in sorted({a.person for a in told}))
    yield Pattern("before_fixing", case.id, people, (case.id,), properties)


def _is_head(a: Accusation) -> bool:
    return read_office(a.office).kind in HEADS


def _span(day: date, precision: str | None) -> tuple[date, date]:
    """The first and the last day that a partial date can mean."""
    if precision == "month":
        return day, day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day, day


def _timing(view: View, cases: list[Case]) -> Iterator[Pattern]:
    grouped: dict[tuple[Round, Phase], list[Case]] = defaultdict(list)
    for case in cases:
        day = case.day if case.precision == "day" else None
        if day and (found := case.round):
            grouped[found, found.phase(day)].append(case)
    for (found, phase), some in sorted(grouped.items(), key=lambda g: (g[0][0].vote, PHASES.index(g[0][1]))):
        yield _phase(view, found, phase, some)


def _phase(view: View, found: Round, phase: Phase, cases: list[Case]) -> Pattern:
    length = _length(found, phase)
    told = [a for case in cases for a in view.of_case[case.id]]
    properties = {
        "season": found.season,
        "year": found.year,
        "phase": phase,
        "place": PHASES.index(phase),
        "days": length,
        "cases_a_week": round(7 * len(cases) / length, 2) if length else None,
        "vote": found.vote,
        **counted(told),
    }
    contests = tuple(("Contest", c) for c in sorted({c.contest for c in cases if c.contest}))
    key = f"{found.season}-{found.year}-{phase}"
    return Pattern("timing", key, contests, tuple(sorted(c.id for c in cases)), properties)


def _length(found: Round, phase: Phase) -> int | None:
    """How many days a phase has; None for the open ones before and after."""
    borders = (found.registration, found.closed, found.fixed, found.campaign, found.quiet, found.vote)
    lengths = {p: (b - a).days for p, (a, b) in zip(PHASES[1:-2], pairwise(borders), strict=True)}
    return timedelta(days=1).days if phase == "vote" else lengths.get(phase)

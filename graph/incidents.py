"""Cases of the graph: incidents with place, contest, those accused and their standing, and those favoured."""

from __future__ import annotations

from collections.abc import Container, Iterable

from graph.calendar import round_of
from graph.cases import Case
from graph.model import Kind, Model, search_text
from graph.moment import day_of
from graph.regions import chain
from graph.standing import PersonStanding

ACCUSED_IN = Kind("ACCUSED_IN", "Person", "Incident")
FAVOURED = Kind("FAVOURED", "Incident", "Person")
HAPPENED_IN = Kind("IN", "Incident", "Region")
DURING = Kind("DURING", "Incident", "Contest")
CONTEST_IN = Kind("IN", "Contest", "Region")
LOCAL = ("pilkada", "pilkades")


def put_cases(model: Model, cases: Iterable[Case], incumbents: Container[tuple[str, int]]) -> None:
    """Put every case with its place, its contest, the accused with their standing, and the favoured.

    `incumbents` are (person, year) for whom an article of that year says that the person is the incumbent.
    """
    for case in cases:
        _put_case(model, case)
        for standing in case.standing:
            _put_standing(model, case.id, standing)
        for person in case.beneficiaries:
            years = {day.year for day in (case.first_reported, case.last_reported) if day}
            model.edge(FAVOURED, case.id, person, incumbent=any((person, year) in incumbents for year in years))


def _put_case(model: Model, case: Case) -> None:
    regions = chain(case.place)
    day, precision = day_of(case.date)
    model.node(
        "Incident",
        case.id,
        violations=case.violations,
        date=day,
        precision=precision,
        stage=case.stage,
        first_reported=case.first_reported,
        last_reported=case.last_reported,
        articles=len(case.articles),
        copies=len(case.copies),
        anchors=tuple(a for a in case.anchors if a != case.id),
        why=tuple(f"{m.a} = {m.b}: {m.score:.1f}, {'; '.join(m.why)}" for m in case.why),
        search=search_text(*(r.name for r in regions), *case.violations, case.date),
    )
    if regions:
        model.edge(HAPPENED_IN, case.id, regions[-1].id)
    _put_contest(model, case)


def _put_contest(model: Model, case: Case) -> None:
    election = case.election
    if election is None or election.year is None:
        return
    area = chain(case.place)[:2] if election.kind in LOCAL else ()
    at = area[-1] if area else None
    key = f"{election.kind}-{election.year}-{at.id if at else 'id'}"
    vote = round_of(election.kind, election.year)
    name = " ".join(filter(None, (election.kind.capitalize(), str(election.year), at.name if at else "")))
    model.node("Contest", key, kind=election.kind, year=election.year, date=vote.vote if vote else None, name=name)
    model.edge(DURING, case.id, key)
    if at:
        model.edge(CONTEST_IN, key, at.id)


def _put_standing(model: Model, case: str, standing: PersonStanding) -> None:
    model.edge(
        ACCUSED_IN,
        standing.person,
        case,
        standing=standing.standing,
        since=standing.since,
        first=standing.periods[0].since,
        history=tuple(f"{p.standing} {p.since or '?'} {p.until or ''}".strip() for p in standing.periods),
        tracks=tuple(f"{track} {found} {since or ''}".strip() for track, found, since in standing.tracks),
        conflict=standing.conflict,
    )

"""Cases of the graph: incidents with place, contest, those accused and their standing, and those favoured."""

from __future__ import annotations

from collections.abc import Iterable

from graph.candidacies import Candidacies, put_contest
from graph.cases import Case
from graph.model import Kind, Model, search_text
from graph.moment import day_of
from graph.regions import chain
from graph.standing import PersonStanding

ACCUSED_IN = Kind("ACCUSED_IN", "Person", "Incident")
FAVOURED = Kind("FAVOURED", "Incident", "Person")
HAPPENED_IN = Kind("IN", "Incident", "Region")
DURING = Kind("DURING", "Incident", "Contest")


def put_cases(model: Model, cases: Iterable[Case], standing: Candidacies) -> None:
    """Put every case with its place, its contest, the accused with their standing, and the favoured."""
    for case in cases:
        _put_case(model, case, standing)
        for one in case.standing:
            _put_standing(model, case.id, one)
        for person in case.beneficiaries:
            why = standing.incumbent(person, _years(case))
            model.edge(FAVOURED, case.id, person, incumbent=bool(why), incumbent_by=why)


def _years(case: Case) -> set[int]:
    """The years in which who stands as an incumbent bears on a case."""
    told = {case.election.year} if case.election and case.election.year else set()
    return told | {day.year for day in (case.first_reported, case.last_reported) if day}


def _put_case(model: Model, case: Case, standing: Candidacies) -> None:
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
    _put_contest(model, case, standing)


def _put_contest(model: Model, case: Case, standing: Candidacies) -> None:
    """Put the contest in which those favoured ran, where lists of candidates tell; else that of the case's region."""
    election = case.election
    if election is None or election.year is None:
        return
    ran = standing.contest_of(case.beneficiaries, election.year) if election.kind == "pilkada" else None
    key = put_contest(model, election, chain(ran.place if ran else case.place))
    model.edge(DURING, case.id, key)


def _put_standing(model: Model, case: str, standing: PersonStanding) -> None:
    model.edge(
        ACCUSED_IN,
        standing.person,
        case,
        standing=standing.standing,
        since=standing.since,
        first=standing.periods[0].since,
        until=standing.periods[0].until,
        history=tuple(f"{p.standing} {p.since or '?'} {p.until or ''}".strip() for p in standing.periods),
        tracks=tuple(f"{track} {found} {since or ''}".strip() for track, found, since in standing.tracks),
        conflict=standing.conflict,
    )

"""Contests of the graph with who ran in them, and who is an incumbent: from lists of candidates and from articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.reading import Election
from extract.vocabulary import ElectionKind
from graph.ballot import Contest, RanIn, Running, ran_in
from graph.calendar import round_of
from graph.facts import Region
from graph.incumbents import incumbencies, reasons
from graph.mention import Digest
from graph.model import Kind, Model
from graph.regions import chain

RAN_IN = Kind("RAN_IN", "Person", "Contest")
CONTEST_IN = Kind("IN", "Contest", "Region")
LOCAL = ("pilkada", "pilkades")


@dataclass(frozen=True, slots=True)
class Candidacies:
    """Who ran in which contest, and why a person is taken for an incumbent of a year, by (person, year)."""

    contests: Mapping[str, Contest]
    ran: tuple[RanIn, ...]
    by_person: Mapping[str, Sequence[RanIn]]
    why: Mapping[tuple[str, int], tuple[str, ...]]

    def incumbent(self, person: str, years: Iterable[int]) -> tuple[str, ...]:
        """Why a person is an incumbent in any of some years; empty for one who is not."""
        return tuple(dict.fromkeys(r for year in sorted(set(years)) for r in self.why.get((person, year), ())))

    def contest_of(self, persons: Iterable[str], year: int) -> Contest | None:
        """The one contest of a year in which some persons ran; None where none did, or they ran in several."""
        found = {r.contest for p in persons for r in self.by_person.get(p, ()) if _year(r) == year}
        return self.contests[found.pop()] if len(found) == 1 else None


def candidacies(
    running: Sequence[Running], digests: Iterable[Digest], person_of: Mapping[tuple[str, int], str]
) -> Candidacies:
    """Work out who ran and who is an incumbent; `running` as `merged` gives it."""
    ran = ran_in(running, person_of)
    contests = {r.contest.id: r.contest for r in running}
    by_person: dict[str, list[RanIn]] = defaultdict(list)
    for r in ran:
        by_person[r.person].append(r)
    return Candidacies(contests, ran, by_person, reasons(incumbencies(ran, digests, person_of)))


def put_candidacies(model: Model, found: Candidacies) -> None:
    """Put every contest of the lists with its candidates."""
    for key in sorted({r.contest for r in found.ran}):
        contest = found.contests[key]
        put_contest(model, Election(kind="pilkada", year=contest.year), chain(contest.place), contest.seat)
    for r in sorted(found.ran, key=_preferred):
        why = found.incumbent(r.person, (_year(r),))
        model.edge(
            RAN_IN,
            r.person,
            r.contest,
            post=r.post,
            pair=r.pair,
            number=r.number,
            listed=r.incumbent,
            incumbent=bool(why) or r.incumbent,
            incumbent_by=why,
            votes=r.votes,
            won=r.won,
            ahead=r.ahead,
            source=r.source,
        )


def put_contest(model: Model, election: Election, regions: Sequence[Region], seat: str | None = None) -> str:
    """Put a contest, for a seat if that is known, and return its id; one that is not local is the whole country's."""
    area = regions[:2] if election.kind in LOCAL else ()
    at = area[-1] if area else None
    key = f"{election.kind}-{election.year}-{at.id if at else 'id'}"
    vote = round_of(election.kind, election.year)
    name = " ".join(_words(election.kind, str(election.year), at.name if at else ""))
    day = vote.vote if vote else None
    model.node("Contest", key, kind=election.kind, year=election.year, date=day, name=name, seat=seat)
    if at:
        model.edge(CONTEST_IN, key, at.id)
    return key


def _words(kind: ElectionKind, *parts: str) -> Iterator[str]:
    yield kind.capitalize()
    yield from filter(None, parts)


def _preferred(r: RanIn) -> tuple[bool, int, int, str]:
    """Of two entries for one person in one contest the last put counts: the one with a result, with votes."""
    return (r.won is not None, r.votes or 0, -(r.number or 0), r.pair)


def _year(r: RanIn) -> int:
    return int(r.contest.split("-")[1])

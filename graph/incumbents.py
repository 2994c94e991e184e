"""Who stood as the holder of an office: by the list, by what articles say, by having won the contest before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.ballot import RanIn
from graph.calendar import round_of
from graph.mention import Digest, Mention
from graph.offices import read_office

Source = Literal["list", "text", "earlier contest"]
HEADS = frozenset({"bupati", "wali_kota", "gubernur", "wakil_bupati", "wakil_wali_kota", "wakil_gubernur"})
SEASON = 500


@dataclass(frozen=True, slots=True)
class Incumbency:
    """That a person stood as an incumbent in a contest, and how that is known: source, article or earlier contest."""

    person: str
    contest: str
    source: Source
    by: str


def incumbents(
    ran: Sequence[RanIn], digests: Iterable[Digest], person_of: Mapping[tuple[str, int], str]
) -> tuple[Incumbency, ...]:
    """Every reason to take a candidate for an incumbent, in the order of person, contest and source."""
    found = {*_by_list(ran), *_by_text(ran, digests, person_of), *_by_earlier(ran)}
    return tuple(sorted(found, key=lambda i: (i.person, i.contest, i.source, i.by)))


def _by_list(ran: Sequence[RanIn]) -> list[Incumbency]:
    return [Incumbency(r.person, r.contest, "list", r.contest) for r in ran if r.incumbent]


def _by_earlier(ran: Sequence[RanIn]) -> list[Incumbency]:
    """Who won the last contest of the same region before this one, as head or deputy."""
    held: dict[str, list[tuple[int, RanIn]]] = defaultdict(list)
    for r in ran:
        held[_code(r.contest)].append((_year(r.contest), r))
    found = []
    for contests in held.values():
        years = sorted({y for y, _ in contests})
        for year, r in contests:
            last = max((y for y in years if y < year), default=None)
            won = next((o for y, o in contests if y == last and o.won and o.person == r.person), None)
            if won:
                found.append(Incumbency(r.person, r.contest, "earlier contest", won.contest))
    return found


def _by_text(
    ran: Sequence[RanIn], digests: Iterable[Digest], person_of: Mapping[tuple[str, int], str]
) -> list[Incumbency]:
    """What articles of the season say: "petahana", or the office that the contest is for, neither former nor acting."""
    contests: dict[str, list[RanIn]] = defaultdict(list)
    for r in ran:
        contests[r.person].append(r)
    found = []
    for digest in digests:
        for mention in digest.mentions:
            person = person_of.get((digest.id, mention.index), "")
            if person in contests and not digest.id.startswith("list:"):
                found += [
                    Incumbency(person, r.contest, "text", digest.id)
                    for r in contests[person]
                    if _says(digest, mention, r)
                ]
    return found


def _says(digest: Digest, mention: Mention, r: RanIn) -> bool:
    vote = round_of("pilkada", _year(r.contest))
    if not _in_season(digest.day, vote.vote if vote else None):
        return False
    office = read_office(mention.office, mention.agency)
    holds = office.kind in HEADS and not (office.former or mention.former or mention.acting)
    return mention.incumbent or holds


def _in_season(day: date | None, vote: date | None) -> bool:
    return bool(day and vote) and 0 <= (vote - day).days <= SEASON  # type: ignore[operator]


def _year(contest: str) -> int:
    return int(contest.split("-")[1])


def _code(contest: str) -> str:
    return contest.split("-")[2]

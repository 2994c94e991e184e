"""Who stands as the holder of an office: by the list, by what articles say, by having won the contest before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.ballot import RanIn, Seat, is_list, seat_of
from graph.calendar import round_of
from graph.mention import Digest, Mention
from graph.offices import read_office
from graph.where import Where, regions_in, where_is

Source = Literal["list", "text", "earlier contest"]
SEATS: dict[Seat, frozenset[str]] = {
    "bupati": frozenset({"bupati", "wakil_bupati"}),
    "wali_kota": frozenset({"wali_kota", "wakil_wali_kota"}),
    "gubernur": frozenset({"gubernur", "wakil_gubernur"}),
}
STANDING = frozenset({"elected", "candidate"})
STANDING_CLASSES = frozenset({"incumbent", "regional_head", "candidate"})
SAID = re.compile(r"petahana|incumbent|inkumben", re.IGNORECASE)
SEASON = 500
Persons = Mapping[tuple[str, int], str]


@dataclass(frozen=True, slots=True, order=True)
class Incumbency:
    """That a person stood as an incumbent in a year, and how that is known: source, article or earlier contest.

    `contest` is empty where no list of candidates says in which contest the person ran.
    """

    person: str
    year: int
    contest: str
    source: Source
    by: str

    @property
    def reason(self) -> str:
        """How it is known, in words: "list", "text ARTICLE", "earlier contest CONTEST"."""
        return self.source if self.source == "list" else f"{self.source} {self.by}"


def incumbencies(ran: Sequence[RanIn], digests: Iterable[Digest], person_of: Persons) -> tuple[Incumbency, ...]:
    """Every reason to take somebody for an incumbent, in the order of person, year, contest and source."""
    return tuple(sorted({*_by_list(ran), *_by_earlier(ran), *_by_text(ran, digests, person_of)}))


def reasons(found: Iterable[Incumbency]) -> dict[tuple[str, int], tuple[str, ...]]:
    """Why each person is taken for an incumbent of each year."""
    why: dict[tuple[str, int], list[str]] = defaultdict(list)
    for one in found:
        why[one.person, one.year].append(one.reason)
    return {key: tuple(dict.fromkeys(given)) for key, given in why.items()}


def _by_list(ran: Sequence[RanIn]) -> list[Incumbency]:
    return [Incumbency(r.person, _year(r.contest), r.contest, "list", r.contest) for r in ran if r.incumbent]


def _by_earlier(ran: Sequence[RanIn]) -> Iterator[Incumbency]:
    """Who won the last contest of the same region before this one, as head or deputy."""
    held: dict[str, list[tuple[int, RanIn]]] = defaultdict(list)
    for r in ran:
        held[_code(r.contest)].append((_year(r.contest), r))
    for contests in held.values():
        years = sorted({y for y, _ in contests})
        for year, r in contests:
            last = max((y for y in years if y < year), default=None)
            won = next((o for y, o in contests if y == last and o.won and o.person == r.person), None)
            if won:
                yield Incumbency(r.person, year, r.contest, "earlier contest", won.contest)


def _by_text(ran: Sequence[RanIn], digests: Iterable[Digest], person_of: Persons) -> Iterator[Incumbency]:
    """What articles of the season say: "petahana" of one who can stand, or the very office that the contest is for."""
    contests: dict[str, list[RanIn]] = defaultdict(list)
    for r in ran:
        contests[r.person].append(r)
    for digest in (d for d in digests if not is_list(d.id)):
        for mention in digest.mentions:
            if person := person_of.get((digest.id, mention.index)):
                yield from _said(digest, mention, person, contests.get(person, ()))


def _said(digest: Digest, mention: Mention, person: str, ran: Sequence[RanIn]) -> Iterator[Incumbency]:
    called = mention.incumbent and _can_stand(mention)
    for r in ran:
        # "The incumbent Rina and Danu": the word is said of a pair, but only its head need hold the office.
        said = called and (r.post == "head" or bool(SAID.search(mention.office or "")))
        if _in_season(digest.day, _year(r.contest)) and (said or _holds(digest, mention, r.contest)):
            yield Incumbency(person, _year(r.contest), r.contest, "text", digest.id)
    year = _season(digest)
    if called and year and not any(_year(r.contest) == year for r in ran):
        yield Incumbency(person, year, "", "text", digest.id)


def _can_stand(mention: Mention) -> bool:
    """Tell whether "petahana" beside a name can mean its bearer: no camat who helps one, no stand-in, no former one."""
    office = read_office(mention.office, mention.agency)
    if mention.former or mention.acting or office.former:
        return False
    stands = office.track in STANDING or mention.office_class in STANDING_CLASSES
    return stands or (not mention.office and mention.role != "accused")


def _holds(digest: Digest, mention: Mention, contest: str) -> bool:
    """Tell whether somebody holds the office that a contest is for, on leave or not, and not as a stand-in."""
    office, code = read_office(mention.office, mention.agency), _code(contest)
    if office.kind not in SEATS[seat_of(code)] or office.former or mention.former or mention.acting:
        return False
    places = (office.where, where_is(mention.place), regions_in(mention.agency or ""), where_is(digest.place))
    return _covers(next((w for w in places if w.known), Where()), code)


def _covers(where: Where, code: str) -> bool:
    if len(code) == 2:
        return where.province in (None, code)
    return not where.known or code in where.regencies


def _season(digest: Digest) -> int | None:
    """The year of the election that an article speaks of."""
    if digest.election and digest.election.year:
        return digest.election.year
    found = round_of("pilkada", None, digest.day) if digest.day else None
    return found.year if found else digest.day.year if digest.day else None


def _in_season(day: date | None, year: int) -> bool:
    found = round_of("pilkada", year)
    return bool(day and found) and 0 <= (found.vote - day).days <= SEASON  # type: ignore[union-attr, operator]


def _year(contest: str) -> int:
    return int(contest.split("-")[1])


def _code(contest: str) -> str:
    return contest.split("-")[2]

"""Contests and who ran in them, in the terms of the graph: Contest nodes, RAN_IN relationships, and persons to link.

A list of candidates takes part in linking as if it were an article of its own (`digests_of`), so that a candidate gets
the same person as the articles about him.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Literal

from extract import gazetteer
from extract.reading import Election, Place
from graph.calendar import round_of
from graph.mention import Digest, Mention
from graph.names import form_of

Seat = Literal["gubernur", "bupati", "wali_kota"]
Post = Literal["head", "deputy"]
TITLES: dict[Seat, str] = {"gubernur": "Gubernur", "bupati": "Bupati", "wali_kota": "Wali Kota"}
LIST = "list:"
FILLED = ("number", "incumbent", "votes", "won", "ahead")


@dataclass(frozen=True, slots=True)
class Contest:
    """A vote for one seat: `id` is "pilkada-2024-11.01", `day` the day of the vote where the calendar has it."""

    id: str
    year: int
    seat: Seat
    code: str
    day: date | None

    @property
    def place(self) -> Place:
        return gazetteer.place_of(self.code)


@dataclass(frozen=True, slots=True)
class Running:
    """One candidate of one contest; `won` only where the list gives a result, `ahead` where it gives a first count."""

    contest: Contest
    number: int | None
    post: Post
    name: str
    pair: str
    incumbent: bool | None = None
    votes: int | None = None
    won: bool | None = None
    ahead: bool | None = None
    source: str = ""

    @property
    def order(self) -> tuple[str, int, str, str]:
        return (self.contest.id, self.number or 0, "ab"[self.post == "deputy"], self.name)

    @property
    def key(self) -> tuple[str, Post, tuple[str, ...]]:
        """What tells one candidate of one contest in every list: contest, post and the words of the name."""
        return (self.contest.id, self.post, form_of(self.name).words or (self.name,))


@dataclass(frozen=True, slots=True)
class RanIn:
    """A person's relationship to a contest."""

    person: str
    contest: str
    post: Post
    pair: str
    number: int | None
    incumbent: bool | None
    votes: int | None
    won: bool | None
    ahead: bool | None
    source: str


def is_list(article: str) -> bool:
    """Tell whether a mention stands in a list of candidates and not in an article."""
    return article.startswith(LIST)


def merged(running: Iterable[Running]) -> tuple[Running, ...]:
    """Each candidate once: of several lists of one contest each fills what the ones before it leave out."""
    found: dict[tuple[str, Post, tuple[str, ...]], Running] = {}
    for one in running:
        before = found.get(one.key)
        found[one.key] = _filled(before, one) if before else one
    return tuple(sorted(found.values(), key=lambda r: (r.order, r.key)))


def _filled(one: Running, other: Running) -> Running:
    lacking = {name: getattr(other, name) for name in FILLED if getattr(one, name) is None}
    sources = dict.fromkeys(filter(None, (one.source, other.source)))
    return replace(one, **lacking, source="; ".join(sources))


def contest_of(year: int, seat: Seat, code: str) -> Contest:
    """The contest for a seat of a region in a year."""
    found = round_of("pilkada", year)
    return Contest(f"pilkada-{year}-{code}", year, seat, code, found.vote if found else None)


def seat_of(code: str) -> Seat:
    """The seat that a region votes for: a province's governor, a regency's regent, a city's mayor."""
    if len(code) == 2:
        return "gubernur"
    return "wali_kota" if gazetteer.is_city(code) else "bupati"


def digests_of(running: Iterable[Running]) -> tuple[Digest, ...]:
    """A digest for each contest, its candidates as mentions in the order of `Running.order`."""
    contests: dict[str, list[Running]] = {}
    for one in sorted(set(running), key=lambda r: r.order):
        contests.setdefault(one.contest.id, []).append(one)
    return tuple(_digest(candidates[0].contest, candidates) for candidates in contests.values())


def ran_in(running: Iterable[Running], person_of: Mapping[tuple[str, int], str]) -> tuple[RanIn, ...]:
    """Each candidate as a person; `person_of` is `People.of()` of a resolution that had `digests_of(running)` in it."""
    ordered = sorted(set(running), key=lambda r: r.order)
    index: dict[str, int] = {}
    found = []
    for one in ordered:
        at = index.setdefault(one.contest.id, 0)
        index[one.contest.id] += 1
        person = person_of.get((LIST + one.contest.id, at))
        if person:
            found.append(_ran_in(person, one))
    return tuple(found)


def _ran_in(person: str, r: Running) -> RanIn:
    return RanIn(person, r.contest.id, r.post, r.pair, r.number, r.incumbent, r.votes, r.won, r.ahead, r.source)


def _digest(contest: Contest, candidates: list[Running]) -> Digest:
    article = LIST + contest.id
    day = contest.day
    return Digest(
        id=article,
        kind="other",
        site="kpu.go.id",
        title=f"Candidates, {contest.id}",
        published=datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None,
        election=Election(kind="pilkada", year=contest.year),
        place=contest.place,
        mentions=tuple(_mention(article, i, r) for i, r in enumerate(candidates)),
    )


def _mention(article: str, index: int, r: Running) -> Mention:
    title = TITLES[r.contest.seat]
    office = f"calon {title}" if r.post == "head" else f"calon Wakil {title}"
    return Mention(
        article=article,
        index=index,
        name=r.name,
        office=office,
        office_class="candidate",
        place=r.contest.place,
        incumbent=bool(r.incumbent),
        candidate=True,
        confidence=1.0,
    )

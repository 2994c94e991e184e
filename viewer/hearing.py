"""What somebody who decides is shown: both sides of a pair with their sentences, and what was decided before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graph.answer import Answer
from graph.judgements import Judgement, Judgements
from queries.pairs import Pair, Side
from viewer.entry import Source
from viewer.rows import Row, careful, source, text


@dataclass(frozen=True, slots=True)
class Testimony:
    """One sentence on a person: in which role and office it names him, and how it says that he stood then."""

    source: Source
    role: str
    office: str | None
    standing: str | None
    region: str | None


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a pair; `standing` is one that wrongs nobody where there are several."""

    side: Side
    standing: str | None
    testimonies: tuple[Testimony, ...]


@dataclass(frozen=True, slots=True)
class Hearing:
    """A pair with what the articles say of both."""

    pair: Pair
    parties: tuple[Party, Party]


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision in force; `number` is its place in the file, which is only added to."""

    number: int
    judgement: Judgement


def both_sides(pair: Pair, sentences: Callable[[str], Answer]) -> Hearing:
    """A pair with the sentences on each side, found by the person's id."""
    return Hearing(pair, (_party(pair.one, sentences), _party(pair.other, sentences)))


def taken(judgements: Judgements) -> tuple[Taken, ...]:
    """All decisions in force, the last first."""
    valid = {id(j) for about in ("person", "case", "article") for j in judgements.valid(about)}
    found = (Taken(number, j) for number, j in enumerate(judgements.all, 1) if id(j) in valid)
    return tuple(reversed(list(found)))


def _party(side: Side, sentences: Callable[[str], Answer]) -> Party:
    return Party(side, careful(side.standings), tuple(_testimony(row) for row in sentences(side.id).rows))


def _testimony(row: Row) -> Testimony:
    role, office, region = (text(row.get(key)) for key in ("role", "office", "region"))
    standing = text(row.get("standing")) if role == "accused" else None
    return Testimony(source(row), role or "other", office, standing, region)

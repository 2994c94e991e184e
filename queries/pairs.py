"""Pairs of people who may be one: what somebody needs to see to decide, and the judgement that decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from graph.answer import Answer
from graph.connect import Graph
from graph.judgements import Judgement, Judgements, Named
from queries.library import ask

SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One of two people; `named` is the mention that a judgement names, `standings` those in any case."""

    id: str
    name: str
    office: str | None
    standings: tuple[str, ...]
    articles: int
    named: Named


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one, with the score and the reasons of the linking."""

    one: Side
    other: Side
    score: float
    why: tuple[str, ...]

    @property
    def key(self) -> str:
        """What tells this pair from all others, the same after every reload."""
        return "|".join(sorted((self.one.id, self.other.id)))

    def judged(self, verdict: Literal["same", "not_same"], who: str, why: str) -> Judgement:
        """The decision on this pair, taken now."""
        a, b = self.one.named, self.other.named
        return Judgement(verdict=verdict, about="person", a=a, b=b, who=who, when=datetime.now(UTC), why=why)


def pairs(graph: Graph) -> tuple[Pair, ...]:
    """All pairs in the graph, the likeliest first."""
    return tuple(_pair(row) for row in ask(graph, "possibly_same").rows if row["named"])


def undecided(found: tuple[Pair, ...], judgements: Judgements) -> tuple[Pair, ...]:
    """Pairs that nobody has decided on since the graph was last brought up to date."""
    decided = {j.pair for j in judgements.valid("person") if j.b}
    return tuple(p for p in found if p.judged("same", "?", "?").pair not in decided)


def sentences(graph: Graph, person: str) -> Answer:
    """The few sentences that say most about a person."""
    return ask(graph, "person_sentences", id=person, limit=SENTENCES)


def _pair(row: Mapping[str, Any]) -> Pair:
    return Pair(_side(row, ""), _side(row, "other_"), row["score"], tuple(row["why"] or ()))


def _side(row: Mapping[str, Any], other: str) -> Side:
    return Side(
        row[f"{other or 'person_'}id"],
        row["other" if other else "person"],
        row[f"{other}office"],
        tuple(row[f"{other}standing"]),
        row[f"{other}articles"],
        Named(row[f"{other}article"], row[f"{other}named"]),
    )

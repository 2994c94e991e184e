"""One pattern: what was found over the whole graph, of whom, and the cases that show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")
Subject = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A finding; `of` are (label, id) of what it is about, `cases` show it, `properties` are its measures."""

    kind: str
    key: str
    of: tuple[Subject, ...]
    cases: tuple[str, ...]
    properties: dict[str, Any]

    @property
    def id(self) -> str:
        return f"{self.kind}/{self.key}"


def ranked(items: Iterable[tuple[Any, T]]) -> list[tuple[int, T]]:
    """Items with their ranks, the highest score first; equal scores share a rank ("1, 2, 2, 4")."""
    ordered: Sequence[tuple[Any, T]] = sorted(items, key=lambda item: item[0], reverse=True)
    ranks: list[tuple[int, T]] = []
    for place, (score, item) in enumerate(ordered, 1):
        tied = place > 1 and ordered[place - 2][0] == score
        ranks.append((ranks[-1][0] if tied else place, item))
    return ranks

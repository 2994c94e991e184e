"""Joining what is one: pairs by falling score, never against a conflict, the same whatever the order of loading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

CLOSE = 1.0


@dataclass(frozen=True, slots=True)
class Edge:
    """Two items and the score of their being one; `thin` where that rests on a single word or on initials."""

    a: int
    b: int
    score: float
    why: tuple[str, ...]
    thin: bool = False
    forced: bool = False


@dataclass(slots=True)
class Clusters:
    """A partition of items `0..size-1`.

    `unlike` tells that the evidence keeps two items apart, `never` that somebody does. Items that somebody has joined
    are one unit: what is like any of them may be one with all of them.
    """

    size: int
    unlike: Callable[[int, int], bool]
    never: frozenset[tuple[int, int]] = frozenset()
    units: dict[int, int] = field(init=False, default_factory=dict)
    parent: list[int] = field(init=False)
    members: dict[int, list[int]] = field(init=False)
    _known: dict[tuple[int, int], bool] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.parent = list(range(self.size))
        self.members = {i: [i] for i in range(self.size)}

    def find(self, item: int) -> int:
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def conflict(self, a: int, b: int) -> bool:
        """Tell whether any member of one cluster can never be one with a member of the other."""
        one, other = self.members[self.find(a)], self.members[self.find(b)]
        if self.never and any(tuple(sorted((x, y))) in self.never for x in one for y in other):
            return True
        if not self.units:
            return any(self._unlike(x, y) for x in one for y in other)
        pairs = ((u, v) for u in self._units_of(one) for v in self._units_of(other))
        return any(all(self._unlike(x, y) for x in u for y in v) for u, v in pairs)

    def _units_of(self, items: Sequence[int]) -> Iterable[Sequence[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for i in items:
            found[self.units.get(i, i)].append(i)
        return found.values()

    def _unlike(self, a: int, b: int) -> bool:
        pair = (a, b) if a < b else (b, a)
        if pair not in self._known:
            self._known[pair] = self.unlike(*pair)
        return self._known[pair]

    def force(self, a: int, b: int) -> None:
        """Join two items because somebody says so, whatever the evidence."""
        self.join(a, b)
        root = self.find(a)
        self.units |= dict.fromkeys(self.members[root], root)

    def join(self, a: int, b: int) -> None:
        one, other = sorted((self.find(a), self.find(b)))
        if one != other:
            self.parent[other] = one
            self.members[one] += self.members.pop(other)

    def groups(self) -> list[list[int]]:
        """The clusters, each sorted, in the order of their first items."""
        return sorted(sorted(m) for m in self.members.values())


def join_all(edges: Iterable[Edge], clusters: Clusters) -> tuple[list[Edge], list[Edge]]:
    """Join by falling score; return the edges that joined and those that were refused.

    Thin edges come last. An item that fits two clusters about equally well, which cannot be one, is joined to neither.
    """
    ordered = sorted(edges, key=lambda e: (not e.forced, e.thin, -e.score, e.a, e.b))
    rivals = _by_item(e for e in ordered if not e.forced)
    joined, refused = [], []
    for edge in ordered:
        if clusters.find(edge.a) == clusters.find(edge.b):
            joined.append(edge)
        elif not edge.forced and (clusters.conflict(edge.a, edge.b) or _contested(edge, rivals, clusters)):
            refused.append(edge)
        else:
            (clusters.force if edge.forced else clusters.join)(edge.a, edge.b)
            joined.append(edge)
    return joined, refused


def _by_item(edges: Iterable[Edge]) -> dict[int, list[Edge]]:
    found: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        found[edge.a].append(edge)
        found[edge.b].append(edge)
    return found


def _contested(edge: Edge, rivals: dict[int, Sequence[Edge]] | dict[int, list[Edge]], clusters: Clusters) -> bool:
    """Tell whether one end of an edge could as well join another cluster that conflicts with the first."""
    return any(_torn(edge, item, rivals[item], clusters) for item in (edge.a, edge.b))


def _torn(edge: Edge, item: int, others: Sequence[Edge], clusters: Clusters) -> bool:
    goal = edge.b if item == edge.a else edge.a
    for other in others:
        end = other.b if other.a == item else other.a
        if (
            abs(other.score - edge.score) < CLOSE
            and clusters.find(end) != clusters.find(goal)
            and clusters.conflict(end, goal)
        ):
            return True
    return False

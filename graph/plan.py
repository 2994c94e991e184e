"""What must change in the graph so that it says what the articles say: as little as can be, in an order never wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from typing import TypeVar

from neo4j import ManagedTransaction

from graph import rows
from graph.corrections import Said
from graph.derive import Derived, Tie
from graph.model import Kind, Model, Properties

T = TypeVar("T")
Step = Callable[[ManagedTransaction], None]
Sized = tuple[int, Step]
BATCH = 1000
TIED = 50
LABELS = ("Region", "Agency", "Person", "Contest", "Law", "Incident", "Ruling", "Statistic", "Activity")
KINDS = tuple(
    Kind(*kind.split())
    for kind in (
        "PART_OF Region Region",
        "IN Agency Region",
        "IN Contest Region",
        "RAN_IN Person Contest",
        "HELD Person Agency",
        "POSSIBLY_SAME Person Person",
        "IN Incident Region",
        "DURING Incident Contest",
        "ACCUSED_IN Person Incident",
        "FAVOURED Incident Person",
        "DECIDES Ruling Incident",
        "AGAINST Ruling Person",
        "BY Ruling Agency",
        "CITES Ruling Law",
        "BY Statistic Agency",
        "COVERS Statistic Region",
        "BY Activity Person",
        "BY Activity Agency",
    )
)


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps of about a thousand rows at most, in order, each with its number of rows."""

    sized: tuple[Sized, ...]

    @property
    def rows(self) -> int:
        return sum(size for size, _ in self.sized)

    def groups(self, most: int) -> Iterator[list[Step]]:
        """Steps in order, as many together as have at most so many rows, but at least one."""
        group: list[Step] = []
        held = 0
        for size, step in self.sized:
            if group and held + size > most:
                yield group
                group, held = [], 0
            group.append(step)
            held += size
        if group:
            yield group


@dataclass(frozen=True, slots=True)
class Marks:
    """An article's edition, and the mark of the ties that its claims have now; None before the first."""

    edition: str | None
    tied: str | None


def current(tx: ManagedTransaction) -> Model:
    """What several articles say together, as it stands in the graph."""
    model = Model()
    for label in LABELS:
        model.nodes[label] = rows.all_nodes(tx, label)
    for kind in KINDS:
        model.edges[kind] = rows.all_edges(tx, kind)
    return model


def plan(derived: Derived, now: Model, articles: Mapping[str, Marks]) -> Plan:
    """Compare what should be with what is; `articles` has the marks of all articles in the graph.

    What is no longer true goes first, claims are tied last: a reader who looks in between finds less than there is,
    never a person without the clearing, nor a fact without its standing.
    """
    marks = {key: mark(m.edition, derived.ties.get(key, ()), derived.said.get(key, ())) for key, m in articles.items()}
    changed = [key for key in sorted(articles) if articles[key].tied != marks[key]]
    ties = (_tie(keys, derived, marks) for keys in parts(changed, TIED))
    return Plan((*_untie(changed), *_drop(derived.model, now), *_put(derived.model, now), *ties))


def mark(edition: str | None, ties: Sequence[Tie], said: Sequence[Said] = ()) -> str:
    """A hash of an article's edition, everything its claims are tied to, and what was corrected in them."""
    return blake2b(repr((edition, ties, *said)).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _untie(changed: Sequence[str]) -> Iterator[Sized]:
    for keys in parts(changed, TIED):
        yield len(keys), partial(rows.drop_ties, articles=keys)


def _tie(keys: Sequence[str], derived: Derived, marks: Mapping[str, str]) -> Sized:
    ties = [tie for key in keys for tie in derived.ties.get(key, ())]
    said = [one for key in keys for one in derived.said.get(key, ())]

    def step(tx: ManagedTransaction) -> None:
        rows.correct_claims(tx, said)
        rows.put_ties(tx, ties)
        rows.mark_tied(tx, {key: marks[key] for key in keys})

    return len(ties), step


def _drop(wanted: Model, now: Model) -> Iterator[Sized]:
    for kind in KINDS:
        gone = sorted(now.edges[kind].keys() - wanted.edges[kind].keys())
        yield from ((len(part), partial(rows.drop_edges, kind=kind, edges=part)) for part in parts(gone, BATCH))
    for label in LABELS:
        lost = sorted(now.nodes[label].keys() - wanted.nodes[label].keys())
        yield from ((len(part), partial(rows.drop_nodes, label=label, keys=part)) for part in parts(lost, BATCH))


def _put(wanted: Model, now: Model) -> Iterator[Sized]:
    for label in LABELS:
        nodes = [wanted.nodes[label][key] for key in _news(wanted.nodes[label], now.nodes[label])]
        yield from ((len(part), partial(rows.put_nodes, label=label, nodes=part)) for part in parts(nodes, BATCH))
    for kind in KINDS:
        there = now.edges[kind]
        edges = [(e, wanted.edges[kind][e]) for e in _news(wanted.edges[kind], there)]
        for put, some in (
            (rows.make_edges, [edge for edge in edges if edge[0] not in there]),
            (rows.put_edges, [edge for edge in edges if edge[0] in there]),
        ):
            yield from ((len(part), partial(put, kind=kind, edges=part)) for part in parts(some, BATCH))


def _news(wanted: Mapping[T, Properties], now: Mapping[T, Properties]) -> list[T]:
    """Keys, in order, of what is not there as it should be."""
    return [key for key in sorted(wanted, key=repr) if now.get(key) != wanted[key]]


def parts(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Cut a sequence into pieces of at most `size`."""
    return (items[at : at + size] for at in range(0, len(items), size))

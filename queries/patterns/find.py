"""Finding all patterns anew and writing them to the graph, under the id of the run that found them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from neo4j import ManagedTransaction

from graph.connect import Graph
from graph.model import known
from graph.plan import parts
from graph.schema import migrate
from graph.store import StoreError
from queries.patterns import circles, coverage, favour, terms, timing
from queries.patterns.pattern import Pattern
from queries.patterns.view import View, view_of

Finder = Callable[[View], Iterator[Pattern]]
FINDERS: tuple[Finder, ...] = (favour.find, timing.find, circles.find, terms.find, coverage.find)
BATCH = 1000
TRIES = 5
STATE = "MATCH (s:State {id: 'graph'}) RETURN s.base AS base, s.turn AS turn, s.settled AS settled"
# The first SET takes the node's lock, so that no load changes the graph between this look and the commit.
HOLD = """
MATCH (s:State {id: 'graph'}) SET s.turn = s.turn + 0
WITH s WHERE s.base = $base AND s.turn = $turn
RETURN count(s) AS n
"""
DROP = "MATCH (x:Pattern) DETACH DELETE x"
PUT = "UNWIND $rows AS row CREATE (x:Pattern) SET x = row"
PUT_OF = "UNWIND $rows AS row MATCH (x:Pattern {{id: row.id}}) MATCH (n:{label} {{id: row.to}}) CREATE (x)-[:OF]->(n)"
PUT_CASES = (
    "UNWIND $rows AS row MATCH (x:Pattern {id: row.id}) MATCH (i:Incident {id: row.to}) CREATE (x)-[:SHOWN_BY]->(i)"
)
PUT_RUN = """
MERGE (r:Run {id: $run}) SET r.patterns = $count, r.ended = $now, r.started = coalesce(r.started, $now)
WITH r MATCH (x:Pattern {run: $run}) CREATE (x)-[:FOUND_IN]->(r)
"""


@dataclass(frozen=True, slots=True)
class Found:
    """How many patterns of each kind there are now."""

    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    def __str__(self) -> str:
        return ", ".join(f"{count} {kind}" for kind, count in sorted(self.counts.items())) or "none"


def find_patterns(graph: Graph, run: str) -> Found:
    """Look for all patterns and put them in place of the ones before; StoreError if loads keep changing the graph."""
    migrate(graph)
    for _ in range(TRIES):
        state = graph.read(STATE).rows[0]
        if state["base"] != state["settled"]:
            raise StoreError("the last load did not end: run `netralitas load`, which completes it, and ask again")
        view = view_of(graph)
        found = [pattern for finder in FINDERS for pattern in finder(view)]
        if graph.write(lambda tx, found=found, state=state: _put(tx, found, state, run)):  # type: ignore[misc]
            return Found(Counter(p.kind for p in found))
    raise StoreError(f"looking for patterns was given up after {TRIES} tries: loads keep changing the graph")


def _put(tx: ManagedTransaction, found: Sequence[Pattern], state: Mapping[str, Any], run: str) -> bool:
    """Write all patterns; False, and nothing written, where a load has changed the graph since it was looked at."""
    if tx.run(HOLD, base=state["base"], turn=state["turn"]).single(strict=True)["n"] != 1:
        return False
    tx.run(DROP).consume()
    _in_parts(tx, PUT, [known({"id": p.id, "kind": p.kind, "run": run, **p.properties}) for p in found])
    _in_parts(tx, PUT_CASES, [{"id": p.id, "to": case} for p in found for case in p.cases])
    for label, rows in sorted(_subjects(found).items()):
        _in_parts(tx, PUT_OF.format(label=label), rows)
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    tx.run(PUT_RUN, run=run, count=len(found), now=now).consume()
    return True


def _subjects(found: Sequence[Pattern]) -> Mapping[str, list[dict[str, str]]]:
    grouped: dict[str, list[dict[str, str]]] = defaultdict(list)
    for pattern in found:
        for label, to in pattern.of:
            grouped[label].append({"id": pattern.id, "to": to})
    return grouped


def _in_parts(tx: ManagedTransaction, statement: str, rows: Sequence[dict[str, Any]]) -> None:
    for part in parts(rows, BATCH):
        tx.run(statement, rows=part).consume()

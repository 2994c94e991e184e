"""The graph's labels, keys and indexes, made by numbered steps that may be run any number of times, on both stores."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from graph.connect import Graph, connect
from graph.store import StoreError

FIRST = (
    "Article",
    "Claim",
    "Person",
    "Agency",
    "Region",
    "Incident",
    "Ruling",
    "Law",
    "Contest",
    "Statistic",
    "Activity",
    "Run",
    "State",
)
LATER = ("CandidateList", "Pattern")
LABELS = (*FIRST, *LATER)
INDEXES = (
    ("Article", "published"),
    ("Article", "site"),
    ("Claim", "kind"),
    ("Incident", "date"),
    ("Incident", "first_reported"),
    ("Ruling", "date"),
)
KEYS = tuple(
    f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE" for label in LABELS
)
LOOKUPS = tuple(
    f"CREATE INDEX {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})" for label, name in INDEXES
)
NAMED = tuple(
    f"CREATE INDEX {label.lower()}_name IF NOT EXISTS FOR (n:{label}) ON (n.name)"
    for label in ("Person", "Agency", "Region")
)
# A step is never changed once released; what must change comes as a new step.
STEPS: tuple[tuple[str, ...], ...] = ((*KEYS[: len(FIRST)], *LOOKUPS), KEYS[len(FIRST) :], NAMED)
RESTORING = "MATCH (s:State {id: 'graph'}) WHERE s.restoring RETURN s.id AS id"
STATE = """
MERGE (s:State {id: 'graph'})
ON CREATE SET s.base = 0, s.turn = 0, s.settled = 0, s.rules = ''
SET s.model = $model
"""


def migrate(graph: Graph) -> int:
    """Bring the graph's schema up to date and return its number.

    Raises StoreError for a graph of a newer program, and for one into which a restore was broken off.
    """
    done = model_of(graph)
    if done and graph.read(RESTORING).rows:
        raise StoreError("a restore into this graph was broken off: run `netralitas restore` again, or rebuild")
    for step in STEPS[done:]:
        for statement in step:
            _run(graph, statement)
    if done < len(STEPS):
        _run(graph, STATE, model=len(STEPS))
    return len(STEPS)


def model_of(graph: Graph) -> int:
    """The number of the graph's model, 0 for one that was never used; raise StoreError for one of a newer program."""
    rows = graph.read("MATCH (s:State {id: 'graph'}) RETURN s.model AS model").rows
    model = int(rows[0]["model"] or 0) if rows else 0
    if model > len(STEPS):
        raise StoreError(f"the graph has model {model}, this program knows {len(STEPS)}: use a newer netralitas")
    return model


def open_graph(store: str, folder: Path) -> Graph:
    """Open a graph as `connect` does, unless a newer program has made it: what it says might be misread."""
    graph = connect(store, folder)
    try:
        model_of(graph)
    except StoreError:
        graph.close()
        raise
    return graph


def _run(graph: Graph, statement: str, **params: Any) -> None:
    graph.write(lambda tx: tx.run(statement, params).consume())

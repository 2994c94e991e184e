"""The graph's labels, keys and indexes, made by numbered steps that may be run any number of times, on both stores."""

from __future__ import annotations

from typing import Any

from graph.connect import Graph
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
# A step is never changed once released; what must change comes as a new step.
STEPS: tuple[tuple[str, ...], ...] = ((*KEYS[: len(FIRST)], *LOOKUPS), KEYS[len(FIRST) :])
STATE = """
MERGE (s:State {id: 'graph'})
ON CREATE SET s.base = 0, s.turn = 0, s.settled = 0, s.rules = ''
SET s.model = $model
"""


def migrate(graph: Graph) -> int:
    """Bring the graph's schema up to date and return its number; raise StoreError for a graph of a newer program."""
    done = model_of(graph)
    if done > len(STEPS):
        raise StoreError(f"the graph has model {done}, this program knows {len(STEPS)}: use a newer netralitas")
    for step in STEPS[done:]:
        for statement in step:
            _run(graph, statement)
    if done < len(STEPS):
        _run(graph, STATE, model=len(STEPS))
    return len(STEPS)


def model_of(graph: Graph) -> int:
    """The number of the graph's model; 0 for a graph that was never used."""
    rows = graph.read("MATCH (s:State {id: 'graph'}) RETURN s.model AS model").rows
    return int(rows[0]["model"]) if rows else 0


def _run(graph: Graph, statement: str, **params: Any) -> None:
    graph.write(lambda tx: tx.run(statement, params).consume())

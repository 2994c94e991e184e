"""docs/graph.md is a data dictionary: every label, relationship and property that the graph can hold is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from extract.reading import Reading
from graph.connect import Graph
from graph.judgements import Judgement, Judgements, Named
from graph.load import load
from graph.schema import LABELS
from queries.dump import edges, nodes
from queries.patterns.find import find_patterns

DICTIONARY = Path(__file__).parents[1] / "docs" / "graph.md"
ROW = re.compile(r"^\| (?P<what>[^|]+) \| (?P<says>.+) \|$", re.MULTILINE)
# Said once below the tables, for they are the loader's own; `id` is said of all.
OWN = frozenset({"id", "digest", "facts", "edition", "tied", "rows", "search"})


@pytest.fixture(scope="module")
def full(embedded_store: Graph, story: tuple[Reading, ...], wiped: Any) -> Graph:
    """A graph with all that the loader writes: a withdrawal, corrections, a run, patterns."""
    when = datetime(2025, 1, 1, tzinfo=UTC)
    gone = Judgement(verdict="withdrawn", about="article", a=Named("idn:9107"), who="x", when=when, why="x")
    named = next((r.id, o.name) for r in story for o in r.officials if o.role == "accused" and r.id != "idn:9107")
    right = {"role": "other"}
    wrong = Judgement(
        verdict="corrected", about="person", a=Named(*named), who="x", when=when, why="x", correction=right
    )
    load(wiped(embedded_store), story, Judgements((gone, wrong)), run="2025-01-01T00:00:00Z")
    find_patterns(embedded_store, "2025-01-01T00:00:00Z")
    return embedded_store


def said() -> dict[str, set[str]]:
    """Properties by label, or by relationship type, as the dictionary has them."""
    found: dict[str, set[str]] = {}
    for row in ROW.finditer(DICTIONARY.read_text("utf-8")):
        for name in re.findall(r"\[:(\w+)\]", row["what"]) or [row["what"].strip()]:
            found.setdefault(name, set()).update(re.findall(r"`(\w+)`", row["says"]))
    return found


def missing(told: Iterator[tuple[str, Any]]) -> set[str]:
    known = said()
    held = {(kind, name) for kind, properties in told for name in properties}
    return {f"{kind}.{name}" for kind, name in held if name not in OWN and name not in known.get(kind, set())}


def test_every_node_and_property_is_in_the_dictionary(full: Graph) -> None:
    assert set(LABELS) - {"State"} <= said().keys()
    assert missing((n.label, n.properties) for n in nodes(full) if n.label != "State") == set()


def test_every_relationship_and_property_is_in_the_dictionary(full: Graph) -> None:
    found = list(edges(full))
    assert {e.type for e in found} <= said().keys()
    assert missing((e.type, e.properties) for e in found) == set()


def test_the_loaders_own_properties_are_named_too() -> None:
    text = DICTIONARY.read_text("utf-8")
    assert all(f"`{name}`" in text for name in OWN)

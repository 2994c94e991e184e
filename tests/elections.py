"""The invented story in `patterns/`: articles of two elections, and a list of candidates of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from extract.reading import Reading
from graph.connect import Graph
from graph.contests import read_candidates
from graph.lists import put_list
from graph.load import load
from queries.library import ask
from queries.patterns.find import find_patterns
from tests.conftest import ROOT, reading_from

FOLDER = ROOT / "tests" / "patterns"
LISTS = sorted(FOLDER.glob("*.csv"))
Wiped = Callable[[Graph], Graph]


def articles() -> tuple[Reading, ...]:
    return tuple(reading_from(path) for path in sorted(FOLDER.glob("*.toml")))


def take_in(graph: Graph, paths: Sequence[Path] = LISTS) -> None:
    for path in paths:
        put_list(graph, path.name, path.read_bytes(), read_candidates(path))


def filled(graph: Graph) -> Graph:
    take_in(graph)
    load(graph, articles())
    find_patterns(graph, "run 1")
    return graph


def column(graph: Graph, name: str, *columns: str, **params: Any) -> list[Any]:
    rows = [tuple(row[c] for c in columns) for row in ask(graph, name, **params).rows]
    return [row[0] for row in rows] if len(columns) == 1 else rows

"""The whole graph, read page by page, and dumped so that it can be restored on either store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

import msgspec

from graph.connect import Graph
from graph.dumped import FORMAT, opened, types_of
from graph.schema import LABELS, model_of
from graph.store import StoreError

PAGE = 2000
# Claims' relationships come last: a graph in the making then says less than the whole, never more.
SOURCES = (*(label for label in LABELS if label != "Claim"), "Claim")
HIDDEN = frozenset({"digest", "facts", "edition", "tied", "search"})
NODES = "MATCH (n:{label}) WHERE n.id > $after RETURN n.id AS id, properties(n) AS properties ORDER BY id LIMIT $page"
EDGES = """
UNWIND $keys AS key MATCH (a:{label} {{id: key}})-[r]->(b)
RETURN a.id AS start, type(r) AS type, head(labels(b)) AS label, b.id AS end, properties(r) AS properties
ORDER BY start, type, label, end, r.title, r.role
"""


class Node(NamedTuple):
    """A node by label and business key."""

    label: str
    id: str
    properties: Mapping[str, Any]


class Edge(NamedTuple):
    """A relationship between two nodes, each by label and business key."""

    type: str
    start: tuple[str, str]
    end: tuple[str, str]
    properties: Mapping[str, Any]


def nodes(graph: Graph) -> Iterator[Node]:
    """All nodes, by label and id."""
    for label in LABELS:
        yield from (Node(label, key, properties) for key, properties in _pages(graph, label))


def edges(graph: Graph) -> Iterator[Edge]:
    """All relationships, by the label and id of the node they start from; those of claims last."""
    for label in SOURCES:
        keys: list[str] = []
        for key, _ in _pages(graph, label):
            keys.append(key)
            if len(keys) == PAGE:
                yield from _outgoing(graph, label, keys)
                keys = []
        yield from _outgoing(graph, label, keys)


def contents(graph: Graph) -> list[str]:
    """All that a graph says, as sorted texts: graphs that say the same have equal contents, whatever loaded them."""
    found = [repr(n) for n in nodes(graph) if n.label not in ("State", "Run")]
    return sorted(found) + sorted(repr(e) for e in edges(graph))


def _pages(graph: Graph, label: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    after = ""
    while rows := graph.read(NODES.format(label=label), {"after": after, "page": PAGE}).rows:
        yield from ((row["id"], row["properties"]) for row in rows)
        after = rows[-1]["id"]


def _outgoing(graph: Graph, label: str, keys: list[str]) -> Iterator[Edge]:
    for row in graph.read(EDGES.format(label=label), {"keys": keys}).rows if keys else ():
        yield Edge(row["type"], (label, row["start"]), (row["label"], row["end"]), row["properties"])


def to_jsonl(graph: Graph, out: Path) -> None:
    """A dump with everything that the graph keeps; raise StoreError if the graph was changed while it was written.

    It is packed with gzip where its name ends with .gz, and there only when it is whole.
    """
    before = _state(graph)
    unfinished = out.with_name(f".{out.name}.unfinished{out.suffix}")
    try:
        with opened(unfinished, "wb") as file:
            _write(graph, file)
        if _state(graph) != before:
            raise StoreError("the graph was changed while it was written out: export again when no load runs")
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)


def _write(graph: Graph, file: IO[bytes]) -> None:
    counted = Counter({"nodes": 0, "edges": 0})
    header = {"dump": FORMAT, "model": model_of(graph)}
    file.write(msgspec.json.encode(header) + b"\n")
    for kind, line in _lines(graph):
        counted[kind] += 1
        file.write(msgspec.json.encode({**line, "types": types_of(line["properties"])}) + b"\n")
    file.write(msgspec.json.encode({"total": counted}) + b"\n")


def _lines(graph: Graph) -> Iterator[tuple[str, dict[str, Any]]]:
    for node in nodes(graph):
        yield "nodes", {"node": node.label, "properties": node.properties}
    for e in edges(graph):
        yield "edges", {"edge": e.type, "start": e.start, "end": e.end, "properties": e.properties}


def _state(graph: Graph) -> object:
    return graph.read("MATCH (s:State) RETURN s.base AS base, s.turn AS turn, s.settled AS settled").rows


def visible(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Properties but for those that only the loader needs."""
    return {key: value for key, value in properties.items() if key not in HIDDEN}

"""The whole graph, read page by page, and written as files that other programs take in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import networkx as nx

from graph.connect import Graph
from graph.schema import KEYS, LABELS
from queries.cells import as_text, write_csv

PAGE = 2000
ROWS = 500
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
    """All relationships, by the label and id of the node they start from."""
    for label in LABELS:
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
    """One JSON object a line: first all nodes, then all relationships, with everything the graph keeps."""
    with out.open("wb") as file:
        for node in nodes(graph):
            file.write(msgspec.json.encode({"node": node.label, "properties": node.properties}) + b"\n")
        for e in edges(graph):
            whole = {"edge": e.type, "start": e.start, "end": e.end, "properties": e.properties}
            file.write(msgspec.json.encode(whole) + b"\n")


def to_cypher(graph: Graph, out: Path) -> None:
    """Statements, one a line, that make the graph anew in an empty Neo4j (`cypher-shell --file`)."""
    with out.open("w", encoding="utf-8") as file:
        file.writelines(f"{key};\n" for key in KEYS)
        made = ((f"CREATE (n:{n.label}) SET n = row.p", {"p": n.properties}) for n in nodes(graph))
        file.writelines(_statements(made))
        joined = ((_joining(e), {"s": e.start[1], "e": e.end[1], "p": e.properties}) for e in edges(graph))
        file.writelines(_statements(joined))


def _joining(edge: Edge) -> str:
    ends = f"MATCH (a:{edge.start[0]} {{id: row.s}}) MATCH (b:{edge.end[0]} {{id: row.e}})"
    return f"{ends} CREATE (a)-[r:{edge.type}]->(b) SET r = row.p"


def _statements(rows: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[str]:
    """One statement for each so many rows of a kind, since each statement has to be planned."""
    waiting: dict[str, list[str]] = defaultdict(list)
    for kind, row in rows:
        waiting[kind].append(literal(row))
        if len(waiting[kind]) == ROWS:
            yield _unwound(kind, waiting.pop(kind))
    yield from (_unwound(kind, some) for kind, some in waiting.items())


def _unwound(kind: str, rows: Sequence[str]) -> str:
    return f"UNWIND [{', '.join(rows)}] AS row {kind};\n"


def literal(value: Any) -> str:
    """A value as Cypher writes it, so that text can never be read as anything but text."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return f"localdatetime('{value.isoformat()}')"
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"`{key}`: {literal(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(literal(part) for part in value) + "]"
    # JSON's escapes are Cypher's, \uXXXX included.
    return msgspec.json.encode(value).decode()


def to_graphml(graph: Graph, out: Path) -> None:
    """One GraphML file, for Gephi, yEd or networkx; without what only the loader needs."""
    whole: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes(graph):
        if node.label != "State":
            whole.add_node(_name(node.label, node.id), label=node.label, **_shown(node.properties))
    for edge in edges(graph):
        whole.add_edge(_name(*edge.start), _name(*edge.end), label=edge.type, **_shown(edge.properties))
    nx.write_graphml(whole, out, infer_numeric_types=True)


def to_csv(graph: Graph, out: Path) -> None:
    """A folder with one file a label and one a relationship type; without what only the loader needs."""
    out.mkdir(parents=True, exist_ok=True)
    tables: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in nodes(graph):
        if node.label != "State":
            tables[node.label].append({"id": node.id, **_visible(node.properties)})
    for e in edges(graph):
        ends = {"start_label": e.start[0], "start": e.start[1], "end_label": e.end[0], "end": e.end[1]}
        tables[f"edge_{e.type}"].append({**ends, **_visible(e.properties)})
    for name, rows in tables.items():
        columns = dict.fromkeys(key for row in rows for key in row)
        with (out / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            write_csv(file, tuple(columns), rows)


def _name(label: str, key: str) -> str:
    return f"{label}/{key}"


def _visible(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in properties.items() if key not in HIDDEN}


def _shown(properties: Mapping[str, Any]) -> dict[str, str | int | float | bool]:
    """Properties of types that GraphML knows, in characters that XML can hold."""
    return {
        key: value if isinstance(value, bool | int | float) else _printable(as_text(value))
        for key, value in _visible(properties).items()
    }


def _printable(text: str) -> str:
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and not "\ufffe" <= c <= "\uffff"))

"""The whole graph as Cypher statements, for a Neo4j elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec

from graph.connect import Graph
from graph.schema import KEYS
from queries.dump import Edge, edges, nodes

ROWS = 500


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

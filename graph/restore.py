"""A dump into an empty graph, on either store: checked before anything is written, and begun anew after a kill."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from graph.connect import Graph
from graph.dumped import DumpError, Line, Total, check, lines
from graph.schema import LABELS, RESTORING, STEPS, migrate, model_of
from graph.store import StoreError
from graph.wipe import wipe

BATCH = 1000
PUT_NODES = "UNWIND $rows AS row CREATE (n:{label}) SET n = row.properties"
PUT_EDGES = (
    "UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}})"
    " CREATE (a)-[r:{type}]->(b) SET r = row.properties RETURN count(r) AS n"
)
ANY = "MATCH (n:{label}) RETURN n.id AS id LIMIT 1"
BEGIN = "MATCH (s:State {id: 'graph'}) SET s.restoring = true, s.settled = -1"
END = "MATCH (s:State {id: 'graph'}) SET s = $properties"
Row = dict[str, Any]


def restore(graph: Graph, path: Path, *, replace: bool = False) -> Total:
    """Put a dump into an empty graph, or in place of what is there.

    A restore that was broken off is begun anew. Raises DumpError for a file that is no whole dump, and StoreError for a
    graph that is not empty or a dump of a newer program; then nothing was changed.
    """
    model, total = check(path)
    if model > len(STEPS):
        raise StoreError(f"{path}: a dump of model {model}, this program knows {len(STEPS)}: use a newer netralitas")
    _make_room(graph, replace)
    migrate(graph)
    graph.write(lambda tx: tx.run(BEGIN).consume())
    state = _fill(graph, path)
    graph.write(lambda tx: tx.run(END, properties=state).consume())
    migrate(graph)
    return total


def _make_room(graph: Graph, replace: bool) -> None:
    model_of(graph)
    begun = bool(graph.read(RESTORING).rows)
    there = next((label for label in LABELS if label != "State" and graph.read(ANY.format(label=label)).rows), None)
    if there and not (begun or replace):
        raise StoreError("the graph is not empty: restore into an empty one, or put the dump in its place (--replace)")
    if there or begun:
        wipe(graph)


def _fill(graph: Graph, path: Path) -> Row:
    """Put nodes, then relationships, those of claims last; return the properties of the loader's own node."""
    state: Row = {}
    waiting: dict[str, list[Row]] = defaultdict(list)
    stage = ""
    for _, line in lines(path):
        if line.node == "State":
            state = line.values()
        elif line.node or line.edge:
            if stage != (stage := _stage(line)):
                _flush(graph, waiting)
            statement, row = _row(line)
            waiting[statement].append(row)
            if len(waiting[statement]) == BATCH:
                _put(graph, statement, waiting.pop(statement))
    _flush(graph, waiting)
    return state


def _stage(line: Line) -> str:
    return "node" if line.node else "claim" if line.start and line.start[0] == "Claim" else "fact"


def _row(line: Line) -> tuple[str, Row]:
    if line.node:
        return PUT_NODES.format(label=line.node), {"properties": line.values()}
    assert line.start, "a relationship without ends is refused before"
    assert line.end, "a relationship without ends is refused before"
    row = {"start": line.start[1], "end": line.end[1], "properties": line.values()}
    return PUT_EDGES.format(type=line.edge, start=line.start[0], end=line.end[0]), row


def _flush(graph: Graph, waiting: dict[str, list[Row]]) -> None:
    for statement, rows in waiting.items():
        _put(graph, statement, rows)
    waiting.clear()


def _put(graph: Graph, statement: str, rows: list[Row]) -> None:
    made = graph.write(lambda tx: [record["n"] for record in tx.run(statement, rows=rows)])
    if made and made != [len(rows)]:
        raise DumpError(f"{len(rows) - made[0]} relationships have no end in the dump: it is broken, use another one")

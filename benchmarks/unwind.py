"""The yardstick of loading: all nodes and relationships of a loaded graph, written by hand-made UNWIND statements.

It links nothing and checks nothing: prepared rows go into the same kind of store, with the same keys, by a thousand.
"""

from __future__ import annotations

import pickle
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from neo4j import ManagedTransaction

from graph.answer import plain
from graph.connect import Graph
from graph.model import Kind
from graph.plan import KINDS, LABELS
from graph.rows import ALL_EDGES, ALL_NODES
from graph.schema import migrate

BATCH = 1000
NODES = ("Article", "Claim", *LABELS)
TIES = tuple(
    Kind(type, "Claim", end)
    for type, ends in (
        ("IN", ("Article",)),
        ("ABOUT", ("Person", "Agency", "Region")),
        ("SUPPORTS", ("Incident", "Ruling", "Statistic", "Activity")),
        ("CITES", ("Law",)),
    )
    for end in ends
)
PUT_NODES = "UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row.properties"
PUT_EDGES = (
    "UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}})"
    " CREATE (a)-[r:{type}]->(b) SET r = row.properties"
)


def prepare(graph: Graph, path: Path) -> int:
    """Write everything in a graph to a file, as batches of rows with the statement that puts them; return the rows."""
    with path.open("wb") as file:

        def work(tx: ManagedTransaction) -> int:
            count = 0
            for statement, rows in _all(tx):
                pickle.dump((statement, rows), file)
                count += len(rows)
            return count

        return graph.write(work)


def write(graph: Graph, path: Path) -> float:
    """Write prepared rows into an empty graph; return the seconds that took, without reading the file."""
    took = -time.perf_counter()
    migrate(graph)
    took += time.perf_counter()
    for statement, rows in _prepared(path):
        began = time.perf_counter()
        graph.write(lambda tx, s=statement, r=rows: tx.run(s, rows=r).consume())  # type: ignore[misc]
        took += time.perf_counter() - began
    return took


def _all(tx: ManagedTransaction) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for label in NODES:
        yield from _batches(tx, ALL_NODES.format(label=label), PUT_NODES.format(label=label))
    for kind in (*KINDS, *TIES):
        yield from _batches(tx, ALL_EDGES.format(**kind._asdict()), PUT_EDGES.format(**kind._asdict()))


def _batches(tx: ManagedTransaction, ask: str, put: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    found = (plain(record.data()) for record in tx.run(ask))
    while rows := list(islice(found, BATCH)):
        yield put, rows


def _prepared(path: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    with path.open("rb") as file:
        while True:
            try:
                yield pickle.load(file)
            except EOFError:
                return

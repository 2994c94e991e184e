"""The whole graph as a folder of CSV files."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from graph.connect import Graph
from queries.cells import write_csv
from queries.dump import edges, nodes, visible


def to_csv(graph: Graph, out: Path) -> None:
    """A folder with one file a label and one a relationship type; without what only the loader needs."""
    out.mkdir(parents=True, exist_ok=True)
    tables: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in nodes(graph):
        if node.label != "State":
            tables[node.label].append({"id": node.id, **visible(node.properties)})
    for e in edges(graph):
        ends = {"start_label": e.start[0], "start": e.start[1], "end_label": e.end[0], "end": e.end[1]}
        tables[f"edge_{e.type}"].append({**ends, **visible(e.properties)})
    for name, rows in tables.items():
        columns = dict.fromkeys(key for row in rows for key in row)
        with (out / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            write_csv(file, tuple(columns), rows)

"""The whole graph as a drawing program takes it in: GraphML for yEd and networkx, GEXF for Gephi."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from graph.connect import Graph
from queries.cells import as_text
from queries.dump import edges, nodes, visible

HIDDEN_LABELS = ("State", "CandidateList")
# GEXF keeps `start` and `end` for time, and takes `id` for the node's name in the file.
RENAMED = {"start": "first_character", "end": "last_character", "id": "key"}
CALLED = ("name", "title", "quote", "canonical", "violations", "outcome")
SHORT = 60


def to_graphml(graph: Graph, out: Path) -> None:
    """One GraphML file, for yEd or networkx; without what only the loader needs."""
    nx.write_graphml(_whole(graph), out, infer_numeric_types=True)


def to_gexf(graph: Graph, out: Path) -> None:
    """One GEXF file, for Gephi: `label` is what a node is called, `node` what it is; relationships bear their type.

    A relationship of somebody accused bears the standing: colour by it, and read no line as guilt.
    """
    whole = _whole(graph)
    for key, attributes in whole.nodes(data=True):
        called = next((attributes[k] for k in CALLED if attributes.get(k)), key)
        attributes.update(node=attributes["label"], label=str(called)[:SHORT])
        _rename(attributes)
    for _, _, attributes in whole.edges(data=True):
        _rename(attributes)
    nx.write_gexf(whole, out)


def _rename(attributes: dict[str, Any]) -> None:
    for name in RENAMED.keys() & attributes.keys():
        attributes[RENAMED[name]] = attributes.pop(name)


def _whole(graph: Graph) -> nx.MultiDiGraph[str]:
    whole: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes(graph):
        if node.label not in HIDDEN_LABELS:
            whole.add_node(_name(node.label, node.id), label=node.label, **_shown(node.properties))
    for edge in edges(graph):
        whole.add_edge(_name(*edge.start), _name(*edge.end), label=edge.type, **_shown(edge.properties))
    return whole


def _name(label: str, key: str) -> str:
    return f"{label}/{key}"


def _shown(properties: Mapping[str, Any]) -> dict[str, str | int | float | bool]:
    """Properties of types that GraphML knows, in characters that XML can hold."""
    return {
        key: value if isinstance(value, bool | int | float) else _printable(as_text(value))
        for key, value in visible(properties).items()
    }


def _printable(text: str) -> str:
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and not "\ufffe" <= c <= "\uffff"))

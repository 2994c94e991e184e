"""Nodes and relationships as they should be in the graph, keyed so that two of them can be compared."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Properties = dict[str, Any]


class Kind(NamedTuple):
    """A relationship's type and the labels it joins."""

    type: str
    start: str
    end: str


class Ends(NamedTuple):
    """The business keys a relationship joins; `title` tells apart several of one kind between the same two nodes."""

    start: str
    end: str
    title: str = ""


@dataclass(slots=True)
class Model:
    """Everything that several articles say together, by label and id, and by kind and ends."""

    nodes: dict[str, dict[str, Properties]] = field(default_factory=lambda: defaultdict(dict))
    edges: dict[Kind, dict[Ends, Properties]] = field(default_factory=lambda: defaultdict(dict))

    def node(self, label: str, key: str, **properties: Any) -> None:
        """Put a node; None and empty lists are left out, as the stores do with null."""
        self.nodes[label][key] = {"id": key} | known(properties)

    def edge(self, kind: Kind, start: str, end: str, **properties: Any) -> None:
        """Put a relationship; one with a `title` may stand beside others."""
        self.edges[kind][Ends(start, end, properties.get("title", ""))] = known(properties)


def known(properties: Properties) -> Properties:
    """Properties that say something."""
    return {k: list(v) if isinstance(v, tuple) else v for k, v in properties.items() if v not in (None, (), [])}


def search_text(*names: str | None) -> str:
    """What a search looks in: all names, in small letters, each word once."""
    return " ".join(dict.fromkeys(word for name in names if name for word in name.lower().split()))

"""Communities of people who stand accused in the same cases."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import networkx as nx

from queries.patterns.favour import counted
from queries.patterns.pattern import Pattern, ranked
from queries.patterns.view import View

SEED = 71


def find(view: View) -> Iterator[Pattern]:
    """Patterns "circle" of people whom more than one case ties together: one case alone is no circle."""
    graph = _graph(view)
    found = [c for c in _communities(graph) if len(_cases(graph, c)) > 1]
    for rank, members in ranked(((len(_cases(graph, c)), len(c)), c) for c in found):
        yield _circle(view, graph, members, rank)


def _graph(view: View) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    for case, told in sorted(view.of_case.items()):
        for one, other in combinations(sorted({a.person for a in told}), 2):
            cases = graph.get_edge_data(one, other, {"cases": ()})["cases"]
            graph.add_edge(one, other, cases=(*cases, case), weight=len(cases) + 1)
    return graph


def _communities(graph: nx.Graph[str]) -> list[tuple[str, ...]]:
    """Louvain communities of each connected part; the seed and the order of the nodes make them the same every time."""
    parts = (graph.subgraph(sorted(part)) for part in nx.connected_components(graph))
    found = (c for part in parts for c in nx.community.louvain_communities(_sorted(part), seed=SEED))
    return sorted(tuple(sorted(c)) for c in found)


def _sorted(part: nx.Graph[str]) -> nx.Graph[str]:
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(part))
    ordered.add_edges_from(sorted((min(a, b), max(a, b), data) for a, b, data in part.edges(data=True)))
    return ordered


def _cases(graph: nx.Graph[str], members: tuple[str, ...]) -> tuple[str, ...]:
    within = graph.subgraph(members).edges(data="cases")
    return tuple(sorted({case for _, _, cases in within for case in cases}))


def _circle(view: View, graph: nx.Graph[str], members: tuple[str, ...], rank: int) -> Pattern:
    cases = _cases(graph, members)
    told = [a for case in cases for a in view.of_case[case] if a.person in members]
    inside = graph.subgraph(members)
    properties = {"rank": rank, "members": len(members), "density": round(nx.density(inside), 3), **counted(told)}
    return Pattern("circle", members[0], tuple(("Person", m) for m in members), cases, properties)

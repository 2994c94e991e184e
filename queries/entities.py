"""The graph in the terms of FollowTheMoney (followthemoney.tech), for Aleph, OpenAleph and OpenSanctions' tools.

An accusation is no property of a person here, and nobody gets a topic: it is a link to the case, which bears the
standing. People who only speak in articles are left out, for whoever screens names would take them for hits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.connect import Graph
from queries import portraits
from queries.dump import Edge, nodes, outgoing, pages
from queries.entity import Entity
from queries.portraits import Properties

PAGE = 500


@dataclass(slots=True)
class Known:
    """All but claims: nodes by label and id, and relationships by type."""

    nodes: dict[str, dict[str, Properties]] = field(default_factory=dict)
    edges: dict[str, list[Edge]] = field(default_factory=dict)

    def ends(self, kind: str, label: str) -> dict[str, str]:
        """By the id of the node it starts from, where a relationship to a label leads."""
        return {e.start[1]: e.end[1] for e in self.edges.get(kind, ()) if e.end[0] == label}

    @property
    def people(self) -> set[str]:
        """People with a part in a case: accused, in whatever standing, or said to be favoured."""
        accused = {e.start[1] for e in self.edges.get("ACCUSED_IN", ())}
        return accused | {e.end[1] for e in self.edges.get("FAVOURED", ())}


def entities(graph: Graph) -> Iterator[Entity]:
    """All entities: things first, then links."""
    known = _known(graph)
    people = known.people
    yield from (portraits.person(key, p) for key, p in known.nodes["Person"].items() if key in people)
    yield from (portraits.body(key, p) for key, p in known.nodes["Agency"].items())
    yield from (portraits.article(key, p) for key, p in known.nodes["Article"].items() if p.get("title"))
    places = {e.start[1]: known.nodes["Region"][e.end[1]]["name"] for e in known.edges.get("IN", ()) if _placed(e)}
    yield from (portraits.case(key, p, places.get(key)) for key, p in known.nodes["Incident"].items())
    yield from (portraits.accused(e) for e in known.edges.get("ACCUSED_IN", ()))
    yield from (portraits.favoured(e) for e in known.edges.get("FAVOURED", ()))
    yield from (portraits.post(e) for e in known.edges.get("HELD", ()) if e.start[1] in people)
    yield from _sanctions(known)
    yield from _evidence(graph, people, {k for k, p in known.nodes["Article"].items() if p.get("title")})


def _placed(edge: Edge) -> bool:
    return edge.start[0] == "Incident" and edge.end[0] == "Region"


def _known(graph: Graph) -> Known:
    known = Known()
    for label in ("Person", "Agency", "Article", "Region", "Incident", "Ruling"):
        known.nodes[label] = dict(pages(graph, label))
        keys = list(known.nodes[label])
        for at in range(0, len(keys), PAGE):
            for edge in outgoing(graph, label, keys[at : at + PAGE]):
                known.edges.setdefault(edge.type, []).append(edge)
    return known


def _sanctions(known: Known) -> Iterator[Entity]:
    """Sanctions of rulings in force that found a case proven, on people whose standing in it is so still."""
    held = {(e.start[1], e.end[1]): e.properties["standing"] for e in known.edges.get("ACCUSED_IN", ())}
    cases, bodies = known.ends("DECIDES", "Incident"), known.ends("BY", "Agency")
    for e in known.edges.get("AGAINST", ()):
        ruling = known.nodes["Ruling"][e.start[1]]
        sanctioned = (ruling.get("sanction") or ruling.get("class")) and not ruling.get("superseded")
        if sanctioned and ruling.get("standing") == "proven" and held.get((e.end[1], cases[e.start[1]])) == "proven":
            body = bodies.get(e.start[1])
            yield portraits.sanction(e, ruling, known.nodes["Agency"][body]["name"] if body else None)


def _evidence(graph: Graph, people: set[str], articles: set[str]) -> Iterator[Entity]:
    """A document for each sentence on a person with a part in a case, and on a case."""
    waiting: dict[str, Properties] = {}
    for node in nodes(graph, ("Claim",)):
        waiting[node.id] = node.properties
        if len(waiting) == PAGE:
            yield from _documents(graph, waiting, people, articles)
            waiting = {}
    yield from _documents(graph, waiting, people, articles)


def _documents(
    graph: Graph, claims: Mapping[str, Properties], people: set[str], articles: set[str]
) -> Iterator[Entity]:
    found = list(outgoing(graph, "Claim", list(claims)))
    article = {e.start[1]: e.end[1] for e in found if e.type == "IN"}
    for e in found:
        about = e.end[0] == "Person" and e.end[1] in people
        if (about or e.end[0] == "Incident") and article.get(e.start[1]) in articles:
            yield portraits.document(e, claims[e.start[1]], article[e.start[1]])

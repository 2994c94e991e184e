"""Who is said to be favoured most, by holders of which offices, and how far through a regency that reaches."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import networkx as nx

from extract import gazetteer
from queries.patterns.pattern import Pattern, ranked
from queries.patterns.posts import OTHER, called, district_of, sited
from queries.patterns.view import Accusation, View

Ties = dict[str, dict[str, tuple[Accusation, ...]]]
BODY = "body"
DISTRICT = "district"


def find(view: View) -> Iterator[Pattern]:
    """Patterns "favoured" of a person, and "reach" of a person in a regency."""
    graph = _graph(view)
    favoured = [f for f in sorted(graph) if graph.in_degree(f)]
    for rank, person in ranked((_score(graph, f), f) for f in favoured):
        yield _favoured(view, graph, person, rank)
    for rank, (person, regency) in ranked(_reaches(view, graph, favoured)):
        yield _reach(view, graph, person, regency, rank)


def _graph(view: View) -> nx.DiGraph[str]:
    """From each person who stands accused to each whom the case favoured; nobody favours himself here."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for favour in view.favours:
        for one in view.of_case.get(favour.case, ()):
            if one.person == favour.by != favour.person:
                told = graph.get_edge_data(one.person, favour.person, {"told": ()})["told"]
                graph.add_edge(one.person, favour.person, told=(*told, one))
    return graph


def _told(graph: nx.DiGraph[str], person: str) -> list[Accusation]:
    return [a for _, _, told in sorted(graph.in_edges(person, data="told"), key=lambda e: e[0]) for a in told]


def _score(graph: nx.DiGraph[str], person: str) -> tuple[int, int]:
    told = _told(graph, person)
    return (len({a.person for a in told}), len({a.case for a in told}))


def _favoured(view: View, graph: nx.DiGraph[str], person: str, rank: int) -> Pattern:
    told = _told(graph, person)
    cases = sorted({a.case for a in told})
    incumbent = any(f.incumbent for f in view.favours if f.person == person and f.case in cases)
    return Pattern(
        "favoured", person, (("Person", person),), tuple(cases), {"rank": rank, "incumbent": incumbent, **counted(told)}
    )


def counted(told: Iterable[Accusation]) -> dict[str, object]:
    """How many cases and people there are, how they stand, which offices they hold, and who (ids) they are."""
    told = list(told)
    people = {a.person for a in told}
    proven = {a.person for a in told if a.standing == "proven"}
    return {
        "cases": len({a.case for a in told}),
        "accused": len(people),
        "proven": len(proven),
        "alleged": len(people - proven),
        "offices": _offices(told),
        "people": tuple(sorted(people)),
    }


def _offices(told: list[Accusation]) -> tuple[str, ...]:
    """Classes of offices with how many people hold them: "camat 3", the commonest first, those not known last."""
    classes = Counter(called(office) for _, office in sorted({(a.person, a.office or "") for a in told}))
    ordered = sorted(classes.items(), key=lambda c: (c[0] == OTHER, -c[1], c[0]))
    return tuple(f"{name} {n}" for name, n in ordered)


def _reaches(
    view: View, graph: nx.DiGraph[str], favoured: Iterable[str]
) -> Iterator[tuple[tuple[int, int], tuple[str, str]]]:
    for person in favoured:
        regencies = {view.within(view.cases[a.case].region, "regency") for a in _told(graph, person)}
        for regency in sorted(r for r in regencies if r and _within(view, graph, person, r)):
            reached = _reached(view, graph, person, regency)
            yield (len(reached[BODY]) + len(reached[DISTRICT]), len(reached["accused"])), (person, regency)


def _reached(view: View, graph: nx.DiGraph[str], person: str, regency: str) -> dict[str, set[str]]:
    """The districts and offices within two steps of somebody, over those who stand accused of having favoured him."""
    near: nx.Graph[tuple[str, str]] = nx.Graph()
    for a in _within(view, graph, person, regency):
        near.add_edge(("favoured", person), ("accused", a.person))
        for node in _places(view, a, regency):
            near.add_edge(("accused", a.person), node)
    found: dict[str, set[str]] = defaultdict(set)
    for kind, key in nx.single_source_shortest_path_length(near, ("favoured", person), cutoff=2):
        found[kind].add(key)
    return found


def _within(view: View, graph: nx.DiGraph[str], person: str, regency: str) -> list[Accusation]:
    """The accusations of a regency; the holder of a district or village that it does not have is of another one."""
    here = view.regions[regency]
    told = (a for a in _told(graph, person) if view.within(view.cases[a.case].region, "regency") == regency)
    return [a for a in told if not sited(a.office) or district_of(a.office, here)]


def _places(view: View, a: Accusation, regency: str) -> Iterator[tuple[str, str]]:
    """The district that an accusation leads to, or the kind of office where it is one of the regency's own."""
    district = district_of(a.office, view.regions[regency]) or view.within(view.cases[a.case].region, "district")
    kind = called(a.office)
    if district:
        yield DISTRICT, district
    elif kind != OTHER:
        yield BODY, kind


def _reach(view: View, graph: nx.DiGraph[str], person: str, regency: str, rank: int) -> Pattern:
    told = _within(view, graph, person, regency)
    reached, code = _reached(view, graph, person, regency), view.regions[regency].code
    names = sorted(view.regions[d].name if d in view.regions else gazetteer.name_of(d) for d in reached[DISTRICT])
    inside = {d for found in gazetteer.districts_of(code).values() for d in found} if code else set()
    properties = {
        "rank": rank,
        "districts": tuple(names),
        "districts_reached": len(names),
        "districts_there": len(inside) or None,
        "regency_offices": tuple(sorted(reached[BODY])),
        **counted(told),
    }
    subjects = (("Person", person), ("Region", regency))
    return Pattern("reach", f"{person}/{regency}", subjects, tuple(sorted({a.case for a in told})), properties)

"""Bodies and regions of the graph: each under one id, with the names it was printed under and where it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from extract import gazetteer
from graph.agencies import canonical_name, kinds
from graph.facts import Region
from graph.model import Kind, Model, search_text
from graph.persons import Article
from graph.regions import chain

SEATED_IN = Kind("IN", "Agency", "Region")
PART_OF = Kind("PART_OF", "Region", "Region")
LEVELS = {2: "province", 5: "regency", 8: "district", 13: "village"}


def put_bodies(model: Model, articles: Mapping[str, Article], used: Iterable[str]) -> None:
    """Put the bodies that something in the graph refers to, each with its region."""
    printed = _printed(articles)
    for body in sorted(set(used)):
        kind, code = body.partition(":")[0], body.rpartition(":")[2]
        names = sorted(printed.get(body, Counter()), key=lambda n: (-printed[body][n], -len(n), n))
        known = kinds().get(kind)
        name = canonical_name(body) if known or not names else names[0]
        level = "national" if known and known.level == "national" else LEVELS.get(len(code) if _coded(code) else 0)
        model.node(
            "Agency",
            body,
            name=name,
            names=names or (name,),
            kind=kind if known else "other",
            level=level,
            search=search_text(name, *names),
        )
        if _coded(code):
            model.edge(SEATED_IN, body, code)


def put_regions(model: Model, articles: Iterable[Article], used: Iterable[str]) -> None:
    """Put the regions that something in the graph refers to, and those they are part of."""
    named = {r.id: r for a in articles for r in a.facts.regions}
    for region in {r.id: r for code in used for r in _with_parents(code, named)}.values():
        model.node(
            "Region",
            region.id,
            name=region.name,
            level=region.level,
            code=region.code,
            search=search_text(region.name),
        )
        if region.parent:
            model.edge(PART_OF, region.id, region.parent)


def _with_parents(key: str, named: Mapping[str, Region]) -> Iterator[Region]:
    if key in named:
        region = named[key]
        yield region
        if region.parent:
            yield from _with_parents(region.parent, named)
    elif _coded(key):
        yield from chain(gazetteer.place_of(key))


def _printed(articles: Mapping[str, Article]) -> dict[str, Counter[str]]:
    counted: dict[str, Counter[str]] = {}
    for article in articles.values():
        for body, names in article.facts.bodies.items():
            counted.setdefault(body, Counter()).update(names)
    return counted


def _coded(code: str) -> bool:
    return code[:2].isdigit() and gazetteer.exists(code)

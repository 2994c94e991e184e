"""Everything that the articles say together, worked out from all of them: the same, whatever the order of loading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from graph.ballot import Running, digests_of, merged
from graph.bodies import put_bodies, put_regions
from graph.candidacies import candidacies, put_candidacies
from graph.cases import Case, resolve_cases
from graph.corrections import Said, corrected, said
from graph.decisions import put_rulings
from graph.facts import About, Fact, Facts, Link
from graph.identity import resolve_people
from graph.incidents import put_cases
from graph.judgements import Judgements
from graph.model import Kind, Model, known
from graph.moment import day_of
from graph.persons import Article, put_people

DATED = {"Statistic": "as_of", "Activity": "date"}
Index = tuple[str, int]


class Tie(NamedTuple):
    """A claim's relationship to what it is about (ABOUT), supports (SUPPORTS) or cites (CITES)."""

    type: str
    claim: str
    label: str
    to: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Derived:
    """What should be in the graph beside articles and claims; `ties` by article, `said` where claims are corrected."""

    model: Model
    ties: dict[str, tuple[Tie, ...]]
    said: dict[str, tuple[Said, ...]]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a mention, an incident or a ruling of one article is in the graph."""

    persons: Mapping[Index, str]
    cases: Mapping[Index, str]
    stages: Mapping[tuple[str, str], str]
    rulings: Mapping[Index, str]


def derive(articles: Mapping[str, Article], judgements: Judgements, running: Iterable[Running] = ()) -> Derived:
    """Work out persons, cases, rulings, bodies, regions and contests, and tie every claim.

    Withdrawn articles take no part; `running` are the candidates of all lists.
    """
    gone, right = judgements.withdrawn(), judgements.corrections()
    kept = {key: corrected(articles[key], right) for key in sorted(articles) if key not in gone}
    digests = [a.digest for a in kept.values()]
    candidates = merged(running)
    rolls = [Article(d, Facts(d.id, employers=(None,) * len(d.mentions))) for d in digests_of(candidates)]
    people = resolve_people([*digests, *(r.digest for r in rolls)], judgements)
    cases = resolve_cases(digests, people, judgements)
    model = Model()
    persons = people.of()
    put_people(model, people, kept | {r.digest.id: r for r in rolls})
    standing = candidacies(candidates, digests, persons)
    put_cases(model, cases, standing)
    put_candidacies(model, standing)
    resolved = Resolved(persons, _cases(cases), _stages(cases), put_rulings(model, kept, cases, persons))
    _put_facts(model, kept.values(), persons)
    ties = {key: tuple(_ties(article, resolved)) for key, article in kept.items()}
    _drop_unsaid(model, ties.values())
    _put_places(model, kept, ties.values())
    return Derived(model, ties, {key: found for key, a in kept.items() if (found := tuple(said(a)))})


def _cases(cases: Iterable[Case]) -> dict[Index, str]:
    return {told: c.id for c in cases for told in c.told}


def _stages(cases: Iterable[Case]) -> dict[tuple[str, str], str]:
    return {(article, c.id): stage for c in cases for _, stage, article in c.stages}


def _put_facts(model: Model, articles: Iterable[Article], persons: Mapping[Index, str]) -> None:
    for article in articles:
        facts = article.facts
        for label, found in (("Statistic", facts.statistics), ("Activity", facts.activities), ("Law", facts.laws)):
            for fact in found:
                _put_fact(model, label, fact, article.digest.id, persons)


def _put_fact(model: Model, label: str, fact: Fact, article: str, persons: Mapping[Index, str]) -> None:
    day, precision = day_of(fact.date)
    dated = {DATED[label]: day, "precision": precision} if label in DATED else {}
    properties = known({**fact.properties, **dated})
    before = model.nodes[label].get(fact.id)
    # Two articles may word one fact in two ways; which of them is shown must not depend on which was loaded first.
    if before is None or repr(sorted(properties.items())) < repr(sorted(before.items() - {("id", fact.id)})):
        model.node(label, fact.id, **properties)
    for kind, end, to in fact.ends:
        target = persons.get((article, int(to))) if end == "Person" else to
        if target:
            model.edge(Kind(kind, label, end), fact.id, target)


def _ties(article: Article, resolved: Resolved) -> Iterator[Tie]:
    for link in article.facts.links:
        for about in link.about:
            yield from _about(article, link, about, resolved)
        for label, to in link.supports:
            yield from _supports(article, link.claim, label, to, resolved)


def _about(article: Article, link: Link, about: About, resolved: Resolved) -> Iterator[Tie]:
    if about.label != "Person":
        yield Tie("ABOUT", link.claim, about.label, about.to, {"role": about.role})
        return
    index = int(about.to)
    person = resolved.persons.get((article.digest.id, index))
    if person:
        mention = article.digest.mentions[index]
        properties = {"role": about.role, "name": mention.name, "standing": about.standing, "office": about.office}
        more = {"rank": about.rank, "corrected": mention.corrected or None}
        yield Tie("ABOUT", link.claim, "Person", person, known({**properties, **more}))


def _supports(article: Article, claim: str, label: str, to: str, resolved: Resolved) -> Iterator[Tie]:
    name = article.digest.id
    if label == "Law":
        yield Tie("CITES", claim, label, to, {})
    elif label == "Incident" and (case := resolved.cases.get((name, int(to)))):
        yield Tie("SUPPORTS", claim, label, case, known({"stage": resolved.stages.get((name, case))}))
    elif label == "Ruling" and (ruling := resolved.rulings.get((name, int(to)))):
        yield Tie("SUPPORTS", claim, label, ruling, {})
    elif label in DATED:
        yield Tie("SUPPORTS", claim, label, to, {})


def _drop_unsaid(model: Model, ties: Iterable[Sequence[Tie]]) -> None:
    """Take out every fact that no claim supports and every person no claim is about and no list names."""
    said = {(tie.label, tie.to) for own in ties for tie in own}
    said |= {(kind.start, e.start) for kind, edges in model.edges.items() if kind.type == "RAN_IN" for e in edges}
    for label in ("Person", "Incident", "Ruling", "Statistic", "Activity", "Law"):
        model.nodes[label] = {k: v for k, v in model.nodes[label].items() if (label, k) in said}
    for kind, edges in model.edges.items():
        for ends in [e for e in edges if _dangles(model, kind.start, e.start) or _dangles(model, kind.end, e.end)]:
            del edges[ends]
    during = {e.end for kind, edges in model.edges.items() if kind.end == "Contest" for e in edges}
    model.nodes["Contest"] = {k: v for k, v in model.nodes["Contest"].items() if k in during}


def _dangles(model: Model, label: str, key: str) -> bool:
    # Agencies and regions are put last, for those that are still referred to.
    return label not in ("Agency", "Region") and key not in model.nodes[label]


def _put_places(model: Model, articles: Mapping[str, Article], ties: Iterable[Sequence[Tie]]) -> None:
    ends = [(k.end, e.end) for k, edges in model.edges.items() for e in edges]
    ends += [(tie.label, tie.to) for own in ties for tie in own]
    put_bodies(model, articles, (key for label, key in ends if label == "Agency"))
    regions = [(k.end, e.end) for k, edges in model.edges.items() for e in edges]
    put_regions(model, articles.values(), (key for label, key in [*ends, *regions] if label == "Region"))

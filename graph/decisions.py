"""Rulings of the graph: what a body decided of whom, once, however many articles report it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extract.vocabulary import Standing
from graph.cases import Case
from graph.facts import Decision
from graph.keys import hashed
from graph.model import Kind, Model
from graph.moment import day_of
from graph.persons import Article
from graph.standing import decided

T = TypeVar("T")
DECIDES = Kind("DECIDES", "Ruling", "Incident")
AGAINST = Kind("AGAINST", "Ruling", "Person")
DECIDED_BY = Kind("BY", "Ruling", "Agency")
CITES = Kind("CITES", "Ruling", "Law")


@dataclass(frozen=True, slots=True)
class Told:
    """A ruling in one article: which, of what case, about which of its accused, and what it makes of the accusation."""

    article: str
    index: int
    case: str
    people: frozenset[str]
    decision: Decision
    finding: Standing | None


def put_rulings(
    model: Model, articles: Mapping[str, Article], cases: Iterable[Case], persons: Mapping[tuple[str, int], str]
) -> dict[tuple[str, int], str]:
    """Put every ruling once, however many articles report it; return each article's rulings' ids."""
    accused = {(s.person, c.id) for c in cases for s in c.standing}
    case_of = {told: c.id for c in cases for told in c.told}
    found = [t for a in articles.values() for t in _told(a, case_of, persons, accused)]
    ids: dict[tuple[str, int], str] = {}
    for group in _same(found):
        key = _ruling_id(group)
        ids.update({(t.article, t.index): key for t in group})
        _put_ruling(model, key, group)
    return ids


def _told(
    article: Article,
    case_of: Mapping[tuple[str, int], str],
    persons: Mapping[tuple[str, int], str],
    accused: set[tuple[str, str]],
) -> Iterator[Told]:
    name = article.digest.id
    for index, decision in enumerate(article.facts.rulings):
        case = _case_of(article, decision, case_of)
        if case:
            about = {p for i in decision.about if (p := persons.get((name, i))) and (p, case) in accused}
            yield Told(name, index, case, frozenset(about), decision, decided(article.digest.rulings[index]))


def _case_of(article: Article, decision: Decision, case_of: Mapping[tuple[str, int], str]) -> str | None:
    """The case that a ruling decides: that of those it is about, else the article's first."""
    for number, incident in enumerate(article.digest.incidents):
        if set(incident.accused) & set(decision.about):
            return case_of.get((article.digest.id, number))
    return case_of.get((article.digest.id, 0))


def _same(found: Sequence[Told]) -> list[list[Told]]:
    """Groups that are one ruling: each member agrees with all others, and no article tells it twice."""
    alike: dict[tuple[str, str, str], list[list[Told]]] = {}
    for told in sorted(found, key=lambda t: (t.article, t.index)):
        groups = alike.setdefault((told.case, told.decision.track, told.decision.outcome), [])
        group = next((g for g in groups if all(_agree(told, other) for other in g)), None)
        if group is None:
            groups.append([told])
        else:
            group.append(told)
    return [group for groups in alike.values() for group in groups]


def _agree(a: Told, b: Told) -> bool:
    if a.article == b.article or (a.people and b.people and a.people != b.people):
        return False
    x, y = a.decision, b.decision
    pairs = ((x.agency, y.agency), (x.severity, y.severity), (x.months, y.months), (x.rupiah, y.rupiah))
    return all(one is None or other is None or one == other for one, other in pairs)


def _ruling_id(group: Sequence[Told]) -> str:
    return "r-" + hashed(f"{group[0].article}\n{group[0].index}")


def _put_ruling(model: Model, key: str, group: Sequence[Told]) -> None:
    decisions = [t.decision for t in group]
    day, precision = day_of(max((d.date for d in decisions if d.date), key=lambda d: (len(d), d), default=None))
    model.node(
        "Ruling",
        key,
        track=decisions[0].track,
        outcome=decisions[0].outcome,
        standing=group[0].finding,
        **{"class": _first(d.severity for d in decisions)},
        sanction=_first(d.sanction for d in decisions),
        months=_first(d.months for d in decisions),
        rupiah=_first(d.rupiah for d in decisions),
        suspended=_first(d.suspended for d in decisions),
        date=day,
        precision=precision,
        superseded=any(d.superseded for d in decisions),
    )
    model.edge(DECIDES, key, group[0].case)
    for person in sorted({p for t in group for p in t.people}):
        model.edge(AGAINST, key, person)
    if body := _first(d.agency for d in decisions):
        model.edge(DECIDED_BY, key, body)
    for law in sorted({law for d in decisions for law in d.laws}):
        model.edge(CITES, key, law)


def _first(values: Iterable[T | None]) -> T | None:
    return next((v for v in values if v is not None), None)

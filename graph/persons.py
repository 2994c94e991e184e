"""Persons of the graph: names, offices as they were printed, and why mentions were joined."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.ballot import is_list
from graph.facts import Facts
from graph.identity import Merge, People, PersonCluster, PossiblySame
from graph.mention import Digest, Mention
from graph.model import Kind, Model, search_text

HELD = Kind("HELD", "Person", "Agency")
POSSIBLY_SAME = Kind("POSSIBLY_SAME", "Person", "Person")
MOST_REASONS = 50


@dataclass(frozen=True, slots=True)
class Article:
    """An article as linking keeps it."""

    digest: Digest
    facts: Facts


@dataclass(slots=True)
class Post:
    """One office of one person in one body, over all articles that name it."""

    titles: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)
    acting: Counter[str] = field(default_factory=Counter)
    days: list[date] = field(default_factory=list)
    former: bool = True

    def add(self, mention: Mention, day: date | None) -> None:
        self.titles[" ".join((mention.office or "").split())] += 1
        self.classes.update([mention.office_class] if mention.office_class else [])
        self.acting.update([mention.acting] if mention.acting else [])
        self.days += [day] if day else []
        self.former &= mention.former


def put_people(model: Model, people: People, articles: Mapping[str, Article]) -> None:
    """Put every person, the offices held, and the pairs that somebody should judge."""
    for person in people.persons:
        mentions = [(articles[k.article], articles[k.article].digest.mentions[k.index]) for k in person.mentions]
        _put_person(model, person, mentions)
        _put_posts(model, person.id, mentions)
    for pair in people.possibly:
        model.edge(POSSIBLY_SAME, pair.a, pair.b, score=round(pair.score, 3), why=pair.why, on=_named(pair))


def _named(pair: PossiblySame) -> tuple[str, ...]:
    """The mentions by which a judgement names the two: article and name of the one, article and name of the other."""
    return tuple(text for key in pair.on for text in (key.article, key.name))


def _put_person(model: Model, person: PersonCluster, mentions: Sequence[tuple[Article, Mention]]) -> None:
    printed = Counter(" ".join(m.office.split()) for _, m in mentions if m.office)
    offices = sorted(printed, key=lambda o: (-printed[o], o))
    model.node(
        "Person",
        person.id,
        name=person.name,
        names=person.names,
        initials=person.initials,
        offices=offices,
        articles=len({a.digest.id for a, _ in mentions if not is_list(a.digest.id)}),
        anchors=tuple(a for a in person.anchors if a != person.id),
        why=tuple(_reason(m) for m in person.why[:MOST_REASONS]),
        search=search_text(*person.names, *offices),
    )


def _reason(merge: Merge) -> str:
    a, b = merge.a, merge.b
    return f"{a.name} ({a.article}) = {b.name} ({b.article}): {merge.score:.1f}, {'; '.join(merge.why)}"


def _put_posts(model: Model, person: str, mentions: Iterable[tuple[Article, Mention]]) -> None:
    posts: dict[tuple[str, str], Post] = defaultdict(Post)
    for article, mention in mentions:
        body = article.facts.employers[mention.index]
        if body and mention.office:
            posts[body, " ".join(mention.office.lower().split())].add(mention, article.digest.day)
    for (body, _), post in sorted(posts.items()):
        model.edge(
            HELD,
            person,
            body,
            title=_commonest(post.titles),
            **{"class": _commonest(post.classes)},
            acting=_commonest(post.acting),
            former=post.former,
            first_seen=min(post.days, default=None),
            last_seen=max(post.days, default=None),
        )


def _commonest(counted: Counter[str]) -> str | None:
    return min(counted, key=lambda c: (-counted[c], c), default=None)

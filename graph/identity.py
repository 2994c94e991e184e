"""Who is who across articles: mentions become persons, each join with its score and reasons.

The result depends only on the set of articles and judgements, not on their order, and articles of other regions and
names change nothing in it. A person's id is made from the oldest mention, so it outlives later articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

from graph.blocks import pairs
from graph.cluster import Clusters, Edge, join_all
from graph.company import Company, company_of
from graph.judgements import JudgedPair, Judgements, judged_pairs
from graph.mention import Digest, MentionKey
from graph.names import form_of
from graph.offices import same_holder
from graph.persona import Persona, Profile, called, personas_of, profiles_of
from graph.weigh import POSSIBLE, SAME, Weighed, apart, weigh, with_company

NEAR = 3.5


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two mentions are taken for one person; `score` is in points, `SAME` and more joins."""

    a: MentionKey
    b: MentionKey
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonCluster:
    """One person: `name` is the fullest printed name, `anchors` the ids it had when its mentions were fewer."""

    id: str
    name: str
    names: tuple[str, ...]
    initials: bool
    mentions: tuple[MentionKey, ...]
    why: tuple[Merge, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PossiblySame:
    """Two persons that may be one; for somebody to judge. `on` are the mentions of `a` and of `b` to name in it."""

    a: str
    b: str
    score: float
    why: tuple[str, ...]
    on: tuple[MentionKey, MentionKey]


@dataclass(frozen=True, slots=True)
class People:
    """All persons, in the order of their ids, and the pairs that somebody should judge, likeliest first."""

    persons: tuple[PersonCluster, ...]
    possibly: tuple[PossiblySame, ...]

    def of(self) -> dict[tuple[str, int], str]:
        """The person's id of each mention, by article and index."""
        return {(m.article, m.index): p.id for p in self.persons for m in p.mentions}


def resolve_people(digests: Iterable[Digest], judgements: Judgements) -> People:
    """Work out who is who; articles that were withdrawn take no part. Raise IdentityError for two of one id."""
    gone = judgements.withdrawn()
    kept = sorted((d for d in digests if d.id not in gone), key=lambda d: d.id)
    if twice := next((a.id for a, b in pairwise(kept) if a.id == b.id), None):
        raise IdentityError(f"two articles have the id {twice!r}: load one of them")
    judged = {n.key for j in judgements.valid("person") for n in (j.a, j.b) if n}
    profiles = profiles_of((p for d in kept for p in personas_of(d)), judged)
    return _Resolution(kept, profiles, judgements).people()


class IdentityError(ValueError):
    """Articles that cannot be told apart; the message names them."""


class _Resolution:
    def __init__(self, digests: Sequence[Digest], profiles: Sequence[Profile], judgements: Judgements) -> None:
        self.digests = digests
        self.profiles = profiles
        self.articles = [p.articles for p in profiles]
        judged = _judged(profiles, judgements)
        self.same = [Edge(j.a, j.b, 99.0, (j.why,), forced=True) for j in judged if j.same]
        self.not_same = frozenset((j.a, j.b) for j in judged if not j.same)
        self.weighed = {(a, b): weigh(profiles[a].first, profiles[b].first) for a, b in pairs(profiles)}

    def people(self) -> People:
        company = company_of(self.digests, self.profiles, self._clusters(None)[0])
        clusters, joined, refused = self._clusters(company)
        groups = clusters.groups()
        ids = {i: person_id(self.profiles[g[0]].first) for g in groups for i in g}
        reasons: dict[str, list[Edge]] = defaultdict(list)
        for edge in joined:
            reasons[ids[edge.a]].append(edge)
        persons = (self._person(g, reasons[ids[g[0]]]) for g in groups)
        return People(tuple(sorted(persons, key=lambda p: p.id)), self._possibly(refused, ids))

    def _clusters(self, company: Company | None) -> tuple[Clusters, list[Edge], list[Edge]]:
        clusters = Clusters(len(self.profiles), self._unlike, self.not_same)
        near = ((pair, w) for pair, w in self.weighed.items() if w.score > POSSIBLE - NEAR)
        edges = [e for (a, b), w in near for e in self._edge(a, b, w, company)]
        strong = [e for e in edges if e.score >= SAME]
        joined, refused = join_all([*self.same, *strong], clusters)
        return clusters, joined, refused + [e for e in edges if POSSIBLE <= e.score < SAME]

    def _edge(self, a: int, b: int, found: Weighed, company: Company | None) -> list[Edge]:
        if company:
            found = with_company(found, *company.between(a, b))
        return [Edge(a, b, found.score, found.why, found.thin)] if found.score >= POSSIBLE else []

    def _unlike(self, a: int, b: int) -> bool:
        one, other = self.profiles[a].first, self.profiles[b].first
        found = self.weighed.get((a, b)) or weigh(one, other)
        together = bool(self.articles[a] & self.articles[b])
        return apart(one, other, found) or (together and not _one_in_article(one, other, found))

    def _person(self, group: list[int], edges: list[Edge]) -> PersonCluster:
        members = [p for i in group for p in self.profiles[i].members]
        name, names = _called(members)
        mentions = tuple(sorted(p.mention.key for p in members))
        anchors = tuple(sorted({person_id(p) for p in members}))
        why = (*self._alike(group), *(self._merge(e) for e in edges))
        first = self.profiles[group[0]].first
        return PersonCluster(
            person_id(first), name, names, all(p.name.initials for p in members), mentions, tuple(why), anchors
        )

    def _alike(self, group: list[int]) -> Iterable[Merge]:
        for i in group:
            first, *others = self.profiles[i].members
            yield from (
                Merge(first.mention.key, o.mention.key, SAME, ("same name, office and region",)) for o in others
            )

    def _merge(self, e: Edge) -> Merge:
        return Merge(self.profiles[e.a].first.mention.key, self.profiles[e.b].first.mention.key, e.score, e.why)

    def _possibly(self, edges: Iterable[Edge], ids: dict[int, str]) -> tuple[PossiblySame, ...]:
        best: dict[tuple[str, str], PossiblySame] = {}
        for e in sorted(edges, key=lambda e: (-e.score, e.a, e.b)):
            one, other = sorted((ids[e.a], ids[e.b]))
            if one == other or self._ruled_out(e):
                continue
            of_one, of_other = sorted((e.a, e.b), key=lambda i: ids[i])
            keys = (self.profiles[of_one].first.mention.key, self.profiles[of_other].first.mention.key)
            best.setdefault((one, other), PossiblySame(one, other, e.score, e.why, keys))
        return tuple(sorted(best.values(), key=lambda p: (-p.score, p.a, p.b)))

    def _ruled_out(self, e: Edge) -> bool:
        return (e.a, e.b) in self.not_same or bool(self.articles[e.a] & self.articles[e.b])


def _judged(profiles: Sequence[Profile], judgements: Judgements) -> tuple[JudgedPair, ...]:
    """Judgements on persons, as pairs of profiles."""
    members = ((i, p) for i, profile in enumerate(profiles) for p in profile.members)
    at = {(p.mention.article, n): i for i, p in members for n in called(p)}
    return judged_pairs(judgements.valid("person"), at)


def _one_in_article(a: Persona, b: Persona, found: Weighed) -> bool:
    """Tell whether a reader has taken one person of an article for two.

    The full name agrees, and so does the office; where one has none, the name is printed in two ways.
    """
    bare = not (a.office.kind and b.office.kind)
    agreed = found.name.kind == "variant" if bare else same_holder(a.office, b.office) >= 0.5
    return found.name.full and found.score >= SAME and agreed


def person_id(p: Persona) -> str:
    """The id of a person whose oldest mention this is."""
    source = f"{p.mention.article}\n{' '.join(p.name.words)}\n{p.name.initials}\n{p.twin or ''}"
    return "p-" + blake2b(source.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _called(members: Sequence[Persona]) -> tuple[str, tuple[str, ...]]:
    """The fullest printed name, the commonest of those, and all names by falling count."""
    printed = Counter(n for p in members for n in (p.mention.name, *p.mention.forms))
    own = Counter(p.mention.name for p in members)
    best = min(own, key=lambda n: (form_of(n).initials, -len(form_of(n).words), -own[n], n))
    return best, tuple(sorted(printed, key=lambda n: (n != best, -printed[n], n)))

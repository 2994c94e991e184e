"""Which articles tell of one case: incidents joined across articles, copies marked, cases of one person kept apart."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations
from typing import Literal

from extract.reading import Election, Place
from extract.vocabulary import Stage, Violation
from graph.cluster import Clusters, Edge, join_all
from graph.comparison import SAME_CASE, apart_cases, compare
from graph.identity import People
from graph.judgements import JudgedPair, Judgements, Key, judged_pairs
from graph.likeness import COPY, likeness
from graph.mention import Digest
from graph.standing import PersonStanding, standing_of, stands_in
from graph.told import Tale, keys, tales_of

Precision = Literal["day", "month", "year"]
PRECISIONS: dict[int, Precision] = {10: "day", 7: "month", 4: "year"}
STAGES: dict[Stage, int] = {
    "reported": 0,
    "under_examination": 1,
    "forwarded_to_KASN_BKN": 2,
    "declared_violation": 3,
    "criminal_trial": 4,
    "sanctioned": 5,
    "convicted": 6,
    "not_proven": 7,
    "acquitted": 8,
}


@dataclass(frozen=True, slots=True)
class CaseMerge:
    """Why two articles are taken to tell of one case."""

    a: str
    b: str
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One incident with all articles on it.

    `told` are (article, index of the incident there); `headline` the articles whose first incident it is; `copies` maps
    an article to the older one whose text it repeats; `stages` is what each article says; `anchors` are earlier ids.
    """

    id: str
    articles: tuple[str, ...]
    told: tuple[tuple[str, int], ...]
    headline: tuple[str, ...]
    accused: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    violations: tuple[Violation, ...]
    date: str | None
    precision: Precision | None
    stage: Stage | None
    stages: tuple[tuple[dt.date | None, Stage, str], ...]
    place: Place | None
    election: Election | None
    first_reported: dt.date | None
    last_reported: dt.date | None
    standing: tuple[PersonStanding, ...]
    copies: tuple[tuple[str, str], ...] = ()
    why: tuple[CaseMerge, ...] = ()
    anchors: tuple[str, ...] = ()


def resolve_cases(digests: Iterable[Digest], people: People, judgements: Judgements) -> tuple[Case, ...]:
    """Work out which incidents of which articles are one case; in the order of the cases' ids."""
    gone = judgements.withdrawn()
    persons = people.of()
    tales = sorted((t for d in digests if d.id not in gone for t in tales_of(d, persons)), key=lambda t: t.order)
    maybe = frozenset((p.a, p.b) for p in people.possibly)
    clusters, joined = _joined(tales, maybe, judgements)
    groups = clusters.groups()
    reasons: dict[int, list[Edge]] = defaultdict(list)
    for edge in joined:
        reasons[clusters.find(edge.a)].append(edge)
    cases = (
        _case([tales[i] for i in g], [_merge(tales, e) for e in reasons[clusters.find(g[0])]], persons) for g in groups
    )
    return tuple(sorted(cases, key=lambda c: c.id))


def _joined(
    tales: Sequence[Tale], maybe: frozenset[tuple[str, str]], judgements: Judgements
) -> tuple[Clusters, list[Edge]]:
    judged = _judged(tales, judgements)
    same = [Edge(j.a, j.b, 99.0, (j.why,), forced=True) for j in judged if j.same]
    not_same = frozenset((j.a, j.b) for j in judged if not j.same)

    def unlike(a: int, b: int) -> bool:
        return tales[a].digest.id == tales[b].digest.id or apart_cases(tales[a], tales[b], maybe)

    clusters = Clusters(len(tales), unlike, not_same)
    found = ((a, b, *compare(tales[a], tales[b], maybe)) for a, b in _pairs(tales))
    edges = [Edge(a, b, score, why) for a, b, score, why in found if score >= SAME_CASE]
    return clusters, join_all([*same, *edges], clusters)[0]


def _pairs(tales: Sequence[Tale]) -> list[tuple[int, int]]:
    blocks: dict[tuple[str | int, ...], list[int]] = defaultdict(list)
    accused = frozenset(p for tale in tales for p in tale.accused)
    for i, tale in enumerate(tales):
        for key in set(keys(tale, accused)):
            blocks[key].append(i)
    return sorted({pair for members in blocks.values() for pair in combinations(members, 2)})


def _judged(tales: Sequence[Tale], judgements: Judgements) -> tuple[JudgedPair, ...]:
    """Judgements on cases: on the first incident of each article named."""
    first: dict[Key, int] = {(t.digest.id, ()): i for i, t in enumerate(tales) if t.index == 0}
    return judged_pairs(judgements.valid("case"), first)


def _merge(tales: Sequence[Tale], e: Edge) -> CaseMerge:
    return CaseMerge(tales[e.a].digest.id, tales[e.b].digest.id, e.score, e.why)


def case_id(tale: Tale) -> str:
    """The id of a case of which this is the oldest tale."""
    source = f"{tale.digest.id}\n{tale.index}"
    return "c-" + blake2b(source.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _case(tales: Sequence[Tale], why: Sequence[CaseMerge], persons: dict[tuple[str, int], str]) -> Case:
    days = sorted(t.day for t in tales if t.day)
    day = _date(tales)
    stages = tuple((t.day, t.told.stage or t.digest.stage, t.digest.id) for t in tales)
    known = tuple((d, s, a) for d, s, a in stages if s)
    return Case(
        id=case_id(tales[0]),
        articles=tuple(sorted({t.digest.id for t in tales})),
        told=tuple(sorted((t.digest.id, t.index) for t in tales)),
        headline=tuple(sorted(t.digest.id for t in tales if t.index == 0)),
        accused=tuple(sorted({p for t in tales for p in t.accused})),
        beneficiaries=tuple(sorted({p for t in tales for p in t.favoured})),
        violations=tuple(sorted({v for t in tales for v in t.told.violations})),
        date=day,
        precision=PRECISIONS.get(len(day)) if day else None,
        stage=max(known, key=lambda s: (str(s[0] or "0"), STAGES[s[1]]))[1] if known else None,
        stages=known,
        place=_place(tales),
        election=_commonest(t.digest.election for t in tales),
        first_reported=days[0] if days else None,
        last_reported=days[-1] if days else None,
        standing=_standing(tales, persons),
        copies=tuple(_copies(tales)),
        why=tuple(why),
        anchors=tuple(sorted(case_id(t) for t in tales)),
    )


def _date(tales: Sequence[Tale]) -> str | None:
    """The day of the act that most articles give; of equals the exacter, then the earlier."""
    found = Counter(t.told.date for t in tales if t.told.date)
    return min(found, key=lambda d: (-found[d], -len(d), d), default=None)


def _place(tales: Sequence[Tale]) -> Place | None:
    """The place that most articles give; of equals the exacter."""
    found = Counter(t.place for t in tales if t.place)
    return min(found, key=lambda p: (-found[p], -_exact(p), str(p)), default=None)


def _exact(place: Place) -> int:
    return sum(bool(n) for n in (place.province, place.regency, place.district, place.village))


def _commonest(elections: Iterable[Election | None]) -> Election | None:
    found = Counter(e for e in elections if e)
    return min(found, key=lambda e: (-found[e], e.year is None, str(e)), default=None)


def _standing(tales: Sequence[Tale], persons: dict[tuple[str, int], str]) -> tuple[PersonStanding, ...]:
    accused = sorted({p for t in tales for p in t.accused})
    stands = [
        s
        for t in tales
        for m in t.digest.mentions
        if (p := persons.get((t.digest.id, m.index))) in t.accused
        for s in stands_in(t.digest, m.index, str(p))
    ]
    return tuple(standing_of(p, own) for p in accused if (own := [s for s in stands if s.person == p]))


def _copies(tales: Sequence[Tale]) -> Iterable[tuple[str, str]]:
    """Articles that repeat an older one's text."""
    for i, later in enumerate(tales):
        older = next((t for t in tales[:i] if likeness(t.digest.fingerprint, later.digest.fingerprint) >= COPY), None)
        if older and older.digest.id != later.digest.id:
            yield later.digest.id, older.digest.id

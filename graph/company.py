"""What two articles share beside the two persons in question: other people, the day of the act, the very text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.cluster import Clusters
from graph.likeness import COPY, likeness
from graph.mention import Digest
from graph.persona import Profile
from graph.where import where_is

OFFICIAL = frozenset({"supervisor", "organiser", "elected", "national", "court"})
MOST = 2.5
MOST_ARTICLES = 8


@dataclass(frozen=True, slots=True)
class Company:
    """For each profile its articles; for each article who is in it, when the act was, and what it reads like."""

    articles: Sequence[tuple[str, ...]]
    clusters: Clusters
    present: dict[str, dict[int, float]]
    days: dict[str, frozenset[tuple[str, str]]]
    prints: dict[str, tuple[int, ...]]
    lone: dict[str, tuple[int, frozenset[str]]]

    def between(self, a: int, b: int) -> tuple[float, tuple[str, ...]]:
        """Points and reasons for the best pair of articles of two profiles."""
        pairs = [(x, y) for x in self.articles[a] for y in self.articles[b] if x != y]
        of = {self.clusters.find(a), self.clusters.find(b)}
        found = (self._shared(x, y, of) for x, y in pairs)
        return max(found, key=lambda f: f[0], default=(0.0, ()))

    def _shared(self, x: str, y: str, of: set[int]) -> tuple[float, tuple[str, ...]]:
        points, why = 0.0, []
        both = (self.present[x].keys() & self.present[y].keys()) - of
        if both:
            points += min(sum(min(self.present[x][c], self.present[y][c]) for c in both), MOST)
            why.append(f"{len(both)} other persons in both articles")
        if self.days[x] & self.days[y]:
            points, why = points + 1.5, [*why, "same day of the act in one regency"]
        if likeness(self.prints[x], self.prints[y]) >= COPY:
            points, why = points + 3.0, [*why, "one text"]
        if self._lone(x, y, of):
            points, why = points + 1.0, [*why, "the only accused, of a like act"]
        return points, tuple(why)

    def _lone(self, x: str, y: str, of: set[int]) -> bool:
        """Tell whether the two persons are the only ones accused in their articles, of acts of one kind."""
        one, other = self.lone.get(x), self.lone.get(y)
        return bool(one and other and {one[0], other[0]} == of and one[1] & other[1])


def company_of(digests: Sequence[Digest], profiles: Sequence[Profile], clusters: Clusters) -> Company:
    """Who is together with whom, after a first round of joining."""
    present: dict[str, dict[int, float]] = {d.id: {} for d in digests}
    accused: dict[str, list[int]] = defaultdict(list)
    for i, profile in enumerate(profiles):
        for p in profile.members:
            worth = 0.4 if p.office.track in OFFICIAL else 1.0
            present[p.mention.article][clusters.find(i)] = worth
            accused[p.mention.article] += [clusters.find(i)] if p.accused else []
    return Company(
        [tuple(sorted(p.articles))[:MOST_ARTICLES] for p in profiles],
        clusters,
        present,
        {d.id: frozenset(_days(d)) for d in digests},
        {d.id: d.fingerprint for d in digests},
        {d.id: (accused[d.id][0], _violations(d)) for d in digests if len(accused[d.id]) == 1},
    )


def _days(digest: Digest) -> set[tuple[str, str]]:
    """Days of the act with each regency they may have been in."""
    told = {i.date for i in digest.incidents if i.date} | {day for day, what in digest.dates if what == "event"}
    return {(day, at) for day in told if len(day) == 10 for at in where_is(digest.place).at()}


def _violations(digest: Digest) -> frozenset[str]:
    told = frozenset(digest.violations).union(*(i.violations for i in digest.incidents))
    return told - {"unspecified", "other"}

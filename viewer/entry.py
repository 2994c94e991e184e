"""One entry of a timeline: a fact, who stands how in it, and every sentence it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from viewer.days import Day

SHOWN = 3
PROVEN_STAGES = frozenset({"declared_violation", "sanctioned", "convicted"})


@dataclass(frozen=True, slots=True)
class Name:
    """A node that has its own page: its business key and what it is called."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    id: str
    url: str | None = None
    site: str | None = None
    title: str | None = None
    published: datetime | None = None
    retrieved: datetime | None = None
    archive: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One claim: a quoted sentence in an article, and what it says of whom (`standings` by person)."""

    claim: str
    quote: str
    article: Article
    reader: str | None = None
    confidence: float | None = None
    start: int | None = None
    end: int | None = None
    standings: tuple[tuple[str, str], ...] = ()

    def standing_of(self, person: str) -> str | None:
        """What this sentence says of a person, by his key."""
        return dict(self.standings).get(person)


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says in an entry."""

    article: Article
    sources: tuple[Source, ...]

    @property
    def standings(self) -> tuple[tuple[str, str], ...]:
        """What the article says of whom: a person's key and a standing, each pair once."""
        return tuple(dict.fromkeys(pair for source in self.sources for pair in source.standings))

    @property
    def telling(self) -> tuple[Source, ...]:
        """The few sentences to show at once, in the order of the text: those that say how somebody stands first."""
        chosen = sorted(self.sources, key=lambda source: not source.standings)[:SHOWN]
        return tuple(source for source in self.sources if source in chosen)

    @property
    def rest(self) -> tuple[Source, ...]:
        """The other sentences."""
        return tuple(source for source in self.sources if source not in self.telling)


@dataclass(frozen=True, slots=True)
class Involved:
    """A person in an entry; `standing` is as of all sources, `said` what each claim said, the oldest first.

    `conflict` tells that sources contradict one another, rather than that the standing changed over time.
    """

    name: Name
    role: str
    office: str | None = None
    standing: str | None = None
    said: tuple[tuple[str, str], ...] = ()
    conflict: bool = False

    @property
    def differs(self) -> bool:
        """Tell whether the sources give this person more than one standing."""
        return len({standing for standing, _ in self.said}) > 1


@dataclass(frozen=True, slots=True)
class Decision:
    """A ruling's content; `rupiah` a fine, `months` a term."""

    outcome: str | None = None
    track: str | None = None
    sanction_class: str | None = None
    sanction: str | None = None
    months: int | None = None
    rupiah: int | None = None
    suspended: bool = False
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A published number."""

    measure: str
    value: float
    unit: str | None = None
    as_of: Day | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """The incident that an entry is, or that a ruling decides."""

    id: str
    violations: tuple[str, ...] = ()
    stage: str | None = None

    @property
    def found(self) -> bool:
        """Tell whether a body found a violation, so that the case need not be called alleged."""
        return self.stage in PROVEN_STAGES


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact (`kind` incident, ruling, statistic, activity or mention) with its people and its sources."""

    kind: str
    id: str
    day: Day | None
    sources: tuple[Source, ...]
    people: tuple[Involved, ...] = ()
    case: Case | None = None
    decision: Decision | None = None
    figure: Figure | None = None
    activity: str | None = None
    agency: Name | None = None
    region: Name | None = None

    @property
    def accused(self) -> tuple[Involved, ...]:
        return tuple(p for p in self.people if p.role == "accused")

    @property
    def others(self) -> tuple[Involved, ...]:
        """Everybody who is not accused: speakers, favoured, wronged, merely named."""
        return tuple(p for p in self.people if p.role != "accused")

    @property
    def standings(self) -> frozenset[str]:
        return frozenset(p.standing for p in self.accused if p.standing)

    @property
    def mark(self) -> str:
        """The standing whose colour the entry may carry: only one that all accused in it share."""
        return next(iter(self.standings)) if len(self.standings) == 1 else "none"

    @property
    def differs(self) -> bool:
        return any(p.differs for p in self.people)

    @property
    def conflict(self) -> bool:
        return any(p.conflict for p in self.people)

    @property
    def reports(self) -> tuple[Report, ...]:
        """The sources by article, the oldest first."""
        grouped: dict[str, list[Source]] = {}
        for source in self.sources:
            grouped.setdefault(source.article.id, []).append(source)
        return tuple(Report(members[0].article, tuple(members)) for members in grouped.values())

    def name_of(self, person: str) -> str:
        """What a person in the entry is called, by his key."""
        return next((p.name.text for p in self.people if p.name.id == person), person)

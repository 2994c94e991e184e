"""Everything that the viewer asks of the graph, and the timeline that it makes of the answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.answer import Answer
from graph.connect import Graph
from queries.library import arguments, question
from viewer.days import Day, day
from viewer.entry import Article, Case, Entry, Involved, Name, Source
from viewer.rows import article, careful, entries, listed, name, source, whole
from viewer.subject import Kind, Subject, subject

KINDS: tuple[Kind, ...] = ("person", "agency", "region", "case")
HITS = 40
ROWS = 5000
SECONDS = 10
PLURAL = {"person": "people", "agency": "agencies", "region": "regions", "case": "cases"}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a person stands in one case as of all sources; `body` is who found it, where a ruling says so."""

    person: Name
    case: Case
    standing: str
    office: str | None = None
    region: Name | None = None
    body: str | None = None
    last: Day | None = None
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Twin:
    """Somebody who may be the same person; nobody has decided yet."""

    name: Name
    score: float | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """A subject with all entries about it, the oldest first; `cut` says that the graph had more rows."""

    subject: Subject
    entries: tuple[Entry, ...]
    standings: tuple[Standing, ...] = ()
    twins: tuple[Twin, ...] = ()
    cut: bool = False

    @property
    def cleared(self) -> tuple[Standing, ...]:
        return tuple(s for s in self.standings if s.standing == "cleared")

    @property
    def favoured(self) -> tuple[Involved, ...]:
        """Those said to have been favoured, each once."""
        people = (p for e in self.entries for p in e.others if p.role == "beneficiary")
        return tuple({p.name.id: p for p in people}.values())

    @property
    def speaks(self) -> bool:
        """Tell whether the subject itself is quoted somewhere."""
        return any(p.role == "speaker" and p.name.id == self.subject.id for e in self.entries for p in e.people)

    def body(self, person: str, case: str | None) -> str | None:
        """Who found a case against a person proven."""
        return next((s.body for s in self.standings if s.person.id == person and s.case.id == case), None)


def ask(graph: Graph, name: str, /, **params: object) -> Answer:
    """Ask a question of the library, at most ROWS rows and SECONDS; raise what `queries.library.ask` raises."""
    asked = question(name)
    return graph.read(asked.cypher, arguments(asked, params), timeout=SECONDS, rows=ROWS)


def timeline(graph: Graph, kind: Kind, key: str) -> Timeline | None:
    """The timeline of a node by its business key; None where there is no such node."""
    about = _one(graph, kind, key)
    if about is None:
        return None
    answer = ask(graph, f"timeline_{kind}", id=key)
    found = entries(answer.rows)
    return Timeline(about, found, standings(found, about), _twins(graph, about), answer.cut)


def standings(found: tuple[Entry, ...], about: Subject) -> tuple[Standing, ...]:
    """The standing of every accused person in every case among the entries (of a person's page: his own only)."""
    pairs: dict[tuple[str, str], list[tuple[Entry, Involved]]] = {}
    for entry, person in _accused(found):
        if entry.case and (about.kind != "person" or person.name.id == about.id):
            pairs.setdefault((person.name.id, entry.case.id), []).append((entry, person))
    return tuple(_standing(case, members) for (_, case), members in pairs.items())


def search(graph: Graph, kind: Kind, words: str) -> tuple[tuple[Subject, ...], bool]:
    """At most HITS nodes of a kind that match, the best first, and whether there are more."""
    rows = ask(graph, f"search_{PLURAL[kind]}", text=words, limit=HITS + 1).rows
    return tuple(subject(kind, row) for row in rows[:HITS]), len(rows) > HITS


def latest(graph: Graph) -> tuple[Subject, ...]:
    """The cases reported last."""
    return tuple(subject("case", row) for row in ask(graph, "latest_cases").rows)


def overview(graph: Graph) -> dict[str, int | Day | None]:
    """How much the graph holds, by noun, and the days of its first and last article."""
    row = next(iter(ask(graph, "overview").rows), {})
    spans = {key: day(row.get(key)) for key in ("first", "last")}
    return {**{key: whole(value) or 0 for key, value in row.items() if key not in spans}, **spans}


def one_article(graph: Graph, key: str) -> Article | None:
    """An article by its id."""
    row = next(iter(ask(graph, "article", id=key).rows), None)
    return article({"article": row.get("id"), **row}) if row else None


def claims_of(graph: Graph, key: str) -> tuple[Source, ...]:
    """All that an article's sentences are claimed to say."""
    rows = ask(graph, "article_claims", id=key).rows
    return tuple(source({"article": key, **row}) for row in rows)


def _one(graph: Graph, kind: Kind, key: str) -> Subject | None:
    row = next(iter(ask(graph, kind, id=key).rows), None)
    return subject(kind, row) if row else None


def _twins(graph: Graph, about: Subject) -> tuple[Twin, ...]:
    rows = ask(graph, "possibly_same", id=about.id).rows if about.kind == "person" else ()
    named = ((name(row, "other"), row) for row in rows)
    return tuple(Twin(n, row["score"], listed(row.get("why"))) for n, row in named if n)


def _accused(found: tuple[Entry, ...]) -> Iterator[tuple[Entry, Involved]]:
    return ((entry, person) for entry in found for person in entry.accused)


def _standing(case: str, members: list[tuple[Entry, Involved]]) -> Standing:
    (entry, person), held = members[-1], [p.standing for _, p in members if p.standing]
    bodies = [e.agency.text for e, p in members if e.agency and _finds(e, p)]
    return Standing(
        person.name,
        next((e.case for e, _ in members if e.case and e.case.violations), entry.case) or Case(case),
        careful(held) or "alleged",
        next((p.office for _, p in members if p.office), None),
        next((e.region for e, _ in members if e.region), None),
        bodies[-1] if bodies else None,
        _reported(e for e, _ in members),
        any(p.conflict for _, p in members),
    )


def _finds(entry: Entry, person: Involved) -> bool:
    """Tell whether an entry is a ruling in force that found against a person."""
    in_force = entry.decision is not None and not entry.decision.superseded
    return in_force and any(standing == "proven" for standing, _ in person.said)


def _reported(found: Iterable[Entry]) -> Day | None:
    """The day of the last article about any of these."""
    days = [s.article.published.date() for e in found for s in e.sources if s.article.published]
    return Day(max(days)) if days else None

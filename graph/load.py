"""Readings into the graph: each article as its last Reading has it, then everything that articles say together.

Loading twice, in any order, or again after a kill gives the same graph. The articles of a load are put first, with
nothing that leads to them; then persons, cases and all else are worked out from all articles and put in one
transaction where they are few (a refresh), in several where they are many. What a kill left half done, the next load
does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from neo4j import ManagedTransaction

from extract.reading import Reading
from graph.base import Base, base_of, edition_of, record_of
from graph.connect import Graph
from graph.judgements import Judgement, Judgements
from graph.keys import LONGEST
from graph.plan import parts
from graph.schema import migrate
from graph.settle import settle

BATCH = 200
EDITIONS = "MATCH (a:Article) WHERE a.id IN $keys RETURN a.id AS id, a.edition AS edition"
PUT_ARTICLES = """
UNWIND $rows AS row MERGE (a:Article {id: row.id})
WITH a, row, a.tied AS tied
SET a = row.properties SET a.tied = tied
"""
PUT_CLAIMS = """
UNWIND $rows AS row MATCH (a:Article {id: row.article})
MERGE (c:Claim {id: row.properties.id}) SET c = row.properties
MERGE (c)-[:IN]->(a)
"""
CHANGED = "MATCH (s:State {id: 'graph'}) SET s.base = s.base + 1"
FORGET = "MATCH (a:Article) WHERE a.id IN $keys OPTIONAL MATCH (c:Claim)-[:IN]->(a) DETACH DELETE c, a"
PUT_RUN = "MERGE (r:Run {id: $id}) SET r += $properties"


@dataclass(slots=True)
class LoadReport:
    """What a load did, in articles; `written` are rows of what articles say together, `refused` says why."""

    read: int = 0
    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    persons: int = 0
    cases: int = 0
    written: int = 0
    refused: list[str] = field(default_factory=list)
    astray: tuple[Judgement, ...] = ()


def load(
    graph: Graph, readings: Iterable[Reading], judgements: Judgements | None = None, run: str | None = None
) -> LoadReport:
    """Load Readings, and bring everything that articles say together up to date; StoreError if the store fails.

    Of two Readings of one article in one load the one retrieved later counts. An empty load completes one that was
    killed, and makes new judgements count.
    """
    report, judged, began = LoadReport(), judgements or Judgements(), _now()
    gone = judged.withdrawn()
    migrate(graph)
    for batch in _batches(_checked(readings, report)):
        _put(graph, [_made(reading, gone, run) for reading in batch], report)
    settled = settle(graph, judged)
    report.persons, report.cases, report.written = settled.persons, settled.cases, settled.written
    report.astray = settled.astray
    if run:
        properties = _counts(report) | {"started": began, "ended": _now()}
        graph.write(lambda tx: tx.run(PUT_RUN, id=run, properties=properties).consume())
    return report


def forget(graph: Graph, article_ids: Sequence[str], judgements: Judgements | None = None) -> LoadReport:
    """Take articles out of the graph as if they had never been loaded."""

    def work(tx: ManagedTransaction) -> None:
        tx.run(FORGET, keys=list(article_ids)).consume()
        tx.run(CHANGED).consume()

    migrate(graph)
    graph.write(work)
    return load(graph, (), judgements)


def _counts(report: LoadReport) -> dict[str, Any]:
    names = ("read", "added", "replaced", "unchanged", "withdrawn", "persons", "cases")
    return {name: getattr(report, name) for name in names}


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def _checked(readings: Iterable[Reading], report: LoadReport) -> Iterator[Reading]:
    for reading in readings:
        report.read += 1
        if not reading.id or len(reading.id) > LONGEST:
            report.refused.append(f"the article id {reading.id[:40]!r} is empty or longer than {LONGEST} characters")
        else:
            yield reading


def _batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    """Batches without two Readings of one article; an article that comes again counts if it was retrieved later."""
    best: dict[str, tuple[str, str]] = {}
    batch: dict[str, Reading] = {}
    for reading in readings:
        rank = (str(reading.article.retrieved or ""), edition_of(reading))
        if rank > best.get(reading.id, ("", "")):
            best[reading.id] = rank
            batch[reading.id] = reading
        if len(batch) == BATCH:
            yield list(batch.values())
            batch = {}
    yield list(batch.values())


def _made(reading: Reading, gone: frozenset[str], run: str | None) -> Base:
    return record_of(reading) if reading.id in gone else base_of(reading, run)


def _put(graph: Graph, articles: list[Base], report: LoadReport) -> None:
    """Put the articles that are not there as they should be."""

    def work(tx: ManagedTransaction) -> dict[str, str | None]:
        there = {r["id"]: r["edition"] for r in tx.run(EDITIONS, keys=[a.id for a in articles])}
        new = [a for a in articles if a.id not in there or there[a.id] != a.edition]
        if new:
            _write(tx, new)
        return there

    there = graph.write(work)
    for article in articles:
        report.added += article.id not in there
        report.unchanged += there.get(article.id) == article.edition
        report.replaced += article.id in there and there[article.id] != article.edition
        report.withdrawn += not article.article.get("digest")


def _write(tx: ManagedTransaction, articles: Sequence[Base]) -> None:
    tx.run(PUT_ARTICLES, rows=[{"id": a.id, "properties": a.article} for a in articles]).consume()
    claims = [{"article": a.id, "properties": claim} for a in articles for claim in a.claims]
    for part in parts(claims, 1000):
        tx.run(PUT_CLAIMS, rows=part).consume()
    tx.run(CHANGED).consume()

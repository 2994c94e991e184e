"""The graph made anew from readings: nothing that was loaded, imported or decided is lost on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from extract.reading import Reading, ReadingError, decode
from graph.connect import Graph
from graph.judgements import Judgements
from graph.load import LoadReport, load
from graph.schema import model_of
from graph.store import StoreError
from graph.wipe import wipe
from queries.patterns.find import find_patterns

# What no reading tells: imported lists of candidates, and the record of runs.
KEPT = frozenset({"CandidateList", "Run"})
ARTICLES = "MATCH (a:Article) RETURN a.id AS id"


def rebuild(
    graph: Graph, files: Sequence[Path], judgements: Judgements, aside: list[str], *, forget: bool = False
) -> LoadReport:
    """Empty the graph and load all readings, as the program makes of them now; an older model is brought up to date.

    Raises StoreError, before anything is changed, for a graph of a newer program, and where the graph has articles that
    no reading is given for, unless they are to be forgotten. After a kill the next rebuild or load completes it.
    """
    model_of(graph)
    unread: list[str] = []
    given = {reading.id for reading in readings_of(files, unread.append)}
    lost = sorted({row["id"] for row in graph.read(ARTICLES).rows} - given)
    if lost and not forget:
        raise StoreError(
            f"{len(lost)} articles of the graph have no reading here (one is {lost[0][:60]}): give their readings too, "
            "or leave them out with --forget"
        )
    wipe(graph, KEPT)
    run = datetime.now(UTC).isoformat()
    report = load(graph, readings_of(files, aside.append), judgements, run)
    find_patterns(graph, run)
    return report


def readings_of(files: Sequence[Path], tell: Callable[[str], None]) -> Iterator[Reading]:
    """Readings of JSON lines; a line that is none is told of and passed over."""
    for path in files:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    if line.strip():
                        yield decode(line)
                except ReadingError as problem:
                    tell(f"{path}:{number}: {problem}")

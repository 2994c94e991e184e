"""How long each question of the library takes on a graph of a size, with parameters drawn from the graph itself.

`python -m benchmarks.graph_questions 10000` makes and loads a graph of so many claims; `--graph FOLDER` asks one that
is there (as `graph_load --keep FOLDER` leaves in FOLDER/SIZE/graph). Each question is asked several times, with other
parameters each time; the time is that of the whole call, with all rows fetched. `cpu_ms` is what one call takes of this
process's and the store's processors: on a busy machine it tells more than the clock.
"""

from __future__ import annotations

import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.stand import Stand, stand
from benchmarks.world import SEED, readings
from graph.connect import Graph
from graph.load import load
from graph.store import StoreError
from netralitas.terminal import say, show_table
from queries.library import Question, ask, library

TIMELINES = 200.0
PATTERNS = 2000.0
COLUMNS = ("question", "goal_ms", "median_ms", "p95_ms", "cpu_ms", "rows", "held")
IDS = "MATCH (n:{label}) RETURN n.id AS id ORDER BY n.id SKIP $skip LIMIT 1"
COUNT = "MATCH (n:{label}) RETURN count(n) AS n"
# What a question's $id is the id of stands in the words on it.
LABELS = {"person": "Person", "agency": "Agency", "region": "Region", "case": "Incident", "article": "Article"}
TEXTS = {"people": "Person", "agencies": "Agency", "regions": "Region", "cases": "Region"}
NAMES = "MATCH (n:{label}) RETURN n.name AS name ORDER BY n.id SKIP $skip LIMIT 1"


def parameters(graph: Graph, asked: Question, rng: random.Random) -> dict[str, object]:
    """Values for the parameters that a question needs, drawn from the graph; others keep their defaults."""
    return {
        name: _text(graph, asked.name, rng) if name == "text" else _one(graph, IDS, _label(p.about), rng, "id")
        for name, p in asked.parameters.items()
        if p.required
    }


def _text(graph: Graph, asked: str, rng: random.Random) -> str:
    """A word of a name of what a search looks for."""
    return rng.choice(_one(graph, NAMES, TEXTS[asked.rpartition("_")[2]], rng, "name").split())


def _label(about: str) -> str:
    return next(label for word, label in LABELS.items() if word in about)


def _one(graph: Graph, query: str, label: str, rng: random.Random, column: str) -> str:
    count = int(graph.read(COUNT.format(label=label)).rows[0]["n"])
    rows = graph.read(query.format(label=label), {"skip": rng.randrange(count)}, timeout=60).rows
    return str(rows[0][column])


def measure(at: Stand, asked: Question, times: int) -> Mapping[str, object]:
    """A question's median and 95th percentile in milliseconds; a failure's one line in place of "held"."""
    goal = PATTERNS if not any(p.required for p in asked.parameters.values()) else TIMELINES
    rng = random.Random(f"{SEED} {asked.name}")
    given = [parameters(at.graph, asked, rng) for _ in range(times)]
    most, took, cpu = 0, [], at.cpu()
    for values in given:
        began = time.perf_counter()
        try:
            most = max(most, len(ask(at.graph, asked.name, **values).rows))
        except StoreError as problem:
            return {"question": asked.name, "goal_ms": f"{goal:.0f}", "held": str(problem)[:60]}
        took.append(1000 * (time.perf_counter() - began))
    p95, cpu = percentile(took, 95), 1000 * (at.cpu() - cpu) / times
    held = "yes" if p95 <= goal else "no"
    figures = (f"{n:.0f}" for n in (goal, statistics.median(took), p95, cpu))
    return dict(zip(COLUMNS, (asked.name, *figures, most, held), strict=True))


def percentile(values: Sequence[float], share: int) -> float:
    """The value that so many hundredths of some values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]


def _measured(at: Stand, times: int, only: str) -> Iterator[Mapping[str, object]]:
    for name, asked in library().items():
        if only in name:
            found = measure(at, asked, times)
            say(" ".join(map(str, found.values())))
            yield found


def main(
    claims: Annotated[int, typer.Argument(help="Size of the graph to make.")] = 10_000,
    graph: Annotated[Path | None, typer.Option(help="Ask the graph in this folder.")] = None,
    times: Annotated[int, typer.Option(help="How often each question is asked.")] = 20,
    only: Annotated[str, typer.Option(help="Only questions whose name holds this.")] = "",
) -> None:
    """Measure all questions of the library."""
    folder = graph or Path(tempfile.mkdtemp(prefix="netralitas-"))
    try:
        with stand(folder) as at:
            if graph is None:
                load(at.graph, readings(claims))
            show_table(COLUMNS, list(_measured(at, times, only)))
            say(f"memory: store {at.peaks()[1]:.0f} MB at most")
    finally:
        if graph is None:
            shutil.rmtree(folder)


if __name__ == "__main__":
    typer.run(main)

"""How fast Readings become a graph, beside a hand-written UNWIND loader that only writes the same rows.

`python -m benchmarks.graph_load 1000 10000 100000` measures each size anew: the load, the yardstick on an empty store,
who is who and which case is which by themselves, 100 more articles, and memory. Processor seconds are of the loader and
the store together; on a busy machine they tell more than the clock.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.stand import Stand, forget_peak, stand
from benchmarks.unwind import prepare, write
from benchmarks.world import readings
from extract.reading import Reading, decode, encode
from graph import mention
from graph.cases import resolve_cases
from graph.identity import resolve_people
from graph.judgements import Judgements
from graph.load import load
from netralitas.terminal import say, show_table

MORE = 100
Row = dict[str, object]
COLUMNS = ("claims", "what", "seconds", "cpu", "claims_a_second", "note")


def measure(claims: int, folder: Path) -> Iterator[Row]:
    """All figures of one size, in the order in which they are known."""
    first, more = _files(claims, folder)
    forget_peak()
    with stand(folder / "graph") as own:
        took = own.lap()
        report = load(own.graph, _decoded(first))
        took.stop()
        loader, store = own.peaks()
        yield _row(claims, "load", took.wall, took.cpu, f"{report.persons} persons, {report.cases} cases")
        yield _row(claims, "memory", note=f"loader {loader:.0f} MB, store {store:.0f} MB at most")
        yield from _linking(claims, own)
        rows = prepare(own.graph, folder / "rows")
        again = own.lap()
        report = load(own.graph, _decoded(more))
        again.stop()
        yield _row(claims, f"{MORE} more articles", again.wall, again.cpu, f"{report.written} rows written")
    with stand(folder / "yardstick") as other:
        lap = other.lap()
        wall = write(other.graph, folder / "rows")
        lap.stop()
        yield _row(claims, "UNWIND", wall, lap.cpu, f"{rows} rows, store {other.peaks()[1]:.0f} MB at most")
    yield _row(claims, "ratio", note=f"{wall / took.wall:.2f} by the clock, {lap.cpu / took.cpu:.2f} of processor time")


def _linking(claims: int, own: Stand) -> Iterator[Row]:
    """Identity and cases by themselves, on the graph's digests."""
    kept = own.graph.read("MATCH (a:Article) RETURN a.digest AS digest", timeout=600).rows
    digests = [mention.decode(row["digest"]) for row in kept]
    lap = own.lap()
    people = resolve_people(digests, Judgements())
    lap.stop()
    yield _row(claims, "identity", lap.wall, lap.cpu, f"{len(people.possibly)} pairs to judge")
    lap = own.lap()
    cases = resolve_cases(digests, people, Judgements())
    lap.stop()
    yield _row(claims, "cases", lap.wall, lap.cpu, f"{len(cases)} cases of {len(digests)} articles")


def _files(claims: int, folder: Path) -> tuple[Path, Path]:
    """The Readings of a size, and those of some more articles, as files of JSON lines."""
    made = readings(claims + 100 * MORE)
    told, first, more = 0, folder / "readings.jsonl", folder / "more.jsonl"
    with first.open("w") as file:
        for reading in readings(claims):
            file.write(encode(reading) + "\n")
            told += 1
    with more.open("w") as file:
        file.writelines(encode(reading) + "\n" for reading in islice(made, told, told + MORE))
    return first, more


def _decoded(path: Path) -> Iterator[Reading]:
    with path.open("rb") as lines:
        yield from map(decode, lines)


def _row(claims: int, what: str, wall: float | None = None, cpu: float | None = None, note: str = "") -> Row:
    rate = f"{claims / wall:,.0f}" if wall else ""
    seconds, processor = (f"{n:.2f}" if n is not None else "" for n in (wall, cpu))
    row = (f"{claims:,}", what, seconds, processor, rate, note)
    say(" ".join(row))
    return dict(zip(COLUMNS, row, strict=True))


def main(
    sizes: Annotated[list[int] | None, typer.Argument(help="Numbers of claims; 10000 by default.")] = None,
    keep: Annotated[Path | None, typer.Option(help="Keep the graphs in this folder.")] = None,
) -> None:
    """Measure loading at some sizes."""
    work = keep or Path(tempfile.mkdtemp(prefix="netralitas-"))
    try:
        found = (measure(size, _folder(work / str(size))) for size in sizes or [10_000])
        show_table(COLUMNS, list(chain.from_iterable(found)))
    finally:
        if not keep:
            shutil.rmtree(work)


def _folder(path: Path) -> Path:
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


if __name__ == "__main__":
    typer.run(main)

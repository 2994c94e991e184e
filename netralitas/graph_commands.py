"""Commands that fill and ask the graph: load, query, cypher."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from graph.answer import Answer
from graph.connect import connect
from graph.judgements import Judgements
from graph.load import load
from graph.schema import open_graph
from netralitas.judging import troubles
from netralitas.rebuild import readings_of
from netralitas.run_report import counts_of
from netralitas.settings import Settings
from netralitas.terminal import progress, say, show_table
from queries.export import write_answer
from queries.library import ask, library, question
from queries.patterns.find import find_patterns

Format = Annotated[str, typer.Option("--format", "-f", help="table, csv, json or parquet (with --out).")]
Out = Annotated[Path | None, typer.Option(help="Write to this file.")]


def register(app: typer.Typer) -> None:
    """Add this file's commands to the command line."""
    app.command("load")(load_readings)
    app.command("query")(query)
    app.command("cypher")(cypher)


def load_readings(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Readings as JSON lines; data/readings by default.")
    ] = None,
) -> None:
    """Load readings into the graph; doing so again, in any order, changes nothing.

    Example: `netralitas load readings.jsonl`
    """
    config: Settings = context.obj
    files = paths or sorted(config.readings.glob("*.jsonl"))
    if not files:
        raise typer.BadParameter(f"{config.readings}: no readings there; run `netralitas extract` first")
    aside: list[str] = []
    with connect(config.store, config.graph) as graph, progress() as bar:
        readings = bar.track(readings_of(files, aside.append), description="reading", total=None)
        run = datetime.now(UTC).isoformat()
        report = load(graph, readings, Judgements.read(config.judgements), run)
        find_patterns(graph, run)
    for line in (*(f"set aside: {reason}" for reason in aside), *troubles(report)):
        say(line)
    show_table(("what", "count"), [{"what": k, "count": v} for k, v in counts_of(report).items()])


def query(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="A question of the library; without one all are listed.")] = None,
    param: Annotated[list[str] | None, typer.Option("--param", "-p", help="A parameter as key=value.")] = None,
    form: Format = "table",
    out: Out = None,
    explain: Annotated[bool, typer.Option(help="Print what the question asks, can and cannot show.")] = False,
) -> None:
    """List the library of questions, explain one, or ask one.

    Example: `netralitas query repeat_offenders --format csv`
    """
    config: Settings = context.obj
    if name is None:
        show_table(("name", "question"), [{"name": n, "question": q.question} for n, q in library().items()])
        return
    asked = question(name)
    if explain:
        print(f"{asked.question}\n\n{asked.about}\n")
        for key, parameter in asked.parameters.items():
            print(f"  --param {key}=…  {parameter.about} (default {parameter.default!r})")
        print(f"\n{asked.cypher}")
        return
    with open_graph(config.store, config.graph) as graph:
        show_answer(ask(graph, name, **_parameters(param or [])), form, out)


def _parameters(given: list[str]) -> dict[str, str]:
    pairs = [p.partition("=") for p in given]
    if wrong := [key for key, sign, _ in pairs if not sign]:
        raise typer.BadParameter(f"{wrong[0]!r} is no parameter; write it as key=value")
    return {key: value for key, _, value in pairs}


def show_answer(answer: Answer, form: str, out: Path | None) -> None:
    """An answer as a table for people, or in a form for programs."""
    if form == "table" and out is None:
        show_table(answer.columns, answer.rows)
        say(f"{len(answer.rows)} rows" + (", cut off: there are more" if answer.cut else ""))
        return
    write_answer(answer, form, out if out else sys.stdout.buffer)


def cypher(
    context: typer.Context,
    statement: Annotated[str, typer.Argument(help="A read-only Cypher query.")],
    form: Format = "table",
    out: Out = None,
    rows: Annotated[int, typer.Option(help="Most rows to fetch.")] = 10_000,
    timeout: Annotated[float, typer.Option(help="Seconds.")] = 30,
) -> None:
    """Ask a read-only query of one's own; writes, LOAD CSV and procedures are refused.

    Example: `netralitas cypher 'MATCH (p:Person) RETURN count(p)'`
    """
    config: Settings = context.obj
    with open_graph(config.store, config.graph) as graph:
        show_answer(graph.read(statement, timeout=timeout, rows=rows), form, out)

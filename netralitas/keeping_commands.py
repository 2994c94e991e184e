"""Commands that keep the graph: export, restore, rebuild."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from filelock import FileLock, Timeout

from graph.connect import connect
from graph.judgements import Judgements
from graph.restore import restore
from graph.schema import open_graph
from netralitas.judging import troubles
from netralitas.rebuild import rebuild
from netralitas.refresh import AlreadyRunning
from netralitas.run_report import counts_of
from netralitas.settings import Settings
from netralitas.terminal import say, show_table
from queries.export import write_graph

FORMS = "jsonl (a dump, .gz packs it), csv, graphml, gexf (Gephi), ftm (FollowTheMoney) or cypher."


def register(app: typer.Typer) -> None:
    """Add this file's commands to the command line."""
    app.command("export")(export)
    app.command("restore")(restore_dump)
    app.command("rebuild")(rebuild_graph)


def export(
    context: typer.Context,
    form: Annotated[str, typer.Option("--format", "-f", help=FORMS)],
    out: Annotated[Path, typer.Option(help="File, or folder for csv.")],
) -> None:
    """Export the whole graph.

    Example: `netralitas export --format gexf --out graph.gexf`
    """
    config: Settings = context.obj
    with open_graph(config.store, config.graph) as graph:
        write_graph(graph, form, out)
    say(f"written: {out}")


def restore_dump(
    context: typer.Context,
    dump: Annotated[Path, typer.Argument(help="What `netralitas export --format jsonl` wrote.")],
    replace: Annotated[bool, typer.Option(help="In place of what the graph holds now.")] = False,
) -> None:
    """Put a dump into an empty graph, of the same store or the other one; the same rows come out of it.

    Example: `netralitas restore graph.jsonl.gz`
    """
    config: Settings = context.obj
    with connect(config.store, config.graph) as graph:
        total = restore(graph, dump, replace=replace)
    say(f"restored: {total.nodes} nodes and {total.edges} relationships")


def rebuild_graph(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Readings as JSON lines; data/readings by default.")
    ] = None,
    forget: Annotated[bool, typer.Option(help="Leave out articles of the graph that have no reading here.")] = False,
) -> None:
    """Make the graph anew from readings and judgements: for a new version, or a graph that somebody has damaged.

    Imported lists of candidates and the record of runs stay.

    Example: `netralitas rebuild`
    """
    config: Settings = context.obj
    files = paths or sorted(config.readings.glob("*.jsonl"))
    if not files:
        raise typer.BadParameter(f"{config.readings}: no readings there; run `netralitas extract` first")
    aside: list[str] = []
    config.data.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(config.data / "refresh.lock", timeout=0), connect(config.store, config.graph) as graph:
            report = rebuild(graph, files, Judgements.read(config.judgements), aside, forget=forget)
    except Timeout as problem:
        raise AlreadyRunning(f"{config.data / 'refresh.lock'}: a refresh is running in this folder") from problem
    for line in (*(f"set aside: {reason}" for reason in aside), *troubles(report)):
        say(line)
    show_table(("what", "count"), [{"what": k, "count": v} for k, v in counts_of(report).items()])

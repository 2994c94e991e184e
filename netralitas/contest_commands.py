"""Commands on contests: import lists of candidates, look for patterns."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from graph.connect import connect
from netralitas.candidates import Imported, forget_candidates, import_candidates
from netralitas.settings import Settings
from netralitas.terminal import say, show_table
from queries.patterns.find import Found, find_patterns

Json = Annotated[bool, typer.Option("--json", help="As JSON, for a program.")]
ASKED = {
    "favoured": "pattern_favoured",
    "reach": "pattern_reach",
    "before_fixing": "pattern_before_fixing",
    "timing": "pattern_timing",
    "circle": "pattern_circles",
    "office_again": "pattern_offices",
    "region": "pattern_regions",
}


def register(app: typer.Typer) -> None:
    """Add this file's commands to the command line."""
    imports = typer.Typer(help="Take in what others publish: lists of candidates.")
    imports.command("candidates")(candidates)
    app.add_typer(imports, name="import")
    app.command("patterns")(patterns)


def candidates(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="A CSV file with a header, as the KPU and its copies give.")],
    year: Annotated[
        int | None, typer.Option(help="Year of the vote, where neither a column nor the file's name tells.")
    ] = None,
    forget: Annotated[bool, typer.Option(help="Take the list of this name out again; its file is kept aside.")] = False,
    as_json: Json = False,
) -> None:
    """Take in who ran for governor, regent or mayor; again changes nothing, a newer edition of the file replaces it.

    Rows that cannot be used are said and left out (exit code 1); the file is kept in `candidates/` of the data folder.

    Example: `netralitas import candidates pilkada2024.csv`
    """
    config: Settings = context.obj
    with connect(config.store, config.graph) as graph:
        if forget:
            forget_candidates(config, graph, path.name)
            say(f"{path.name}: taken out of the graph")
            return
        done = import_candidates(config, graph, path, year)
    for problem in done.found.problems:
        say(f"set aside: {problem}")
    for old in done.put.replaced:
        say(f"{done.put.id}: replaces the edition of {old}, which is kept in {config.data / 'candidates' / 'replaced'}")
    _show(_counts(done), as_json)
    raise typer.Exit(1 if done.found.problems else 0)


def _counts(done: Imported) -> dict[str, int]:
    return {
        "contests": len(done.found.contests),
        "candidates": len(done.found.running),
        "set aside": len(done.found.problems),
        "unchanged": int(done.put.unchanged),
        "patterns": done.patterns.total,
    }


def _show(counts: dict[str, int], as_json: bool) -> None:
    if as_json:
        print(json.dumps(counts))
    else:
        show_table(("what", "count"), [{"what": k, "count": v} for k, v in counts.items()])


def patterns(context: typer.Context, as_json: Json = False) -> None:
    """Look anew for what many cases have in common; each kind of pattern is then a question with its evidence.

    A load, a refresh and an import do this too. Cleared people are no part of any pattern.

    Example: `netralitas patterns`, then `netralitas query pattern_favoured`
    """
    config: Settings = context.obj
    with connect(config.store, config.graph) as graph:
        found = find_patterns(graph, datetime.now(UTC).isoformat())
    if as_json:
        print(json.dumps(dict(sorted(found.counts.items()))))
    else:
        show_patterns(found)


def show_patterns(found: Found) -> None:
    """How many patterns of each kind there are, and the question that shows them."""
    rows = [{"pattern": k, "found": found.counts.get(k, 0), "ask": f"netralitas query {q}"} for k, q in ASKED.items()]
    show_table(("pattern", "found", "ask"), rows)

"""Deciding at a terminal, one pair after the other with both sides' sentences; then the graph is brought up to date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import typer

from graph.connect import Graph
from graph.judgements import Judgements, Named, append
from graph.load import LoadReport, load
from netralitas.terminal import say
from queries.pairs import Pair, Side, sentences
from queries.patterns.find import find_patterns

ANSWERS: dict[str, Literal["same", "not_same"]] = {"s": "same", "n": "not_same"}
PROMPT = "[s]ame person, [n]ot the same, [l]ater, [q]uit"


def work_off(graph: Graph, waiting: Sequence[Pair], judgements: Path, who: str) -> int:
    """Ask about each pair until all are asked or the person quits; return how many were decided."""
    decided = 0
    for number, pair in enumerate(waiting, 1):
        say(f"\n{number} of {len(waiting)}, score {pair.score:g}: {'; '.join(pair.why)}")
        for side in (pair.one, pair.other):
            _show(graph, side)
        answer = _answer()
        if answer == "q":
            break
        if answer in ANSWERS:
            why = typer.prompt("Why", err=True)
            append(judgements, pair.judged(ANSWERS[answer], who, why))
            decided += 1
    return decided


def bring_up(graph: Graph, judgements: Path) -> None:
    """Put all decisions into the graph, and say which of them are on what is not there."""
    report = load(graph, (), Judgements.read(judgements))
    find_patterns(graph, datetime.now(UTC).isoformat())
    for line in troubles(report):
        say(line)
    say(f"the graph has {report.persons} persons and {report.cases} cases now")


def troubles(report: LoadReport) -> Iterator[str]:
    """What a load set aside or could not follow, a line each."""
    yield from (f"set aside: {reason}" for reason in report.refused)
    for j in report.astray:
        on = ", ".join(mention_text(n) for n in (j.a, j.b) if n)
        yield f"kept without effect, for it is on what is not in the graph: {j.verdict} {on} ({j.who}: {j.why})"


def mention_text(named: Named) -> str:
    """What a judgement names, as it is typed: ARTICLE::NAME, or an article alone."""
    return f"{named.article}::{named.name}" if named.name else named.article


def _answer() -> str:
    while (given := str(typer.prompt(PROMPT, err=True)).strip().lower()[:1]) not in (*ANSWERS, "l", "q"):
        say("s, n, l or q, please")
    return given


def _show(graph: Graph, side: Side) -> None:
    standings = ", ".join(side.standings) or "accused in no case"
    say(f"  {side.name}, {side.office or 'no office given'} ({standings}; {side.articles} articles)")
    for row in sentences(graph, side.id).rows:
        told = f"{row['site'] or row['article']}, {str(row['published'] or 'no date')[:10]}"
        say(f"    {row['role']}: \u201c{row['quote']}\u201d {told}, {row['url'] or row['article']}")

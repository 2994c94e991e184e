"""Commands with which people decide: judge, with its queue of pairs that may be one person."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated, get_args

import typer

from graph.judgements import Judgement, JudgementError, Judgements, Named, Verdict, append, undo
from graph.schema import open_graph
from netralitas.judging import bring_up, mention_text, work_off
from netralitas.settings import Settings
from netralitas.terminal import say, show_table
from queries.pairs import Pair, pairs, undecided

QUEUE = ("score", "person", "standing", "office", "other", "other standing", "other office", "why", "decide with")
TAKEN = ("number", "verdict", "about", "on", "right", "who", "when", "why", "in force")
LATER = "decided, `netralitas load` (or the next refresh) puts it into the graph"


def register(app: typer.Typer) -> None:
    """Add this file's commands to the command line."""
    app.command("judge")(judge)


def judge(
    context: typer.Context,
    verdict: Annotated[
        str | None,
        typer.Argument(
            help="same, not_same, withdrawn, corrected, undecided, or undo; without one the queue is shown."
        ),
    ] = None,
    a: Annotated[str | None, typer.Argument(help="A mention as ARTICLE::NAME, an article, or undo's number.")] = None,
    b: Annotated[str | None, typer.Argument(help="The other mention or article, for same and not_same.")] = None,
    why: Annotated[str, typer.Option(help="The reason; kept for ever.")] = "",
    who: Annotated[str, typer.Option(help="Who decides.")] = getpass.getuser(),
    right: Annotated[
        list[str] | None,
        typer.Option("--set", help="For corrected: role=…, standing=…, name=… or office=…."),
    ] = None,
    taken: Annotated[bool, typer.Option("--list", help="List what was decided, with the numbers for undo.")] = False,
    ask: Annotated[
        bool | None, typer.Option("--ask/--no-ask", help="Go through the queue pair by pair; so at a terminal.")
    ] = None,
    apply: Annotated[bool, typer.Option(help="Put the decision into the graph at once.")] = False,
) -> None:
    """Work off the queue of people who may be one, or decide one thing; every decision outlives every reload.

    Examples: `netralitas judge` · `netralitas judge same 'ART1::Rina Wati' 'ART2::R. Wati' --why 'same office'` ·
    `netralitas judge corrected 'ART1::Rina Wati' --set role=speaker --why 'she is only quoted'` ·
    `netralitas judge --list` · `netralitas judge undo 3 --why 'mistaken'`
    """
    config: Settings = context.obj
    if taken:
        show_table(TAKEN, _taken(Judgements.read(config.judgements)))
    elif verdict is None:
        _queue(config, who, sys.stdin.isatty() if ask is None else ask)
    else:
        append(config.judgements, _decision(config, verdict, [x for x in (a, b) if x], who, why, right or []))
        _tell(config, apply)


def _tell(config: Settings, apply: bool) -> None:
    if not apply:
        say(LATER)
        return
    with open_graph(config.store, config.graph) as graph:
        bring_up(graph, config.judgements)


def _decision(config: Settings, verdict: str, named: list[str], who: str, why: str, right: list[str]) -> Judgement:
    if verdict == "undo":
        return undo(_numbered(Judgements.read(config.judgements), named), who, why)
    if verdict not in get_args(Verdict):
        raise JudgementError(f"{verdict[:40]!r} is no verdict: use {', '.join(get_args(Verdict))} or undo")
    if not named:
        raise JudgementError(f"{verdict} needs what it is about: ARTICLE::NAME, or an article")
    mentions = [_named(x) for x in named]
    return Judgement(
        verdict=verdict,  # type: ignore[arg-type]  # looked up above
        about="person" if mentions[0].name else "article" if verdict in ("withdrawn", "corrected") else "case",
        a=mentions[0],
        b=mentions[1] if len(mentions) > 1 else None,
        who=who,
        when=datetime.now(UTC),
        why=why,
        correction=dict(_rights(right)),
    )


def _named(text: str) -> Named:
    """A mention from ARTICLE::NAME, or an article alone."""
    article, _, name = text.partition("::")
    return Named(article, name)


def _rights(given: list[str]) -> Iterator[tuple[str, str]]:
    for pair in given:
        key, sign, value = pair.partition("=")
        if not sign:
            raise typer.BadParameter(f"{pair!r} corrects nothing; write it as role=speaker")
        yield key.strip(), value.strip()


def _numbered(judgements: Judgements, named: list[str]) -> Judgement:
    number = int(named[0]) if named and named[0].isdecimal() else 0
    if not 1 <= number <= len(judgements.all):
        raise JudgementError(f"undo needs a number from 1 to {len(judgements.all)}: see `netralitas judge --list`")
    return judgements.all[number - 1]


def _taken(judgements: Judgements) -> Iterator[dict[str, object]]:
    in_force = {id(j) for about in ("person", "case", "article") for j in judgements.valid(about)}
    for number, j in enumerate(judgements.all, 1):
        yield {
            "number": number,
            "verdict": j.verdict,
            "about": j.about,
            "on": [mention_text(n) for n in (j.a, j.b) if n],
            "right": [f"{key}={value}" for key, value in j.correction.items()],
            "who": j.who,
            "when": f"{j.when:%Y-%m-%d %H:%M}",
            "why": j.why,
            "in force": "yes" if id(j) in in_force else "no",
        }


def _queue(config: Settings, who: str, ask: bool) -> None:
    with open_graph(config.store, config.graph) as graph:
        waiting = undecided(pairs(graph), Judgements.read(config.judgements))
        if not ask:
            show_table(QUEUE, [_row(pair) for pair in waiting])
        elif work_off(graph, waiting, config.judgements, who):
            bring_up(graph, config.judgements)
    say(f"{len(waiting)} pairs waited for a decision")


def _row(pair: Pair) -> dict[str, object]:
    one, other = pair.one, pair.other
    named = " ".join(f"'{mention_text(side.named)}'" for side in (one, other))
    return {
        "score": pair.score,
        "person": one.name,
        "standing": one.standings,
        "office": one.office,
        "other": other.name,
        "other standing": other.standings,
        "other office": other.office,
        "why": "; ".join(pair.why),
        "decide with": f"netralitas judge same|not_same {named} --why …",
    }

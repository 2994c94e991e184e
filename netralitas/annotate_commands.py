"""Commands for those who write annotated articles: annotate check, annotate draft."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from extract.inputs import articles_in
from extract.people import Person
from extract.read import Reader
from extract.text import Text
from netralitas.annotation import GOLD, AnnotationError, Pair, Written, names_at, read_pair, read_part
from netralitas.annotation_check import Problem, missing_persons, problems
from netralitas.annotation_draft import as_json, drafted
from netralitas.terminal import safe, say

annotate = typer.Typer(help="Write and check annotated articles, from which the reader learns.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add this file's commands to the command line."""
    app.add_typer(annotate, name="annotate")


@annotate.command("check")
def check(
    files: Annotated[list[Path], typer.Argument(help="NAME.json, NAME.gold.json, or folders of such pairs.")],
    hints: Annotated[bool, typer.Option(help="Also name persons whom the reader finds and nobody annotated.")] = True,
) -> None:
    """Say what is wrong with annotated articles, one line a problem; exit 2 if anything is.

    Example: `netralitas annotate check training/articles/ta01.json`
    """
    stems = [stem for file in files for stem in names_at(file)]
    reader = Reader() if hints else None
    wrong = 0
    for stem in stems:
        for problem, line in _found(stem, reader):
            print(safe(line))
            wrong += not problem.hint
    say(f"{len(stems)} annotated article{'s' * (len(stems) != 1)} checked, {wrong or 'no'} problem{'s' * (wrong != 1)}")
    if wrong or not stems:
        raise typer.Exit(2)


def _found(stem: Path, reader: Reader | None) -> Iterator[tuple[Problem, str]]:
    try:
        pair = read_pair(stem)
    except AnnotationError as problem:
        yield Problem("", "", ""), str(problem)
        return
    hints = missing_persons(pair, _people(reader, pair)) if reader else ()
    yield from ((p, p.line(f"{stem}{GOLD}")) for p in (*problems(pair), *hints))


def _people(reader: Reader, pair: Pair) -> tuple[Person, ...]:
    return reader.judge(Text(pair.article.text, pair.article.title)).view.people


@annotate.command("draft")
def draft(file: Annotated[Path, typer.Argument(help="NAME.json, an article without an annotation.")]) -> None:
    """Write NAME.gold.json beside an article as the reader understands it, for a person to correct.

    Example: `netralitas annotate draft training/articles/ta99.json`
    """
    (stem,) = names_at(file)
    target = stem.with_name(f"{stem.name}{GOLD}")
    if target.exists():
        raise AnnotationError(f"{target}: is there already; take it away first if a new draft is wanted")
    url = read_part(stem.with_name(f"{stem.name}.json"), Written).url
    (article,) = articles_in(stem.with_name(f"{stem.name}.json"), lambda where, why: say(f"{where}: {why}"))
    target.write_text(as_json(drafted(Reader().read(article), url)), encoding="utf-8")
    say(f"{target}: written; correct it by hand, then `netralitas annotate check {target}`")

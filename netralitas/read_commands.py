"""Commands that read articles: extract, explain, evaluate."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, TextIO

import typer

from extract.explain import explained
from extract.inputs import articles_in
from extract.read import Reader
from extract.reading import Article, Reading, encode
from netralitas.evaluate import Record, evaluate
from netralitas.settings import Settings
from netralitas.terminal import progress, say, show_table

Paths = Annotated[list[str], typer.Argument(help="WARC, HTML, text or JSON (lines): paths, globs or fsspec addresses.")]


def register(app: typer.Typer) -> None:
    """Add this file's commands to the command line."""
    app.command("extract")(extract)
    app.command("explain")(explain)
    app.command("evaluate")(evaluate_gold)


def extract(
    context: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(help=Paths.__metadata__[0].help)] = None,
    out: Annotated[Path | None, typer.Option(help="Write here and not to standard output.")] = None,
) -> None:
    """Read articles and say, as JSON lines, what each one says; by default all of the archive.

    Example: `netralitas extract archive/*.warc.gz > readings.jsonl`
    """
    config: Settings = context.obj
    aside: list[str] = []
    reader = Reader()
    with ExitStack() as stack:
        target: TextIO = stack.enter_context(out.open("w", encoding="utf-8")) if out else sys.stdout
        bar = stack.enter_context(progress())
        task = bar.add_task("reading", total=None)
        for article in _articles(paths or [str(config.archive)], aside, config.archive):
            print(encode(reader.read(article)), file=target)
            bar.advance(task)
    if aside:
        say(f"{len(aside)} set aside:")
        for line in aside:
            say(f"  {line}")


def _articles(paths: list[str], aside: list[str], archive: Path) -> Iterator[Article]:
    for path in paths:
        yield from articles_in(path, lambda where, why: aside.append(f"{where}: {why}"), archive)


def explain(path: Annotated[str, typer.Argument(help="One article, in any form that `extract` reads.")]) -> None:
    """Print, sentence by sentence, what was recognised, and what each voice said of each person.

    Example: `netralitas explain article.json`
    """
    reader, aside = Reader(), list[str]()
    for article in _articles([path], aside, Path()):
        for line in explained(reader, article):
            print(line)
    for line in aside:
        say(line)


def evaluate_gold(
    gold: Annotated[Path, typer.Argument(help="Folder with NAME.json (article) and NAME.gold.json (annotation).")],
    errors: Annotated[bool, typer.Option(help="List every miss and every false hit.")] = False,
    model: Annotated[Path | None, typer.Option(help="Another model folder, for figures out of fold.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
) -> None:
    """Score the reader against annotated articles: precision, recall, F1 a field, and unsupported accusations.

    Example: `netralitas evaluate training/articles --errors`
    """
    names = sorted(p.name.removesuffix(".gold.json") for p in gold.glob("*.gold.json"))
    if not names:
        raise typer.BadParameter(f"{gold}: no NAME.gold.json there")
    reader = Reader(model)
    score = evaluate(_gold(gold, names, reader))
    if errors:
        print(*score.errors, sep="\n")
    rows = [
        dict(zip(("field", "right", "wrong", "missed", "P", "R", "F1"), (f, *n, *score.figures(f)), strict=True))
        for f, n in score.counts.items()
    ]
    if as_json:
        print(json.dumps({"articles": score.articles, "fields": rows, "unsupported": score.unsupported}))
    else:
        show_table(tuple(rows[0]), [{k: f"{v:.3f}" if isinstance(v, float) else v for k, v in r.items()} for r in rows])
        print(*score.unsupported, sep="\n")
        print(f"{score.articles} articles, {len(score.unsupported)} unsupported accusations")


def _gold(folder: Path, names: list[str], reader: Reader) -> Iterator[tuple[Record, Reading]]:
    with progress() as bar:
        for name in bar.track(names, description="reading"):
            annotation = json.loads((folder / f"{name}.gold.json").read_text("utf-8"))
            for article in articles_in(folder / f"{name}.json", lambda where, why: say(f"{where}: {why}")):
                yield annotation, reader.read(article)

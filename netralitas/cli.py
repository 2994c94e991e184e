"""The command line: what the user can mend is one line on stderr and exit code 2; a bug fails loudly."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from crawler.archive import ArchiveError
from crawler.crawl import CrawlError
from crawler.seen import SeenError
from crawler.site import UnknownSite
from extract.inputs import InputError
from extract.linear import WeightsError
from extract.manifest import ModelError
from extract.phrases import PhraseError
from extract.reading import ReadingError
from graph.contests import CandidatesError
from graph.dumped import DumpError
from graph.judgements import JudgementError
from graph.store import StoreError
from netralitas import (
    annotate_commands,
    contest_commands,
    graph_commands,
    judge_commands,
    keeping_commands,
    read_commands,
    run_commands,
)
from netralitas.annotation import AnnotationError
from netralitas.refresh import AlreadyRunning
from netralitas.settings import settings
from netralitas.terminal import say
from queries.library import QuestionError

MENDABLE = (
    ArchiveError,
    CrawlError,
    SeenError,
    UnknownSite,
    ModelError,
    WeightsError,
    InputError,
    PhraseError,
    ReadingError,
    AnnotationError,
    CandidatesError,
    DumpError,
    JudgementError,
    StoreError,
    AlreadyRunning,
    QuestionError,
    OSError,
)

# Typer carries its own click; the class of all its usage errors has no public name there.
Mistake: type[Exception] = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")

app = typer.Typer(
    name="netralitas",
    help="Who was accused of breaking civil-servant neutrality, by whom, and what came of it: read from the news.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def everywhere(
    context: typer.Context,
    data: Annotated[Path | None, typer.Option(help="Data folder; NETRALITAS_DATA or ./data otherwise.")] = None,
) -> None:
    """Set the data folder for every command."""
    context.obj = settings(data)


for group in (
    run_commands,
    read_commands,
    annotate_commands,
    graph_commands,
    judge_commands,
    contest_commands,
    keeping_commands,
):
    group.register(app)


def main() -> None:
    """Run the command line and exit with its code: 0 done, 1 look at it, 2 cannot be done as asked, 130 stopped."""
    try:
        code = app(standalone_mode=False)
    except Mistake as mistake:
        say(f"netralitas: {mistake}")
        code = 2
    except MENDABLE as problem:
        say(f"netralitas: {' '.join(str(problem).split())}")
        code = 2
    except (KeyboardInterrupt, typer.Abort):
        code = 130
    sys.exit(code or 0)

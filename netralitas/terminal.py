"""What people see: messages and progress on stderr, tables on stdout; no control character of a page gets through."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

WIDE = 180  # columns of a table that goes to a file or a program

people = Console(stderr=True, highlight=False)
data = Console(highlight=False, width=None if sys.stdout.isatty() else WIDE)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def say(message: str) -> None:
    """One line to the person at the terminal."""
    people.print(escape(safe(message)), soft_wrap=True)


def safe(text: object) -> str:
    """Text without control characters and direction marks, which hostile pages use to write over a terminal."""
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", "" if text is None else str(text))


def show_table(columns: Sequence[str], rows: Iterable[Mapping[str, object]], title: str | None = None) -> None:
    """A table on stdout."""
    table = Table(title=escape(safe(title)) if title else None, title_justify="left", header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell(row.get(c))) for c in columns))
    data.print(table)


def cell(value: object) -> str:
    """A value as one cell: lists by commas, records by their values."""
    if isinstance(value, Mapping):
        return ", ".join(f"{k}: {cell(v)}" for k, v in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(cell, value))
    return safe(value)


def progress() -> Progress:
    """A progress bar on stderr, silent where stderr is no terminal."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=people, transient=True, disable=not people.is_terminal)

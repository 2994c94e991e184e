"""A whole graph as JSON lines: a header, all nodes, all relationships, and a last line that tells what must be there.

Values are plain JSON, so that any program reads them; `types` says which texts are dates or times. The ends of a
relationship are (label, business key). Both stores read and write the same lines.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any, cast

import msgspec

from graph.schema import LABELS

FORMAT = 1
TYPE = re.compile(r"[A-Z_]{2,40}")
NO_END = ("", "")
READERS = {"date": date.fromisoformat, "localdatetime": datetime.fromisoformat, "datetime": datetime.fromisoformat}


class DumpError(ValueError):
    """A file that is no whole dump; the message says what, where and what to do."""


class Total(msgspec.Struct, frozen=True):
    """How much a whole dump holds."""

    nodes: int
    edges: int


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line: the header (`dump`, `model`), a `node` by its label, an `edge` by its type, or the `total`."""

    dump: int | None = None
    model: int | None = None
    node: str | None = None
    edge: str | None = None
    start: tuple[str, str] | None = None
    end: tuple[str, str] | None = None
    properties: dict[str, Any] = {}
    types: dict[str, str] = {}
    total: Total | None = None

    def values(self) -> dict[str, Any]:
        """The properties with dates and times as such."""
        return {key: READERS[self.types[key]](v) if key in self.types else v for key, v in self.properties.items()}


def types_of(properties: Mapping[str, Any]) -> dict[str, str]:
    """Which properties are dates or times, and of which kind."""
    return {key: kind for key, value in properties.items() if (kind := _type(value))}


def _type(value: object) -> str | None:
    if isinstance(value, datetime):
        return "datetime" if value.tzinfo else "localdatetime"
    return "date" if isinstance(value, date) else None


def opened(path: Path, mode: str) -> IO[bytes]:
    """Open a dump, packed with gzip where its name ends with .gz."""
    return cast("IO[bytes]", gzip.open(path, mode) if path.suffix == ".gz" else path.open(mode))


def lines(path: Path) -> Iterator[tuple[int, Line]]:
    """The lines of a dump by number; raise DumpError for one that is none."""
    with opened(path, "rb") as file:
        try:
            for number, line in enumerate(file, 1):
                yield number, msgspec.json.decode(line, type=Line)
        except (msgspec.DecodeError, UnicodeDecodeError, EOFError, gzip.BadGzipFile) as problem:
            raise DumpError(f"{path}: no dump, or a broken one ({problem}); nothing was restored from it") from problem


def _wrong(line: Line) -> Iterator[str]:
    """What keeps a line from being restored."""
    labels = {line.node} if line.node else {label for label, _ in (line.start or NO_END, line.end or NO_END)}
    if (line.node or line.edge) and not labels <= set(LABELS):
        yield f"a node of an unknown label ({', '.join(sorted(map(str, labels)))[:60]})"
    if line.edge and not TYPE.fullmatch(line.edge):
        yield f"a relationship of the type {line.edge[:40]!r}"
    if not set(line.types.values()) <= READERS.keys():
        yield f"a value of an unknown type ({', '.join(sorted(line.types.values()))[:60]})"
    try:
        line.values()
    except (ValueError, TypeError) as problem:
        yield f"a date or time that is none ({problem})"


def check(path: Path) -> tuple[int, Total]:
    """The model and the total of a dump that is whole; raise DumpError for any other file, before anything is done."""
    first: Line | None = None
    last = Line()
    nodes = edges = 0
    for number, line in lines(path):
        first = first or line
        nodes, edges, last = nodes + (line.node is not None), edges + (line.edge is not None), line
        if wrong := next(_wrong(line), None):
            raise DumpError(f"{path}, line {number}: {wrong}; nothing was restored from it")
    if first is None or first.dump != FORMAT or first.model is None:
        raise DumpError(f"{path}: no dump of a graph; make one with `netralitas export --format jsonl`")
    if last.total != Total(nodes, edges):
        raise DumpError(f"{path}: cut off, or changed by hand: its last line does not count what is there")
    return first.model, last.total

"""Reads a site's archive into `readings/SITE.jsonl`: what was read before by the same reader is kept, the rest is read.

The file is written beside itself and renamed, so that a kill leaves the old one; what could not be read stands in
`readings/SITE.aside.json` with its reason.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from extract.inputs import InputError, articles_in
from extract.read import Reader
from extract.reading import Article, Reading, ReadingError, decode, encode


@dataclass(frozen=True, slots=True)
class SiteReading:
    """How many articles were read anew, how many readings were kept, and what was set aside, with reasons."""

    site: str
    read: int
    kept: int
    aside: tuple[tuple[str, str], ...]
    path: Path


def read_site(site: str, archive: Path, readings: Path, reader: Reader) -> SiteReading:
    """Bring a site's readings up to date with its archive and with the reader."""
    path = readings / f"{site}.jsonl"
    known = {r.id: r for r in readings_in(path)}
    aside: list[tuple[str, str]] = []
    read = kept = 0
    readings.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    with beside.open("w", encoding="utf-8") as out:
        for article in _articles(archive / site, archive, aside):
            old = known.get(article.id)
            same = old is not None and old.reader == reader.version and _same(old.article, article)
            reading = old if same and old is not None else reader.read(article)
            kept, read = kept + same, read + (not same)
            out.write(encode(reading) + "\n")
        out.flush()
        os.fsync(out.fileno())
    beside.replace(path)
    (readings / f"{site}.aside.json").write_text(json.dumps(aside, ensure_ascii=False, indent=1), "utf-8")
    return SiteReading(site, read, kept, tuple(aside), path)


def _same(old: Article, new: Article) -> bool:
    """Tell whether an article is as it was read: a later capture of the same page changes nothing."""
    blank = {"retrieved": None, "archive": None}
    return msgspec.structs.replace(old, **blank) == msgspec.structs.replace(new, **blank)


def _articles(folder: Path, archive: Path, aside: list[tuple[str, str]]) -> Iterator[Article]:
    try:
        yield from articles_in(folder, lambda where, why: aside.append((where, why)), archive)
    except InputError as problem:
        aside.append((str(folder), str(problem)))


def readings_in(path: Path) -> Iterator[Reading]:
    """The readings of a file that this program can use; a line of another schema is read anew from the archive."""
    if not path.exists():
        return
    with path.open("rb") as lines:
        for line in lines:
            try:
                yield decode(line)
            except ReadingError:
                continue

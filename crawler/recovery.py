"""Brings the index in line with the archive: after a kill, after `crawl.sqlite` was lost, after files were added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from crawler.archive import OnProblem, Problem, Record, records, warc_files
from crawler.exchange import Exchange
from crawler.seen import Capture, Seen, stamp
from crawler.site import Site
from crawler.writer import set_aside

BATCH = 50


def recover(site: Site, archive: Path, seen: Seen, on_problem: OnProblem) -> None:
    """Index what was archived and not indexed; a cut tail is set aside, so that its file is whole again.

    Raises ArchiveError or OSError when the archive cannot be read or mended.
    """
    folder = archive / site.name
    for path in warc_files(folder) if folder.is_dir() else []:
        for problem in _index(site, path, seen):
            on_problem(problem)
            if problem.tail:
                set_aside(path, problem.offset)


def capture(site: Site, exchange: Exchange, warc: str, offset: int) -> Capture:
    """What the index keeps of an archived answer."""
    return Capture(
        url=exchange.url,
        at=stamp(exchange.at),
        site=site.name,
        article=site.article_id(exchange.url),
        status=exchange.status,
        digest=exchange.digest,
        etag=exchange.header("ETag"),
        modified=exchange.header("Last-Modified"),
        warc=warc,
        offset=offset,
        revisit=False,
        noted=stamp(datetime.now(UTC)),
    )


def _index(site: Site, path: Path, seen: Seen) -> list[Problem]:
    name = f"{site.name}/{path.name}"
    good = seen.good(name)
    start = good if good <= path.stat().st_size else 0
    problems: list[Problem] = []
    with path.open("rb") as stream:
        found = records(stream, name, start, problems.append)
        while batch := list(islice(found, BATCH)):
            seen.note(_captures(site, seen, name, batch), name, batch[-1].end)
    return problems


def _captures(site: Site, seen: Seen, warc: str, found: Iterable[Record]) -> Iterator[Capture]:
    for record in found:
        if record.kind == "response":
            yield capture(site, record.exchange(), warc, record.offset)
        elif record.refers and (first := seen.capture(*record.refers)):
            again = capture(site, record.exchange(), first.warc, first.offset)
            yield replace(again, digest=record.digest, revisit=True)

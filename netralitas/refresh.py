"""Crawl, extract and load in turn for the sites that are due; one at a time, each part repeatable after a kill."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from crawler.crawl import crawl
from crawler.report import SiteReport
from crawler.schedule import due
from crawler.site import named
from extract.read import Reader
from graph.connect import connect
from graph.judgements import Judgements
from graph.load import LoadReport, load
from netralitas.candidates import restore_candidates
from netralitas.read_archive import SiteReading, read_site, readings_in
from netralitas.run_report import RunReport, write_report
from netralitas.settings import Settings
from queries.patterns.find import find_patterns

ALWAYS = timedelta(0)


class AlreadyRunning(Exception):
    """Another refresh holds the data folder; the message names the lock."""


def refresh(
    config: Settings,
    names: Sequence[str] = (),
    *,
    every: timedelta = ALWAYS,
    since: date | None = None,
    replay: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> RunReport:
    """Run the stages once for what is due and write the report to `runs/`; raise AlreadyRunning if one runs."""
    config.data.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(config.data / "refresh.lock", timeout=0):
            return _refresh(config, names, every, since, replay, tell)
    except Timeout as problem:
        raise AlreadyRunning(f"{config.data / 'refresh.lock'}: another refresh is running in this folder") from problem


def _refresh(
    config: Settings,
    names: Sequence[str],
    every: timedelta,
    since: date | None,
    replay: Path | None,
    tell: Callable[[str], None],
) -> RunReport:
    started = datetime.now(UTC)
    wanted = due(named(names), config.crawl_state, every, started)
    crawled = _crawl(config, [s.name for s in wanted], since, replay, tell)
    read = _read(config, tell)
    loaded = _load(config, read, started, tell)
    report = RunReport.of(started, datetime.now(UTC), crawled, read, loaded)
    write_report(config.runs, report)
    return report


def _crawl(
    config: Settings, names: Sequence[str], since: date | None, replay: Path | None, tell: Callable[[str], None]
) -> tuple[SiteReport, ...]:
    if not names:
        tell("crawl: no site is due")
        return ()
    tell(f"crawl: {', '.join(names)}")
    return crawl(names, config.data, since=since, replay=replay, contact=config.contact).sites


def _read(config: Settings, tell: Callable[[str], None]) -> tuple[SiteReading, ...]:
    folders = sorted(f.name for f in config.archive.glob("*") if f.is_dir()) if config.archive.exists() else []
    reader = Reader() if folders else None
    found = []
    for name in folders:
        assert reader is not None
        found.append(read_site(name, config.archive, config.readings, reader))
        tell(f"extract: {name}, {found[-1].read} read, {found[-1].kept} kept, {len(found[-1].aside)} set aside")
    return tuple(found)


def _load(config: Settings, read: Sequence[SiteReading], started: datetime, tell: Callable[[str], None]) -> LoadReport:
    judgements = Judgements.read(config.judgements)
    with connect(config.store, config.graph) as graph:
        restore_candidates(config, graph)
        report = load(graph, (r for s in read for r in readings_in(s.path)), judgements, started.isoformat())
        found = find_patterns(graph, started.isoformat())
    tell(f"load: {report}")
    tell(f"patterns: {found}")
    return report


def refresh_forever(once: Callable[[], object], every: timedelta) -> None:
    """Run again and again, `every` after each start; a run that fails is over and the next one tries again."""
    while True:
        began = time.monotonic()
        once()
        time.sleep(max(1.0, every.total_seconds() - (time.monotonic() - began)))

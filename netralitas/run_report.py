"""What a refresh did, as JSON in `runs/` and as a table on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from crawler.report import SiteReport
from graph.load import LoadReport
from netralitas.read_archive import SiteReading


class SiteRun(msgspec.Struct, frozen=True, kw_only=True):
    """One site's part of a run; `trouble` says in words why a person should look."""

    site: str
    listed: int = 0
    wanted: int = 0
    fetched: int = 0
    changed: int = 0
    failed: int = 0
    refused: int = 0
    read: int = 0
    kept: int = 0
    aside: int = 0
    trouble: str = ""


class RunReport(msgspec.Struct, frozen=True, kw_only=True):
    """A whole run: when, each site, what was set aside and why, what the graph took in."""

    started: datetime
    ended: datetime
    sites: tuple[SiteRun, ...]
    aside: dict[str, int]
    loaded: dict[str, int]

    @property
    def ok(self) -> bool:
        """Tell whether no site needs a person to look."""
        return not any(s.trouble for s in self.sites)

    @classmethod
    def of(
        cls,
        started: datetime,
        ended: datetime,
        crawled: Sequence[SiteReport],
        read: Sequence[SiteReading],
        loaded: LoadReport,
    ) -> RunReport:
        """Put the reports of the stages together."""
        names = dict.fromkeys([*(c.site for c in crawled), *(r.site for r in read)])
        by_crawl, by_read = {c.site: c for c in crawled}, {r.site: r for r in read}
        runs = tuple(_site_run(name, by_crawl.get(name), by_read.get(name)) for name in names)
        return cls(started=started, ended=ended, sites=runs, aside=_reasons(read), loaded=counts_of(loaded))


def _site_run(name: str, crawled: SiteReport | None, read: SiteReading | None) -> SiteRun:
    run = _crawled(crawled) if crawled else SiteRun(site=name)
    if read is None:
        return run
    return msgspec.structs.replace(run, read=read.read, kept=read.kept, aside=len(read.aside))


def _crawled(crawled: SiteReport) -> SiteRun:
    return SiteRun(
        site=crawled.site,
        listed=crawled.listed,
        wanted=crawled.wanted,
        fetched=crawled.fetched,
        changed=crawled.changed,
        failed=len(crawled.failed),
        refused=crawled.refused,
        trouble=_trouble(crawled),
    )


def _trouble(crawled: SiteReport) -> str:
    if crawled.below_minimum:
        return (
            f"listings name {crawled.listed} articles, at least {crawled.minimum} expected: the site may have changed"
        )
    return "" if crawled.ok else crawled.ended


def _reasons(read: Sequence[SiteReading]) -> dict[str, int]:
    reasons: dict[str, int] = {}
    for site in read:
        for _, why in site.aside:
            reasons[why] = reasons.get(why, 0) + 1
    return reasons


def counts_of(loaded: LoadReport) -> dict[str, int]:
    """The whole numbers of a load report by their names."""
    found = msgspec.to_builtins(loaded)
    return {name: value for name, value in found.items() if isinstance(value, int)}


def write_report(folder: Path, report: RunReport) -> Path:
    """Write a run's report as `runs/STARTED.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{report.started:%Y%m%dT%H%M%S}Z.json"
    path.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=1) + b"\n")
    return path


def last_report(folder: Path) -> RunReport | None:
    """The latest run's report, None before the first run."""
    paths = sorted(folder.glob("*.json")) if folder.exists() else []
    return msgspec.json.decode(paths[-1].read_bytes(), type=RunReport) if paths else None

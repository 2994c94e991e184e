"""Crawls news sites into the data folder; everything that happens comes back in a report."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import IO

from crawler.job import Job
from crawler.pace import Pace
from crawler.plan import Plan
from crawler.report import CrawlReport, SiteReport
from crawler.site import Site, named


class CrawlError(Exception):
    """A crawl that could not be done; the message says why and what to do."""


def _quietly(report: SiteReport) -> None:
    """Tell nobody how a crawl goes on."""


def crawl(
    names: Iterable[str | Site],
    data: Path,
    *,
    since: date | None = None,
    until: date | None = None,
    query: str | None = None,
    limit: int | None = None,
    replay: Path | None = None,
    contact: str = "",
    pace: Pace | None = None,
    on_progress: Callable[[SiteReport], object] = _quietly,
) -> CrawlReport:
    """Crawl sites (all, for no name) into `data/archive` and `data/crawl.sqlite`.

    A crawl that was killed goes on where it stopped when called again with the same plan. `replay` is a WARC file or
    folder that answers in place of the net, without delay. `contact` (an address or a page) is told to the sites in the
    user agent. Runs in a process of its own, since Scrapy cannot be started twice in one: call it as often as you like.
    Raises UnknownSite, and CrawlError for a plan, an archive or a data folder that cannot be used.
    """
    sites = _sites(names)
    plan = Plan(since=since, until=until, query=query, limit=limit)
    _check(plan)
    pace = pace or Pace(delay=0.0 if replay else None)
    job = Job(sites=sites, data=data, plan=plan, replay=replay, contact=contact, pace=pace)
    return CrawlReport(_run(job, on_progress))


def _sites(names: Iterable[str | Site]) -> tuple[Site, ...]:
    wanted = list(names)
    found = {name: named([name])[0] for name in wanted if isinstance(name, str)}
    return tuple(found[w] if isinstance(w, str) else w for w in wanted) if wanted else named(())


def _check(plan: Plan) -> None:
    if plan.since and plan.until and plan.since > plan.until:
        raise CrawlError(f"--since {plan.since} is after --until {plan.until}")
    if plan.limit is not None and plan.limit < 1:
        raise CrawlError(f"--limit {plan.limit}: give 1 or more")
    if plan.query is not None and not plan.query.replace(",", "").strip():
        raise CrawlError("--query is empty: give words, with commas between alternatives, or * for every article")


def _run(job: Job, on_progress: Callable[[SiteReport], object]) -> tuple[SiteReport, ...]:
    path = os.pathsep.join([str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    command = [sys.executable, "-m", "crawler.worker"]
    environment = os.environ | {"PYTHONPATH": path}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdin
        assert process.stdout
        pickle.dump(job, process.stdin)
        process.stdin.flush()
        try:
            return _listen(process.stdout, on_progress)
        except (EOFError, pickle.UnpicklingError):
            process.wait()
            raise CrawlError(
                f"the crawling process ended with code {process.returncode}; crawl again to go on where it stopped"
            ) from None


def _listen(answers: IO[bytes], on_progress: Callable[[SiteReport], object]) -> tuple[SiteReport, ...]:
    while True:
        match pickle.load(answers):
            case SiteReport() as report:
                on_progress(report)
            case str() as message:
                raise CrawlError(message)
            case reports:
                return tuple(reports)

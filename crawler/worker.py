"""The process in which a crawl runs: one reactor, the sites of a media group one after another, groups side by side."""

from __future__ import annotations

import asyncio
import importlib
import os
import pickle
import signal
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import msgspec
from filelock import FileLock, Timeout
from scrapy.crawler import AsyncCrawlerRunner, Crawler
from scrapy.utils.log import configure_logging
from scrapy.utils.reactor import install_reactor

from crawler import runs
from crawler.archive import ArchiveError
from crawler.handlers import LiveHandler, ReplayHandler
from crawler.job import Job
from crawler.politeness import PRODUCT, Politeness
from crawler.recorder import Recorder
from crawler.recovery import recover
from crawler.replay import Replay
from crawler.report import SiteReport
from crawler.seen import Seen, SeenError
from crawler.site import Site
from crawler.spider import SiteSpider
from crawler.tally import Tally

LOCKED_FOR = 20.0


def main() -> None:
    """Do the job that comes on standard input, pickled; the answers go to standard output, pickled too.

    They are a SiteReport as the crawl goes on, and at the end a tuple of them, or one line of text for an error. The
    parent keeps standard input open: when it is gone, so is the crawl.
    """
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

    def send(answer: SiteReport | tuple[SiteReport, ...] | str) -> None:
        with suppress(BrokenPipeError):
            pickle.dump(answer, answers)
            answers.flush()

    send(work(pickle.load(sys.stdin.buffer), send))


def work(job: Job, send: Callable[[SiteReport], object]) -> tuple[SiteReport, ...] | str:
    """Do a job; gives the reports of its sites, or one line of text for an error."""
    try:
        job.data.mkdir(parents=True, exist_ok=True)
        with FileLock(job.data / "crawl.lock", timeout=LOCKED_FOR):
            return _crawl(job, send)
    except Timeout:
        return f"another crawl is at work in {job.data}; wait for it or use another data folder"
    except (ArchiveError, SeenError) as error:
        return str(error)
    except OSError as error:
        return f"{error.filename or job.data}: {error.strerror}"


def _crawl(job: Job, send: Callable[[SiteReport], object]) -> tuple[SiteReport, ...]:
    problems: list[str] = []
    replay = Replay(job.replay, lambda problem: problems.append(str(problem))) if job.replay else None
    seen = Seen(job.data / "crawl.sqlite")
    try:
        tallies = {site.name: _tally(site, send, problems) for site in job.sites}
        Crew(job, seen, replay, tallies).run()
        return tuple(tally.report() for tally in tallies.values())
    finally:
        seen.close()


def _tally(site: Site, send: Callable[[SiteReport], object], problems: list[str]) -> Tally:
    return Tally(
        site=site.name, began=datetime.now(UTC), minimum=site.minimum, on_progress=send, problems=list(problems)
    )


class Crew:
    """Runs the spiders of a job until all are done, the parent process is gone, or a signal asks to stop."""

    def __init__(self, job: Job, seen: Seen, replay: Replay | None, tallies: dict[str, Tally]) -> None:
        self.job = job
        self.seen = seen
        self.replay = replay
        self.tallies = tallies
        self.stopping = False

    def run(self) -> None:
        configure_logging({"LOG_LEVEL": "ERROR"})
        install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
        reactor = importlib.import_module("twisted.internet.reactor")
        loop = asyncio.get_event_loop()
        self.runner = AsyncCrawlerRunner()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.stop)
        loop.add_reader(sys.stdin.fileno(), os._exit, 1)  # the parent is gone; a kill loses nothing, waiting would lock
        done = loop.create_task(self.crawl_all())
        done.add_done_callback(lambda _: reactor.stop())
        reactor.run(installSignalHandlers=False)
        done.result()

    def stop(self) -> None:
        """Let the requests under way end, and begin no others; the run goes on in the next crawl."""
        self.stopping = True
        self._stop = asyncio.ensure_future(self.runner.stop())

    async def crawl_all(self) -> None:
        groups: dict[str, list[Site]] = defaultdict(list)
        for site in self.job.sites:
            groups[site.group or site.name].append(site)
        await asyncio.gather(*(self.crawl_group(sites) for sites in groups.values()))

    async def crawl_group(self, sites: list[Site]) -> None:
        for number, site in enumerate(sites):
            if not self.stopping:
                await asyncio.sleep(self._delay(site) if number else 0)
                await self.crawl_site(site)

    async def crawl_site(self, site: Site) -> None:
        """Crawl one site; an archive or index that cannot be used ends its run and nobody else's."""
        tally = self.tallies[site.name]
        try:
            await self._crawl_site(site, tally)
        except (ArchiveError, OSError, sqlite3.Error) as error:
            tally.ended = str(error)

    async def _crawl_site(self, site: Site, tally: Tally) -> None:
        archive = self.job.data / "archive"
        recover(site, archive, self.seen, lambda problem: tally.problems.append(str(problem)))
        tally.began = runs.begin(self.seen, site.name, self._plan(), datetime.now(UTC))
        recorder = Recorder(site, archive, self.seen, tally.began, self.job.contact)
        crawler = Crawler(SiteSpider, self._settings(site))
        await self.runner.crawl(crawler, recorder, self.job.plan, self.job.pace, tally, self.replay)

    def _plan(self) -> str:
        """The plan as text, by which a run that was killed is known again."""
        return msgspec.json.encode(asdict(self.job.plan) | {"replay": str(self.job.replay or "")}).decode()

    def _delay(self, site: Site) -> float:
        return site.delay if self.job.pace.delay is None else self.job.pace.delay

    def _settings(self, site: Site) -> dict[str, Any]:
        pace, delay = self.job.pace, self._delay(site)
        handler = ReplayHandler if self.replay else LiveHandler
        return QUIET | {
            "USER_AGENT": user_agent(self.job.contact),
            "DOWNLOAD_HANDLERS": {"http": handler, "https": handler},
            "DOWNLOAD_DELAY": delay,
            "AUTOTHROTTLE_ENABLED": delay > 0,
            "AUTOTHROTTLE_START_DELAY": delay,
            "DOWNLOAD_TIMEOUT": pace.timeout,
            "DOWNLOAD_MAXSIZE": pace.largest,
        }


QUIET: dict[str, Any] = {
    "BOT_NAME": "netralitas",
    "LOG_LEVEL": "ERROR",
    "ROBOTSTXT_OBEY": True,
    "ROBOTSTXT_USER_AGENT": PRODUCT,
    "DOWNLOADER_MIDDLEWARES": {Politeness: 90, "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None},
    "CONCURRENT_REQUESTS": 1,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY_JITTER": 0.0,
    "DOWNLOAD_WARNSIZE": 0,
    "DEFAULT_REQUEST_HEADERS": {
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Language": "id,en;q=0.5",
        "Accept-Encoding": "gzip, deflate",
    },
    "RETRY_ENABLED": False,
    "REDIRECT_MAX_TIMES": 5,
    "METAREFRESH_ENABLED": False,
    "COOKIES_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "LOGSTATS_INTERVAL": 0.0,
}


def user_agent(contact: str) -> str:
    """The name by which sites know us, with where to complain."""
    return f"{PRODUCT}/0.1 (+{contact})" if contact else f"{PRODUCT}/0.1"


if __name__ == "__main__":
    main()

"""The spider of every site: reads its listings, and fetches the articles that a plan wants, all pages of each."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Self
from urllib.parse import urldefrag

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Response, TextResponse
from scrapy.signals import spider_error
from twisted.python.failure import Failure

from crawler import failures, runs
from crawler.addresses import fetchable, part
from crawler.archive import ArchiveError
from crawler.discover import Ask, UnreadableListing, asks, harvest
from crawler.found import Found
from crawler.pace import Pace
from crawler.plan import Plan
from crawler.recorder import Recorder
from crawler.replay import Replay
from crawler.report import FINISHED
from crawler.seen import Lead
from crawler.site import WIB
from crawler.tally import Tally

MOST_FAILURES = 10
COUNTED = {"new": "fetched", "changed": "changed", "unchanged": "unchanged", "known": "known"}


class SiteSpider(Spider):
    """Crawls one site by a plan; the download handler archives all it fetches, through `recorder`.

    Every response carries the recorder's outcome as its first flag.
    """

    def __init__(self, recorder: Recorder, plan: Plan, pace: Pace, tally: Tally, replay: Replay | None) -> None:
        super().__init__(recorder.site.name)
        self.site = recorder.site
        self.recorder = recorder
        self.seen = recorder.seen
        self.plan = plan
        self.pace = pace
        self.tally = tally
        self.replay = replay
        gained = self.seen.gained(self.name, recorder.began)
        self.budget = None if plan.limit is None else max(0, plan.limit - gained)
        self.beyond: deque[Lead] = deque()
        self.asked: set[str] = set()
        self.parts: dict[str, int] = {}
        self.failures = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.broke, signal=spider_error)
        return spider

    def broke(self, failure: Failure, response: Response) -> None:
        """Count an answer that could not be dealt with; without its index a crawl cannot go on."""
        error = failure.value or RuntimeError("unknown")
        self.tally.fail(response.url, failures.reason(error))
        if isinstance(error, sqlite3.Error):
            self.closing = asyncio.ensure_future(
                self.crawler.engine.close_spider_async(reason=f"crawl.sqlite: {error}")
            )

    async def start(self) -> AsyncIterator[Request]:
        for lead in self.seen.partial(self.name, self.recorder.began):
            yield self.fetch(lead)
        for lead in self.seen.waiting(self.name, replay=bool(self.replay)):
            if self.plan.wants(lead.found):
                for request in self.within_budget(lead):
                    yield request
        for asked in asks(self.site, self.plan.searches(), self.plan.days(datetime.now(WIB).date())):
            for request in self.ask(asked):
                yield request

    def closed(self, reason: str) -> None:
        for _ in self.beyond:
            self.tally.add("left")
        self.tally.ended = FINISHED if reason == "finished" else reason
        runs.end(self.seen, self.tally.report())

    def ask(self, asked: Ask) -> Iterator[Request]:
        """A request for a listing; addresses are asked once a run, so that listings which lead to each other end."""
        if asked.url not in self.asked:
            self.asked.add(asked.url)
            given = {"asked": asked}
            yield Request(asked.url, self.read_listing, errback=self.listing_failed, cb_kwargs=given, dont_filter=True)

    def read_listing(self, response: Response, asked: Ask) -> Iterator[Request]:
        self.failures = 0
        self.tally.add("asked")
        try:
            found, children = harvest(asked, response)
        except UnreadableListing as error:
            self.tally.fail(asked.url, str(error))
            return
        leads = list(self.leads(found))
        wanted = [lead for lead in leads if self.plan.wants(lead.found)]
        following = asked.next() if self.goes_on(leads, wanted) else None
        self.tally.list(lead.article for lead in leads)
        self.seen.found(self.name, wanted, replay=bool(self.replay), now=datetime.now(UTC))
        for lead in wanted:
            yield from self.want(lead)
        for child in [*children, *([following] if following else [])]:
            yield from self.ask(child)
        self.tally.tell()

    def leads(self, found: Iterable[Found]) -> Iterator[Lead]:
        for one in found:
            if self.site.owns(one.url) and (article := self.site.article_id(one.url)):
                yield Lead(article, fetchable(self.site, one.url), one)

    def goes_on(self, leads: list[Lead], wanted: list[Lead]) -> bool:
        """Tell whether a listing's next page is worth a request.

        It is not when this page names no article that another has not named, when all are older than the plan wants,
        or when, without a first day in the plan, all that is wanted was known before this run.
        """
        if all(lead.article in self.tally.listed for lead in leads):
            return False
        if self.plan.since:
            return not all(self.plan.is_before(lead.found) for lead in leads)
        return not wanted or not all(self.is_old(lead) for lead in wanted)

    def is_old(self, lead: Lead) -> bool:
        known = self.seen.known(self.name, lead.article)
        return known is not None and datetime.fromisoformat(known.noted) < self.recorder.began

    def want(self, lead: Lead) -> Iterator[Request]:
        """Requests for an article that a listing named, unless it is known or under way."""
        if lead.article in self.tally.wanted:
            return
        self.tally.wanted.add(lead.article)
        known = self.seen.known(self.name, lead.article)
        if lead.article in self.parts or lead in self.beyond:
            return
        if known and not known.waits:
            self.tally.add("known")
        else:
            yield from self.within_budget(lead)

    def within_budget(self, lead: Lead) -> Iterator[Request]:
        if self.budget == 0:
            self.beyond.append(lead)
        else:
            self.budget = self.budget and self.budget - 1
            yield self.fetch(lead)

    def fetch(self, lead: Lead) -> Request:
        self.parts[lead.article] = 1
        given = {"article": lead.article}
        return Request(
            lead.url, self.read_article, errback=self.article_failed, cb_kwargs=given, priority=10, dont_filter=True
        )

    def read_article(self, response: Response, article: str) -> Iterator[Request]:
        self.failures = 0
        other = self.site.article_id(response.url)
        if other is None or not isinstance(response, TextResponse):
            what = f"leads to {response.url}, which is no article" if other is None else "not a page of text"
            yield from self.give_up(failures.first_url(response.meta, response.url), article, what)
            return
        if other != article:
            self.seen.same(self.name, article, other)
        self.tally.add(COUNTED[response.flags[0]])
        self.tally.tell()
        yield from self.further(response, article, other)
        self.part_done(article)

    def further(self, response: TextResponse, article: str, own: str) -> Iterator[Request]:
        """Requests for the other pages of a split article, where the site cannot put it on one."""
        links = () if self.site.whole else response.css("a::attr(href)").getall()
        urls = {urldefrag(response.urljoin(link)).url for link in links if "[" not in link}
        for url in sorted(u for u in urls if part(u) > 1 and self.site.owns(u) and self.site.article_id(u) == own):
            self.parts[article] += 1
            given = {"article": article}
            yield Request(url, self.read_part, errback=self.part_failed, cb_kwargs=given, priority=20, dont_filter=True)

    def read_part(self, response: Response, article: str) -> None:
        self.part_done(article)

    def part_done(self, article: str) -> None:
        self.parts[article] -= 1
        if not self.parts[article]:
            self.seen.whole(self.name, article)

    def listing_failed(self, failure: Failure) -> None:
        self.missed(failure)

    def article_failed(self, failure: Failure) -> Iterator[Request]:
        article = failures.request(failure).cb_kwargs["article"]
        reason = self.missed(failure)
        if reason == failures.ABSENT:
            self.seen.forget(self.name, article)
        else:
            self.seen.failed(self.name, article, reason)
        yield from self.next_beyond()

    def part_failed(self, failure: Failure) -> None:
        self.missed(failure)
        self.seen.incomplete(self.name, failures.request(failure).cb_kwargs["article"])

    def give_up(self, url: str, article: str, reason: str) -> Iterator[Request]:
        self.tally.fail(url, reason)
        self.seen.failed(self.name, article, reason)
        yield from self.next_beyond()

    def next_beyond(self) -> Iterator[Request]:
        """A request for an article beyond the limit, in the place of one that failed."""
        if self.beyond:
            yield self.fetch(self.beyond.popleft())

    def missed(self, failure: Failure) -> str:
        """Count a failure and return its reason; stops the crawl when the disk is full or the site is in trouble."""
        error, request = failure.value or RuntimeError("unknown"), failures.request(failure)
        if isinstance(error, ArchiveError):
            raise CloseSpider(str(error))
        if isinstance(error, sqlite3.Error):
            raise CloseSpider(f"crawl.sqlite: {error}")
        reason = failures.reason(error)
        if reason in {failures.REFUSED, failures.ABSENT}:
            self.tally.add("refused" if reason == failures.REFUSED else "absent")
        else:
            self.tally.fail(failures.first_url(request.meta, request.url), reason)
        self.failures = self.failures + 1 if failures.is_trouble(error) else self.failures
        if failures.is_refusal(error):
            raise CloseSpider(f"asked to wait ({reason})")
        if self.failures >= MOST_FAILURES:
            raise CloseSpider(f"{MOST_FAILURES} failures in a row, the last: {reason}")
        return reason

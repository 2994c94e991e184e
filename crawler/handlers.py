"""Scrapy download handlers that archive each answer before anybody else sees it: from the net, or from an archive."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import cast

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from crawler.exchange import Exchange
from crawler.exchange import Headers as Pairs
from crawler.failures import ABSENT
from crawler.pace import BUSY
from crawler.spider import SiteSpider

TROUBLE = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)


class LiveHandler(HTTP11DownloadHandler):
    """Asks the net, once an address and run; repeats what failed for a while.

    One request is under way at a time (Scrapy 2.19 starts several where the delay is 0). Waiting is part of the
    request, so that the whole site is left alone meanwhile.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._turn = asyncio.Lock()

    async def download_request(self, request: Request) -> Response:
        recorder = _spider(self._crawler).recorder
        async with self._turn:
            if archived := recorder.answered(request.url):
                return answer(archived, "known")
            for name, value in recorder.validators(request.url).items():
                request.headers.setdefault(name, value)
            return await self._patiently(request)

    async def _patiently(self, request: Request) -> Response:
        pace = _spider(self._crawler).pace
        for attempt in range(pace.retries + 1):
            try:
                response = await super().download_request(request)
            except TROUBLE:
                if (wait := pace.wait(attempt, None, datetime.now(UTC))) is None:
                    raise
            else:
                archived = self._archive(request, response)
                asked = (response.headers.get("Retry-After") or b"").decode("latin-1")
                wait = pace.wait(attempt, asked, datetime.now(UTC)) if response.status in BUSY else None
                if wait is None:
                    return archived
            await asyncio.sleep(wait)
        raise AssertionError("the last attempt returns or raises")

    def _archive(self, request: Request, response: Response) -> Response:
        recorder = _spider(self._crawler).recorder
        exchange = Exchange(
            url=request.url,
            at=datetime.now(UTC),
            status=response.status,
            headers=_pairs(response.headers),
            body=response.body,
            sent=_pairs(request.headers),
            ip=str(response.ip_address) if response.ip_address else None,
        )
        outcome = recorder.record(exchange)
        before = recorder.previous(request.url) if response.status == 304 else None
        return answer(before or exchange, outcome)


class ReplayHandler(BaseDownloadHandler):
    """Answers from an archive, and with 404 for what it does not hold; that 404 is not archived."""

    async def download_request(self, request: Request) -> Response:
        spider = _spider(self.crawler)
        answers = spider.replay.answers(request.url) if spider.replay else []
        if not answers:
            return Response(request.url, status=404, flags=[ABSENT])
        outcomes = [spider.recorder.record(exchange) for exchange in answers]
        return answer(answers[-1], next((o for o in outcomes if o != "known"), "known"))


def answer(exchange: Exchange, outcome: str) -> Response:
    """An archived answer as Scrapy wants it, with the outcome as its flag."""
    headers = Headers()
    for name, value in exchange.headers:
        headers.appendlist(name, value.encode("latin-1", "replace"))
    kind = responsetypes.from_args(headers=headers, url=exchange.url, body=exchange.body)
    return kind(exchange.url, status=exchange.status, headers=headers, body=exchange.body, flags=[outcome])


def _pairs(headers: Headers) -> Pairs:
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1")) for name in headers for value in headers.getlist(name)
    )


def _spider(crawler: Crawler) -> SiteSpider:
    return cast(SiteSpider, crawler.spider)

"""One request at a time for a whole media group, and robots.txt as RFC 9309 wants it."""

from __future__ import annotations

from typing import cast

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response, TextResponse
from scrapy.robotstxt import RobotParser
from scrapy.signals import robots_parsed

from crawler.archive import ArchiveError
from crawler.failures import ELSEWHERE
from crawler.spider import SiteSpider

PRODUCT = "Netralitas"
LONGEST_DELAY = 60.0
NOTHING = b"User-agent: *\nDisallow: /"


class Politeness:
    """A downloader middleware, before the one for robots.txt.

    All requests share one slot, and none leaves the site. A robots.txt that cannot be had (5xx, 429, no answer) forbids
    everything, one that is not there (other 4xx) forbids nothing (RFC 9309, 2.3.1.3 and 2.3.1.4); its Crawl-delay
    counts.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        crawler.signals.connect(self.slow_down, signal=robots_parsed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Politeness:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        spider = cast(SiteSpider, self.crawler.spider)
        if not spider.site.owns(request.url):
            raise IgnoreRequest(ELSEWHERE)
        request.meta["download_slot"] = spider.name

    def process_response(self, request: Request, response: Response) -> Response:
        if not _is_robots(request) or response.status < 400:
            return response
        away = response.status >= 500 or response.status == 429
        return TextResponse(response.url, body=NOTHING if away else b"", flags=response.flags)

    def process_exception(self, request: Request, exception: Exception) -> Response | None:
        if not _is_robots(request) or isinstance(exception, ArchiveError):
            return None
        return TextResponse(request.url, body=NOTHING)

    def slow_down(self, robotparser: RobotParser, request: Request) -> None:
        """Let a Crawl-delay raise the least delay, up to a minute."""
        wanted = min(robotparser.crawl_delay(PRODUCT) or 0.0, LONGEST_DELAY)
        throttle = self.crawler.get_extension(AutoThrottle)
        if throttle and wanted > throttle.mindelay:
            throttle.mindelay = wanted
            for slot in self.crawler.engine.downloader.slots.values():
                slot.delay = max(slot.delay, wanted)


def _is_robots(request: Request) -> bool:
    return request.url.endswith("/robots.txt")

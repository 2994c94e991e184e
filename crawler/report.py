"""What a crawl did: counts and reasons, for each site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Failure:
    """An address that gave nothing, and why."""

    url: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteReport:
    """Counts are of articles save `asked`, the listing pages read, and `refused`, addresses that robots.txt forbids.

    `listed` counts all articles that the listings named, `wanted` those on topic and within the days. `fetched` is new
    to the archive, `changed` a new version, `unchanged` the same again, `known` not asked again, `left` beyond the
    limit. `absent` counts addresses that a replayed archive does not hold. `ended` is "finished" or why the run
    stopped; a run that did not finish goes on in the next crawl. `problems` are what was set aside in the archive.
    """

    site: str
    began: datetime
    ended: str = FINISHED
    minimum: int = 1
    asked: int = 0
    listed: int = 0
    wanted: int = 0
    fetched: int = 0
    changed: int = 0
    unchanged: int = 0
    known: int = 0
    left: int = 0
    refused: int = 0
    absent: int = 0
    failed: tuple[Failure, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def below_minimum(self) -> bool:
        """Tell whether the listings name so few articles that the site has probably changed."""
        return self.ended == FINISHED and self.listed < self.minimum

    @property
    def ok(self) -> bool:
        return self.ended == FINISHED and not self.below_minimum


@dataclass(frozen=True, slots=True)
class CrawlReport:
    """The reports of the sites, in the order in which they were named."""

    sites: tuple[SiteReport, ...]

    @property
    def ok(self) -> bool:
        return all(site.ok for site in self.sites)

    @property
    def fetched(self) -> int:
        return sum(site.fetched + site.changed for site in self.sites)

"""Counts what a running crawl of one site does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from crawler.report import Failure, SiteReport

MOST_FAILURES = 200


@dataclass(slots=True, kw_only=True)
class Tally:
    """The counts of `SiteReport` as they grow; `on_progress` is told now and then."""

    site: str
    began: datetime
    minimum: int
    ended: str = "under way"
    on_progress: Callable[[SiteReport], object] = lambda report: None
    listed: set[str] = field(default_factory=set)
    wanted: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)
    failed: list[Failure] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def add(self, what: str) -> None:
        """Count one of `asked`, `fetched`, `changed`, `unchanged`, `known`, `left`, `refused`, `absent`."""
        self.counts[what] = self.counts.get(what, 0) + 1

    def fail(self, url: str, reason: str) -> None:
        self.failed.append(Failure(url, reason))

    def list(self, articles: Iterable[str]) -> None:
        self.listed.update(articles)

    def tell(self) -> None:
        self.on_progress(self.report())

    def report(self) -> SiteReport:
        more = len(self.failed) - MOST_FAILURES
        rest = (Failure("", f"{more} more failures"),) if more > 0 else ()
        return SiteReport(
            site=self.site,
            began=self.began,
            ended=self.ended,
            minimum=self.minimum,
            listed=len(self.listed),
            wanted=len(self.wanted),
            failed=(*self.failed[:MOST_FAILURES], *rest),
            problems=tuple(self.problems),
            **self.counts,
        )

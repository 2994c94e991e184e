"""Archives what one site answers, and knows what it has answered before."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from crawler import writer
from crawler.archive import record_at
from crawler.exchange import Exchange
from crawler.recovery import capture
from crawler.seen import Capture, Seen
from crawler.site import Site

Outcome = Literal["new", "changed", "unchanged", "known"]


class Recorder:
    """The archive and the index of one site during a run that began at `began`."""

    def __init__(self, site: Site, archive: Path, seen: Seen, began: datetime, contact: str = "") -> None:
        self.site = site
        self.archive = archive
        self.seen = seen
        self.began = began
        self.writer = writer.ArchiveWriter(archive, site.name, contact)

    def record(self, exchange: Exchange) -> Outcome:
        """Archive an answer, once; "known" when this very answer is there already, as in a second replay.

        Raises ArchiveError when the disk is full.
        """
        if same := self.seen.capture(exchange.url, exchange.at):
            self.seen.mark(same)
            return "known"
        before = self.seen.latest(exchange.url)
        if before and (exchange.status == 304 or (exchange.status == 200 and exchange.digest == before.digest)):
            self._again(exchange, before)
            return "unchanged"
        warc, offset, end = self.writer.append(writer.response(exchange))
        self.seen.note([capture(self.site, exchange, warc, offset)], warc, end)
        return "changed" if before and exchange.status == 200 else "new"

    def _again(self, exchange: Exchange, before: Capture) -> None:
        first = datetime.fromisoformat(self.seen.original(before).at)
        warc, _, end = self.writer.append(writer.revisit(exchange, before.digest, first))
        again = capture(self.site, exchange, before.warc, before.offset)
        self.seen.note([replace(again, digest=before.digest, revisit=True)], warc, end)

    def answered(self, url: str) -> Exchange | None:
        """The final answer that an address gave earlier in this run, before a kill."""
        earlier = self.seen.within(url, self.began)
        return self._read(earlier) if earlier else None

    def previous(self, url: str) -> Exchange | None:
        """The latest whole answer from an address, in whichever run."""
        latest = self.seen.latest(url)
        return self._read(latest) if latest else None

    def validators(self, url: str) -> dict[str, str]:
        """Request headers that let a server say that a page is as it was (RFC 9110, 13.1)."""
        before = self.seen.latest(url)
        pairs = {"If-None-Match": before.etag, "If-Modified-Since": before.modified} if before else {}
        return {name: value for name, value in pairs.items() if value}

    def _read(self, found: Capture) -> Exchange:
        return record_at(self.archive, found.warc, found.offset).exchange()

"""Says which sites are due for a refresh."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from crawler import runs
from crawler.seen import Seen
from crawler.site import Site


def due(wanted: Iterable[Site], state: Path, every: timedelta, now: datetime | None = None) -> tuple[Site, ...]:
    """The sites whose last finished run began at least `every` ago, or that have none; `state` is `crawl.sqlite`."""
    now = now or datetime.now(UTC)
    seen = Seen(state)
    try:
        return tuple(site for site in wanted if _is_due(seen, site, every, now))
    finally:
        seen.close()


def _is_due(seen: Seen, site: Site, every: timedelta, now: datetime) -> bool:
    run = runs.last(seen, site.name, finished=True)
    return run is None or now - run.began >= every

"""The runs of each site, kept in `crawl.sqlite`: one that did not finish is gone on with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import msgspec

from crawler.report import FINISHED, SiteReport
from crawler.seen import Seen, stamp

RESUMED_WITHIN = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a site; `report` is None while it runs, and when it was killed."""

    site: str
    began: datetime
    ended: datetime | None
    report: SiteReport | None


def begin(seen: Seen, site: str, plan: str, now: datetime) -> datetime:
    """When the run to do began: now, or earlier for one with the same plan that did not finish within a day."""
    row = seen.db.execute(
        "SELECT began, plan, ended FROM runs WHERE site = ? ORDER BY began DESC LIMIT 1", (site,)
    ).fetchone()
    if row and row[1] == plan and row[2] is None and now - datetime.fromisoformat(row[0]) < RESUMED_WITHIN:
        return datetime.fromisoformat(row[0])
    with seen.db:
        seen.db.execute("INSERT INTO runs (site, began, plan) VALUES (?, ?, ?)", (site, stamp(now), plan))
    return now


def end(seen: Seen, report: SiteReport) -> None:
    """Keep the report of a run; only one that finished counts as ended."""
    ended = stamp(datetime.now(UTC)) if report.ended == FINISHED else None
    with seen.db:
        seen.db.execute(
            "UPDATE runs SET ended = ?, report = ? WHERE site = ? AND began = ?",
            (ended, msgspec.json.encode(report).decode(), report.site, stamp(report.began)),
        )


def last(seen: Seen, site: str, *, finished: bool = False) -> Run | None:
    """The latest run of a site, or the latest that finished."""
    where = "site = ?" + (" AND ended IS NOT NULL" if finished else "")
    row = seen.db.execute(
        f"SELECT site, began, ended, report FROM runs WHERE {where} ORDER BY began DESC LIMIT 1", (site,)
    ).fetchone()
    return _run(*row) if row else None


def _run(site: str, began: str, ended: str | None, report: str | None) -> Run:
    return Run(
        site,
        datetime.fromisoformat(began),
        datetime.fromisoformat(ended) if ended else None,
        msgspec.json.decode(report, type=SiteReport) if report else None,
    )

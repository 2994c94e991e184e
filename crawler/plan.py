"""What a crawl looks for: words in address and title, days, and how many articles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import unquote, urlsplit

from crawler.addresses import days_in
from crawler.found import Found
from crawler.site import WIB

TOPIC = (
    "netralitas, netral, kenetralan, ketidaknetralan, politik praktis, asn, pns, pppk, aparatur sipil negara, "
    "bawaslu, panwaslu, panwascam, panwas, panwaslih, kasn, gakkumdu, petahana, "
    "sekda, camat, lurah, kades, kepala desa, keuchik, perbekel"
)
MOST_DAYS = 400
SEARCHES = ("netralitas asn", "netralitas kepala desa", "bawaslu petahana")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`query` holds alternatives parted by commas; all words of one must stand in the address or the title.

    None is the project's topic, "*" takes every article. `since` and `until` are inclusive days of publication in WIB;
    an article whose day the listing does not tell is taken. `limit` is how many new articles a site may yield.
    """

    since: date | None = None
    until: date | None = None
    query: str | None = None
    limit: int | None = None

    def searches(self) -> tuple[str, ...]:
        """What to type into a site's search."""
        return SEARCHES if self.query is None else tuple(a for a in _alternatives(self.query) if a != "*")

    def days(self, today: date) -> list[date]:
        """The days to ask a dated listing for: those of the plan, else today and yesterday; the newest first."""
        last = self.until or today
        first = self.since or last - timedelta(days=1)
        return [last - timedelta(days=n) for n in range(min((last - first).days + 1, MOST_DAYS))]

    def wants(self, found: Found) -> bool:
        """Tell whether a discovered article is on topic and within the days."""
        return self.on_topic(found) and not self.is_before(found) and not self.is_after(found)

    def on_topic(self, found: Found) -> bool:
        words = set(re.findall(r"[^\W_]+", f"{found.title} {unquote(urlsplit(found.url).path)}".lower()))
        return any(a == "*" or words.issuperset(a.split()) for a in _alternatives(self.query or TOPIC))

    def is_before(self, found: Found) -> bool:
        days = _days(found)
        return bool(self.since and days and days[1] < self.since)

    def is_after(self, found: Found) -> bool:
        days = _days(found)
        return bool(self.until and days and days[0] > self.until)


def _alternatives(query: str) -> list[str]:
    return [" ".join(part.lower().split()) for part in query.split(",") if part.strip()]


def _days(found: Found) -> tuple[date, date] | None:
    if not found.published:
        return days_in(found.url)
    day = found.published.astimezone(WIB).date()
    return day, day

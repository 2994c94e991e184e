"""How hard a site may be asked: delay between requests, patience with errors, limits on size and time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

BUSY = frozenset({408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Seconds, and bytes for `largest`; `delay` None is the site's own.

    A request that fails is repeated `retries` times, after `backoff`, twice that, four times that …; the server's
    Retry-After counts instead where it is longer. Over `longest` it is not waited for.
    """

    delay: float | None = None
    timeout: float = 60.0
    retries: int = 3
    backoff: float = 5.0
    longest: float = 120.0
    largest: int = 20 * 2**20

    def wait(self, attempt: int, retry_after: str | None, now: datetime) -> float | None:
        """How long to wait before the next try, None to give up; `attempt` counts from 0."""
        wait = max(self.backoff * 2**attempt, seconds(retry_after, now))
        return wait if attempt < self.retries and wait <= self.longest else None


def seconds(retry_after: str | None, now: datetime) -> float:
    """Seconds that a Retry-After header asks for (RFC 9110, 10.2.3: a number or a date); 0 for none or nonsense."""
    text = (retry_after or "").strip()
    if text.isdigit():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - now).total_seconds())
    except (ValueError, TypeError):
        return 0.0

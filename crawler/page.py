"""A fetched page, as it stands in the archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One response: the body is what the server sent after content decoding; `fetched` is aware (UTC).

    `warc` is relative to the archive folder and `offset` is the record's byte offset there; both are None for a page
    that was read from a plain file.
    """

    url: str
    body: bytes
    fetched: datetime | None = None
    status: int = 200
    content_type: str | None = None
    charset: str | None = None
    warc: str | None = None
    offset: int | None = None

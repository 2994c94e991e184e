"""An article address that a listing named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Found:
    """An address in a listing, with what the listing says of it; times are aware."""

    url: str
    title: str = ""
    published: datetime | None = None
    modified: datetime | None = None

"""One request and its answer, as they went over the wire."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """`body` is as sent (still content-encoded), `at` is aware; `sent` are the request's headers."""

    url: str
    at: datetime
    status: int
    headers: Headers
    body: bytes
    sent: Headers = ()
    ip: str | None = None

    def header(self, name: str) -> str | None:
        """The first header of this name, in any case."""
        return next((value for own, value in self.headers if own.lower() == name.lower()), None)

    @property
    def digest(self) -> str:
        """The payload digest in the form of ISO 28500: `sha1:` and base 32."""
        return "sha1:" + base64.b32encode(hashlib.sha1(self.body, usedforsecurity=False).digest()).decode()

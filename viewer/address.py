"""The viewer's own addresses, by business key, and which outside addresses may become links."""

from __future__ import annotations

import hashlib
from urllib.parse import quote, urlencode, urlsplit

from viewer.entry import Entry


def link(*parts: str) -> str:
    """A permanent path: every part percent-encoded, slashes within a key too."""
    return "".join(f"/{quote(part.encode('utf-8', 'replace'), safe='')}" for part in parts)


def query(**values: object) -> str:
    """A query string without its question mark."""
    return urlencode({key: str(value) for key, value in values.items()})


def anchor(entry: Entry) -> str:
    """An entry's place on its page, the same for ever: keys hold signs that a fragment should not."""
    return f"{entry.kind}-{hashlib.sha256(entry.id.encode('utf-8', 'replace')).hexdigest()[:10]}"


def outward(url: str | None) -> bool:
    """Tell whether an article's address may be a link: only http and https, never javascript: or data:."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)

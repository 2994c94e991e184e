"""Business keys: short enough for every store's indexes (Neo4j's take 8 kB at most)."""

from __future__ import annotations

from hashlib import blake2b

LONGEST = 200


def short_key(key: str) -> str:
    """The key itself, or its beginning with a hash of the whole where it is longer than 200 characters."""
    if len(key) <= LONGEST:
        return key
    return f"{key[:150]}~{hashed(key)}"


def hashed(text: str) -> str:
    """Sixteen hexadecimal digits that stand for a text."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

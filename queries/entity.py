"""An entity of FollowTheMoney: its id, and its values as texts."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

Entity = dict[str, Any]
PLAIN = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z.-]{0,60}[0-9A-Za-z])?")
PRECISION = {"year": 4, "month": 7}


def entity_id(*parts: str) -> str:
    """An entity's id, made of what it is and the graph's own key, in the characters that FollowTheMoney takes."""
    kind, *keys = parts
    whole, printed = ".".join(keys), "\n".join(keys).encode("utf-8", "surrogatepass")
    plain = whole if PLAIN.fullmatch(whole) else sha256(printed).hexdigest()[:24]
    return f"netralitas-{kind.lower()}-{plain}"


def make(key: str, schema: str, **properties: Any) -> Entity:
    """An entity with its values as texts; None, empty texts and doubles are left out."""
    listed = ((name, value if isinstance(value, list | tuple) else [value]) for name, value in properties.items())
    texts = {name: [str(v).strip() for v in values if v is not None] for name, values in listed}
    kept = {name: [v for v in dict.fromkeys(values) if v] for name, values in texts.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def day(value: object, precision: object = None) -> str | None:
    """A date as far as it is known."""
    return str(value)[: PRECISION.get(str(precision), 10)] if value else None


def web(value: object) -> str | None:
    """An address, if it is one of the web."""
    try:
        parts = urlsplit(str(value or ""))
    except ValueError:
        return None
    return str(value) if parts.scheme in ("http", "https") and parts.hostname else None

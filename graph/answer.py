"""What a question gives: named columns and rows of plain Python values, the same from either store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows in the order asked for; `cut` tells that there were more than the caller wanted."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]
    cut: bool = False


def plain(value: Any) -> Any:
    """A driver's value as plain Python: dates and times of the standard library, nodes as their labels and properties.

    Maps are in the order of their keys. Internal ids are left out: each store has its own, and they change.
    """
    if isinstance(value, Date | DateTime | Time):
        return value.to_native()
    if isinstance(value, Duration):
        return value.iso_format()
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), **_plain_map(value)}
    if isinstance(value, Relationship):
        return {"type": value.type, **_plain_map(value)}
    if isinstance(value, Path):
        steps = zip(value.relationships, value.nodes[1:], strict=True)
        return [plain(value.nodes[0]), *(plain(part) for step in steps for part in step)]
    if isinstance(value, Mapping):
        return _plain_map(value)
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(part) for part in value]
    return value


def _plain_map(value: Iterable[str] | Mapping[str, Any]) -> dict[str, Any]:
    return {str(key): plain(part) for key, part in sorted(value.items())}  # type: ignore[union-attr]

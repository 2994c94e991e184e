"""Values as cells of a table: text that no spreadsheet takes for a formula, and that a program reads back."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, TextIO

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def cell(value: Any) -> str | int | float:
    """A value for a CSV cell; text that begins like a formula gets an apostrophe before it (OWASP, CSV injection)."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return value
    text = as_text(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def as_text(value: Any) -> str:
    """A value as one text: ISO dates, lists with "; " between, maps as JSON."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "; ".join(as_text(part) for part in value)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def write_csv(out: TextIO, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write a header and rows."""
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([cell(row.get(column)) for column in columns] for row in rows)

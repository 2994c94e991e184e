"""What the viewer says, in Indonesian and in English: one file a language in `viewer/languages`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib import resources
from types import MappingProxyType

from viewer.days import WIB, Day

DEFAULT = "id"
ZONES = MappingProxyType({timedelta(hours=8): "WITA", timedelta(hours=9): "WIT"})


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words by dotted key."""

    language: str
    table: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """The words under a key, with their gaps filled; a key that is not there is a fault of ours (KeyError)."""
        return self.table[key].format(**values) if values else self.table[key]

    def label(self, group: str, value: object) -> str:
        """The words for a value of a closed list; a value outside the list is shown as it stands."""
        return self.table.get(f"{group}.{value}") or str(value or "").replace("_", " ")

    def count(self, noun: str, number: int) -> str:
        """A counted noun: "3 berita", "1 article"."""
        return self(f"count.{noun}.{'one' if number == 1 else 'many'}", n=self.number(number))

    def number(self, value: object) -> str:
        """A number with this language's separators; whole numbers without decimals."""
        if not isinstance(value, int | float):
            return str(value)
        text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")
        swap = {",": self("number.thousands"), ".": self("number.decimal")}
        return "".join(swap.get(c, c) for c in text)

    def day(self, day: Day | None) -> str:
        """A date in words that say how exact it is."""
        if day is None:
            return self("timeline.undated")
        return self(f"date.{day.precision}", **self._parts(day.value.day, day.value.month, day.value.year))

    def moment(self, value: datetime | None) -> str:
        """An instant in Indonesian time, or in the zone it came with where that is WITA or WIT."""
        if value is None:
            return ""
        zone = ZONES.get(value.utcoffset() or timedelta(), "WIB")
        local = value.astimezone(WIB) if zone == "WIB" else value
        parts = self._parts(local.day, local.month, local.year)
        return self("date.moment", **parts, clock=local.strftime("%H.%M"), zone=zone)

    def _parts(self, day: int, month: int, year: int) -> dict[str, object]:
        return {"day": day, "month": self(f"date.m{month}"), "year": year}


@cache
def languages() -> Mapping[str, Words]:
    """All languages, found by looking in the folder `viewer/languages`; the default one first."""
    folder = resources.files("viewer") / "languages"
    names = sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml"))
    names.sort(key=lambda name: name != DEFAULT)
    return MappingProxyType({n: Words(n, _table(folder.joinpath(f"{n}.toml").read_text("utf-8"))) for n in names})


def words(language: str | None) -> Words:
    """The words of a language, Indonesian where it is not known."""
    return languages().get(language or DEFAULT) or languages()[DEFAULT]


def _table(text: str) -> Mapping[str, str]:
    return MappingProxyType(dict(_flat("", tomllib.loads(text))))


def _flat(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(f"{prefix}{key}.", value)
        else:
            yield f"{prefix}{key}", str(value)

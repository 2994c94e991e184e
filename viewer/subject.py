"""What a page or a search hit is about: a person, an agency, a region or a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from viewer.days import Day, day
from viewer.entry import Case, Name
from viewer.rows import careful, listed, name, text, whole

Kind = Literal["person", "agency", "region", "case"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A node with a page of its own; `within` is the region it belongs to, `standings` what it stands accused as.

    `why` explains each merge that made one node of several articles' mentions.
    """

    kind: Kind
    id: str
    name: str = ""
    also: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    sort: str | None = None
    level: str | None = None
    within: Name | None = None
    case: Case | None = None
    day: Day | None = None
    first: Day | None = None
    last: Day | None = None
    contest: str | None = None
    standings: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    articles: int = 0
    why: tuple[str, ...] = ()

    @property
    def standing(self) -> str | None:
        """One standing to show beside the name where room is scarce, careful where there are several."""
        return careful(self.standings)


def subject(kind: Kind, row: Mapping[str, object]) -> Subject:
    """Read a row of the questions `person`, `agency`, `region`, `case` or of a search."""
    called = text(row.get("name")) or ""
    return Subject(
        kind,
        str(row["id"]),
        called,
        tuple(n for n in listed(row.get("names")) if n != called),
        listed(row.get("offices")) or listed([row.get("office")]),
        text(row.get("kind")),
        text(row.get("level")),
        name(row, "region") or name(row, "parent"),
        Case(str(row["id"]), listed(row.get("violations")), text(row.get("stage"))) if kind == "case" else None,
        day(row.get("date"), row.get("precision")),
        day(row.get("first_reported")),
        day(row.get("last_reported")),
        text(row.get("contest")),
        _standings(row.get("standing")),
        listed(row.get("roles")),
        whole(row.get("articles")) or 0,
        listed(row.get("why")),
    )


def _standings(value: object) -> tuple[str, ...]:
    return listed(value) or listed([value] if isinstance(value, str) else None)

"""A person's name as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass

from extract.text import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name where it stands; `initials` when only those are printed; `probability` as the finder gave it."""

    start: int
    end: int
    probability: float = 1.0
    initials: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

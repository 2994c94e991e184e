"""Where the text means a person without the name: "ia", "yang bersangkutan", "keduanya", "sang camat".

A pronoun points to people named before it in the same line or the line before; who was only quoted steps back behind
who was spoken about, since "yang bersangkutan" is hardly ever the speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.people import Person
from extract.text import Span, Text

ABSENT = re.compile(
    r"(?<!\w)(?:yang bersangkutan|ybs|terlapor|teradu|terdakwa|sang \w+"
    r"|(?:camat|lurah|kades|kepala \w+|pejabat|oknum|guru|pns|asn) (?:itu|tersebut|ini))(?!\w)",
    re.IGNORECASE,
)
PRONOUN = re.compile(r"(?<!\w)(?:ia|dia|beliau|dirinya|namanya|kasusnya|laporannya|berkasnya)(?!\w)", re.IGNORECASE)
SEVERAL = re.compile(
    r"(?<!\w)(?:keduanya|kedua (?:orang|nama|pns|asn|kades|camat|terlapor|pejabat)\w*"
    r"|(?P<three>ketiga(?:nya)?|tiga-tiganya)|(?P<four>keempat(?:nya)?)|(?P<five>kelima(?:nya)?|lima-limanya)"
    r"|mereka(?: berdua| bertiga)?|semuanya)(?!\w)",
    re.IGNORECASE,
)
COUNTS = {"three": 3, "four": 4, "five": 5}


@dataclass(frozen=True, slots=True)
class Reference:
    """A stretch that means a person (index into the people); `named` tells names from pronouns and offices."""

    start: int
    end: int
    person: int
    named: bool


def references(text: Text, people: Sequence[Person], speakers: frozenset[int] = frozenset()) -> tuple[Reference, ...]:
    """All references in text order; `speakers` are people known to be quoted, who step back."""
    named = [Reference(s.start, s.end, i, True) for i, p in enumerate(people) for s in p.spans]
    named.sort(key=lambda r: r.start)
    meant = [r for sentence in text.sentences for r in _pronouns(text, sentence, named, speakers)]
    return tuple(sorted([*named, *meant], key=lambda r: (r.start, r.person)))


def _pronouns(text: Text, sentence: Span, named: Sequence[Reference], speakers: frozenset[int]) -> Iterator[Reference]:
    for pattern, absent in ((ABSENT, True), (PRONOUN, False)):
        for m in pattern.finditer(text.raw, sentence.start, sentence.end):
            if (person := _last(named, m.start(), speakers if absent else frozenset())) is not None:
                yield Reference(m.start(), m.end(), person, False)
    for m in SEVERAL.finditer(text.raw, sentence.start, sentence.end):
        count = next((COUNTS[k] for k, v in m.groupdict().items() if v), 2)
        yield from (Reference(m.start(), m.end(), p, False) for p in _last_few(named, m.start(), count, speakers))


def _last(named: Sequence[Reference], offset: int, behind: frozenset[int]) -> int | None:
    before = _before(named, offset, 900)
    absent = [r for r in before if r.person not in behind]
    return next((r.person for r in reversed(absent or before)), None)


def _before(named: Sequence[Reference], offset: int, reach: int) -> Sequence[Reference]:
    """The names that end before an offset and not `reach` characters or more away."""
    first = bisect_right(named, offset - reach, key=lambda r: r.end)
    return named[first : bisect_right(named, offset, key=lambda r: r.end)]


def _last_few(named: Sequence[Reference], offset: int, count: int, behind: frozenset[int]) -> list[int]:
    people: list[int] = []
    for r in reversed(_before(named, offset, 1200)):
        if r.person not in behind and r.person not in people:
            people.append(r.person)
    return people[:count]

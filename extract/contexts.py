"""What the trained encoder is shown to judge a person: one short context for each.

A person's context is the headline, the sentences that mention the person, those that follow, and sentences anywhere in
the article that clear, decide or speak of "keduanya" or "terlapor". Every name is replaced by a marker (the person
asked about by one, all others by another), so that no name can weigh in the judgement. Training and reading share this.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.text import Span, Text
from extract.wordpieces import WordPieces, words

ROOM = 224
"""Pieces in a person's context."""
TITLE = 40
"""Words of the headline that are shown at most."""
CONTEXT_SENTENCES = 10
"""Sentences that clear, decide or speak of several, taken for one person at most."""
MENTIONS = 12
"""Sentences mentioning the person that are looked at."""

CLEARING = re.compile(
    r"\b(?:(?:tidak|tak|belum|bukan|tanpa)\s+(?:\w+\s+){0,3}?(?:terbukti|pelanggaran|melanggar|memenuhi|ditemukan|menemukan|cukup|bersalah"
    r"|terpenuhi|mencukupi|unsur|bukti|sanksi|dapat\s+ditindaklanjuti|dilanjutkan|ditindaklanjuti)|(?:di|meng)henti\w*"
    r"|ditutup|menutup|gugur|digugurkan|kedaluwarsa|kadaluwarsa|kadaluarsa|kedaluarsa|bebas|membebaskan|dibebaskan|lepas|dilepaskan|dibatalkan"
    r"|membatalkan|dicabut|mencabut|dianulir|dipulihkan|memulihkan|rehabilitasi|nihil|tidak\s+diregister|ditolak|sp3|diterbitkan\s+sp3"
    r"|kurang\s+bukti|bukti\s+kurang|selesai\s+di)\b",
    re.IGNORECASE,
)
DECIDING = re.compile(
    r"\b(?:terbukti|memutus\w*|diputus\w*|putusan|vonis|divonis|menyatakan|dinyatakan|sanksi|dijatuh\w*|menjatuh\w*|dihukum|menghukum|pidana"
    r"|pleno|kesimpulan|menyimpulkan|disimpulkan|gakkumdu|rekomendasi\w*|direkomendasi\w*|merekomendasi\w*|majelis|hakim|teguran|diberhentikan"
    r"|dicopot|inkrah|banding|kasasi|melanggar|diteruskan|kajian)\b",
    re.IGNORECASE,
)
SEVERAL = re.compile(
    r"\b(?:keduanya|ketiganya|keempatnya|kelimanya|mereka|yang\s+bersangkutan|ybs|(?:para\s+)?ter(?:lapor|dakwa|duga|sangka|pidana)|oknum|sang)\b",
    re.IGNORECASE,
)

NOWHERE = -1
"""The offset of what does not stand in the body: the headline and the marks between sentences."""

Pieces = tuple[int, ...]
People = Sequence[Sequence[Span]]
"""Each person as the spans where the text names him or her."""


@dataclass(frozen=True, slots=True)
class Context:
    """One person's sequence of vocabulary rows, at which of them the person's marker stands, and what they spell.

    `places` holds for each row the offset in the text's body of the word it belongs to, or NOWHERE.
    """

    pieces: Pieces
    targets: tuple[int, ...]
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A word's rows, or a whole mention of the person with this index, and where it begins in the body."""

    pieces: Pieces
    person: int = -1
    start: int = NOWHERE


class Sheet:
    """An article made ready for its persons' contexts: units of each sentence, and who stands in which."""

    def __init__(self, text: Text, people: People, vocabulary: WordPieces, *, title: bool = True) -> None:
        self.vocabulary = vocabulary
        owners = _Owners(people)
        self.title = _titled(text, people, vocabulary) if title else []
        self.sentences = [_units(text.raw, s, owners, vocabulary) for s in text.sentences]
        self.sizes = [sum(_size(u) for u in units) for units in self.sentences]
        self.hits: list[list[int]] = [[] for _ in people]
        for k, units in enumerate(self.sentences):
            for person in dict.fromkeys(u.person for u in units if u.person >= 0):
                self.hits[person].append(k)
        printed = [text[s] for s in text.sentences]
        self.clearing = [k for k, s in enumerate(printed) if CLEARING.search(s)]
        self.deciding = [k for k, s in enumerate(printed) if DECIDING.search(s)]
        self.several = [k for k, s in enumerate(printed) if SEVERAL.search(s)]
        self.nameless = {k for k, units in enumerate(self.sentences) if all(u.person < 0 for u in units)}

    def context(self, person: int, room: int = ROOM) -> Context | None:
        """The person's sequence of at most about `room` pieces; None for a person whom no sentence mentions."""
        if not self.hits[person]:
            return None
        title = self.title[: min(TITLE, room // 4)]
        room -= sum(_size(u) for u in title) - 3
        chosen = self._chosen(person, room)
        line = _Line(self.vocabulary, person)
        line.add(title)
        for before, k in zip([-2, *chosen], chosen, strict=False):
            if k != before + 1:
                line.part()
            line.add(_around(self.sentences[k], person, room) if self.sizes[k] > room else self.sentences[k])
        return line.closed()

    def _chosen(self, person: int, room: int) -> list[int]:
        chosen: set[int] = set()
        for k in self._wanted(person):
            size = min(self.sizes[k], room) if not chosen else self.sizes[k]
            if k not in chosen and size + 1 <= room + (not chosen):
                chosen.add(k)
                room -= size + 1
        return sorted(chosen)

    def _wanted(self, person: int) -> Iterator[int]:
        """Sentences in the order of their worth for one person, each within the article, some twice.

        What stands in a sentence that names others and not the person is seldom about the person: it is left out.
        """
        hits = self.hits[person][:MENTIONS]
        clearing, deciding = set(self.clearing), set(self.deciding)
        yield from hits[:2]
        yield from (k for k in hits if k in clearing)
        yield from (k for k in hits if k in deciding)
        yield from self._within(k + 1 for k in hits[:2])
        yield from hits[2:5]
        yield from self._within(k + 1 for k in hits[2:5])
        yield from _nearest(sorted(clearing & self.nameless), hits[0])
        yield from hits[5:]
        yield from self._within(k - 1 for k in hits[:3])
        yield from _nearest(sorted(deciding & self.nameless), hits[0])
        yield from _nearest(sorted(self.nameless.intersection(self.several)), hits[0])
        yield from self._within([0, 1, *(k + 2 for k in hits[:2])])

    def _within(self, numbers: Iterable[int]) -> Iterator[int]:
        return (k for k in numbers if 0 <= k < len(self.sentences))


def _nearest(numbers: list[int], here: int) -> list[int]:
    """Those at or after a sentence first (what is decided is told after who is named), then those before it."""
    cut = bisect_right(numbers, here)
    return [*numbers[cut : cut + CONTEXT_SENTENCES], *reversed(numbers[max(0, cut - CONTEXT_SENTENCES // 2) : cut])]


def _size(unit: Unit) -> int:
    return 1 if unit.person >= 0 else len(unit.pieces)


class _Owners:
    """Whose mention covers an offset."""

    def __init__(self, people: People) -> None:
        self.spans = sorted((s.start, s.end, person) for person, spans in enumerate(people) for s in spans)
        self.starts = [s[0] for s in self.spans]

    def at(self, word: Span) -> tuple[int, int]:
        """The person and the start of the mention that a word touches, or (-1, -1)."""
        last = bisect_right(self.starts, word.end - 1)
        for start, end, person in reversed(self.spans[max(0, last - 3) : last]):
            if start < word.end and word.start < end:
                return person, start
        return -1, -1


def _units(raw: str, sentence: Span, owners: _Owners, vocabulary: WordPieces) -> list[Unit]:
    units: list[Unit] = []
    mention = -1
    for word in words(raw, sentence):
        person, start = owners.at(word)
        if person < 0:
            units.append(Unit(vocabulary.in_text(raw, word), start=word.start))
        elif start != mention:
            units.append(Unit((), person, word.start))
        mention = start
    return units


def _titled(text: Text, people: People, vocabulary: WordPieces) -> list[Unit]:
    """The title's units; its names are known by the words of the mentions in the body."""
    names = _name_words(text, people)
    units: list[Unit] = []
    for word in words(text.title, Span(0, len(text.title))):
        printed = text.title[word.start : word.end]
        person = names.get(printed.lower(), -1) if printed[:1].isupper() else -1
        if person < 0:
            units.append(Unit(vocabulary.in_text(text.title, word)))
        elif not (units and units[-1].person == person):
            units.append(Unit((), person))
    return units


def _name_words(text: Text, people: People) -> dict[str, int]:
    found: dict[str, int] = {}
    for person, spans in enumerate(people):
        for span in spans[:MENTIONS]:
            for word in words(text.raw, span):
                printed = text[word]
                if printed[:1].isupper() and (len(printed) > 2 or printed.isupper()):
                    found.setdefault(printed.lower(), person)
    return found


def _around(units: list[Unit], person: int, room: int) -> list[Unit]:
    """The part of an overlong sentence about the first mention of a person."""
    at = next((i for i, u in enumerate(units) if u.person == person), 0)
    first = last = at
    size = _size(units[at]) if units else 0
    while units and size < room - 2 and (first > 0 or last < len(units) - 1):
        if first > 0:
            first -= 1
            size += _size(units[first])
        if last < len(units) - 1 and size < room - 2:
            last += 1
            size += _size(units[last])
    return units[first : last + 1]


class _Line:
    """A person's sequence while it is being written."""

    def __init__(self, vocabulary: WordPieces, person: int) -> None:
        self.vocabulary = vocabulary
        self.person = person
        self.pieces = [vocabulary.begin]
        self.places = [NOWHERE]
        self.targets: list[int] = []

    def add(self, units: Sequence[Unit]) -> None:
        for unit in units:
            if unit.person == self.person:
                self.targets.append(len(self.pieces))
            pieces = unit.pieces if unit.person < 0 else (self._marker(unit),)
            self.pieces.extend(pieces)
            self.places.extend([unit.start] * len(pieces))

    def _marker(self, unit: Unit) -> int:
        return self.vocabulary.target if unit.person == self.person else self.vocabulary.other

    def part(self) -> None:
        self.pieces.append(self.vocabulary.end)
        self.places.append(NOWHERE)

    def closed(self) -> Context:
        self.part()
        return Context(tuple(self.pieces), tuple(self.targets), tuple(self.places))

"""Numbers that count cases or people: candidates for a statistic, with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec

from extract.numbers import Number, find_numbers
from extract.places import PlaceFound
from extract.text import Span, Text, within

ONE = frozenset({"seorang", "sebuah", "seseorang"})


class CountedWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`words/counted.toml`: the counted nouns by kind, and what shows that a number counts something else."""

    not_counted: tuple[str, ...]
    not_before: tuple[str, ...]
    noun_left_out: tuple[str, ...]
    units: dict[str, tuple[str, ...]]


@cache
def words() -> CountedWords:
    """The words, read once."""
    content = resources.files("extract").joinpath("words", "counted.toml").read_bytes()
    return msgspec.toml.decode(content, type=CountedWords)


@cache
def unit() -> re.Pattern[str]:
    """A counted noun right behind a number, one group a kind."""
    kinds = "|".join(f"(?P<{kind}>{'|'.join(nouns)})" for kind, nouns in words().units.items())
    between = r"\s*(?:\([\w ]+\)\s*)?(?:orang |oknum |buah |berkas |kasus dugaan |nama |dari )?"
    return re.compile(rf"{between}(?:{kinds})(?:nya)?(?!\w)", re.IGNORECASE)


@cache
def something_else() -> re.Pattern[str]:
    """Behind a number: what it counts is no case and no person."""
    return re.compile(rf"\s*(?:\(\w+\)\s*)?(?:{'|'.join(words().not_counted)})(?:nya)?(?!\w)", re.IGNORECASE)


@cache
def no_count() -> re.Pattern[str]:
    """Before a number: it counts nothing."""
    return re.compile(rf"(?:{'|'.join(words().not_before)})\s*[,(]?\s*$", re.IGNORECASE)


@cache
def left_out() -> re.Pattern[str]:
    """Behind a number whose noun is left out."""
    return re.compile(rf"\s*(?:(?:{'|'.join(words().noun_left_out)})\b|[,.;)”\"]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """A number that may count something: its unit ("" where it is left out), its sentence and its place, if any."""

    number: Number
    unit: str
    noun: str
    end: int
    sentence: Span
    place: PlaceFound | None = None

    @property
    def start(self) -> int:
        """Where the number begins."""
        return self.number.start


def find_counts(text: Text, places: Sequence[PlaceFound]) -> Iterator[Count]:
    """All numbers in the body that are followed by something countable, or by nothing in a list of counts."""
    for sentence in text.sentences:
        here = [p for p in within(places, sentence) if p.end <= sentence.end]
        for number in find_numbers(text.raw, sentence.start, sentence.end):
            count = _count(text, sentence, number, here)
            if count is not None:
                yield count


def _count(text: Text, sentence: Span, number: Number, places: Sequence[PlaceFound]) -> Count | None:
    raw = text.raw
    if no_count().search(raw, max(sentence.start, number.start - 24), number.start):
        return None
    place = _place(raw, number, places)
    if m := unit().match(raw, number.end, sentence.end):
        kind = next(k for k in words().units if m[k])
        after = _place_after(raw, m.end(), places)
        return Count(number, kind, m[kind], m.end(), sentence, place or after)
    if something_else().match(raw, number.end, sentence.end):
        return None
    if number.printed.lower() in ONE or not left_out().match(raw, number.end, sentence.end):
        return None
    return Count(number, "", "", number.end, sentence, place)


def _place(raw: str, number: Number, places: Sequence[PlaceFound]) -> PlaceFound | None:
    """The place right before a number: "Banggai 12 kasus", "Kota Semarang dengan 6"."""
    for p in places:
        between = raw[p.end : number.start]
        if p.end <= number.start and re.fullmatch(
            r"\)?\s*(?:dengan|sebanyak|ada|tercatat|sejumlah|:|-|=|masing-masing)?\s*", between
        ):
            return p
    return None


def _place_after(raw: str, end: int, places: Sequence[PlaceFound]) -> PlaceFound | None:
    """The place right after the counted noun: "11 kades di Lombok Timur", "4 kasus (Blora)"."""
    for p in places:
        if p.start >= end and re.fullmatch(
            r"\s*(?:di|dari|se-?|asal|\(|Pemkab|Pemkot|Pemprov)?\s*(?:Kabupaten |Kota |Provinsi |lingkungan )*",
            raw[end : p.start],
        ):
            return p
    return None

"""Names of regions where they stand in a text, before it is decided which of several namesakes is meant.

A name is matched word by word, longest first, so the time grows with the length of the text. What stands before a
name decides its level: "Kabupaten", "Bupati" and "Pemkab" make a regency, "Camat" a district, "Kades" a village.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from extract import gazetteer
from extract.text import Span

Label = Literal["province", "regency", "city", "district", "village", "body"]

WORD = re.compile(r"\w+")
GAP = re.compile(r"(?:[ \u00a0]|-|\.|/|'|’|\. |\s*\([^()\n]{2,20}\)\s*)")
LOOK_BACK = 60
LONGEST = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in the text, the codes it may stand for, and the label before it."""

    start: int
    end: int
    key: str
    codes: tuple[str, ...]
    label: Label | None


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of words that may be a region's name, squeezed."""

    start: int
    end: int
    key: str


def hits(raw: str, lines: Iterable[Span]) -> Iterator[Hit]:
    """Names of provinces, regencies and labelled districts, none within another, in order."""
    for line in lines:
        words = [Name(m.start(), m.end(), m[0].lower()) for m in WORD.finditer(raw, line.start, line.end)]
        at = 0
        while at < len(words):
            hit = _hit(raw, words, at, line)
            if hit:
                yield hit
                at += sum(w.start < hit.end for w in words[at : at + 2 * LONGEST])
            else:
                at += 1


def label_before(raw: str, start: int, floor: int) -> Label | None:
    """The label that stands directly before an offset, not before `floor`."""
    m = label_pattern().search(raw, max(floor, start - LOOK_BACK), start)
    return m.lastgroup if m else None  # type: ignore[return-value]


@cache
def label_pattern() -> re.Pattern[str]:
    """One group a level, each ending where the name begins."""
    content = resources.files("extract").joinpath("words", "labels.toml").read_bytes()
    labels = msgspec.toml.decode(content, type=dict[Label, tuple[str, ...]])
    groups = (
        f"(?P<{label}>{'|'.join(w.replace(' ', chr(92) + 's+') for w in words)})" for label, words in labels.items()
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})[\s:]*(?:\([^()]{{2,30}}\)\s*)?$", re.IGNORECASE)


def names_at(raw: str, words: list[Name], at: int) -> list[Name]:
    """The stretches of words that begin with one word, longest first; a bracket within is passed over."""
    found = [words[at]]
    for word in words[at + 1 : at + 2 * LONGEST]:
        gap = raw[found[-1].end : word.start]
        if raw.rfind("(", found[-1].end, word.start) >= 0 and ")" not in gap:
            continue
        if len(found) == LONGEST or not GAP.fullmatch(gap):
            break
        found.append(Name(words[at].start, word.end, found[-1].key + word.key))
    return found[::-1]


def _hit(raw: str, words: list[Name], at: int, line: Span) -> Hit | None:
    first = raw[words[at].start]
    if not (first.isupper() or first.isdigit()):
        return None
    label = label_before(raw, words[at].start, line.start)
    for name in names_at(raw, words, at):
        codes = _codes(name.key, label)
        if codes and not (label is None and _doubtful(raw, name, line)):
            return Hit(name.start, name.end, name.key, codes, label)
    return None


def _codes(key: str, label: Label | None) -> tuple[str, ...]:
    regencies = gazetteer.regencies().get(key, ())
    provinces = gazetteer.provinces().get(key, ())
    if label == "district":
        return gazetteer.districts().get(key, ())
    if label == "village":
        return ()
    if label == "province":
        return provinces or regencies
    if label in ("regency", "city"):
        fitting = tuple(c for c in regencies if gazetteer.is_city(c) == (label == "city"))
        return fitting or regencies or provinces
    return provinces + regencies


def _doubtful(raw: str, name: Name, line: Span) -> bool:
    """Tell whether an unlabelled name is rather a word, or a part of a person's name."""
    before = raw[max(line.start, name.start - 30) : name.start]
    after = raw[name.end : min(line.end, name.end + 20)]
    if name.key in gazetteer.weak_names():
        return not re.search(r"(?:\b(?:di|ke|dari|se|wilayah|pilkada|warga|asal)[\s-]|,\s*)$", before) or bool(
            re.match(r"\s+[A-Z]", after)
        )
    return bool(re.search(r"(?<![\w.])[A-Z][a-z]+\s$", before)) and bool(re.match(r"\s[A-Z][a-z]", after))

"""Wordings as data: each file in `extract/phrases` says one thing an article may say, with its own examples.

A wording is a regular expression in which a blank stands for any white space; it is matched without regard to case and
at word borders. `unless` lists wordings that take a hit back when they stand in the same clause (or, with
`unless_in = "sentence"`, the same sentence).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from typing import Literal

import msgspec

from extract.text import Span, Text

Group = Literal[
    "accusation", "outcome", "sanction", "violation", "modality", "speech", "activity", "scope", "stage", "favour"
]


class PhraseError(ValueError):
    """A phrase file that cannot be used; the message names the file and what is wrong."""


class Phrase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """One file: what it means (`group`, `means`), how that is worded, and sentences that show it.

    `values` holds further facts of the meaning, such as a sanction's class. `source` names the law or habit behind it.
    """

    group: Group
    means: str
    about: str
    wordings: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    unless: tuple[str, ...] = ()
    unless_in: Literal["clause", "sentence"] = "clause"
    values: dict[str, str | int | bool] = {}
    source: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return compiled(self.wordings)

    @cached_property
    def veto(self) -> re.Pattern[str] | None:
        return compiled(self.unless) if self.unless else None


@dataclass(frozen=True, slots=True)
class Signal:
    """One place where a phrase stands."""

    start: int
    end: int
    phrase: Phrase

    @property
    def means(self) -> str:
        return self.phrase.means


def compiled(wordings: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for a list of wordings."""
    spaced = (w.replace(" ?", r"\s?").replace(" ", r"\s+") for w in wordings)
    return re.compile(r"(?<!\w)(?:" + "|".join(spaced) + r")(?!\w)", re.IGNORECASE)


@cache
def phrases() -> dict[str, Phrase]:
    """All phrase files by their name, in the order of their names."""
    files = (f for f in resources.files("extract").joinpath("phrases").iterdir() if f.name.endswith(".toml"))
    return {
        f.name.removesuffix(".toml"): read_phrase(f.name, f.read_bytes()) for f in sorted(files, key=lambda f: f.name)
    }


def read_phrase(name: str, content: bytes) -> Phrase:
    """Read a phrase file; raise PhraseError for unknown keys, missing ones or a wording that is no pattern."""
    try:
        phrase = msgspec.toml.decode(content, type=Phrase)
        assert phrase.pattern.pattern
        return phrase
    except (msgspec.DecodeError, re.error) as problem:
        raise PhraseError(f"extract/phrases/{name}: {problem}") from problem


@cache
def group_of(group: Group) -> tuple[Phrase, ...]:
    """The phrases of one group."""
    return tuple(p for p in phrases().values() if p.group == group)


@lru_cache(maxsize=64)
def signals(text: Text, group: Group) -> tuple[Signal, ...]:
    """All places in the body where phrases of a group stand, in the order of the text; kept for the steps to come."""
    found = (s for phrase in group_of(group) for s in find(text, phrase))
    return tuple(sorted(found, key=lambda s: (s.start, -s.end)))


def find(text: Text, phrase: Phrase) -> Iterator[Signal]:
    """The places in the body where one phrase stands."""
    for sentence in text.sentences:
        for m in phrase.pattern.finditer(text.raw, sentence.start, sentence.end):
            if not _taken_back(text, phrase, sentence, m.start()):
                yield Signal(m.start(), m.end(), phrase)


def _taken_back(text: Text, phrase: Phrase, sentence: Span, offset: int) -> bool:
    if phrase.veto is None:
        return False
    window = sentence if phrase.unless_in == "sentence" else text.clause_at(offset) or sentence
    return phrase.veto.search(text.raw, window.start, window.end) is not None

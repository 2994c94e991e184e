"""Who speaks in a sentence: the person beside a speech verb that stands outside quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extract.people import Person
from extract.phrases import Signal, signals
from extract.text import Span, Text

REACH = 160  # characters between a speech verb and its speaker: an office may stand between them
BARE = re.compile(r"(?!me|di|ber|meng)\w+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence that a person (index into the people) says or is paraphrased in."""

    sentence: Span
    person: int
    verb: Span


def said(text: Text, people: Sequence[Person]) -> tuple[Said, ...]:
    """For each sentence the speakers, by the verbs of speech in it."""
    named = sorted((s, i) for i, p in enumerate(people) for s in p.spans)
    found = []
    for verb in signals(text, "speech"):
        sentence = text.sentence_at(verb.start)
        if sentence is None or text.quoted(verb.start):
            continue
        if (person := _speaker(text, verb, sentence, named)) is not None:
            found.append(Said(sentence, person, Span(verb.start, verb.end)))
    return tuple(dict.fromkeys(found))


def _speaker(text: Text, verb: Signal, sentence: Span, named: Sequence[tuple[Span, int]]) -> int | None:
    """The name after a bare verb ("ujar X"), the name before a prefixed one ("X mengatakan"), else the other side."""
    first, last = (bisect_left(named, (Span(at, 0),)) for at in (sentence.start, sentence.end))
    here = [(s, i) for s, i in named[first:last] if sentence.holds(s) and not text.quoted(s.start)]
    after = next((i for s, i in here if 0 <= s.start - verb.end <= REACH), None)
    before = next((i for s, i in reversed(here) if 0 <= verb.start - s.end <= REACH), None)
    bare = BARE.fullmatch(text.raw[verb.start : verb.end].split()[0]) is not None
    return after if bare and after is not None else before if before is not None else after if bare else None

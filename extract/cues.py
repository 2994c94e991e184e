"""Cues: what stands around a person's name, in words that a reader can check.

The second voice is a linear model over these cues: every weight belongs to a cue such as `L1:oleh` (the word before the
name), `clause:proven` (a phrase in the person's clause) or `says` (the person speaks), so that each verdict can be
spelled out and a wrong weight corrected. Names never become cues: other people are `P`, the person is `X`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.people import Person
from extract.phrases import Signal, group_of, signals
from extract.references import Reference, references
from extract.speech import Said, said
from extract.text import Span, Text

WORD = re.compile(r"\w+(?:-\w+)*|[^\w\s]")
AFTER = 160  # characters of the next sentence that still speak of the person
GROUPS = ("accusation", "outcome", "sanction", "violation", "stage", "modality", "favour", "scope")


@dataclass(frozen=True)
class Scene:
    """A text with its people, and what the rules found in it."""

    text: Text
    people: tuple[Person, ...]
    spoken: tuple[Said, ...]
    references: tuple[Reference, ...]
    signals: tuple[Signal, ...]

    def near(self, person: int) -> Iterator[Reference]:
        return (r for r in self.references if r.person == person)


def scene(text: Text, people: Sequence[Person]) -> Scene:
    """Find who speaks, who is meant and which phrases stand in a text."""
    spoken = said(text, people)
    refs = references(text, people, frozenset(s.person for s in spoken))
    found = sorted((s for g in GROUPS if group_of(g) for s in signals(text, g)), key=lambda s: s.start)
    return Scene(text, tuple(people), spoken, refs, tuple(found))


def cues(view: Scene, person: int) -> dict[str, float]:
    """A person's cues with their strength, 1 for most."""
    found: dict[str, float] = {}
    for ref in view.near(person):
        sentence = view.text.sentence_at(ref.start)
        if sentence is None:
            continue
        for cue in _around(view, person, ref, sentence):
            found[cue] = 1.0
        if ref.named:
            for word in _tokens(view, person, Span(sentence.end, min(len(view.text.raw), sentence.end + AFTER))):
                found.setdefault(f"N:{word}", 0.5)
    found["mentions"] = min(sum(r.named for r in view.near(person)), 6) / 3
    found["initials"] = float(view.people[person].initials)
    return found


def _around(view: Scene, person: int, ref: Reference, sentence: Span) -> Iterator[str]:
    yield from _phrases(view, ref, sentence)
    yield from _speech(view, person, ref, sentence)
    left = _tokens(view, person, Span(sentence.start, ref.start))
    right = _tokens(view, person, Span(ref.end, sentence.end))
    if not ref.named:
        yield from (f"M:{w}" for w in left + right)
        return
    yield from (f"S:{w}" for w in left + right)
    yield from (f"l:{w}" for w in left[-5:])
    yield from (f"r:{w}" for w in right[:5])
    yield from (f"L{k}:{'_'.join(left[-k:])}" for k in (1, 2, 3) if len(left) >= k)
    yield from (f"R{k}:{'_'.join(right[:k])}" for k in (1, 2, 3) if len(right) >= k)
    if sentence == view.text.sentences[0] or view.text[sentence].istitle():
        yield "headline"


def _phrases(view: Scene, ref: Reference, sentence: Span) -> Iterator[str]:
    clause = view.text.clause_at(ref.start) or sentence
    kind = "" if ref.named else "~"
    for s in view.signals:
        if clause.holds(s.start):
            yield f"clause{kind}:{s.means}"
            yield f"{'after' if s.start >= ref.end else 'before'}{kind}:{s.means}"
        if sentence.holds(s.start):
            yield f"sentence{kind}:{s.means}"


def _speech(view: Scene, person: int, ref: Reference, sentence: Span) -> Iterator[str]:
    for s in view.spoken:
        if s.sentence == sentence:
            yield "says" if s.person == person else "spoken_of"
    if view.text.quoted(ref.start):
        yield "quoted"


def _tokens(view: Scene, person: int, span: Span) -> list[str]:
    """Lower-case words of a stretch; numbers become #, other people P and the person X."""
    words, end = [], span.start
    for ref in [r for r in view.references if r.named and span.holds(r.start)]:
        words += _words(view.text.raw, end, ref.start)
        words.append("X" if ref.person == person else "P")
        end = ref.end
    return words + _words(view.text.raw, end, span.end)


def _words(raw: str, start: int, end: int) -> list[str]:
    return ["#" if w[0].isdigit() else w.lower() for w in WORD.findall(raw, start, end)]

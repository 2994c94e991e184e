"""Cues: what stands around a person's name, in words that a reader can check.

The second voice is a linear model over these cues: every weight belongs to a cue such as `L1:oleh` (the word before the
name), `clause:proven` (a phrase in the person's clause) or `says` (the person speaks), so that each verdict can be
spelled out and a wrong weight corrected. Names never become cues: other people are `P`, the person is `X`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from extract.offices import OfficeFound, find_offices, office_of
from extract.people import Person
from extract.phrases import Group, Signal, group_of, signals
from extract.references import Reference, references
from extract.speech import Said, said
from extract.text import Span, Text, within

WORD = re.compile(r"\w+(?:-\w+)*|[^\w\s]")
NEGATIONS = frozenset("tidak tak tiada bukan belum tanpa urung batal enggak nggak ndak gagal".split())
NEGATED = 4  # a negation and the three words after it
PREFIX = re.compile(
    r"(?:di|meng(?=[aeioughk])|meny|men(?=[cdjtz])|mem(?=[bfpv])|me(?=[lmnrwy])|ber|ter|pe(?:ng|ny|n|m)?(?=\w{4})|ke|se)"
)
SUFFIX = re.compile(r"(?:kan|i|an)?(?:nya|lah|kah)?$")
STEM_STARTS = {"meny": "s", "peny": "s"}
AFTER = 160  # characters of the next sentence that still speak of the person
GROUPS: tuple[Group, ...] = ("accusation", "outcome", "sanction", "violation", "stage", "modality", "favour", "scope")


@dataclass(frozen=True)
class Scene:
    """A text with its people, and what the rules found in it."""

    text: Text
    people: tuple[Person, ...]
    spoken: tuple[Said, ...]
    references: tuple[Reference, ...]
    signals: tuple[Signal, ...]
    offices: tuple[OfficeFound | None, ...]

    def near(self, person: int) -> tuple[Reference, ...]:
        """A person's references."""
        return self._by_person.get(person, ())

    def place_of(self, offset: int) -> int | None:
        """The number of the sentence that holds an offset."""
        k = bisect_right(self._starts, offset) - 1
        return k if k >= 0 and self.text.sentences[k].holds(offset) else None

    @cached_property
    def named_in(self) -> tuple[frozenset[int], ...]:
        """For each sentence the people it names."""
        found: list[set[int]] = [set() for _ in self.text.sentences]
        for r in self.references:
            if r.named and (k := self.place_of(r.start)) is not None:
                found[k].add(r.person)
        return tuple(map(frozenset, found))

    @cached_property
    def phrases_in(self) -> tuple[tuple[Signal, ...], ...]:
        """For each sentence its phrases."""
        found: list[list[Signal]] = [[] for _ in self.text.sentences]
        for s in self.signals:
            if (k := self.place_of(s.start)) is not None:
                found[k].append(s)
        return tuple(map(tuple, found))

    @cached_property
    def speakers(self) -> dict[Span, tuple[int, ...]]:
        """For each sentence that somebody says, who."""
        found: dict[Span, list[int]] = {}
        for s in self.spoken:
            found.setdefault(s.sentence, []).append(s.person)
        return {sentence: tuple(people) for sentence, people in found.items()}

    @cached_property
    def words_of(self) -> dict[int, tuple[Span, ...]]:
        """For each person who is quoted the verbs of speech."""
        found: dict[int, list[Span]] = {}
        for s in self.spoken:
            found.setdefault(s.person, []).append(s.verb)
        return {person: tuple(verbs) for person, verbs in found.items()}

    @cached_property
    def decided(self) -> tuple[str, ...]:
        """What outcomes and sanctions the article tells of, each once."""
        return tuple(dict.fromkeys(s.means for s in self.signals if s.phrase.group in ("outcome", "sanction")))

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.text.sentences]

    @cached_property
    def _by_person(self) -> dict[int, tuple[Reference, ...]]:
        found: dict[int, list[Reference]] = {}
        for r in self.references:
            found.setdefault(r.person, []).append(r)
        return {person: tuple(refs) for person, refs in found.items()}


def scene(text: Text, people: Sequence[Person]) -> Scene:
    """Find who speaks, who is meant and which phrases stand in a text."""
    spoken = said(text, people)
    refs = references(text, people, frozenset(s.person for s in spoken))
    found = sorted((s for g in GROUPS if group_of(g) for s in signals(text, g)), key=lambda s: s.start)
    offices = find_offices(text)
    held = tuple(office_of(text, p.spans, offices) for p in people)
    return Scene(text, tuple(people), spoken, refs, tuple(found), held)


def cues(view: Scene, person: int) -> dict[str, float]:
    """A person's cues with their strength, 1 for most."""
    found: dict[str, float] = dict(_beyond(view, person))
    for ref in view.near(person):
        sentence = view.text.sentence_at(ref.start)
        if sentence is None:
            continue
        for cue in _around(view, person, ref, sentence):
            found[cue] = 1.0
        if ref.named:
            after = _tokens(view, person, Span(sentence.end, min(len(view.text.raw), sentence.end + AFTER)))
            found |= dict.fromkeys((f"N:{w}" for w in after), 0.5) | dict.fromkeys(
                (f"n:{w}" for w in stems(after)), 0.5
            )
    found |= dict.fromkeys(_office(view.offices[person]), 1.0)
    found["mentions"] = min(sum(r.named for r in view.near(person)), 6) / 3
    found["initials"] = float(view.people[person].initials)
    return found


def _office(office: OfficeFound | None) -> Iterator[str]:
    """The class of an office and its first two words: who holds it says much about what is told of a person."""
    if office is None:
        yield "office:none"
        return
    yield f"office:{office.office_class}"
    yield from (f"office:{word}" for word in office.title.lower().split()[:2])
    if office.former:
        yield "office:former"


def _beyond(view: Scene, person: int) -> Iterator[tuple[str, float]]:
    """Phrases in the sentences after and before those that mean the person, and the article's outcomes."""
    sentences, named, phrases = view.text.sentences, view.named_in, view.phrases_in
    mine = {k for r in view.near(person) if (k := view.place_of(r.start)) is not None}
    for k in mine:
        for step in (1, 2):
            if k + step < len(sentences) and k + step not in mine:
                alone = not any(named[k + 1 : k + step + 1])
                yield from ((f"next{'' if alone else 'P'}:{s.means}", 1.0 if alone else 0.5) for s in phrases[k + step])
        if k and k - 1 not in mine:
            yield from ((f"prev{'P' if named[k - 1] else ''}:{s.means}", 0.5) for s in phrases[k - 1])
    yield from ((f"article:{means}", 0.3) for means in view.decided)


def _around(view: Scene, person: int, ref: Reference, sentence: Span) -> Iterator[str]:
    yield from _phrases(view, ref, sentence)
    yield from _speech(view, person, ref, sentence)
    left = _tokens(view, person, Span(sentence.start, ref.start))
    right = _tokens(view, person, Span(ref.end, sentence.end))
    if not ref.named:
        yield from (f"M:{w}" for w in left + right)
        yield from (f"m:{w}" for w in stems(left + right))
        return
    yield from (f"S:{w}" for w in left + right)
    yield from (f"s:{w}" for w in stems(left + right))
    yield from (f"l:{w}" for w in left[-5:])
    yield from (f"r:{w}" for w in right[:5])
    yield from (f"L{k}:{'_'.join(left[-k:])}" for k in (1, 2, 3) if len(left) >= k)
    yield from (f"R{k}:{'_'.join(right[:k])}" for k in (1, 2, 3) if len(right) >= k)
    if sentence == view.text.sentences[0] or view.text[sentence].istitle():
        yield "headline"


def _phrases(view: Scene, ref: Reference, sentence: Span) -> Iterator[str]:
    clause = view.text.clause_at(ref.start) or sentence
    kind = "" if ref.named else "~"
    for s in within(view.signals, sentence):
        if clause.holds(s.start):
            yield f"clause{kind}:{s.means}"
            yield f"{'after' if s.start >= ref.end else 'before'}{kind}:{s.means}"
        yield f"sentence{kind}:{s.means}"


def _speech(view: Scene, person: int, ref: Reference, sentence: Span) -> Iterator[str]:
    for speaker in view.speakers.get(sentence, ()):
        yield "says" if speaker == person else "spoken_of"
    if view.text.quoted(ref.start):
        yield "quoted"


def _tokens(view: Scene, person: int, span: Span) -> list[str]:
    """Lower-case words of a stretch; numbers become #, other people P and the person X."""
    words, end = [], span.start
    for ref in [r for r in within(view.references, span) if r.named]:
        words += _words(view.text.raw, end, ref.start)
        words.append("X" if ref.person == person else "P")
        end = ref.end
    return words + _words(view.text.raw, end, span.end)


def stems(words: Sequence[str]) -> list[str]:
    """Words without the affixes of Indonesian verbs; the three words after a negation begin with "not "."""
    found, denied = [], 0
    for word in words:
        denied = NEGATED if word in NEGATIONS else denied - 1
        stem = stem_of(word)
        found.append(f"not {stem}" if 0 <= denied < NEGATED else stem)
    return found


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """A rough stem: one prefix and the suffixes off, never below four letters; "dihentikan" and "menghentikan" meet."""
    bare = SUFFIX.sub("", word) if len(word) > 6 else word
    match = PREFIX.match(bare)
    if not match or len(bare) - match.end() < 3:
        return bare
    return STEM_STARTS.get(match[0], "") + bare[match.end() :]


def _words(raw: str, start: int, end: int) -> list[str]:
    return ["#" if w[0].isdigit() else w.lower() for w in WORD.findall(raw, start, end)]

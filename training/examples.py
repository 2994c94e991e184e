"""Turns annotated articles and sentences into what the network is shown, with names swapped and headlines imitated."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extract.contexts import Context, Sheet
from extract.encoder import ROLES
from extract.text import Span, Text
from extract.windows import Window, windows
from extract.wordpieces import WordPieces
from training.corpus import Annotated, Known, Sentence

DECOYS, MISTAKEN, TITLED = 0.7, 0.15, 0.85
"""How often an article lends a decoy, how often that is hidden from the persons too, how often a title is shown."""

SHOWN = {"speaker": 0.7, "other": 0.7}
"""How often an easy role is shown in an epoch; the others always are."""

Material = TypeVar("Material")

OUTSIDE, BEGIN, INSIDE, UNJUDGED = 0, 1, 2, -100
CAPITALISED = re.compile(r"[A-Z][\w'’.]+(?:\s+(?:[A-Z][\w'’.]+|\([A-Z]\w+\))){0,3}")


@dataclass(frozen=True, slots=True)
class Example:
    """A sequence of rows with either a label for every row (names) or marked rows and one role.

    `proof` are the rows that spell the evidence for the role, none where it is not known or not shown.
    """

    pieces: tuple[int, ...]
    labels: tuple[int, ...] = ()
    asked: tuple[int, ...] = ()
    role: int = -1
    proof: tuple[int, ...] = ()


class Examples:
    """Makes one epoch's examples after the other from the same material, other names in them each time."""

    def __init__(self, vocabulary: WordPieces, pool: Sequence[str], seed: int) -> None:
        self.vocabulary = vocabulary
        self.pool = pool
        self.random = random.Random(seed)

    def windows(self, articles: Sequence[Annotated], share: float = 1.0) -> Iterator[Example]:
        """The windows of a share of the articles, half with other names; noise lines are in none of them."""
        for article in self._some(articles, share):
            known = [s for p in article.persons for s in p.spans]
            raw, spans = self._renamed(article) if self.random.random() < 0.5 else (article.text.raw, known)
            yield from self._windows(Text(raw), spans)

    def names(self, sentences: Sequence[Sentence], share: float = 1.0) -> Iterator[Example]:
        """A share of the sentences with a label per row, some as headlines are written."""
        for sentence in self._some(sentences, share):
            raw, spans = sentence.raw, list(sentence.names)
            yield from self._windows(Text(raw), spans)
            if self.random.random() < 0.4:
                headline = (
                    raw.upper()
                    if self.random.random() < 0.1
                    else re.sub(r"(?<![\w'’])[a-z]", lambda m: m[0].upper(), raw)
                )
                if len(headline) == len(raw):
                    yield from self._windows(Text(headline), spans)

    def _some(self, material: Sequence[Material], share: float) -> list[Material]:
        return self.random.sample(material, round(share * len(material)))

    def _windows(self, text: Text, spans: Sequence[Span]) -> Iterator[Example]:
        begins = {s.start: s.end for s in spans}
        for window in windows(text, self.vocabulary):
            yield Example(window.pieces, _labels(window, begins))

    def _renamed(self, article: Annotated) -> tuple[str, list[Span]]:
        """The article with every person given another name, word for word and the same wherever it stands."""
        other: dict[str, str] = {}
        pieces, spans, at, length = [], [], 0, 0
        for span in sorted(s for p in article.persons for s in p.spans):
            if span.start < at:
                continue
            before, printed = article.text.raw[at : span.start], article.text[span]
            fresh = " ".join(self._other_word(w, other) for w in printed.split())
            pieces += [before, fresh]
            length += len(before)
            spans.append(Span(length, length + len(fresh)))
            length += len(fresh)
            at = span.end
        return "".join([*pieces, article.text.raw[at:]]), spans

    def _other_word(self, word: str, other: dict[str, str]) -> str:
        """Another word for a word of a name; initials and short words stay."""
        bare = word.strip(".,-–")
        if len(bare) < 4 or not bare.isalpha():
            return word
        key = bare.lower()
        if key not in other:
            other[key] = self.random.choice(self.random.choice(self.pool).split())
        fresh = other[key].upper() if bare.isupper() else other[key]
        return word.replace(bare, fresh)

    def roles(self, articles: Sequence[Annotated]) -> Iterator[Example]:
        """A context for each accused and cleared person, for most others, and often one for what is nobody."""
        for article in articles:
            persons = [p for p in article.persons if p.spans]
            decoys = self._decoys(article) if self.random.random() < DECOYS else []
            hidden = decoys if self.random.random() < MISTAKEN else []
            asked = [p for p in persons if self.random.random() < SHOWN.get(p.role, 1.0)]
            yield from self._contexts(article, persons + hidden, asked)
            yield from self._contexts(article, persons + decoys, decoys)

    def _contexts(self, article: Annotated, shown: list[Known], asked: list[Known]) -> Iterator[Example]:
        if not asked:
            return
        titled = self.random.random() < TITLED
        sheet = Sheet(article.text, [p.spans for p in shown], self.vocabulary, title=titled)
        for person in asked:
            context = sheet.context(shown.index(person))
            if context is not None and context.targets:
                role = ROLES.index(person.role)
                yield Example(context.pieces, asked=context.targets, role=role, proof=_proof(context, person.evidence))

    def _decoys(self, article: Annotated) -> list[Known]:
        """A place, a body or other capitalised words that are no person of the case; none where there are none."""
        taken = [s for p in article.persons for s in p.spans]
        raw = article.text.raw
        found = [m for line in article.text.body for m in CAPITALISED.finditer(raw, line.start, line.end)]
        free = [m[0].rstrip(".") for m in found if _within_sentence(raw, m.start()) and not _touches(taken, *m.span())]
        chosen = self.random.sample(free, min(len(free), 1))
        decoys = []
        for printed in chosen:
            spans = [Span(*m.span()) for m in re.finditer(rf"(?<!\w){re.escape(printed)}(?!\w)", raw)]
            spans = [s for s in spans if not _touches(taken, s.start, s.end)]
            if spans:
                decoys.append(Known(printed, "nobody", tuple(spans)))
        return decoys


def _proof(context: Context, evidence: Sequence[Span]) -> tuple[int, ...]:
    return tuple(i for i, at in enumerate(context.places) if any(s.start <= at < s.end for s in evidence))


def _within_sentence(raw: str, offset: int) -> bool:
    """Tell whether a capital there is not owed to a sentence's beginning."""
    before = raw[max(0, offset - 2) : offset]
    return len(before) == 2 and before[1] in " (" and before[0] not in '.!?…\n”"'


def _touches(taken: Sequence[Span], start: int, end: int) -> bool:
    return any(s.start < end and start < s.end for s in taken)


def _labels(window: Window, begins: dict[int, int]) -> tuple[int, ...]:
    labels = [UNJUDGED] * len(window.pieces)
    end = -1
    for word, first in zip(window.words, window.firsts, strict=True):
        starting = next((b for b in range(word.start, word.end) if b in begins), None)
        if starting is not None and word.start >= end:
            end = begins[starting]
            labels[first] = BEGIN
        else:
            labels[first] = INSIDE if word.start < end else OUTSIDE
    return tuple(labels)


def name_pool(articles: Sequence[Annotated], sentences: Sequence[Sentence], candidates: Sequence[str]) -> list[str]:
    """Names to put in the place of others: those of the training material and of candidates in all provinces."""
    written = [p.name for a in articles for p in a.persons if len(p.name) > 3]
    printed = [s.raw[n.start : n.end] for s in sentences for n in s.names]
    usable = (" ".join(w for w in n.split() if len(w) > 3 and w.isalpha()) for n in [*written, *printed, *candidates])
    return sorted({n.title() for n in usable if n})


def batches(examples: Sequence[Example], room: int, source: random.Random) -> list[list[Example]]:
    """Batches of examples of like lengths, at most `room` rows with padding, in random order."""
    shuffled = list(examples)
    source.shuffle(shuffled)
    made: list[list[Example]] = []
    for start in range(0, len(shuffled), 256):
        batch: list[Example] = []
        for example in sorted(shuffled[start : start + 256], key=lambda e: len(e.pieces)):
            if batch and len(example.pieces) * (len(batch) + 1) > room:
                made.append(batch)
                batch = []
            batch.append(example)
        made.append(batch)
    source.shuffle(made)
    return made

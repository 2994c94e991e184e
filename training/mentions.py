"""Where an article names the persons that its annotation lists: in full, by part of the name, or by initials."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.text import Span, Text
from extract.wordpieces import words

BRACKETS = re.compile(r"\([^)]*\)")
TITLES = frozenset(
    """drs dr dra drg ir prof h hj kh tgh tgk ust ustadz pdt sh se st mh
    mm msi spd mpd sag ssos sip skm skep ns alm bapak pak bu ibu""".split()
)
LOOSE = frozenset("bin binti alias haji pak bu ibu bapak kota kabupaten desa dan yang de van i ni la".split())


@dataclass(frozen=True, slots=True)
class _Match:
    """A run of words that spells (part of) a name: how many of the name's words, the person, how many words of text."""

    hits: int
    whole: bool
    recent: int
    person: int
    length: int


def find_mentions(text: Text, names: Sequence[str]) -> list[list[Span]]:
    """Spans of each name in the body, longest runs first; a shared single word goes to the person last named."""
    spelt = [_name_words(n) for n in names]
    found: list[list[Span]] = [[] for _ in names]
    last: dict[int, int] = {}
    for line in text.body:
        spans = list(words(text.raw, line))
        i = 0
        while i < len(spans):
            match = max(_matches(text, spans, i, spelt, last), key=_rank, default=None)
            if match is None:
                i += 1
                continue
            found[match.person].append(Span(spans[i].start, spans[i + match.length - 1].end))
            last[match.person] = spans[i].start
            i += match.length
    return found


def _rank(match: _Match) -> tuple[int, bool, int]:
    return match.hits, match.whole, match.recent


def _name_words(name: str) -> list[str]:
    bare = BRACKETS.sub(" ", name).split(",")[0]
    found = [w.lower() for w in re.findall(r"\w+(?:['’]\w+)*", bare)]
    kept = [w for w in found if w not in TITLES]
    return kept or found


def _matches(text: Text, spans: list[Span], i: int, spelt: list[list[str]], last: dict[int, int]) -> Iterator[_Match]:
    first = text[spans[i]]
    if not first[0].isupper():
        return
    for person, name in enumerate(spelt):
        for start, word in enumerate(name):
            if word == first.lower():
                hits, length = _run(text, spans, i, name[start:])
                whole = hits == len(name)
                if whole or hits > 1 or (len(first) > 2 and word not in LOOSE):
                    yield _Match(hits, whole, last.get(person, -1), person, length)


def _run(text: Text, spans: list[Span], i: int, name: list[str]) -> tuple[int, int]:
    """How many words of a name follow from here, over how many words of text; initials may stand between."""
    hits = length = 0
    k = i
    while hits < len(name) and k < len(spans) and k - i < 3 * len(name) + 2:
        word = text[spans[k]].lower()
        if word == name[hits]:
            hits += 1
            length = k + 1 - i
        elif word != "." and not (len(word) == 1 and word.isalpha() and text[spans[k]].isupper()):
            break
        k += 1
    return hits, length

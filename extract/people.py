"""Within-article coreference of names: which names are one person, under their fullest printed form.

A longer form takes in its parts (full name first, then one part of it, not always the first); a single part goes to
the person with that part who was named last. Spelling variants of a full name join; initials join only initials.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import JaroWinkler

from extract.name import Name
from extract.names import NOT_A_NAME, WORD, words_of
from extract.text import Span, Text, holder

SAME_SPELLING = 0.93
FEW, OPENING = 100, 3  # persons, and letters of a word: no article names more, and lists may not take square time
ALIAS = re.compile(
    r"\W{0,3}(?:alias|atau(?: yang)? (?:akrab|biasa)|sapaan akrab(?:nya)?|panggilan akrab(?:nya)?"
    r"|(?:yang )?(?:akrab|biasa|kerap)? ?(?:di)?(?:sapa|panggil)(?:an)?(?: akrab)?)\s+[\"“]?",
    re.IGNORECASE,
)
LOOSE = frozenset("bin binti alias haji pak bu ibu bapak kota desa dan yang i ni muhammad ahmad abdul siti sri".split())


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the article: fullest name, printed forms, where the names stand, and how sure the finder was."""

    name: str
    forms: tuple[str, ...]
    spans: tuple[Span, ...]
    initials: bool
    probability: float

    @property
    def words(self) -> tuple[str, ...]:
        return words_of(self.name)


@dataclass(slots=True)
class _Group:
    words: tuple[str, ...]
    names: list[Name]
    starts: list[int]

    def add(self, name: Name) -> None:
        self.names.append(name)
        insort(self.starts, name.start)

    def last_before(self, offset: int) -> int:
        k = bisect_right(self.starts, offset)
        return self.starts[k - 1] if k else -1


class _Groups:
    """Names put together so far; a name is only compared with those that share the beginnings of its words.

    Where there are fewer than FEW all are compared, so that a misprint in the first letters still joins.
    """

    def __init__(self) -> None:
        self.all: list[_Group] = []
        self._by_opening: dict[str, list[_Group]] = defaultdict(list)

    def add(self, words: tuple[str, ...], name: Name) -> None:
        """Put a name to the group it belongs to, among several the one named last before it, or begin a new one."""
        fitting = [g for g in self._near(words) if same_name(g.words, words, name.initials)]
        if fitting:
            max(fitting, key=lambda g: g.last_before(name.start)).add(name)
            return
        group = _Group(words, [name], [name.start])
        self.all.append(group)
        for opening in {w[:OPENING] for w in words}:
            self._by_opening[opening].append(group)

    def _near(self, words: tuple[str, ...]) -> Collection[_Group]:
        if len(self.all) < FEW:
            return self.all
        return {id(g): g for w in words for g in self._by_opening[w[:OPENING]][:FEW]}.values()


def people_of(text: Text, names: Sequence[Name]) -> tuple[Person, ...]:
    """Group names into persons, find their further mentions, and give them in the order of first mention."""
    groups = _Groups()
    told = [(n, words_of(text[n.span])) for n in names if holder(text.headlines, n.start) is None]
    for name, words in sorted(told, key=lambda n: (-len(n[1]), n[0].start)):
        groups.add(words, name)
    persons = [_person(text, g) for g in _without_aliases(text, groups.all)]
    return tuple(sorted(with_further_mentions(text, persons), key=lambda p: p.spans[0]))


def _without_aliases(text: Text, groups: list[_Group]) -> list[_Group]:
    """Join a name that the text gives as another one's alias: "Umar Talib, sapaan akrab Gus Tal"."""
    at = {n.start: g for g in groups for n in g.names}
    ends = {n.end: g for g in groups for n in g.names}
    for end, group in ends.items():
        match = ALIAS.match(text.raw, end)
        other = at.get(match.end()) if match else None
        if other is not None and other is not group and other in groups:
            fuller, less = (group, other) if len(group.words) >= len(other.words) else (other, group)
            fuller.names += less.names
            groups = [g for g in groups if g is not less]
    return groups


def same_name(full: tuple[str, ...], part: tuple[str, ...], initials: bool) -> bool:
    """Tell whether the shorter of two names can stand for the longer within one article."""
    if initials or not part:
        return full == part
    if set(part) <= set(full):
        return any(len(w) > 2 for w in part) and (len(part) > 1 or part[0] not in LOOSE or len(full) == 1)
    alike = JaroWinkler.similarity(" ".join(full), " ".join(part))
    if len(full) == len(part):
        return alike >= SAME_SPELLING
    return len(part) > 1 and all(any(JaroWinkler.similarity(p, w) >= SAME_SPELLING for w in full) for p in part)


def _person(text: Text, group: _Group) -> Person:
    spans = sorted(n.span for n in group.names)
    forms = tuple(dict.fromkeys(text[s] for s in spans))
    fullest = max(forms, key=lambda f: (len(words_of(f)), len(f)))
    sure = max(n.probability for n in group.names)
    return Person(fullest, forms, tuple(spans), all(n.initials for n in group.names), sure)


def with_further_mentions(text: Text, persons: Sequence[Person]) -> Iterator[Person]:
    """Add places in the body where a part of a person's name stands that nobody proposed."""
    taken = sorted(s for p in persons for s in p.spans)
    owners = _owners(persons)
    extra: dict[int, list[Span]] = {}
    for span, word in _free_words(text, taken):
        holders = owners.get(word, [])
        named = [(i, _last_start(persons[i].spans, span.start)) for i in holders]
        owner = max((n for n in named if n[1] >= 0), key=lambda n: n[1], default=None)
        if owner is not None:
            extra.setdefault(owner[0], []).append(span)
    for i, person in enumerate(persons):
        yield replace(person, spans=tuple(sorted([*person.spans, *extra.get(i, [])])))


def _last_start(spans: Sequence[Span], offset: int) -> int:
    k = bisect_left(spans, Span(offset, 0))
    return spans[k - 1].start if k else -1


def _owners(persons: Sequence[Person]) -> dict[str, list[int]]:
    owners: dict[str, list[int]] = {}
    for i, person in enumerate(persons):
        for word in set(person.words):
            if len(word) > 3 and word not in LOOSE and word not in NOT_A_NAME:
                owners.setdefault(word, []).append(i)
    return {word: holders[:FEW] for word, holders in owners.items()}


def _free_words(text: Text, taken: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    busy = {offset for s in taken for offset in range(s.start, s.end)}
    for line in text.body:
        for m in WORD.finditer(text.raw, line.start, line.end):
            if m.start() not in busy and m[0][:1].isupper():
                word = re.sub(r"['’`.]", "", m[0]).lower()
                yield Span(m.start(), m.start() + len(m[0].rstrip("."))), word

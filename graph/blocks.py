"""Which profiles are worth comparing: those that share a word of the name in one region, or an office of one holder.

Each key is narrow (two words of a name in a province, one word in a regency, one office in one year), so the number of
comparisons grows with the number of articles and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from graph.names import LISTS, forms_of, sound, weight
from graph.persona import Persona, Profile

Key = tuple[str | int, ...]
NATIONWIDE = "id"
TOO_COMMON = frozenset({"muhammad"})


def pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Index pairs of profiles that share a key, each once, the smaller index first, in order."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for i, profile in enumerate(profiles):
        for key in keys(profile.first):
            blocks[key].append(i)
    partners: list[set[int]] = [set() for _ in profiles]
    for members in blocks.values():
        for a, b in combinations(members, 2):
            partners[a].add(b)
    for a, others in enumerate(partners):
        yield from ((a, b) for b in sorted(others))


def keys(p: Persona) -> set[Key]:
    """All keys of one persona."""
    return {*_name_keys(p), *_initial_keys(p), *_office_keys(p)}


def _regions(p: Persona) -> set[str]:
    """Where somebody of the same name would be looked for: own region, or the article's."""
    found = {*p.own.at(), *(() if p.own.regencies else p.around.at())}
    if p.national or not found or not p.own.known:
        found.add(NATIONWIDE)
    return found


def _name_keys(p: Persona) -> Iterator[Key]:
    if p.name.initials:
        return
    regions = _regions(p)
    provinces = {r[:2] for r in regions}
    for words in _name_words(p):
        yield from (("two", *pair, at) for pair in combinations(words, 2) for at in provinces)
        yield from (
            ("one", word, at) for word in words for at in regions if at != NATIONWIDE or len(words) == 1 or p.national
        )


def _name_words(p: Persona) -> Iterator[list[str]]:
    for form in {f for name in p.names for f in forms_of(name)[:3] if not f.initials}:
        telling = [w for w in form.words if weight(w) >= 0.4 and w not in TOO_COMMON] or list(form.words)
        yield sorted({sound(w) for w in telling[:5]})


def _initial_keys(p: Persona) -> Iterator[Key]:
    if p.year is None:
        return
    years = (p.year - 1, p.year, p.year + 1) if p.name.initials else (p.year,)
    letters = p.name.letters[0] if p.name.initials else _first_letters(p)
    yield from (("initial", letter, at, y) for letter in letters for at in _regions(p) - {NATIONWIDE} for y in years)


def _first_letters(p: Persona) -> set[str]:
    first = p.name.words[0]
    second = p.name.words[1:2] if first in LISTS.particles or len(first) == 1 else ()
    return {w[0] for w in (first, *second)}


def _office_keys(p: Persona) -> Iterator[Key]:
    office = p.office
    if not office.sole or p.year is None:
        return
    for at in p.region.at():
        yield from (("office", office.kind, unit, at, p.year) for unit in office.unit or (at,))

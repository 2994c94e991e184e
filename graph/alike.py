"""How well two name forms agree: word by word, with spelling variants, short forms, parts of names and initials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.fuzz import ratio

from graph.names import LISTS, NameForm, forms_of, sound, weight

Kind = Literal["equal", "variant", "part", "initials", "conflict"]
INITIAL_POINTS = (0.0, 0.5, 1.5, 2.25, 2.75)
VOWEL = re.compile("[aeiouy]")
LAST_VOWELS = frozenset("aiou")


@dataclass(frozen=True, slots=True)
class NameMatch:
    """`points` weigh what agrees: about 3 a telling word; `single` when one word, or less, carries the agreement."""

    kind: Kind
    points: float
    single: bool

    @property
    def full(self) -> bool:
        """Tell whether two or more words of the name agree and none is missing."""
        return self.kind in ("equal", "variant") and not self.single


CONFLICT = NameMatch("conflict", 0.0, True)


@lru_cache(maxsize=1 << 18)
def match_names(a: str, b: str, a_initials: bool = False, b_initials: bool = False) -> NameMatch:
    """The best agreement of two printed names, aliases included."""
    pairs = ((x, y) for x in forms_of(a, a_initials)[:3] for y in forms_of(b, b_initials)[:3])
    return max((match_forms(x, y) for x, y in pairs), key=lambda m: (m.kind != "conflict", m.points), default=CONFLICT)


def match_forms(a: NameForm, b: NameForm) -> NameMatch:
    """The agreement of two forms."""
    if a.initials and b.initials:
        return _two_initials(a.letters, b.letters)
    if a.initials or b.initials:
        return _initials(a, b) if a.initials else _initials(b, a)
    return _full(a.words, b.words) if len(a.words) <= len(b.words) else _full(b.words, a.words)


@lru_cache(maxsize=1 << 18)
def same_word(a: str, b: str) -> float:
    """How surely two words are one name word: 1 equal, 0.95 by sound, less for slips of the pen, 0 for others."""
    if a == b:
        return 1.0
    if sound(a) == sound(b) and a[0] != "" and min(len(a), len(b)) > 2:
        return 0.95
    if min(len(a), len(b)) <= 2:
        return 0.5 if a[0] == b[0] and (len(a) == 1 or len(b) == 1 or a[1] in b or b[1] in a) else 0.0
    return 0.6 if _skeleton(a, b) else _slip(a, b)


def _skeleton(a: str, b: str) -> bool:
    """Tell whether one word is the other without most letters ("Nst" for "Nasution")."""
    few, many = sorted((a, b), key=len)
    if len(few) > 4 or len(many) < len(few) + 2 or VOWEL.search(few) or few[0] != many[0]:
        return False
    rest = iter(many)
    return all(letter in rest for letter in few)


def _slip(a: str, b: str) -> float:
    """Likeness of two words of three letters or more that do not sound the same."""
    if min(len(a), len(b)) < 5:
        return 0.0
    if a[:-1] == b[:-1] and {a[-1], b[-1]} <= LAST_VOWELS:
        javanese = {a[-1], b[-1]} == {"a", "o"} and a[-2] != "i"
        return 0.85 if javanese else 0.0  # Prasetya is Prasetyo; Yulianti is not Yulianto, nor Maria Mario
    near = OSA.distance(a, b) == 1 or OSA.distance(sound(a), sound(b)) == 1
    if near and JaroWinkler.similarity(a, b) >= 0.88:
        return 0.85
    if sorted(a) == sorted(b) and a[0] == b[0] and OSA.distance(a, b) <= 4:
        return 0.8
    return 0.0


def _full(few: tuple[str, ...], many: tuple[str, ...]) -> NameMatch:
    """Match a name's words, in any order, against those of a name that has at least as many."""
    left, worth, exact, sounding, agreed = list(many), 0.0, True, True, 0
    missing: list[str] = []
    for word in sorted(few, key=lambda w: (-weight(w), w)):
        best = max(left, key=lambda w: (same_word(word, w), w), default="")
        quality = same_word(word, best) if best else 0.0
        if not quality:
            missing.append(word)
            continue
        left.remove(best)
        exact &= quality == 1
        sounding &= quality >= 0.95
        agreed += weight(word) >= 0.4 and weight(best) >= 0.4
        worth += min(weight(word), weight(best)) * (quality if quality > 0.5 else 1)
    return _judged(few, many, missing, left, worth, exact, sounding, agreed)


def _judged(
    few: tuple[str, ...],
    many: tuple[str, ...],
    missing: list[str],
    left: list[str],
    worth: float,
    exact: bool,
    sounding: bool,
    agreed: int,
) -> NameMatch:
    rest = [w for w in left if w not in LISTS.particles and len(w) > 1]
    if agreed and len(missing) == 1 and len(rest) == 1 and _short_for(missing[0], rest[0]):
        return NameMatch("variant", points(worth + 0.5 * min(weight(missing[0]), weight(rest[0]))), False)
    if LISTS.castes.intersection(missing) and LISTS.castes.intersection(left):
        return CONFLICT
    if missing and rest:
        return NameMatch("variant", 3.0, len(few) < 2) if _run_together(few, many) else CONFLICT
    if not worth or any(w not in LISTS.particles for w in missing):
        return NameMatch("part", points(worth) - 0.5, agreed < 2) if worth else CONFLICT
    if rest:
        return NameMatch("part", max(points(worth) - 0.25 * len(rest), 0.1), agreed < 2)
    worth_all = points(worth) if len(few) == 1 or not sounding else max(points(worth), _floor(few))
    return NameMatch("equal" if exact and not left else "variant", worth_all, agreed < 2 and len(few) < 2)


def _floor(words: tuple[str, ...]) -> float:
    """What a name of two words or more is worth when all of it agrees, however common the words."""
    telling = sum(weight(w) >= 1 for w in words)
    common = sum(weight(w) == 0.4 for w in words)
    if telling and telling + common > 1:
        return 5.0
    return (3.6 if "muhammad" in words else 3.9) if telling else 3.0


def _short_for(a: str, b: str) -> bool:
    """Tell whether one word is the other cut short ("Frans" for "Fransiskus")."""
    few, many = sorted((a, b), key=len)
    return len(few) >= 4 and many.startswith(few)


def _run_together(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two names are one when blanks and small slips are passed over ("Azman Syah", "Azmansyah")."""
    one, other = ("".join(w for w in words if w not in LISTS.particles) for words in (a, b))
    return one == other or "".join(a) == "".join(b) or (min(len(one), len(other)) >= 10 and ratio(one, other) >= 92)


def points(worth: float) -> float:
    """Three points a telling word, one for each beyond the second."""
    return 3 * min(worth, 2) + max(worth - 2, 0)


def _initials(initials: NameForm, full: NameForm) -> NameMatch:
    """Match initials against a name's first letters, in order; particles may be passed over."""
    letters = initials.letters
    used = _in_order(letters, full.words)
    if used is None:
        one_word = (
            len(full.words) == 1
            and len(letters) == 2
            and full.words[0][0] == letters[0]
            and letters[1] in full.words[0]
        )
        return NameMatch("initials", 0.4, True) if one_word else CONFLICT
    spare = [w for i, w in enumerate(full.words) if i not in used and w not in LISTS.particles]
    return NameMatch("initials", max(INITIAL_POINTS[len(letters)] - 0.5 * bool(spare), 0.25), True)


def _in_order(letters: str, words: tuple[str, ...]) -> list[int] | None:
    used: list[int] = []
    for letter in letters:
        start = used[-1] + 1 if used else 0
        found = next((i for i in range(start, len(words)) if words[i][0] == letter), None)
        if found is None:
            return None
        used.append(found)
    return used


def _two_initials(a: str, b: str) -> NameMatch:
    if a == b:
        return NameMatch("initials", INITIAL_POINTS[len(a)], True)
    few, many = sorted((a, b), key=len)
    within = len(few) < len(many) and few[0] == many[0] and set(few) <= set(many)
    return NameMatch("initials", 0.25, True) if within else CONFLICT

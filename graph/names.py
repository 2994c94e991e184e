"""Name forms: a printed name without titles and degrees, as words that can be compared across spellings.

Indonesian names vary between articles by old and new spelling (Rusly/Rusli, Husen/Hosen, Achmad/Ahmad), by short forms
(M., Moh., Abd.), by titles of rank and faith, by aliases ("alias", "sapaan akrab") and by initials.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import msgspec

LONGEST = 160
MOST_WORDS = 12


class NameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`words/names.toml`: what is left out of names, what says little, and what short forms stand for."""

    titles: frozenset[str]
    degrees: frozenset[str]
    written_as_word: frozenset[str]
    particles: frozenset[str]
    castes: frozenset[str]
    common: frozenset[str]
    short: dict[str, str]


LISTS = msgspec.toml.decode(resources.files("graph").joinpath("words", "names.toml").read_bytes(), type=NameWords)
ALIAS = re.compile(
    r"\s*(?:[,(]\s*)?\b(?:alias|als\.?|a\.k\.a\.?|aka|atau\s+(?:yang\s+)?(?:akrab|biasa|kerap)\s+(?:di)?(?:sapa|panggil)(?:an)?"
    r"|(?:yang\s+)?(?:akrab|biasa|kerap)\s+di(?:sapa|panggil)|sapaan(?:\s+akrab(?:nya)?)?|panggilan(?:\s+akrab(?:nya)?)?"
    r"|nama\s+panggilan)\b\s*:?\s*",
    re.IGNORECASE,
)
BRACKET = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
NICKNAME = re.compile(
    r"(?:Gus|Ra|Lora|Ning|Neng|Nyai|Bu|Pak|Mas|Mbak|Mak|Cak|Cik|Bang|Kang|Abah|Aa|Teh|Om|Opa|Oma|Buya|Haji|Aji|Tok|Wak|Uda|Uni|Bli)"
    r"(?:\s[A-Z][a-z]+){1,2}"
)
AGE = re.compile(r"\((\d\d)(?:\s*(?:th|thn|tahun))?\)")
LETTERS = re.compile(r"[^\W\d_]+(?:['’`´][^\W\d_]+)*")
INITIALS = re.compile(r"(?:[A-Z]\.?\s?){1,4}")
DOTTED = re.compile(r"(?<![^\W\d_])(?:[A-Za-z]\.){2,}(?:[A-Za-z](?![^\W\d_]))?")
SOUNDS = (
    (r"oe", "u"),
    (r"dj", "j"),
    (r"tj", "c"),
    (r"kh|ch(?=[aeiou])", "h"),
    (r"ch", "h"),
    (r"sj|sy|sh", "s"),
    (r"dh|dz", "d"),
    (r"th|ts", "t"),
    (r"bh", "b"),
    (r"ph|v|p", "f"),
    (r"q|x|ck", "k"),
    (r"z", "s"),
    (r"ie|ee|ei|y", "i"),
    (r"ow|ou", "u"),
    (r"o", "u"),
    (r"e", "i"),
    (r"d$", "t"),
    (r"(?<=[aeiou])h$|(?<=[aeiou])h(?=[^aeiou])", ""),
    (r"(.)\1+", r"\1"),
    (r"u([^aiu]{1,2})u$", r"a\1a"),
)


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name in comparable words, without titles and degrees; `initials` where only letters are printed."""

    words: tuple[str, ...]
    initials: bool = False

    @property
    def letters(self) -> str:
        """The words' first letters, or the initials themselves."""
        return "".join(self.words) if self.initials else "".join(w[0] for w in self.words)

    @property
    def telling(self) -> tuple[str, ...]:
        """Words that are neither common nor abbreviated."""
        return tuple(w for w in self.words if not self.initials and weight(w) >= 1)

    @property
    def sounds(self) -> tuple[str, ...]:
        return tuple(sound(w) for w in self.words)


@lru_cache(maxsize=1 << 17)
def forms_of(name: str, initials: bool = False) -> tuple[NameForm, ...]:
    """The name and its aliases as forms, longest first; empty for a name of no letters."""
    name = unicodedata.normalize("NFKC", name[:LONGEST])
    parts = [p for p in ALIAS.split(name) if p and p.strip()]
    inner = [i for p in parts for m in BRACKET.finditer(p) if _nickname(i := m[1] or m[2] or "")]
    found = dict.fromkeys(f for p in (*parts, *inner) if (f := _form(p, initials)).words)
    return tuple(sorted(found, key=lambda f: (f.initials, -len(f.words))))


def form_of(name: str, initials: bool = False) -> NameForm:
    """The fullest form of a name; without words for a name of no letters."""
    return next(iter(forms_of(name, initials)), NameForm(()))


@cache
def _common_sounds() -> frozenset[str]:
    return frozenset(sound(w) for w in LISTS.common)


@lru_cache(maxsize=1 << 17)
def sound(word: str) -> str:
    """A word as it sounds, so that spelling variants agree: sound("Achmad") == sound("Ahmat")."""
    for pattern, replacement in SOUNDS:
        word = re.sub(pattern, replacement, word)
    return word


@lru_cache(maxsize=1 << 17)
def weight(word: str) -> float:
    """How much a word tells of a person: 1 for most, 0.4 for the commonest, 0.3 a particle, 0.2 a letter."""
    if len(word) == 1:
        return 0.2
    if word == "muhammad":
        return 0.2
    if len(word) == 2 or word in LISTS.particles:
        return 0.3
    return 0.4 if word in LISTS.common or sound(word) in _common_sounds() else 1.0


def age_in(name: str) -> int | None:
    """The age printed behind a name or initials: "AR (45)" gives 45."""
    found = AGE.search(name)
    return int(found[1]) if found and 15 <= int(found[1]) <= 90 else None


def _nickname(inner: str) -> bool:
    return bool(NICKNAME.fullmatch(inner.strip()))


def _form(printed: str, initials: bool) -> NameForm:
    bare = BRACKET.sub(" ", printed).replace('"', " ").replace("“", " ").replace("”", " ")
    head = bare.split(",")[0].strip()
    if (initials and len(head) <= 8) or _looks_initial(head):
        return NameForm(tuple(c.lower() for c in _plain(head) if c.isalpha())[:4], True)
    words = _words(DOTTED.sub(_undotted, head))
    kept = _without_degrees([w for w in words if w.lower() not in LISTS.titles])
    lower = [_spelt_out(w.lower()) for w in kept or words]
    return NameForm(tuple(lower[:MOST_WORDS]))


def _looks_initial(head: str) -> bool:
    return bool(INITIALS.fullmatch(head)) and len(re.sub(r"[^A-Z]", "", head)) <= 4 and head.lower() not in LISTS.titles


def _words(text: str) -> list[str]:
    return [re.sub(r"['’`´]", "", w) for w in LETTERS.findall(_plain(text))]


def _plain(text: str) -> str:
    """Without accents, so that "José" and "Jose" agree."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _undotted(match: re.Match[str]) -> str:
    """A dotted degree or title without its dots ("S.Pd" stays apart from names); dotted name letters stay letters."""
    joined = match[0].replace(".", "")
    return f" {joined} " if joined.lower() in LISTS.degrees | LISTS.titles else match[0].replace(".", " ")


def _without_degrees(words: list[str]) -> list[str]:
    """Cut degrees off the end, printed as one word ("SH", "MSi") or with stops between ("S", "Pd")."""
    while len(words) > 1 and (size := _degree_at_end(words)):
        words = words[:-size]
    return words


def _degree_at_end(words: list[str]) -> int:
    """How many words at the end are one degree."""
    for size in (3, 2):
        tail = words[-size:]
        if len(words) > size and len(tail[0]) == 1 and "".join(tail).lower() in LISTS.degrees:
            return size
    last = words[-1]
    return int(last.lower() in LISTS.degrees and (not last.istitle() or last.lower() in LISTS.written_as_word))


def _spelt_out(word: str) -> str:
    return LISTS.short.get(word, word)

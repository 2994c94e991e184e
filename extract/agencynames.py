"""Names of bodies where they stand in the text, with the region each is said to be of.

The wordings are data: `words/agencies.toml` has one list a kind. A region follows the name ("Bawaslu Kabupaten Jember",
"PN Slawi"); bodies of the state have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec

from extract import gazetteer
from extract.placenames import WORD, Name, names_at
from extract.text import Span, Text

CAPITALS = r"(?-i:[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|dan|untuk|\d+(?=\W))){0,5})"
LEVEL = re.compile(
    r"(?:(kabupaten|kab\.|kota|provinsi|prov\.|kecamatan|distrik|daerah)\s+)?(?=[A-Z0-9])", re.IGNORECASE
)
TOWN = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?")
SEATS = frozenset({"pn", "kejari", "polres", "ptun", "pttun", "pt"})
STATE = "RI"
REACH = 70


class AgencyWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`words/agencies.toml`: wordings by kind, those written with capitals only, and kinds without a region."""

    national: tuple[str, ...]
    kinds: dict[str, tuple[str, ...]]
    exact: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """A body's name where it stands, up to `named` without its region.

    `region` is a gazetteer code, a town's name, "RI" for a body of the state, or None.
    """

    start: int
    named: int
    end: int
    kind: str
    region: str | None


@cache
def agency_words() -> AgencyWords:
    """The wordings, read once."""
    content = resources.files("extract").joinpath("words", "agencies.toml").read_bytes()
    return msgspec.toml.decode(content, type=AgencyWords)


@cache
def departments() -> str:
    """A pattern of the words that department names are made of."""
    content = resources.files("extract").joinpath("words", "departments.toml").read_bytes()
    words = sorted(msgspec.toml.decode(content, type=dict[str, tuple[str, ...]])["words"], key=len, reverse=True)
    word = rf"(?-i:{'|'.join(re.escape(w) for w in words)})(?!\w)"
    return rf"{word}(?:(?: |, |,? (?:dan|Dan|serta|&) |/){word})*"


@cache
def pattern() -> re.Pattern[str]:
    """One group a kind; kinds that are parts of others stand before them."""
    words = agency_words()
    kinds = (f"(?P<{kind}>{_either(kind, wordings)})" for kind, wordings in words.kinds.items())
    return re.compile(rf"(?<![\w/-])(?:{'|'.join(kinds)})(?!\w)", re.IGNORECASE)


def _either(kind: str, wordings: tuple[str, ...]) -> str:
    exact = tuple(f"(?-i:{w})" for w in agency_words().exact.get(kind, ()))
    both = (w.replace("DEPARTMENT", departments()).replace("NAME", CAPITALS) for w in (*wordings, *exact))
    return "|".join(w.replace(" ", r"\s+") for w in both)


def agency_mentions(text: Text) -> Iterator[AgencyMention]:
    """Every name of a body in the body lines, in order."""
    for line in text.body:
        yield from mentions_in(text.raw, line)


def mentions_in(raw: str, stretch: Span) -> Iterator[AgencyMention]:
    """Every name of a body in a stretch of text, in order."""
    for m in pattern().finditer(raw, stretch.start, stretch.end):
        yield _mention(raw, m, stretch)


def _mention(raw: str, m: re.Match[str], line: Span) -> AgencyMention:
    kind = str(m.lastgroup)
    if re.search(r"\b(?:RI|Republik\s+Indonesia)$", m[0]):
        return AgencyMention(m.start(), m.end(), m.end(), kind, STATE)
    if kind in agency_words().national:
        return AgencyMention(m.start(), m.end(), m.end(), kind, None)
    end, region = region_after(raw, m.end(), line, kind)
    return AgencyMention(m.start(), m.end(), end, kind, region)


def region_after(raw: str, start: int, line: Span, kind: str) -> tuple[int, str | None]:
    """The region that follows a body's name: where its name ends, and its code or its town."""
    gap = re.match(r"\s+", raw[start : start + 3])
    level = LEVEL.match(raw, start + gap.end(), line.end) if gap else None
    if not level:
        return start, None
    reach = min(line.end, start + REACH)
    words = [Name(w.start(), w.end(), w[0].lower()) for w in WORD.finditer(raw, level.end(), reach)]
    label = (level[1] or "").lower()
    for name in names_at(raw, words, 0) if words else ():
        code = _code(name.key, label, kind)
        if code:
            return name.end, code
    town = TOWN.match(raw, level.end(), line.end) if kind in SEATS and not label else None
    return (town.end(), town[0]) if town else (start, None)


def _code(key: str, label: str, kind: str) -> str | None:
    if label in ("kecamatan", "distrik") or kind == "panwascam":
        return next(iter(gazetteer.districts().get(key, ())), None)
    regencies = gazetteer.regencies().get(key, ())
    provinces = gazetteer.provinces().get(key, ())
    if label.startswith("prov"):
        return next(iter(provinces), None)
    if label.startswith(("kab", "kota")):
        fitting = (c for c in regencies if gazetteer.is_city(c) == label.startswith("kota"))
        return next(fitting, next(iter(regencies), None))
    return next(iter((*provinces, *regencies)), None)

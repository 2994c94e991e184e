"""Bodies under one id each, however they are written: "Bawaslu Inhu" is "Bawaslu Kabupaten Indragiri Hulu".

The register of kinds is `words/agencies.toml`. A local body is one with its region; where the name holds none, the
region that the article gives it counts. KASN and BKN are two bodies, the second took over from the first:
`successor_of`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

import msgspec

from extract import gazetteer
from extract.reading import Place
from graph.where import NOWHERE, Where, narrowed, regions_in, where_is

SPACES = re.compile(r"[\s\-/.]+")
NATIONAL = re.compile(r"\b(?:ri|republik indonesia|pusat)\s*$", re.IGNORECASE)
PROVINCIAL = re.compile(r"\bprov(?:insi)?\b|pemprov|setdaprov", re.IGNORECASE)


class AgencyKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of body: its wordings, whether it has a region, the kind whose work it took over, its name in print."""

    names: tuple[str, ...]
    level: Literal["national", "local"]
    follows: str | None = None
    shown: str = ""


@dataclass(frozen=True, slots=True)
class AgencyName:
    """What a body's name says: kind (or the name itself, squeezed), the words that are left, and the region."""

    kind: str
    rest: str
    where: Where
    known: bool


@cache
def kinds() -> dict[str, AgencyKind]:
    """The register of kinds, read once."""
    content = resources.files("graph").joinpath("words", "agencies.toml").read_bytes()
    return msgspec.toml.decode(content, type=dict[str, AgencyKind])


@cache
def _pattern() -> re.Pattern[str]:
    parts = (rf"(?P<{kind}>{'|'.join(sorted(k.names, key=len, reverse=True))})" for kind, k in kinds().items())
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1 << 16)
def agency_id(name: str, place: Place | None = None) -> str:
    """The id of a body by its printed name and, where that holds no region, the place given: "bawaslu:14.02"."""
    read = read_agency(name)
    where = region_of(name, place)
    if read.known and kinds()[read.kind].level == "national":
        return read.kind
    code = next(iter(where.regencies), where.province)
    parts = [read.kind, *([read.rest] if read.kind == "panwascam" and read.rest else [])]
    return ":".join([*parts, code or "id"])


def region_of(name: str, place: Place | None = None) -> Where:
    """The region of a body: in its name, else the place given; nowhere for a national body."""
    if NATIONAL.search(name):
        return NOWHERE
    given = where_is(place)
    inside = regions_in(name)
    if PROVINCIAL.search(name) and not inside.regencies:
        return Where(inside.province or given.province)
    return narrowed(inside, given) if inside.known else Where(given.province, given.regencies)


@lru_cache(maxsize=1 << 16)
def read_agency(name: str) -> AgencyName:
    """A body's kind, region and remaining words; an unknown kind is the name itself."""
    text = SPACES.sub(" ", re.sub(r"\([^)]*\)", " ", name)).strip()
    found = _pattern().search(text) or _pattern().search(SPACES.sub(" ", name))
    where = regions_in(text)
    if found is None:
        return AgencyName(gazetteer.squeeze(text), "", where, False)
    rest = gazetteer.squeeze(text[: found.start()] + text[found.end() :])
    return AgencyName(str(found.lastgroup), rest, where, True)


def kind_in(text: str) -> tuple[str, int, int] | None:
    """The first known kind of body that a text names, with where it stands."""
    found = _pattern().search(text)
    return (str(found.lastgroup), found.start(), found.end()) if found else None


def successor_of(kind: str) -> str | None:
    """The kind of body that took over the work of another: successor_of("kasn") == "bkn"."""
    return next((k for k, v in kinds().items() if v.follows == kind), None)


def canonical_name(agency: str) -> str:
    """The name to show for an id: "bawaslu:14.02" is "Bawaslu Kabupaten Indragiri Hulu"."""
    kind, *rest = agency.split(":")
    code = rest[-1] if rest else ""
    region = gazetteer.name_of(code) if gazetteer.exists(code) else ""
    shown = (kinds()[kind].shown if kind in kinds() else "") or (kind.upper() if len(kind) <= 5 else kind.capitalize())
    middle = rest[0].capitalize() if len(rest) > 1 else ""
    return " ".join(p for p in (shown, middle, region) if p)

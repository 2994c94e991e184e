"""Where a name stands tells that it is no person's: a place, a body, a building, a dateline, a by-line or a credit."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.dateline import DATELINE
from extract.gazetteer import is_small_place, provinces, regencies, squeeze, weak_names
from extract.officewords import head_pattern
from extract.text import Span, Text, holder

LOOK_BACK = 24
PERSONAL = re.compile(
    r"(?<!\w)(?:pak|bu|bapak|ibu|kata|ujar|ucap|tutur|jelas|menurut|bernama|saudara|camat|lurah|kades)\s+$",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"(?<!\w)(?:kecamatan|distrik|kabupaten|kota|desa|kelurahan|bawaslu|panwaslu|pemkab|pemkot|polres|kejari|pn|puskesmas"
    r"|wilayah|se-?kabupaten|dapil)\s+(?=([^\W\d_](?:[\w'’`]|\.(?=\w))*))",
    re.IGNORECASE,
)
PLACED = re.compile(
    r"(?:camat|kecamatan|kec|distrik|desa|ds|kelurahan|kel|lurah|kades|kampung|pekon|nagari|gampong|dusun|bawaslu|panwas\w*"
    r"|panewu|penewu|kapanewon|kalurahan|kasun|kadus|dukuh|perbekel|kuwu|ke[ut]chik|geuchik|pambakal|pembakal|sekcam|sekdes|danramil|kapolsek"
    r"|pemkab|pemkot|polres|polsek|kejari|pn|kabupaten|kota|puskesmas|sd\w*|sm\w+|di|ke|dari|se|wilayah)\.?\s+$",
    re.IGNORECASE,
)
OF_A_BODY = re.compile(
    r"(?<!\w)(?:dosen|sosiolog|pengamat|akademisi|pakar|rektor|dekan|mahasiswa|guru besar|peneliti|alumnus|politisi"
    r"|kader|aktivis)\s+$",
    re.IGNORECASE,
)
BUILDING = re.compile(
    r"(?<!\w)(?:stadion|lapangan|gedung|gor|masjid|hotel|jalan|jl\.?|pasar|ponpes|pondok pesantren|terminal|bandara"
    r"|pelabuhan|pantai|taman|alun-alun|(?:di|ke|dari|jadi|halaman|depan)\s+(?:rsud|rsu|rs|puskesmas))\s+(?:[A-Z][\w'’]*\s+)?$",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"(?:foto|editor|penulis|pewarta|reporter|dok|ilustrasi|sumber)(?!,)\W{1,3}$|(?:times|antara|foto|detik\w*|kompas\w*|tempo\w*"
    r"|tribun\w*|liputan6\w*|suara\w*|jpnn|radar\s\w+|dok\.?\s\w+|\.(?:com|id))\s?/\s?$",
    re.IGNORECASE,
)


def stands_elsewhere(text: Text, name: Span) -> bool:
    """Tell whether a name is a building's ("Stadion Gelora"), stands in the dateline, or is a by-line or credit."""
    if _in_dateline(text, name) or BUILDING.search(text.raw, max(0, name.start - 40), name.start):
        return True
    return CREDIT.search(text.raw, max(0, name.start - LOOK_BACK), name.start) is not None


def _in_dateline(text: Text, name: Span) -> bool:
    """Tell whether a name stands in the dateline, where the place and the outlet do: "Rantepao, Kabar Toraja — …"."""
    opening = text.body[: len(text.headlines) + 1]
    line = holder(opening, name.start)
    dateline = DATELINE.match(text.raw, line.start, line.end) if line else None
    return dateline is not None and name.end <= dateline.end() and not dateline["dateline"].replace(" ", "").isalpha()


def is_place(text: Text, name: Span, words: tuple[str, ...]) -> bool:
    """Tell whether a name is that of a province or regency, or of a smaller place behind a word that takes one."""
    start, key = name.start, squeeze(" ".join(words))
    if key in provinces() or key in regencies():
        return key not in weak_names() or not PERSONAL.search(text.raw, max(0, start - 16), start)
    if PLACED.search(text.raw, max(0, start - 24), start) and any(map(is_small_place, (key, squeeze(text[name])))):
        return True
    return len(words) == 1 and words[0] in _labelled(text.raw) and (key in regencies() or is_small_place(key))


@lru_cache(maxsize=2)
def _labelled(raw: str) -> frozenset[str]:
    """The words, in lower case, that stand somewhere in a text behind a label that only places take."""
    return frozenset(m[1].strip(".'’`").lower() for m in LABELLED.finditer(raw))


def behind_an_office(text: Text, name: Span) -> bool:
    """Tell whether a name stands right behind an office or a calling, where the body or place of it may stand too."""
    before = text.raw[max(0, name.start - LOOK_BACK) : name.start]
    ends = (m.end() for m in head_pattern().finditer(before))
    return OF_A_BODY.search(before) is not None or len(before.rstrip()) in ends

"""Offices as patterns count them: what somebody is (camat, kades, kadis, sekda), and which seat it is."""

from __future__ import annotations

import re

from extract import gazetteer
from graph.offices import Office, read_office
from queries.patterns.view import Region

DINAS = frozenset("pmd pendidikan kesehatan perhubungan kominfo sosial pupr pariwisata pertanian dukcapil".split())
BADAN = frozenset("kepegawaian bappeda kesbangpol".split())
OF_DINAS = re.compile(r"\b(?:kepala dinas|kadis)", re.IGNORECASE)
OF_BADAN = re.compile(r"\b(?:kepala badan|kaban)", re.IGNORECASE)
WORD = re.compile(r"\w+")
TITLE = re.compile(
    r"^.*?\b(?:camat|lurah|kades|kepala (?:desa|kelurahan|kampung|pekon|distrik)|desa|kelurahan|kecamatan)\s+",
    re.IGNORECASE,
)
OTHER = "other"
OF_DISTRICT = frozenset({"camat", "sekcam"})
OF_VILLAGE = frozenset({"kades", "lurah", "seklur", "perangkat_desa"})


def called(printed: str | None) -> str:
    """The class of a printed office: its kind, heads of a dinas as "kadis" and of a badan as "kaban"; else "other"."""
    office = read_office(printed)
    return _head(printed or "", office) if office.kind == "kepala" else office.kind or OTHER


def _head(printed: str, office: Office) -> str:
    if office.body in DINAS or OF_DINAS.search(printed):
        return "kadis"
    return "kaban" if office.body in BADAN or OF_BADAN.search(printed) else "kepala"


def seat_of(printed: str | None, regency: str) -> str | None:
    """One seat that one person at a time holds in a regency ("35.09 camat sukorambi"); None where that is not said."""
    office = read_office(printed)
    if not office.kind or not office.definite or not (office.unit or office.body):
        return None
    words = [called(printed), *([office.body] if office.body else []), *sorted(office.unit - {office.body})]
    return " ".join((regency, *dict.fromkeys(words)))


def district_of(printed: str | None, regency: Region) -> str | None:
    """The code of the district that a head of a district or a village holds his office in, where its name tells."""
    office = read_office(printed)
    if regency.code is None or not sited(printed):
        return None
    name = gazetteer.squeeze("".join(WORD.findall(_place(printed or ""))))
    if office.kind in OF_DISTRICT:
        return _one(gazetteer.districts_of(regency.code).get(name, ()))
    village = _one(gazetteer.villages_of(regency.code).get(name, ()))
    return village[:8] if village else None


def sited(printed: str | None) -> bool:
    """Tell whether an office is that of one district or village by name."""
    office = read_office(printed)
    return office.kind in OF_DISTRICT | OF_VILLAGE and bool(office.unit)


def holders(kind: str, code: str | None) -> int | None:
    """How many hold an office at a time in a regency, where the gazetteer tells: one a district, one a village."""
    if code is None or kind not in ("camat", "kades", "lurah"):
        return None
    found = gazetteer.districts_of(code) if kind == "camat" else gazetteer.villages_of(code)
    villages = [c for codes in found.values() for c in codes]
    return sum(kind == "camat" or (c[9] == "2") == (kind == "kades") for c in villages) or None


def _place(printed: str) -> str:
    """What an office's words name after the title: "Sumur Pecung" of "Lurah Sumur Pecung, Kota Serang"."""
    return re.split(r",|\(|\b(?:kecamatan|kabupaten|kota|kab\.)\b", TITLE.sub("", printed), flags=re.IGNORECASE)[0]


def _one(codes: tuple[str, ...]) -> str | None:
    return codes[0] if len(codes) == 1 else None

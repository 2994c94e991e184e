"""Whether two printed names mean one body, as the annotation is compared: abbreviations, and regions left out."""

from __future__ import annotations

import re

from extract.deciders import Body, find_deciders
from extract.text import Text

LONG_FORMS = {
    "badan pengawas pemilihan umum": "bawaslu",
    "badan pengawas pemilu": "bawaslu",
    "komisi aparatur sipil negara": "kasn",
    "komite aparatur sipil negara": "kasn",
    "komisi asn": "kasn",
    "badan kepegawaian negara": "bkn",
    "komisi pemilihan umum": "kpu",
    "sentra gakkumdu": "gakkumdu",
    "sentra penegakan hukum terpadu": "gakkumdu",
    "penegakan hukum terpadu": "gakkumdu",
    "pengadilan negeri": "pn",
    "pengadilan tinggi": "pt",
    "mahkamah agung": "ma",
    "panitia pengawas pemilu": "panwas",
    "panitia pengawas kecamatan": "panwascam",
    "panwaslu": "panwas",
    "penjabat sementara": "pjs",
    "penjabat": "pj",
    "walikota": "wali kota",
}
LEVELS = frozenset("kabupaten kota provinsi kab prov daerah ri pj pjs plt".split())


def same_body(annotated: str | None, found: Body) -> bool:
    """Tell whether a body found is (one of) the annotated, by name, or by kind and region; a bare name fits all."""
    parts = (annotated or "", *re.split(r" with |/|,| on ", annotated or ""))
    return any(_same(part, found.name) for part in parts) or _of_one_region(annotated or "", found)


def _of_one_region(annotated: str, found: Body) -> bool:
    """ "Bawaslu Kabupaten Buton Selatan" is "Bawaslu Busel"."""
    regions = {d.region for d in found.mentions if d.region}
    meant = find_deciders(Text(" ".join(re.findall(r"[\w/ ]+", annotated))))
    return any(d.kind == found.kind and d.region in regions for d in meant)


def _same(a: str, b: str) -> bool:
    few, many = sorted((_words(a), _words(b)), key=len)
    return bool(few) and set(few) <= set(many) and (few[0] == many[0] or len(many) - len(few) <= 1)


def _words(name: str) -> list[str]:
    bare = " ".join(re.findall(r"\w+", re.sub(r"\([^)]*\)", " ", name).lower()))
    for long, short in LONG_FORMS.items():
        bare = bare.replace(long, short)
    return [w for w in bare.split() if w not in LEVELS]

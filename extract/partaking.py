"""Which bodies take part in the story, and as what, by points for their kind and for how the article speaks of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

import msgspec

from extract.agencynames import AgencyMention
from extract.evidence import is_quoted
from extract.text import Text
from extract.vocabulary import AgencyRole

OFFICE = re.compile(
    r"(?:ketua|anggota|kepala|kabid|kasi|kabag|sekretaris|komisioner|koordinator|kordiv|divisi|pegawai|staff?|guru|dosen|pejabat"
    r"|kadis|jubir|humas|kasubag|rektor|dekan|mahasiswa|akademisi|pengajar|pakar|direktur|inspektur|hakim|penyidik|jaksa"
    r"|informasi|pelanggaran|sengketa|hukum|pengawasan|asn|pns|tenaga|honorer|asisten)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
ADDRESSED = re.compile(
    r"(?:\bke|kepada|oleh|dari|bersama|rekomendasi|surat|putusan|terhadap|menurut|dengan|laporan|via|melalui)\s+$",
    re.IGNORECASE,
)
ACTS = re.compile(
    r"\s*(?:,[^.,]{0,60},\s*)?(?:\([^)]*\)\s*)?"
    r"(?:(?:juga|telah|sudah|akan|kemudian|belum|pun|tidak|lalu|hanya|resmi|langsung|masih|bakal)\s)*"
    r"(?:me[a-z]{4,}|di[a-z]{4,}|ber[a-z]{4,}|terima|minta|akan)\b"
)
LOOK_BACK = 60
FIRST_LINES, OPENING, END = 250, 500, 0.75
ROLES: dict[AgencyRole, str] = {
    "investigator": "bawaslu panwaslu panwascam panwaslih gakkumdu polres polda polri",
    "decider": "kasn bkn kanreg_bkn bpasn pn pt ma mk ptun pttun majelis mendagri",
    "employer": "pemkab pemkot pemprov pemda bkd dinas badan setda puskesmas sekolah universitas kemenag satpolpp",
    "reporter": "lembaga tim_hukum partai",
}


class Points(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`words/agency_points.toml`."""

    kinds: dict[str, float]
    context: dict[str, float]


@cache
def points() -> Points:
    """The points, read once."""
    content = resources.files("extract").joinpath("words", "agency_points.toml").read_bytes()
    return msgspec.toml.decode(content, type=Points)


def takes_part(text: Text, kind: str, mentions: Sequence[AgencyMention]) -> bool:
    """Tell whether a body that is mentioned so takes part in the story."""
    table = points()
    return table.kinds[kind] + sum(table.context[name] for name in contexts(text, mentions)) >= 0


def contexts(text: Text, mentions: Sequence[AgencyMention]) -> list[str]:
    """How the article speaks of a body, by the names of `[context]`."""
    first = mentions[0].start
    raw = text.raw
    before = [raw[max(0, m.start - LOOK_BACK) : m.start] for m in mentions]
    said = {
        "region": any(m.region and m.region[0].isdigit() for m in mentions),
        "full_name": any("(" in raw[m.start : m.end] for m in mentions),
        "first_lines": first < FIRST_LINES,
        "opening": first < OPENING,
        "end": first > len(raw) * END,
        "once": len(mentions) == 1,
        "quoted": all(is_quoted(text, m.start) for m in mentions),
        "in_office": all(OFFICE.search(b) for b in before),
        "bracketed": all(b.rfind("(") > b.rfind(")") for b in before),
        "addressed": any(ADDRESSED.search(b) for b in before),
        "acts": any(ACTS.match(raw, m.end) for m in mentions),
    }
    return [name for name, holds in said.items() if holds]


def role_of(kind: str) -> AgencyRole:
    """The part that bodies of a kind usually play in such a case."""
    return next((role for role, kinds in ROLES.items() if kind in kinds.split()), "other")

"""The acts an article names, by number or nickname, and the act that is meant where a misprint hides it.

What is printed is kept; `canonical` is a separate, flagged step: news cite the pilkada act as 10/2016, 1/2015 or
6/2020, PP 94 "of 2001", or by nickname only (`domain.md`, section 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.text import Span, Text

KINDS: dict[str, str] = {
    "UU": r"undang\s*-?\s*undang(?:\s*\(uu\))?|uu",
    "Perppu": r"perp?pu|peraturan\s+pemerintah\s+pengganti\s+undang-undang",
    "PP": r"peraturan\s+pemerintah(?:\s*\(pp\))?|pp",
    "SKB": r"(?:surat\s+)?keputusan\s+bersama(?:\s*\(skb\))?|skb",
    "Perbawaslu": r"(?:peraturan\s+(?:bawaslu|badan\s+pengawas\s+pemilihan\s+umum)|perbawaslu)"
    r"(?:\s+ri)?(?:\s*\(perbawaslu\))?",
    "PKPU": r"(?:peraturan\s+(?:kpu|komisi\s+pemilihan\s+umum)|pkpu)(?:\s+ri)?(?:\s*\(pkpu\))?",
    "Perma": r"peraturan\s+mahkamah\s+agung(?:\s*\(perma\))?|perma",
    "Permendagri": r"permendagri|peraturan\s+menteri\s+dalam\s+negeri",
    "PermenPANRB": r"permen\s?pan-?(?:\s?rb)?",
    "Peraturan Bersama": r"peraturan\s+bersama",
    "Perda": r"perda|peraturan\s+daerah",
    "Perbup": r"perbup|peraturan\s+bupati",
    "Pergub": r"pergub|peraturan\s+gubernur",
    "Instruksi Sekda": r"instruksi\s+(?:sekretaris\s+daerah(?:\s*\(sekda\))?|sekda)",
    "Instruksi": r"instruksi\s+(?:gubernur|bupati|wali\s?kota|mendagri|presiden|menteri\s+dalam\s+negeri)",
}
KIND = "|".join(f"(?P<{kind.replace(' ', '_')}>{words})" for kind, words in KINDS.items())
OF = r"(?:\s+(?:republik\s+indonesia|ri|asn|desa|pilkada|pemilu(?:kada)?|pemilihan\s+umum|lima\s+lembaga|menteri))*"
NUMBER = rf"{OF}\s*,?\s*\(?(?:nomor|no|nomer|nmr)?[.,]?\s*:?\s*(?P<number>\d{{1,3}})\)?"
YEAR = r",?\s*(?:tahun|thn\.?|th\.?|/|-)\s*\(?(?P<year>(?:19|20)\d\d)"
NICKNAME = (
    r"(?:\s+(?:tentang\s+)?(?P<name>pilkada|pemilukada|pemilu|pemilihan(?:\s+(?:umum|kepala\s+daerah))?"
    r"|asn|aparatur\s+sipil\s+negara|desa|pemda|pemerintah(?:an)?\s+daerah))?"
)
ACT = re.compile(rf"(?<!\w)(?:{KIND})(?:{NUMBER}(?:{YEAR})?|{NICKNAME})(?!\w)", re.IGNORECASE)
CIRCULAR = re.compile(
    r"(?<!\w)(?:surat\s+edaran|SE)\b[^\n.;\"”]{0,80}?(?:nomor|no\.?)\s*:?\s*(?P<number>(?:[A-Z]\s)?[\w.-]+(?:/[\w.-]+)+)",
    re.IGNORECASE,
)
JOINT_DATE = re.compile(
    r"[^\n\"”]{0,300}?\b(?:(?P<date>\d{1,2}\s+(?:September|Desember|November|Oktober)\s+20\d\d)|tahun\s+(?P<year>20\d\d))",
    re.IGNORECASE,
)

KNOWN = {
    ("UU", 1): 2015,
    ("UU", 8): 2015,
    ("UU", 10): 2016,
    ("UU", 7): 2017,
    ("UU", 5): 2014,
    ("UU", 20): 2023,
    ("UU", 6): 2014,
    ("UU", 23): 2014,
    ("PP", 53): 2010,
    ("PP", 94): 2021,
    ("PP", 42): 2004,
    ("SKB", 2): 2022,
}
NICKNAMES = {
    r"pil|pemilukada|pemilihan(?!\s*umum)": "UU 10/2016",
    r"pemil": "UU 7/2017",
    r"asn|aparatur": "UU 20/2023",
    r"desa": "UU 6/2014",
    r"pem": "UU 23/2014",
}
JOINT = "SKB 22 September 2022"


@dataclass(frozen=True, slots=True)
class Act:
    """An act where it stands: its name as printed ("UU 10/2016", "UU Pilkada"), and the act that is meant."""

    start: int
    end: int
    kind: str
    name: str
    canonical: str | None
    numbered: bool


def find_acts(text: Text) -> list[Act]:
    """The acts named in the body, in order; a bare "undang-undang" without number or nickname is none."""
    return sorted((a for line in text.body for a in _acts(text.raw, line)), key=lambda a: a.start)


def _acts(raw: str, line: Span) -> Iterator[Act]:
    for m in CIRCULAR.finditer(raw, line.start, line.end):
        yield Act(m.start(), m.end(), "SE", f"SE {m['number']}", None, True)
    for m in ACT.finditer(raw, line.start, line.end):
        kind = str(m.lastgroup).replace("_", " ") if m.lastgroup in KINDS else _kind(m)
        act = _numbered(m, kind) if m["number"] else _nicknamed(m, kind)
        joint = _joint(raw, act, line) if act and kind == "SKB" else act
        if joint and (kind != "SKB" or joint.numbered or "bersama" in m[0].lower()):
            yield joint


def _kind(m: re.Match[str]) -> str:
    return next(kind for kind in KINDS if m[kind.replace(" ", "_")])


def _numbered(m: re.Match[str], kind: str) -> Act | None:
    number, year = int(m["number"]), m["year"]
    known = KNOWN.get((kind, number))
    if year is None and known is None:
        return None
    name = f"{kind} {number}/{year or known}"
    return Act(m.start(), m.end(), kind, name, f"{kind} {number}/{known}" if known else None, True)


def _nicknamed(m: re.Match[str], kind: str) -> Act | None:
    if kind == "SKB":
        return Act(m.start(), m.end(), kind, "SKB", None, False)
    if not m["name"] or kind != "UU":
        return None
    canonical = next(act for nick, act in NICKNAMES.items() if re.match(nick, m["name"], re.IGNORECASE))
    return Act(m.start(), m.end(), kind, f"UU {m['name']}", canonical, False)


def _joint(raw: str, act: Act, line: Span) -> Act:
    """A joint decree with the date that follows in the sentence, by which it is known where it has no number."""
    m = JOINT_DATE.match(raw, act.end, line.end)
    if not m:
        return act
    if act.numbered:
        return replace(act, end=m.end())
    printed = m["date"] or m["year"]
    return Act(act.start, m.end(), "SKB", f"SKB {printed}", JOINT if "2022" in printed else None, True)

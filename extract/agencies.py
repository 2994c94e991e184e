"""The bodies an article names: supervisors, commissions, courts, local governments and their departments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract import gazetteer
from extract.evidence import quotation
from extract.placenames import WORD, Name, names_at
from extract.reading import Agency
from extract.text import Span, Text

KINDS: dict[str, str] = {
    "gakkumdu": r"(?:Sentra\s+)?(?:Penegakan\s+Hukum\s+Terpadu|Gakkumdu)(?:\s*\(Gakkumdu\))?",
    "bawaslu": r"(?:Badan\s+Pengawas\s+Pemil(?:u|ihan\s+Umum)(?:\s*\(Bawaslu\))?|Bawaslu)"
    r"(?:\s+(?:RI|Republik\s+Indonesia))?",
    "panwaslu": r"(?:Panitia\s+Pengawas\s+Pemil(?:u|ihan)(?:\s+\w+)?(?:\s*\(Panwas\w*\))?"
    r"|Panwas(?:lu|lih|kab|kot|cam)?(?:\s+Kecamatan)?)",
    "kpu": r"(?:Komisi\s+Pemilihan\s+Umum(?:\s*\(KPUD?\))?|KPUD?)(?:\s+RI)?",
    "kasn": r"(?:Komisi\s+(?:Aparatur\s+Sipil\s+Negara|ASN)(?:\s*\(KASN\))?|KASN)(?:\s+RI)?",
    "bkn": r"(?:Badan\s+Kepegawaian\s+Negara(?:\s*\(BKN\))?|BKN)(?:\s+RI)?",
    "bkd": r"(?:Badan\s+Kepegawaian(?:\s+Daerah"
    r"|(?:\s+Daerah)?\s*,?\s+(?:dan\s+)?Pengembangan\s+Sumber\s+Daya\s+Manusia)(?:\s*\([A-Z]+\))?"
    r"|BKD|BKPSDM[DH]?|BKPP|BKPSDA)",
    "inspektorat": r"Inspektorat",
    "pemkab": r"(?:Pemerintah\s+Kabupaten(?:\s*\(Pemkab\))?|Pemkab)",
    "pemkot": r"(?:Pemerintah\s+Kota(?:\s*\(Pemkot?\))?|Pemkot?)",
    "pemprov": r"(?:Pemerintah\s+Provinsi(?:\s*\(Pemprov\))?|Pemprov)",
    "kejari": r"(?:Kejaksaan\s+Negeri(?:\s*\(Kejari\))?|Kejari)",
    "pn": r"(?:Pengadilan\s+Negeri(?:\s*\(PN\))?|PN)",
    "pt": r"(?:Pengadilan\s+Tinggi(?:\s*\(PT\))?)",
    "ma": r"Mahkamah\s+Agung(?:\s*\(MA\))?",
    "mk": r"Mahkamah\s+Konstitusi(?:\s*\(MK\))?",
    "dkpp": r"(?:Dewan\s+Kehormatan\s+Penyelenggara\s+Pemilu(?:\s*\(DKPP\))?|DKPP)",
    "kemendagri": r"(?:Kementerian\s+Dalam\s+Negeri(?:\s*\(Kemendagri\))?|Kemendagri)",
    "kemenpan": r"(?:Kementerian\s+PAN-?\s?RB|Kemen\s?PAN-?\s?RB)",
    "polres": r"Polres(?:ta|tabes)?",
    "satpolpp": r"Satpol\s+PP",
}  # fmt: skip
MENTION = re.compile("|".join(rf"(?P<{k}>(?<!\w){p}(?!\w))" for k, p in KINDS.items()))
LEVEL = re.compile(r"\s+(?:(?:Kabupaten|Kota|Provinsi|Kab\.|Prov\.|Kecamatan)\s+)?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A body's name where it stands, with the region it is said to be of."""

    start: int
    end: int
    kind: str
    code: str | None


def mentions(text: Text) -> Iterator[Mention]:
    """Every name of a body in the body lines."""
    for line in text.body:
        for m in MENTION.finditer(text.raw, line.start, line.end):
            name = _region(text.raw, m.end(), line)
            code = (
                gazetteer.regencies().get(name.key, gazetteer.provinces().get(name.key, (None,)))[0] if name else None
            )
            yield Mention(m.start(), name.end if name else m.end(), str(m.lastgroup), code)


def _region(raw: str, end: int, line: Span) -> Name | None:
    start = m.end() if (m := LEVEL.match(raw, end, line.end)) else end
    words = [Name(w.start(), w.end(), w[0].lower()) for w in WORD.finditer(raw, start, min(line.end, start + 60))]
    if not words or words[0].start != start or start == end or not raw[start].isupper():
        return None
    return next(
        (n for n in names_at(raw, words, 0) if n.key in gazetteer.regencies() or n.key in gazetteer.provinces()), None
    )


def find_agencies(text: Text) -> tuple[Agency, ...]:
    """The bodies named in the body, each once by its fullest name."""
    groups: dict[tuple[str, str | None], list[Mention]] = {}
    for m in mentions(text):
        groups.setdefault((m.kind, m.code), []).append(m)
    kinds = {kind for kind, code in groups if code}
    kept = {k: v for k, v in groups.items() if k[1] or k[0] not in kinds}
    return tuple(_agency(text, kind, found) for (kind, _), found in kept.items())


def _agency(text: Text, kind: str, found: list[Mention]) -> Agency:
    full = max(found, key=lambda m: m.end - m.start)
    name = " ".join(text.raw[full.start : full.end].split())
    place = gazetteer.place_of(full.code) if full.code else None
    evidence = tuple(quotation(text, Span(m.start, m.end)) for m in found[:3])
    return Agency(name=name, kind=kind, place=place, evidence=evidence)

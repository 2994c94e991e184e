"""Who decides: mentions of bodies and office holders that can find, dismiss or punish, with their printed names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.reading import Agency
from extract.text import Text

_OF = r"(?:(?:Kabupaten|Kab\.?|Kota|Provinsi|Prov\.?|Kecamatan|Daerah|RI|Republik)\s+)?"
_NAME = r"[A-Z][\w.'’-]+"
_PLACE = rf"(?:\s+{_OF}{_NAME}(?:\s+(?:Tanjung|Timur|Barat|Utara|Selatan|Tengah|Tenggara|{_NAME})){{0,2}})?"
_ACTING = r"(?:(?:Pj|Pjs|Plt|Plh|Penjabat(?:\s+Sementara)?|Pelaksana\s+[Tt]ugas)\.?\s+(?:\((?:Pj|Pjs|Plt)\)\s+)?)?"
PATTERNS = {
    "pt": rf"(?:Pengadilan\s+Tinggi(?!\s+Tata)(?:\s*\(PT\))?|PT(?=\s+(?:Jawa|Makassar|Semarang|Surabaya|Medan|Padang|Banjarmasin))|[Mm]ajelis\s+(?:hakim\s+)?(?:tinggi|banding)|[Hh]akim\s+tinggi){_PLACE}",
    "pttun": rf"(?:Pengadilan\s+Tinggi\s+Tata\s+Usaha\s+Negara|Pengadilan\s+Tata\s+Usaha\s+Negara|PT\s?TUN|PTUN)(?:\s*\(PT\s?TUN\))?{_PLACE}",
    "ma": r"Mahkamah\s+Agung(?:\s*\(MA\))?|MA(?=\s+(?:meng|mem|men|yang|telah|menolak|RI))",
    "pn": rf"(?:Pengadilan\s+Negeri(?:\s*\(PN\))?|PN){_PLACE}|[Mm]ajelis\s+[Hh]akim|[Mm]ajelis|[Hh]akim(?!\s+[Tt]inggi)|pengadilan",
    "gakkumdu": rf"(?:[Ss]entra\s+)?(?:[Pp]enegakan\s+[Hh]ukum\s+[Tt]erpadu|G[Aa][Kk]{{2,3}}[Uu][Mm][Dd][Uu])(?:\s*\(Gakkumdu\))?{_PLACE}",
    "kasn": r"(?:Komisi|Komite)\s+(?:Aparatur\s+(?:Sipil\s+)?Negara|ASN)(?:\s*\(KASN\))?|KASN|KSAN|KSN",
    "bkn": r"Badan\s+Kepegawaian\s+Negara(?:\s*\(BKN\))?|BKN|Kanreg\s+\w+\s+BKN",
    "bapek": r"Badan\s+Pertimbangan\s+(?:Kepegawaian|ASN)(?:\s*\(\w+\))?|Bapek|BPASN",
    "panwas": rf"(?:Panitia\s+[Pp]engawas\w*(?:\s+[Pp]emil(?:u|ihan)\w*)?(?:\s+Umum)?(?:\s+Kepala\s+Daerah)?(?:\s+[Kk]ecamatan)?(?:\s*\([Pp]anwas\w*\))?|Panwas(?:lu|lih|kab|kot|cam|lucam)?(?:\s+(?:Kecamatan|Pilkada))?){_PLACE}",
    "bawaslu": rf"(?:(?:Badan|BADAN)\s+[Pp]engawas\s+[Pp]emil(?:u|ihan)(?:\s+[Uu]mum)?(?:\s*\(Bawaslu\))?|Bawaslu|BAWASLU){_PLACE}",
    "dkpp": r"Dewan\s+Kehormatan\s+Penyelenggara\s+Pemilu(?:\s*\(DKPP\))?|DKPP",
    "kpu": rf"(?:Komisi\s+Pemilihan\s+Umum(?:\s*\(KPUD?\))?|KPUD?|KIP){_PLACE}",
    "police": rf"(?:Polres(?:ta(?:bes)?)?|Polda|Polsek){_PLACE}|[Pp]olisi|[Kk]epolisian|[Pp]enyidik",
    "prosecutor": rf"(?:Kejaksaan(?:\s+Negeri)?(?:\s*\(Kejari\))?|Kejari){_PLACE}|[Jj]aksa",
    "head": rf"{_ACTING}(?:[Bb]upati|[Ww]ali\s?[Kk]ota|[Gg]ubernur){_PLACE}|[Pp]ejabat\s+[Pp]embina\s+[Kk]epegawaian|PPK",
    "minister": r"Menteri\s+Dalam\s+Negeri|Mendagri|Kemendagri|Menteri\s+Agama|Kementerian\s+\w+",
    "office": rf"(?:Inspektorat|BKPSDM\w?|BKPPD?|BKD|BKPSDA|Dinas\s+Pendidikan|Disdik\w*|Dinas\s+Kesehatan|Satpol\s+PP|Kanwil\s+\w+|Kemenag){_PLACE}|Badan\s+Kepegawaian(?!\s+Negara)(?:[\s,]+(?:dan\s+)?[A-Z]\w+){{0,6}}{_PLACE}|Sekretaris\s+Daerah{_PLACE}|Sekda{_PLACE}|[Rr]ektor(?:at)?(?:\s+[A-Z]\w+)?|[Ii]nspektorat|[Aa]tasan(?:nya)?",
}
MENTION = re.compile("|".join(rf"(?P<{kind}>(?<!\w){pattern}(?!\w))" for kind, pattern in PATTERNS.items()))
BARE = re.compile(r"[a-z]|Majelis|Hakim|Penyidik|Polisi|Jaksa|Atasan")


@dataclass(frozen=True, slots=True)
class Decider:
    """A body or office holder where it stands; `name` is the fullest printed name that this mention can mean."""

    start: int
    end: int
    kind: str
    name: str


def find_deciders(text: Text, agencies: Sequence[Agency] = ()) -> tuple[Decider, ...]:
    """All mentions in the body, in order, each with the fullest name printed for it."""
    found = [
        Decider(m.start(), m.end(), str(m.lastgroup), " ".join(m[0].split()))
        for line in text.body
        for m in MENTION.finditer(text.raw, line.start, line.end)
    ]
    return tuple(_named(d, found) for d in found)


def _named(decider: Decider, found: Sequence[Decider]) -> Decider:
    """A bare mention ("majelis hakim", "Bawaslu") takes the nearest earlier full name of its kind, else the next."""
    if not _bare(decider):
        return decider
    full = [d for d in found if d.kind == decider.kind and not _bare(d)]
    before = [d for d in full if d.start <= decider.start]
    chosen = before[-1] if before else full[0] if full else None
    return Decider(decider.start, decider.end, decider.kind, chosen.name if chosen else decider.name)


def _bare(decider: Decider) -> bool:
    return BARE.match(decider.name) is not None or decider.name.casefold() in _bare_names(decider.kind)


@cache
def _bare_names(kind: str) -> frozenset[str]:
    names = {
        "bawaslu": "bawaslu",
        "panwas": "panwaslu panwas panwascam panwaslih",
        "kpu": "kpu kpud",
        "pn": "pn",
        "head": "bupati gubernur pj pjs plt",
        "gakkumdu": "gakkumdu",
        "office": "inspektorat sekda bkpsdm bkd",
    }
    return frozenset(names.get(kind, "").split())

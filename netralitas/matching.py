"""When a name, body, office, place or law of a reading is the same as the annotator's, within one article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from rapidfuzz import fuzz

from extract.names import words_of

LEVELS = frozenset("kabupaten kota provinsi kab prov daerah dki adm administrasi khusus istimewa ibukota di".split())
GENERAL = frozenset("kepala ketua anggota wakil pj plt".split())
SHORT = (
    ("badan pengawas (?:pemilihan umum|pemilu)", "bawaslu"),
    ("panitia pengawas pemilihan", "panwaslih"),
    ("panitia pengawas pemilu", "panwaslu"),
    ("komisi (?:aparatur sipil negara|asn)", "kasn"),
    ("badan kepegawaian negara", "bkn"),
    ("komisi pemilihan umum", "kpu"),
    ("pengadilan negeri", "pn"),
    ("pengadilan tinggi", "pt"),
    ("mahkamah agung", "ma"),
    ("mahkamah konstitusi", "mk"),
    ("kementerian dalam negeri", "kemendagri"),
    ("menteri dalam negeri", "mendagri"),
    ("sentra (?:penegakan hukum terpadu|gakkumdu)", "gakkumdu"),
    ("kejaksaan negeri", "kejari"),
    ("pemerintah kabupaten", "pemkab"),
    ("pemerintah kota|pemko", "pemkot"),
    ("pemerintah provinsi", "pemprov"),
    ("satuan polisi pamong praja", "satpol pp"),
    ("sekretaris daerah|sekprov|sekkab|sekkot", "sekda"),
    ("sekretariat daerah", "setda"),
    ("kepala desa", "kades"),
    ("kepala dinas", "kadis"),
    ("kepala badan", "kaban"),
    ("kepala bagian", "kabag"),
    ("kepala bidang", "kabid"),
    ("kepala sekolah", "kepsek"),
    ("kepala puskesmas", "kapus"),
    ("penjabat sementara", "pjs"),
    ("penjabat", "pj"),
    ("pelaksana tugas", "plt"),
    ("pelaksana harian", "plh"),
    ("walikota", "wali kota"),
    ("republik indonesia", "ri"),
    ("yogyakarta", "jogja"),
    ("jawa tengah", "jateng"),
    ("jawa barat", "jabar"),
    ("jawa timur", "jatim"),
    ("sulawesi selatan", "sulsel"),
    ("sulawesi utara", "sulut"),
    ("sulawesi tengah", "sulteng"),
    ("sulawesi tenggara", "sultra"),
    ("sumatera utara", "sumut"),
    ("sumatera barat", "sumbar"),
    ("sumatera selatan", "sumsel"),
    ("kalimantan timur", "kaltim"),
    ("kalimantan barat", "kalbar"),
    ("kalimantan selatan", "kalsel"),
    ("kalimantan tengah", "kalteng"),
    ("nusa tenggara barat", "ntb"),
    ("nusa tenggara timur", "ntt"),
)
SHORTER = [(re.compile(rf"\b(?:{long})\b"), short) for long, short in SHORT]


def plain(text: object) -> list[str]:
    """Lower-case words of letters and digits; a run of single letters is one word ("O.W." is "ow")."""
    words = re.sub(r"[^0-9a-z]+", " ", re.sub(r"[’'`\"“”]", "", str(text or "")).lower()).split()
    return ["".join(words)] if len(words) > 1 and all(len(w) == 1 for w in words) else words


def shortened(text: object) -> list[str]:
    """Words with the long forms of bodies, offices and regions shortened."""
    whole = " ".join(plain(text))
    for long, short in SHORTER:
        whole = long.sub(short, whole)
    return whole.split()


def same_person(gold: object, found: object) -> bool:
    """Tell whether two printed names can be one person of an article: alike, or one a part of the other."""
    a, b = (plain(" ".join(words_of(re.sub(r"\([^)]*\)", " ", str(x or ""))))) for x in (gold, found))
    if not a or not b or len(b) > 8:
        return False
    if a == b or fuzz.ratio(" ".join(a), " ".join(b)) >= 87:
        return True
    few, many = sorted((set(a), set(b)), key=len)
    return few <= many and any(len(w) > 2 for w in few) and (set(b) <= set(a) or len(many) - len(few) <= 2)


def same_agency(gold: object, found: object) -> bool:
    """Tell whether two names are one body of one region; a bare body fits any region."""
    a, b = ([w for w in shortened(x) if w not in LEVELS] for x in (gold, found))
    if not a or not b:
        return False
    if a == b or fuzz.ratio(" ".join(a), " ".join(b)) >= 90:
        return True
    few, many = sorted((set(a), set(b)), key=len)
    return few <= many and (a[0] == b[0] or len(many) - len(few) <= 1)


def same_office(gold: object, found: object) -> bool:
    """Tell whether two offices agree in most of the shorter one's words, and not only in a general word."""
    a, b = (set(shortened(x)) - LEVELS for x in (gold, found))
    both = a & b
    return bool(both - GENERAL or a == b) and len(both) / (min(len(a), len(b)) or 1) >= 0.6


def bare_place(text: object) -> str:
    """A region's name without its level."""
    name = "".join(w for w in plain(text) if w not in LEVELS)
    return {"jogja": "yogyakarta", "jaksel": "jakartaselatan"}.get(name, name)


def provisions(laws: Iterable[Mapping[str, Any]]) -> set[tuple[str, str]]:
    """(act with number and year, article number) for each article cited."""
    return {(_act(x.get("act")), n) for x in laws for n in _articles(x.get("article"))}


def _act(text: object) -> str:
    act = " ".join(plain(text))
    for long, short in (("undang undang", "uu"), ("peraturan pemerintah", "pp"), ("surat keputusan bersama", "skb")):
        act = act.replace(long, short)
    act = act.replace("keputusan bersama", "skb").replace("peraturan bawaslu", "perbawaslu")
    act = act.replace("peraturan kpu", "pkpu").replace("surat edaran", "se").replace("peraturan daerah", "perda")
    kinds = r"\b(uu|pp|skb|perbawaslu|pkpu|perpu|se|perda|permen\w*|kuhp|instruksi|pergub|perbup)\b"
    kind = re.search(kinds, act)
    number = re.search(r"\b(\d{1,3})\s+(?:tahun\s+)?((?:19|20)\d\d)\b", act)
    year = re.search(r"\b(?:19|20)\d\d\b", act)
    return "/".join([kind[1] if kind else act, *(number.groups() if number else [year[0]] if year else [])])


def _articles(text: object) -> list[str]:
    return re.findall(r"(?:^|jo\.?|dan|,|;|pasal)\s*(?:pasal\s*)?(\d+)", str(text or "").lower()) or [""]

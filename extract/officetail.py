"""How far an office phrase reaches behind its head: department, division, body, school, region, number on the ballot.

"Kepala Dinas Pemuda dan Olahraga Kabupaten Alor Budi …" ends before the name because a name is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from extract import gazetteer
from extract.agencynames import departments, pattern, region_after
from extract.placenames import WORD, Name, names_at
from extract.text import Span

PARTS = 9
BLANK = re.compile(r"\s+")
REACH = 80
CAPITALS = r"[A-Z][\w'’-]*"
OPEN_PLACE = re.compile(
    r"(?:camat|lurah|kades|kuwu|perbekel|prebekel|keuchik|kechik|geuchik|wali\s*nagari|penghulu|peratin|pambakal|pembakal"
    r"|hukum\s+tua|sangadi|panewu|reje|kepling|mukim|adat|bamus\s+nagari|sekcam|sekdes|sekkel|kepala\s+(?:desa|kampung|kampong|lembang|pekon|nagari|gampong|distrik|dusun)"
    r"|sekretaris\s+(?:desa|kampung|nagari|camat|kecamatan|lurah|kelurahan|distrik)|kadus|kasun|dukuh|puskesmas|kapus\w*"
    r"|kecamatan|kelurahan|desa|kampung|distrik|nagari|gampong|pekon|dusun|pulau|jorong"
    r"|(?:tk|sd|smp|sma|smk|mi|mts|ma|slb)n?(?:\s+negeri)?(?:\s+\d+)?)(?:\s+\([^)]*\))?$",
    re.IGNORECASE,
)
UNIT = re.compile(
    r"(?:dinas|badan|bagian|bidang|seksi|sub\s?bagian|subbag|sub\s?bidang|biro|divisi|devisi|upt\w?|uptd|kantor|sekretariat"
    r"|cabang\s+dinas|unit|urusan|satuan|kecamatan|kelurahan|lingkup|pendidikan|tim|korwil\w*|wilayah|partai|komisi|fraksi"
    r"|fakultas|universitas|yayasan)\b",
    re.IGNORECASE,
)
DUTY = (
    r"hukum|penanganan|penindakan|pelanggaran|pencegahan|pengawasan|data|informasi|datin|humas|hubungan|masyarakat|antar(?:lembaga)?"
    r"|lembaga|sengketa|penyelesaian|proses|partisipasi|p[23]s|h?p2h|hpp|phl|organisasi|sdmo?|diklat|pelatihan|tata|negara|pidana"
    r"|protokol|umum|keuangan|perencanaan|program|teknis|advokasi|trantib|kesra|pelayanan|pembangunan|perekonomian|ketenagaan"
    r"|administrasi|pemerintahan|kesejahteraan|rakyat|aparatur|disiplin|pembinaan|mutasi|kinerja|kepegawaian|intelijen|media"
    r"|komunikasi|prokopim|penyelenggaraan|sarana|prasarana|publik|khusus|usaha|guru|kurikulum|kesiswaan"
)
DUTIES = re.compile(rf"(?:(?:[,&/]|dan\b|serta\b)?\s*(?:{DUTY})(?!\w)\s*)+", re.IGNORECASE)
BRACKET = re.compile(r"\((?![\d\s]+\)|\d+[/-])[^()\n]{2,40}\)")
BALLOT = re.compile(
    r"(?:nomor|nomer|no\.?)?\s*(?:urut\s+)?(?:nomor\s+)?(?:\d{1,2}|satu|dua|tiga|empat|lima)(?!\w|[.,/]\d)"
    r"|dapil\s+[\w ]{1,30}?(?=[,.;\n(]|\s+(?:yang|dari)\b)"
    r"|(?:petahana|terpilih|tunggal|inkumben|incumbent|honorer|kelas\s+[\w-]+|RI|[IVX]{1,4})(?!\w)",
    re.IGNORECASE,
)
SCHOOL = re.compile(
    r"(?:TK|PAUD|SD|SMP|SMA|SMK|MI|MTs|MA|SLB)N?(?:\s+(?:Negeri|Swasta|Islam))?(?:\s+\d+)?(?!\w)", re.IGNORECASE
)
LINK = re.compile(
    r"(?:,\s+)?(?:di\s+lingkung(?:an|up)|di\s+lingkup|pada|di|dari|se-?|asal|untuk|dalam)\s*(?=[A-Z]|[a-z]+\s+[A-Z\d])"
)
APPOSED = re.compile(r"\s*,\s*(?:di\s+)?|\s+di\s+")
LEVEL = re.compile(
    r"(kabupaten|kab\.|kota|provinsi|prov\.|kecamatan|kec\.|kelurahan|desa|distrik|kampung|nagari|pulau|dusun)\s+(?=[A-Z])",
    re.IGNORECASE,
)
CAMPUS = re.compile(r"(?:Universitas|Fakultas|UIN|IAIN|Unika|Institut)\s+[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)?")
PARTY = re.compile(
    r"(?:partai\s+)?(?:Golkar|Gerindra|PDI\s?-?P(?:erjuangan)?|NasDem|Nasdem|Demokrat|PKB|PKS|PPP|PAN|Hanura|Perindo|PSI|PBB|Berkarya|Garuda|Gelora)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Tail:
    """Where an office phrase ends, with the region and body found in it."""

    end: int
    region: str | None = None
    agency: tuple[int, int] | None = None


def tail_of(raw: str, start: int, end: int, line: Span) -> Tail:
    """The tail of the head that stands between two offsets."""
    tail = Tail(end)
    for _ in range(PARTS):
        longer = _longer(raw, start, tail, line)
        if longer is None:
            return tail
        tail = longer
    return tail


def _longer(raw: str, start: int, tail: Tail, line: Span) -> Tail | None:
    blank = BLANK.match(raw, tail.end, line.end)
    at = blank.end() if blank else tail.end
    if at == tail.end and raw[at : at + 1] != "(" and tail.end > start:
        return None
    return next(
        (t for part in (_body, _named_unit, _open_place, _region, _linked) if (t := part(raw, start, at, tail, line))),
        None,
    )


@cache
def _departments() -> re.Pattern[str]:
    return re.compile(departments().replace("(?-i:", "(?:"), re.IGNORECASE)


def apposed_region(raw: str, end: int, line: Span) -> int:
    """Where an office phrase ends with the places put behind it: "Kades Kiarasari, Kecamatan Compreng, …"."""
    for _ in range(3):
        comma = APPOSED.match(raw, end, line.end)
        region = _region(raw, end, comma.end(), Tail(end), line) if comma else None
        if region is None or not re.match(r"\s*[,(]|\s+(?:ber)?(?:inisial|nama)", raw[region.end : region.end + 12]):
            return end
        end = region.end
    return end


def _body(raw: str, start: int, at: int, tail: Tail, line: Span) -> Tail | None:
    m = pattern().match(raw, at, line.end)
    if not m or m.lastgroup in ("lembaga", "tim_hukum", "universitas", "partai", "sekolah", "puskesmas", "mendagri"):
        return None
    end, region = region_after(raw, m.end(), line, str(m.lastgroup))
    return Tail(end, region if region and region[0].isdigit() else tail.region, (m.start(), end))


def _named_unit(raw: str, start: int, at: int, tail: Tail, line: Span) -> Tail | None:
    for shape in (BRACKET, CAMPUS, UNIT, _departments(), DUTIES, SCHOOL, PARTY, BALLOT):
        m = shape.match(raw, at, line.end)
        if m and m.end() > m.start():
            return Tail(m.start() + len(m[0].rstrip()), tail.region, tail.agency)
    return None


def _region(raw: str, start: int, at: int, tail: Tail, line: Span) -> Tail | None:
    level = LEVEL.match(raw, at, line.end)
    first = level.end() if level else at
    words = [Name(w.start(), w.end(), w[0].lower()) for w in WORD.finditer(raw, first, min(line.end, first + REACH))]
    if not words or words[0].start != first or not raw[first].isupper():
        return None
    label = level[1].lower().rstrip(".") if level else ""
    for name in names_at(raw, words, 0):
        code = _code(name.key, label)
        if code:
            return Tail(name.end, code, tail.agency)
    if level and (m := re.compile(rf"{CAPITALS}").match(raw, first, line.end)):
        return Tail(m.end(), tail.region, tail.agency)
    return None


def _code(key: str, label: str) -> str | None:
    if label in ("kecamatan", "kec", "distrik"):
        return next(iter(gazetteer.districts().get(key, ())), None)
    if label in ("desa", "kelurahan", "kampung", "nagari", "dusun", "pulau"):
        return None
    regencies = gazetteer.regencies().get(key, ())
    city = label == "kota"
    fitting = [c for c in regencies if not label or gazetteer.is_city(c) == city]
    return next(iter((*fitting, *gazetteer.provinces().get(key, ()))), None)


def _open_place(raw: str, start: int, at: int, tail: Tail, line: Span) -> Tail | None:
    """A district's or village's name after an office that has one: the longest known one, else one word."""
    if not OPEN_PLACE.search(raw, start, tail.end) or not raw[at : at + 1].isupper():
        return None
    words = [Name(w.start(), w.end(), w[0].lower()) for w in WORD.finditer(raw, at, min(line.end, at + REACH))]
    known = next((n for n in names_at(raw, words, 0) if _is_place(n.key)), words[0])
    return Tail(known.end, _code(known.key, "") or tail.region, tail.agency)


def _is_place(key: str) -> bool:
    return gazetteer.is_small_place(key) or _code(key, "") is not None


def _linked(raw: str, start: int, at: int, tail: Tail, line: Span) -> Tail | None:
    """A preposition with what it leads to: "pada Dinas Sosial", "di Kecamatan Pajo", "SMP di Pati"."""
    link = LINK.match(raw, at, line.end)
    if not link:
        return None
    parts: tuple[Callable[[str, int, int, Tail, Span], Tail | None], ...] = (_body, _named_unit, _region, _small_place)
    return next((t for part in parts if (t := part(raw, start, link.end(), tail, line))), None)


def _small_place(raw: str, start: int, at: int, tail: Tail, line: Span) -> Tail | None:
    words = [Name(w.start(), w.end(), w[0].lower()) for w in WORD.finditer(raw, at, min(line.end, at + REACH))]
    if not words or not raw[at : at + 1].isupper():
        return None
    known = next((n for n in names_at(raw, words, 0) if gazetteer.is_small_place(n.key)), None)
    return Tail(known.end, tail.region, tail.agency) if known else None

"""Numbers that count cases or people: candidates for a statistic, with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.numbers import Number, find_numbers
from extract.places import PlaceFound
from extract.text import Span, Text, within

UNITS = {
    "case": r"kasus|perkara|dugaan(?: pelanggaran)?|pelanggaran|peristiwa|kejadian",
    "report": r"laporan|temuan|aduan|pengaduan|berkas|bundel|map|register",
    "recommendation": r"rekomendasi|surat|putusan|SK",
    "person": r"orang|nama|terlapor|personel|pelaku|saksi|pihak|terdakwa|tersangka",
    "official": r"ASN|PNS|PPPK|aparatur(?: sipil negara)?|aparat(?: sipil negara)?"
    r"|pegawai(?: negeri(?: sipil)?)?|pejabat|abdi negara|guru|dosen|camat|lurah|kades"
    r"|kepala (?:desa|dinas|kampung|sekolah|daerah|bidang|badan|puskesmas|madrasah|OPD)"
    r"|kepsek|kadis|perangkat(?: desa)?|perades|perbekel|bidan|perawat|honorer|tenaga (?:honorer|kontrak)|staf|bupati"
    r"|gubernur|wali ?kota|penjabat|pj|oknum|wali nagari|keuchik|kuwu|kadus|kepala dusun|anggota|petugas"
    r"|sekretaris|karyawan|tersanksi",
    "record": r"data(?: kepegawaian)?",
    "percent": r"persen|%",
}
UNIT = re.compile(
    r"\s*(?:\([\w ]+\)\s*)?(?:orang |oknum |buah |berkas |kasus dugaan |nama |dari )?(?:"
    + "|".join(f"(?P<{k}>{p})" for k, p in UNITS.items())
    + r")(?:nya)?(?!\w)",
    re.IGNORECASE,
)
BARE = re.compile(
    r"\s*(?:(?:di ?antara(?:nya)?|lainnya|lain|lagi|sisanya|sudah|telah|masih|belum|baru|terbukti|dinyatakan|di\w{4,}"
    r"|ber\w{4,}|ter\w{4,}|tidak|tak|yang|merupakan|menyangkut|dari|sanksi|mendapat|menunggu|gugur|di|untuk)\b"
    r"|[,.;)”\"]|$)",
    re.IGNORECASE,
)
NOT_A_COUNT = re.compile(
    r"\s*(?:\(\w+\)\s*)?(?:bulan|tahun|hari|jam|menit|detik|pekan|minggu|juta|ribu|miliar|kilo\w*|km|meter|jari"
    r"|periode|pasangan|paslon|pasang|partai|parpol|kecamatan|kabupaten|kota|desa|kelurahan|provinsi|daerah|TPS"
    r"|kursi|suara|putaran|lembar|kali"
    r"|eselon|ayat|huruf|butir|jilid|halaman|WIB|WITA|WIT|calon|caleg|kandidat|kubu|arah|sisi|foto|video|gambar"
    r"|kilogram|karung|botol|gol|tahap|bentuk|jenis|macam|opsi|alat|unsur|tingkat|pihak pertama|jalur|pintu|anak"
    r"|cucu|istri)(?:nya)?(?!\w)",
    re.IGNORECASE,
)
BEFORE_NOT = re.compile(
    r"(?:pasal|ayat|nomor(?: urut)?|no\.?|tahun|pukul|jam|tanggal|urut|rp\.?|uu|pp|skb|ke|hal\.?|halaman|usia|umur"
    r"|periode|\(|paslon|pasangan|angka|gedung|lantai|SDN|SMPN|SMAN|RT|RW|kelas|pilkada|pemilu|pilgub|pileg"
    r"|pilpres|pilbup|serentak|per|hingga|sampai|poin|huruf|jl\.?|km"
    r"|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|senin|selasa|rabu|kamis"
    r"|jumat|jum'at|sabtu|minggu)\s*[,(]?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number that may count something: its unit ("" where it is left out), its sentence and its place, if any."""

    number: Number
    unit: str
    noun: str
    end: int
    sentence: Span
    place: PlaceFound | None = None

    @property
    def start(self) -> int:
        """Where the number begins."""
        return self.number.start


def find_counts(text: Text, places: Sequence[PlaceFound]) -> Iterator[Count]:
    """All numbers in the body that are followed by something countable, or by nothing in a list of counts."""
    for sentence in text.sentences:
        here = [p for p in within(places, sentence) if p.end <= sentence.end]
        for number in find_numbers(text.raw, sentence.start, sentence.end):
            count = _count(text, sentence, number, here)
            if count is not None:
                yield count


def _count(text: Text, sentence: Span, number: Number, places: Sequence[PlaceFound]) -> Count | None:
    raw = text.raw
    if BEFORE_NOT.search(raw, max(sentence.start, number.start - 24), number.start):
        return None
    place = _place(raw, number, places)
    if m := UNIT.match(raw, number.end, sentence.end):
        kind = next(k for k in UNITS if m[k])
        after = _place_after(raw, m.end(), places)
        return Count(number, kind, m[kind], m.end(), sentence, place or after)
    if NOT_A_COUNT.match(raw, number.end, sentence.end):
        return None
    if number.printed.lower() in ("seorang", "sebuah", "seseorang") or not BARE.match(raw, number.end, sentence.end):
        return None
    return Count(number, "", "", number.end, sentence, place)


def _place(raw: str, number: Number, places: Sequence[PlaceFound]) -> PlaceFound | None:
    """The place right before a number: "Banggai 12 kasus", "Kota Semarang dengan 6"."""
    for p in places:
        between = raw[p.end : number.start]
        if p.end <= number.start and re.fullmatch(
            r"\)?\s*(?:dengan|sebanyak|ada|tercatat|sejumlah|:|-|=|masing-masing)?\s*", between
        ):
            return p
    return None


def _place_after(raw: str, end: int, places: Sequence[PlaceFound]) -> PlaceFound | None:
    """The place right after the counted noun: "11 kades di Lombok Timur", "4 kasus (Blora)"."""
    for p in places:
        if p.start >= end and re.fullmatch(
            r"\s*(?:di|dari|se-?|asal|\(|Pemkab|Pemkot|Pemprov)?\s*(?:Kabupaten |Kota |Provinsi |lingkungan )*",
            raw[end : p.start],
        ):
            return p
    return None

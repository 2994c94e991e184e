"""What counts as a decision, whose it is, and with what sanction. All people are invented."""

import pytest

from extract.deciders import Bodies, find_deciders
from extract.drafts import PersonSpans
from extract.reading import Ruling
from extract.rulings import find_rulings
from extract.sanctions import court_sentence
from extract.text import Span, Text
from extract.vocabulary import Standing

COURT = """Kepala Desa Sukadamai Divonis Dua Bulan Penjara

Pengadilan Negeri Purwodadi menjatuhkan pidana penjara dua bulan dan denda Rp 3 juta subsider satu bulan kurungan kepada
Kepala Desa Sukadamai, Sarmidi Wahab, Kamis (12/12/2024).

"Terdakwa terbukti secara sah dan meyakinkan menguntungkan pasangan calon," kata hakim ketua Lukman Hadi.

Sebelumnya jaksa menuntut Sarmidi empat bulan penjara dan denda Rp 6 juta.
""".replace("kepada\nKepala", "kepada Kepala")
DISMISSED = """Bawaslu Grobogan Hentikan Laporan terhadap Camat

Bawaslu Kabupaten Grobogan menghentikan laporan dugaan pelanggaran netralitas terhadap Camat Lembah Hijau, Rosidah Umar.

"Hasil kajian kami tidak memenuhi unsur pelanggaran," kata Ketua Bawaslu Kabupaten Grobogan, Hadi Sucipto, Rabu.
"""
SANCTION = """KASN Rekomendasikan Sanksi untuk Lurah

Komisi Aparatur Sipil Negara (KASN) merekomendasikan sanksi moral berupa pernyataan terbuka kepada Lurah Tanjung Sari,
Wahab Setiadi. KASN menyatakan Wahab terbukti melanggar kode etik karena berfoto bersama calon wali kota.
""".replace("Sari,\nWahab", "Sari, Wahab")


def accused(text: Text, name: str, standing: Standing) -> list[PersonSpans]:
    start = text.raw.index(name)
    return [PersonSpans(0, (Span(start, start + len(name)),), standing)]


def read(raw: str, name: str, standing: Standing) -> tuple[Text, tuple[Ruling, ...]]:
    text = Text(raw, raw.split("\n")[0])
    return text, find_rulings(text, (), accused(text, name, standing), ())


def test_a_verdict_with_its_sentence_and_not_the_demand() -> None:
    text, rulings = read(COURT, "Sarmidi Wahab", "proven")
    ruling = next(r for r in rulings if r.outcome == "convicted")
    assert ruling.agency == "Pengadilan Negeri Purwodadi"
    assert ruling.track == "criminal"
    assert ruling.sanction is not None
    assert (ruling.sanction.months, ruling.sanction.rupiah, ruling.sanction.suspended) == (2, 3_000_000, False)
    assert ruling.about == (0,)
    assert not any("menuntut" in e.quote for r in rulings for e in r.evidence)
    assert all(text.raw[e.start : e.end] == e.quote for r in rulings for e in r.evidence)


def test_a_report_that_was_stopped() -> None:
    _, rulings = read(DISMISSED, "Rosidah Umar", "cleared")
    assert [(r.outcome, r.agency) for r in rulings] == [("dismissed", "Bawaslu Kabupaten Grobogan")]


def test_an_advised_sanction() -> None:
    _, rulings = read(SANCTION, "Wahab Setiadi", "proven")
    found = [r for r in rulings if r.outcome == "sanctioned"]
    assert [r.sanction and r.sanction.class_ for r in found] == ["moral"]
    assert found[0].agency is not None
    assert "KASN" in found[0].agency


@pytest.mark.parametrize(
    "raw",
    [
        "Jaksa menuntut Kepala Desa Sukadamai, Sarmidi Wahab, dua bulan penjara di Pengadilan Negeri Purwodadi.",
        "Sarmidi Wahab terancam dipecat jika terbukti, kata Ketua Bawaslu Grobogan.",
        "Pasal 188 mengatur pidana paling lama enam bulan dan denda paling banyak Rp 6 juta, kata Sarmidi Wahab.",
        "Bawaslu Grobogan memanggil Sarmidi Wahab untuk klarifikasi.",
        "Massa mendesak Bupati Grobogan mencopot Sarmidi Wahab.",
    ],
)
def test_demands_threats_and_maxima_are_no_rulings(raw: str) -> None:
    assert read(raw, "Sarmidi Wahab", "alleged")[1] == ()


@pytest.mark.parametrize(
    ("told", "months", "rupiah", "suspended"),
    [
        ("Ia divonis satu bulan kurungan ditambah denda Rp 2 juta.", 1, 2_000_000, False),
        ("dijatuhi pidana penjara dua bulan dengan masa percobaan empat bulan", 2, None, True),
        ("Majelis menghukumnya membayar denda Rp1.500.000 subsider satu bulan kurungan.", None, 1_500_000, False),
        ("Hakim mengetok palu: 3 bulan dengan masa percobaan 6 bulan serta denda Rp 3 juta.", 3, 3_000_000, True),
    ],
)
def test_court_sentences(told: str, months: int | None, rupiah: int | None, suspended: bool) -> None:
    sanction = court_sentence(Text(told), (Span(0, len(told)),))
    assert sanction is not None
    assert (sanction.months, sanction.rupiah, sanction.suspended) == (months, rupiah, suspended)


def test_bare_mentions_take_the_name_of_their_body() -> None:
    raw = "Pengadilan Negeri Purwodadi menggelar sidang. Majelis hakim membacakan putusan. KASN belum menjawab."
    bodies = Bodies(find_deciders(Text(raw))).all
    assert [b.name for b in bodies] == ["Pengadilan Negeri Purwodadi", "KASN"]
    assert len(bodies[0].mentions) == 2


@pytest.mark.parametrize("raw", ["", "\n\n", "Camat. Camat! Camat?", "​‮ 😀 tidak terbukti", "TIDAK TERBUKTI " * 500])
def test_odd_texts_are_survived(raw: str) -> None:
    assert find_rulings(Text(raw), (), (), ()) == ()

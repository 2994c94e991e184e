"""Which pages are read on, and which stop at the first step."""

import json
import time
from pathlib import Path

import pytest

from extract.relevance import READ, relevant

ARTICLES = Path(__file__).parents[1] / "training" / "articles"
ABOUT = """Camat Lembah Hijau, Rosidah, dipanggil Bawaslu karena diduga tidak netral. Ia mengunggah foto pasangan calon
bupati. Klarifikasi dijadwalkan pekan ini, kata Ketua Bawaslu, Wahab. ASN dilarang mendukung peserta pilkada."""


def test_an_article_on_neutrality_is_read_on() -> None:
    assert relevant("Camat Lembah Hijau Dipanggil Bawaslu", ABOUT)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Harga cabai naik di pasar induk. Pedagang mengeluh sepi pembeli. Hujan merusak panen di lereng gunung.",
        "Target netral karbon 2060 dibahas menteri. Industri semen menekan emisi dan memakai energi surya.",
        "Timnas menang dua gol atas tamunya. Pelatih memuji lini tengah. Pertandingan berikutnya digelar Rabu.",
        "Camat meresmikan jembatan gantung bersama warga. Perangkat desa menyiapkan tenda.",
    ],
)
def test_other_pages_stop_here(text: str) -> None:
    assert not relevant("", text)


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.gold.json"))[::7], ids=lambda p: p.name[:4])
def test_no_annotated_case_is_lost(path: Path) -> None:
    article = json.loads(path.with_name(path.name.replace(".gold", "")).read_text("utf-8"))
    if json.loads(path.read_text("utf-8"))["kind"] != "other":
        assert relevant(article["title"] or "", article["text"])


def test_a_huge_page_costs_no_more_than_its_beginning() -> None:
    started = time.perf_counter()
    assert not relevant("", "harga cabai naik di pasar " * READ)
    assert time.perf_counter() - started < 1

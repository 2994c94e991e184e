"""Names as printed: trimmed, split, refused; initials that the text introduces."""

import pytest

from extract.name import Name
from extract.names import clean_names, words_of
from extract.text import Text


def cleaned(line: str, *proposed: str) -> list[str]:
    text = Text(line)
    names = [Name(line.index(p), line.index(p) + len(p)) for p in proposed]
    return [text[n.span] for n in clean_names(text, names)]


@pytest.mark.parametrize(
    ("line", "proposed", "kept"),
    [
        ("Camat Sukasari Rohana hadir.", "Camat Sukasari Rohana", ["Sukasari Rohana"]),
        ("Kata Drs. H. Umar Talib, M.Si kemarin.", "Drs. H. Umar Talib", ["Umar Talib"]),
        ("Pasangan Rohana-Sulastri unggul.", "Rohana-Sulastri", ["Rohana", "Sulastri"]),
        ("Pasangan Rohana Dewi - Umar Talib unggul.", "Rohana Dewi - Umar Talib", ["Rohana Dewi", "Umar Talib"]),
        ("Laporan ke Bawaslu masuk.", "Bawaslu", []),
        ("Foto: Umar Talib", "Umar Talib", []),
        ("warga desa", "warga", []),
        ("Hakim I Made Rai Sudana memutus.", "Hakim I Made Rai Sudana", ["I Made Rai Sudana"]),
    ],
)
def test_edges(line: str, proposed: str, kept: list[str]) -> None:
    assert cleaned(line, proposed) == kept


@pytest.mark.parametrize(
    ("line", "initials"),
    [
        ("Seorang camat berinisial AS dipanggil.", ["AS"]),
        ("Lurah berinisial R.T. diperiksa.", ["R.T."]),
        ("Terdakwa AR (45) menunduk.", ["AR"]),
        ("Kades berinisial AS, NH dan BW dipanggil.", ["AS", "NH", "BW"]),
        ("Surat Keputusan Bersama (SKB) berlaku.", []),
    ],
)
def test_introduced_initials(line: str, initials: list[str]) -> None:
    assert cleaned(line) == initials


def test_words_of_leaves_titles_and_degrees() -> None:
    assert words_of("Drs. H. Umar Talib, M.Si") == ("umar", "talib")
    assert words_of("Haji") == ("haji",)


@pytest.mark.parametrize(
    ("line", "proposed"),
    [
        ("Rantepao, Kabar Torajani — Seorang camat dipanggil Bawaslu kemarin pagi.", "Kabar Torajani"),
        ("Ikrar dibacakan Panewu Mlati kemarin.", "Mlati"),
        ("Laga itu digelar di Stadion Umar Talib kemarin.", "Umar Talib"),
        ("Ia melintas di Jalan Rohana Dewi kemarin.", "Rohana Dewi"),
        ("Yang hadir Kadinkes dan stafnya.", "Kadinkes"),
        ("Kata kepala Puskesmas Ujan Mas kemarin.", "Ujan Mas"),
    ],
)
def test_places_buildings_and_outlets_are_nobody(line: str, proposed: str) -> None:
    assert cleaned(line, proposed) == []


def test_one_word_between_an_office_and_a_name_is_a_body_or_place() -> None:
    assert cleaned("Dosen Unsuka, Dr. Umar Talib, menilai.", "Unsuka", "Umar Talib") == ["Umar Talib"]
    assert cleaned("Kasun Sukamana, Umar, diperiksa.", "Sukamana", "Umar") == ["Umar"]
    assert cleaned("Camat Rohana, Umar, dan Talib diperiksa.", "Rohana", "Umar", "Talib") == ["Rohana", "Umar", "Talib"]


def test_an_everyday_word_that_only_begins_the_sentence_is_no_part_of_a_name() -> None:
    assert cleaned("Ia diam. Lawan Umar Talib menang.", "Lawan Umar Talib") == ["Umar Talib"]
    assert cleaned("Kata Indah Umar kemarin.", "Indah Umar") == ["Indah Umar"]


def test_the_last_part_of_a_name_takes_the_word_before_it() -> None:
    assert cleaned("Ia menyebut calon bupati Gatot Wirabumi.", "Wirabumi") == ["Gatot Wirabumi"]
    assert cleaned("Ia menyebut nama camat Wirabumi.", "Wirabumi") == ["Wirabumi"]
    assert cleaned("Warga menyebut Camat Wirabumi.", "Wirabumi") == ["Wirabumi"]

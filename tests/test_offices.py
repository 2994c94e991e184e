"""Offices: how far a phrase reaches, how it is held, and whose it is. All people are invented."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.offices import OfficeFound, find_offices, office_of
from extract.text import Span, Text


def offices(body: str) -> list[OfficeFound]:
    return list(find_offices(Text(body)))


def office(body: str, name: str) -> str | None:
    text = Text(body)
    start = body.index(name)
    found = office_of(text, [Span(start, start + len(name))], find_offices(text))
    return found.title if found else None


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (
            "Kepala Dinas Pemuda dan Olahraga Kabupaten Alor Yakobus Lau",
            "Kepala Dinas Pemuda dan Olahraga Kabupaten Alor",
        ),
        ("Ketua Bawaslu Inhu Marwan Sidik", "Ketua Bawaslu Inhu"),
        ("calon bupati nomor urut 3 Hasan Tiro", "calon bupati nomor urut 3"),
        ("Kadisdik Kota Metro Sri Wulan", "Kadisdik Kota Metro"),
        ("Kapuskes Siompu Wa Ana", "Kapuskes Siompu"),
        ("Camat Alor Barat Laut Yes Maro", "Camat Alor Barat Laut"),
        ("Kepala SD Negeri 2 Kawedanan Sutini", "Kepala SD Negeri 2 Kawedanan"),
        ("Kabag Humas dan Protokol Setda Kotabaru Zul Fikri", "Kabag Humas dan Protokol Setda Kotabaru"),
        (
            "Kordiv Penanganan Pelanggaran, Data dan Informasi Bawaslu Garut",
            "Kordiv Penanganan Pelanggaran, Data dan Informasi Bawaslu Garut",
        ),
        ("guru SMP di Pati", "guru SMP di Pati"),
    ],
)
def test_phrase_ends_before_the_name(body: str, title: str) -> None:
    assert offices(body)[0].title == title


@pytest.mark.parametrize(
    ("body", "office_class", "acting", "former"),
    [
        ("Pj Bupati Kudus", "acting_head", "Pj", False),
        ("Penjabat Sementara (Pjs) Bupati Kudus", "acting_head", "Pjs", False),
        ("Plt Kepala Dinas Sosial", "asn", "Plt", False),
        ("Pelaksana Harian (Plh) Sekda Kudus", "asn", "Plh", False),
        ("mantan Camat Gebog", "asn", None, True),
        ("eks Wakil Bupati Kudus", "regional_head", None, True),
        ("Kades Wates", "village_head", None, False),
        ("Anggota Bawaslu Kudus", "organiser", None, False),
        ("Kapolres Kudus", "law_enforcement", None, False),
        ("bakal calon bupati", "candidate", None, False),
        ("guru honorer", "contract_staff", None, False),
    ],
)
def test_class_and_how_it_is_held(body: str, office_class: str, acting: str | None, former: bool) -> None:
    found = offices(body)[0]
    assert (found.office_class, found.acting, found.former) == (office_class, acting, former)


def test_region_and_body_are_told() -> None:
    found = offices("Ketua Bawaslu Kabupaten Jember")[0]
    assert (found.agency, found.place_name) == ("Bawaslu Kabupaten Jember", "Kabupaten Jember")


@pytest.mark.parametrize(
    ("body", "name", "title"),
    [
        ("Camat Gebog Fariq Mustofa diperiksa.", "Fariq Mustofa", "Camat Gebog"),
        ("Camat Gebog, Drs. H. Fariq Mustofa, diperiksa.", "Fariq Mustofa", "Camat Gebog"),
        ("Kades Wates, Kecamatan Wates, Masudi (51) diperiksa.", "Masudi", "Kades Wates"),
        ("Fariq Mustofa (Camat Gebog) diperiksa.", "Fariq Mustofa", "Camat Gebog"),
        ("Fariq Mustofa, SH, Camat Gebog, diperiksa.", "Fariq Mustofa", "Camat Gebog"),
        ("Fariq Mustofa selaku Camat Gebog diperiksa.", "Fariq Mustofa", "Camat Gebog"),
        ("Fariq yang sehari-hari memimpin Dinas Sosial diperiksa.", "Fariq", "Kepala Dinas Sosial"),
        ("Mereka yakni AS (Dinas Sosial), NH (Setda).", "AS", "Dinas Sosial"),
        (
            "Kelimanya ialah Camat Jati, Ana Sari, Camat Gebog, Fariq Mustofa, dan lurah.",
            "Fariq Mustofa",
            "Camat Gebog",
        ),
        ("Dua lurah itu adalah Ana Sari, Lurah Kajeksan, Budi Lestari, Lurah Demaan.", "Budi Lestari", "Lurah Demaan"),
        ("Ketua Aliansi Rakyat Pantura, Fariq Mustofa, melapor.", "Fariq Mustofa", "Ketua Aliansi Rakyat Pantura"),
        ("Kuasa hukum Fariq, Ana Sari, membantah.", "Ana Sari", "Kuasa hukum Fariq"),
        (
            "Ia mendukung paslon nomor urut 2, Ana Sari-Fariq Mustofa.",
            "Fariq Mustofa",
            "pasangan calon (paslon) nomor urut 2",
        ),
        ("Majelis diketuai Ana Sari dengan anggota Budi Lestari.", "Ana Sari", "ketua majelis hakim"),
        ("Bawaslu Kudus diam. Menurut anggotanya, Ana Sari, kasus dikaji.", "Ana Sari", "anggota Bawaslu Kudus"),
        ("Ia memanggil Mulyono. Kasi Pelayanan di desa itu mengaku salah.", "Mulyono", "Kasi Pelayanan"),
        ("Hujan turun di rumah Fariq.", "Fariq", None),
    ],
)
def test_whose_office(body: str, name: str, title: str | None) -> None:
    assert office(body, name) == title


def test_office_counts_more_than_a_part_in_the_case() -> None:
    text = Text("Terdakwa Fariq hadir. Camat Gebog Fariq membantah.")
    spans = [Span(9, 14), Span(34, 39)]
    found = office_of(text, spans, find_offices(text))
    assert found is not None
    assert found.title == "Camat Gebog"


def test_office_elsewhere_in_the_sentence_is_not_certain() -> None:
    text = Text("Camat Gebog memanggil seorang staf yang bernama Fariq.")
    found = office_of(text, [Span(47, 52)], find_offices(text))
    assert found is not None
    assert (found.title, found.certain) == ("Camat Gebog", False)


def test_name_that_ends_in_hakim_is_no_judge() -> None:
    assert not offices("Lukman Hakim pergi.")


@pytest.mark.parametrize("filler", ["ANA SARI ", "H. ", "Drs. H. Ana, ", "dan Ana ", "- ", "(", "S.H., M.H., "])
def test_no_filler_stalls_the_search(filler: str) -> None:
    text = Text(
        "Camat Gebog " + filler * 40 + "membantah. Majelis dengan anggota " + filler * 40 + "x Fariq (51), Lurah Jati"
    )
    start = text.raw.index("Fariq")
    began = process_time()
    office_of(text, [Span(start, start + 5), Span(60, 66)], find_offices(text))
    assert process_time() - began < 2


@given(st.text(alphabet="Kepala Dinas Camat,.(Pj) AnaSri\n", max_size=200))
def test_offices_stand_within_the_text(body: str) -> None:
    found = offices(body)
    assert all(0 <= o.start < o.end <= len(body) and o.title for o in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    office_of(Text(body), [Span(0, min(3, len(body)))], found)


@pytest.mark.parametrize(
    ("body", "name", "title"),
    [
        ("Turut diperiksa tukang katering Ngatini dan mandor Rusdi Amran.", "Ngatini", "tukang katering"),
        ("Camat Rejo Adi Purna, pengawas Tri Lestari, dan staf Bappeda Abdi Usmar hadir.", "Tri Lestari", "pengawas"),
        (
            "Camat Rejo Adi Purna, pengawas Tri Lestari, dan staf Bappeda Abdi Usmar hadir.",
            "Abdi Usmar",
            "staf Bappeda",
        ),
        ("Kepala Lembang Buntu Sari Yunus Rante hadir.", "Yunus Rante", "Kepala Lembang Buntu"),
        ("Kuasa Pemohon, Bakti Ginanjar, hadir.", "Bakti Ginanjar", "Kuasa Pemohon"),
        ("Staf UPTD, Lilis Suryana, hadir.", "Lilis Suryana", "Staf UPTD"),
        ("Kepala Sanggar Belajar (SB), Fransiska Wara, hadir.", "Fransiska Wara", "Kepala Sanggar Belajar (SB)"),
        ("Hadir pula ZK dan AM, keduanya perawat.", "ZK", "perawat"),
        ("Hadir pula ZK dan AM, keduanya perawat.", "AM", "perawat"),
        ("Tiga guru dimaksud masing-masing Martha Rumi, Hari Psakar, dan Sugih Widarta.", "Sugih Widarta", "guru"),
        ("Penyuluh yang dimaksud, Ramli Walid, menampik.", "Ramli Walid", "Penyuluh"),
        ("Mereka ialah AM (Lurah Rejo), JS (Ulak Sari), dan HN (Batu Urip).", "HN", "Lurah Batu Urip"),
        ("Mereka ialah AM (Lurah Rejo), JS (Ulak Sari), dan HN (Batu Urip).", "JS", "Lurah Ulak Sari"),
        ("Bawaslu memanggil Andi Sengkang, Senin.\n\nCamat Rejo itu mengaku baru tahu.", "Andi Sengkang", "Camat Rejo"),
    ],
)
def test_callings_lists_and_what_the_next_line_says(body: str, name: str, title: str) -> None:
    assert office(body, name) == title


def test_the_next_line_goes_on_about_the_last_person_only() -> None:
    body = "Andi Sengkang melapor, kata Budi Rahman kepada media.\n\nCamat Rejo itu mengaku baru tahu."
    assert office(body, "Andi Sengkang") is None


def test_a_place_in_brackets_is_an_office_only_behind_one() -> None:
    assert office("Mereka ialah AM (Rejo) dan JS (Ulak Sari).", "JS") is None


def test_an_office_counts_more_than_a_calling() -> None:
    body = "Warga bernama Ujang Pirsa, Lurah Rejo, diam."
    assert office(body, "Ujang Pirsa") == "Lurah Rejo"

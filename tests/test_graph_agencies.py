"""Bodies under one id however they are written, and regions in the names of bodies and offices."""

from __future__ import annotations

import pytest

from extract.reading import Place
from graph.agencies import agency_id, canonical_name, kinds, successor_of
from graph.where import NOWHERE, Where, narrowed, regions_in, where_is

INHU = Place(province="Riau", regency="Kabupaten Indragiri Hulu")


@pytest.mark.parametrize(
    ("name", "place", "expected"),
    [
        ("Bawaslu Inhu", None, "bawaslu:14.02"),
        ("Bawaslu Kabupaten Indragiri Hulu", None, "bawaslu:14.02"),
        ("Badan Pengawas Pemilu (Bawaslu)", INHU, "bawaslu:14.02"),
        ("Panwaslu Inhu", None, "bawaslu:14.02"),
        ("Bawaslu Riau", INHU, "bawaslu:14"),
        ("Bawaslu Provinsi Riau", None, "bawaslu:14"),
        ("Bawaslu RI", INHU, "bawaslu:id"),
        ("KASN", INHU, "kasn"),
        ("Komisi Aparatur Sipil Negara (KASN)", None, "kasn"),
        ("BKN", INHU, "bkn"),
        ("KPUD Inhu", None, "kpu:14.02"),
        ("BKPSDM Kota Serang", None, "kepegawaian:36.73"),
        ("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia (BKPSDM)", INHU, "kepegawaian:14.02"),
        ("Disdikbud Inhu", None, "pendidikan:14.02"),
        ("Dinas Pendidikan dan Kebudayaan", INHU, "pendidikan:14.02"),
        ("Pemkab Inhu", None, "pemda:14.02"),
        ("PN Rengat", INHU, "pn:14.02"),
    ],
)
def test_one_id_for_all_names_of_a_body(name: str, place: Place | None, expected: str) -> None:
    assert agency_id(name, place) == expected


def test_bodies_of_one_name_in_two_regions_are_two() -> None:
    assert agency_id("Bawaslu Kota Bandung") != agency_id("Bawaslu Kabupaten Bandung")


def test_what_took_over() -> None:
    assert successor_of("kasn") == "bkn"
    assert successor_of("bkn") is None
    assert all(k.follows is None or k.follows in kinds() for k in kinds().values())


@pytest.mark.parametrize(
    ("agency", "shown"),
    [
        ("bawaslu:14.02", "Bawaslu Kabupaten Indragiri Hulu"),
        ("pendidikan:14", "Dinas Pendidikan Riau"),
        ("kasn", "KASN"),
        ("bawaslu:id", "Bawaslu"),
    ],
)
def test_names_to_show(agency: str, shown: str) -> None:
    assert canonical_name(agency) == shown


@pytest.mark.parametrize(
    ("text", "regencies"),
    [
        ("Ketua Bawaslu OKU Timur", ("16.08",)),
        ("Kabupaten Ogan Komering Ulu (OKU) Timur", ("16.08",)),
        ("Bawaslu Limapuluh Kota", ("13.07",)),
        ("KPU Kabupaten Bandung", ("32.04",)),
        ("Bawaslu Bandung", ("32.04", "32.73")),
        ("PN Tanjung Pati", ()),
        ("Bawaslu Sumut", ()),
        ("", ()),
    ],
)
def test_regions_in_names(text: str, regencies: tuple[str, ...]) -> None:
    assert regions_in(text).regencies == regencies


def test_a_bare_name_is_made_exact_by_the_article() -> None:
    city = where_is(Place(regency="Kota Bandung"))
    assert narrowed(regions_in("Bawaslu Bandung"), city).regencies == ("32.73",)
    assert narrowed(NOWHERE, city) == city
    assert where_is(None) == Where()
    assert where_is(Place(regency="Kabupaten Antah Berantah")).regencies == ()

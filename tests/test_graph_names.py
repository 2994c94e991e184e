"""Names and offices in comparable form: titles, degrees, initials, aliases, spellings, careers."""

from __future__ import annotations

import pytest

from extract.reading import Place
from graph.alike import match_names
from graph.names import form_of, forms_of, sound
from graph.offices import read_office, same_holder
from graph.where import where_is


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("Drs. H. M. Rusman, M.Si", ("muhammad", "rusman")),
        ("Rinto Sanjaya SE", ("rinto", "sanjaya")),
        ("A. Halim S.Pd.", ("a", "halim")),
        ("RUDI HARTOMO S.SOS.,M.M", ("rudi", "hartomo")),
        ("Dra. Hj. Siti Amira M. Si", ("siti", "amira")),
        ("KH Achmad Ghozi", ("ahmad", "ghozi")),
        ("Ma'ruf Amrin", ("maruf", "amrin")),
        ("José Wea", ("jose", "wea")),
    ],
)
def test_names_lose_titles_and_degrees(printed: str, words: tuple[str, ...]) -> None:
    assert form_of(printed).words == words


@pytest.mark.parametrize(("printed", "letters"), [("O.W.", "ow"), ("AR (45)", "ar"), ("S", "s"), ("MSK", "msk")])
def test_initials_are_seen(printed: str, letters: str) -> None:
    assert form_of(printed).initials
    assert form_of(printed).letters == letters


@pytest.mark.parametrize(
    "printed",
    ["Faridah alias Bu Rida", "Faridah (Bu Rida)", "Faridah sapaan akrab Rida", "Faridah yang akrab disapa Rida"],
)
def test_aliases_are_forms(printed: str) -> None:
    assert {f.words for f in forms_of(printed)} == {("faridah",), ("rida",)}


@pytest.mark.parametrize(
    ("a", "b"), [("achmad", "ahmat"), ("rusly", "rusli"), ("husen", "hosin"), ("pausi", "fauzi"), ("djoko", "joko")]
)
def test_spellings_that_sound_alike(a: str, b: str) -> None:
    assert sound(a) == sound(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Yulianto", "Yulianti"),
        ("I Wayan Suwardi", "I Made Suwardi"),
        ("Anak Agung Gde Wirya", "Cokorda Gde Wirya"),
        ("CS", "CI"),
        ("Rahmat Wijaya", "Slamet Wijaya"),
        ("AR", "Budi Rahman"),
    ],
)
def test_names_that_differ(a: str, b: str) -> None:
    assert match_names(a, b).kind == "conflict"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Teuku Irwan Hasbalah", "T. Irwan Hasballah"),
        ("Andi Baso Mappa", "A. Baso Mappa"),
        ("Abdul Rauf Daeng Situ", "Abd. Rauf Dg Situ"),
        ("Retno Mulyani", "Retno Muliani"),
        ("Raja Azmansyah", "Raja Azman Syah"),
        ("Frans Gero Ambal", "Fransiskus Gero Ambal"),
        ("Dwi Budhi Prasetya", "Dwi Budi Prasetyo"),
    ],
)
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert match_names(a, b).full


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Kades Tanjung Wulung", "Kepala Desa Tanjungwulung", 0.5),
        ("Kabag Ekonomi Setda Jember", "kepala bagian di Sekretariat Daerah", 0.5),
        ("Kadisdikbud Jember", "Kepala Dinas Pendidikan dan Kebudayaan Jember", 1.0),
        ("Kepala SDN 2 Mayang", "Kepala SD Negeri 2 Mayang", 1.0),
        ("Lurah Sumberejo", "Camat Silo", -0.5),
        ("Ketua Bawaslu Jember", "Lurah Sumberejo", -1.0),
        ("Kades Mayang", "Kades Silo", -0.5),
    ],
)
def test_offices_compare(a: str, b: str, expected: float) -> None:
    jember = Place(regency="Kabupaten Jember")
    around = where_is(jember)
    assert same_holder(read_office(a, None, around), read_office(b, None, around)) == expected

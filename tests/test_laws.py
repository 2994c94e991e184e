"""Provisions cited: the act as printed, the act that is meant, and each article by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.laws import find_laws
from extract.text import Text


def laws(body: str) -> list[tuple[str, str | None]]:
    return [(law.act, law.article) for law in find_laws(Text(body))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("melanggar Pasal 71 ayat (2) UU Nomor 10 Tahun 2016", [("UU 10/2016", "71 ayat (2)")]),
        ("Pasal 188 jo Pasal 71 ayat 1 UU 10/2016", [("UU 10/2016", "188"), ("UU 10/2016", "71 ayat 1")]),
        ("Pasal 70 dan 71 Undang-Undang Pilkada", [("UU Pilkada", "70"), ("UU Pilkada", "71")]),
        (
            "Pasal 283 ayat 1 dan 2 UU Nomor 7 Tahun 2017",
            [("UU 7/2017", "283 ayat (1)"), ("UU 7/2017", "283 ayat (2)")],
        ),
        ("sesuai Peraturan Pemerintah (PP) Nomor 94 Tahun 2021", [("PP 94/2021", None)]),
        ("hukuman menurut PP 94 menunggu", [("PP 94/2021", None)]),
        ("Pasal 490 menjerat kepala desa", [("UU 7/2017", "490")]),
        ("UU no, 6 tahun 2020 pasal 188", [("UU 6/2020", "188")]),
        (
            "Pasal yang dipakai ialah 188 juncto 71 UU Nomor 10 Tahun 2016",
            [("UU 10/2016", "188"), ("UU 10/2016", "71")],
        ),
        ("SKB lima lembaga tertanggal 22 September 2022", [("SKB 22 September 2022", None)]),
        ("Surat Edaran Menpan RB Nomor B/71/M.SM.00.00/2017", [("SE B/71/M.SM.00.00/2017", None)]),
        ("Perbawaslu Nomor 8 Tahun 2020", [("Perbawaslu 8/2020", None)]),
        ("diatur dalam undang-undang yang berlaku", []),
        ("UU Pemilu tidak dilanggar", []),
    ],
)
def test_what_is_cited(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert laws(body) == expected


def test_nickname_and_number_are_one_act() -> None:
    body = "UU Nomor 10 Tahun 2016 melarang itu. Menurut Pasal 71 UU Pilkada, petahana dibatalkan."
    assert laws(body) == [("UU 10/2016", "71")]


def test_misprint_is_kept_and_flagged() -> None:
    law = find_laws(Text("melanggar PP Nomor 94 Tahun 2001"))[0]
    assert (law.act, law.canonical) == ("PP 94/2001", "PP 94/2021")


def test_nickname_tells_the_act_that_is_meant() -> None:
    law = find_laws(Text("melanggar Pasal 188 UU Pilkada"))[0]
    assert (law.act, law.canonical, law.printed) == ("UU Pilkada", "UU 10/2016", "188")


def test_correct_act_needs_no_correction() -> None:
    assert find_laws(Text("UU Nomor 7 Tahun 2017"))[0].canonical is None


@given(st.text(alphabet="Pasal UU10/2016jodanayat()71.,\n", max_size=200))
def test_evidence_stands_at_its_offsets(body: str) -> None:
    for law in find_laws(Text(body)):
        quote = law.evidence[0]
        assert body[quote.start : quote.end] == quote.quote

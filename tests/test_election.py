"""Which election an article is about, in the light of the calendar."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extract.election import find_election
from extract.text import Text


@pytest.mark.parametrize(
    ("body", "published", "kind", "year"),
    [
        ("ASN harus netral pada Pilkada 2024.", (2024, 10, 1), "pilkada", 2024),
        ("Camat itu berfoto dengan pasangan calon nomor urut 2.", (2020, 11, 1), "pilkada", 2020),
        ("Camat itu berfoto dengan pasangan calon nomor urut 2.", (2019, 3, 1), "pilpres", 2019),
        ("Guru itu membagikan kartu nama caleg DPRD.", (2024, 1, 15), "pileg", 2024),
        ("Ia mengajak warga memilih capres nomor urut 1.", (2024, 1, 15), "pilpres", 2024),
        ("Menjelang Pemilu 2024 pegawai diminta netral.", (2023, 9, 25), "pemilu", 2024),
        ("Bawaslu menangani 4 kasus.", (2024, 10, 1), "pilkada", 2024),
        ("Badan Pengawas Pemilu memeriksa camat pendukung calon bupati.", (2018, 5, 1), "pilkada", 2018),
        ("Pilkades serentak digelar; calon kepala desa dikumpulkan.", (2022, 6, 1), "pilkades", None),
    ],
)
def test_kind_and_year(body: str, published: tuple[int, int, int], kind: str, year: int | None) -> None:
    found = find_election(Text(body), datetime(*published, tzinfo=UTC))
    assert found is not None
    assert found.kind == kind
    assert year is None or found.year == year


def test_appeal_before_a_general_election_is_about_all_of_it() -> None:
    text = Text("ASN dilarang memberi suka pada unggahan capres.", "Bupati Imbau ASN Netral")
    found = find_election(text, datetime(2023, 11, 16, tzinfo=UTC))
    assert found is not None
    assert found.kind == "pemilu"


def test_nothing_is_said_without_words_and_date() -> None:
    assert find_election(Text("Hujan turun."), None) is None

"""Dates: the forms of the press, the year that is not printed, and dates that are none of the story."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import find_dates
from extract.text import Text

WIB = timezone(timedelta(hours=7))
WEDNESDAY = datetime(2024, 10, 30, 15, 0, tzinfo=WIB)


def dates(body: str, published: datetime | None = WEDNESDAY) -> list[str]:
    return [d.date for d in find_dates(Text(body), published)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ia dipanggil pada Senin (28/10/2024) malam.", ["2024-10-28"]),
        ("Ia dipanggil, Senin (28/10).", ["2024-10-28"]),
        ("Ia dipanggil Senin, 14 Oktober 2024.", ["2024-10-14"]),
        ("Laporan masuk (27-8-2024) lalu.", ["2024-08-27"]),
        ("Rapat digelar Jum'at, 25 Oktober lalu.", ["2024-10-25"]),
        ("Foto dibuat 23 Februari.", ["2024-02-23"]),
        ("Ia diperiksa 7, 8, dan 9 Oktober 2024.", ["2024-10-07", "2024-10-08", "2024-10-09"]),
        ("Pengawasan berlangsung 26 September-12 Oktober 2024.", ["2024-09-26", "2024-10-12"]),
        ("Rekomendasi terbit pada Maret 2024.", ["2024-03"]),
        ("Video beredar pertengahan November.", ["2023-11"]),
        ("Ketua Bawaslu di Kudus, Rabu, membenarkan.", ["2024-10-30"]),
        ("Berkas dikirim Selasa lalu.", ["2024-10-29"]),
        ("Berkas dikirim Rabu lalu.", ["2024-10-23"]),
        ("Berkas dikirim Kamis pekan lalu.", ["2024-10-24"]),
        ("Ia dijadwalkan hadir Senin pekan depan.", ["2024-11-04"]),
        ("Camat akan diperiksa Jumat.", ["2024-11-01"]),
        ("Putusan dibacakan kemarin.", ["2024-10-29"]),
        ("Ia dilantik 21 Oktober 2024. Dua hari berselang SK dibatalkan.", ["2024-10-21", "2024-10-23"]),
    ],
)
def test_forms(body: str, expected: list[str]) -> None:
    assert dates(body) == expected


def test_yesterday_counts_from_the_day_of_the_statement() -> None:
    assert dates("“SK itu terbit kemarin,” ujarnya, Sabtu (26/10/2024).")[0] == "2024-10-25"


def test_weekday_tells_the_year() -> None:
    assert dates("Ia hadir Sabtu (23/12).", datetime(2024, 1, 8, tzinfo=WIB)) == ["2023-12-23"]


@pytest.mark.parametrize(
    "body",
    [
        "Pilkada digelar 27 November 2024.",
        "Rabu, 30 Oktober 2024 | 15:00 WIB",
        "Camat saat apel, Selasa (1/10/2024). Foto: Istimewa",
        "Bukti paling lambat Senin diserahkan.",
        "Surat Keputusan Bersama Nomor 2 Tahun 2022 tanggal 22 September 2022 mengatur itu.",
        "Surat Nomor 152/PP.00.02/K.JI-18/11/2024 sudah diterima.",
        "Ia dimutasi berdasarkan Pasal 71 UU 10/2016.",
        "Ia tidak dapat dihubungi sejak Senin.",
    ],
)
def test_no_date_of_the_story(body: str) -> None:
    assert dates(body) == []


def test_without_publication_only_full_dates() -> None:
    assert dates("Rabu ia datang. Pada 5 Oktober 2024 ia pergi.", None) == ["2024-10-05"]


def test_impossible_day_is_left_out() -> None:
    assert dates("Ia datang 31 Februari 2024.") == []


def test_what_happened_then() -> None:
    found = find_dates(
        Text("Laporan dimasukkan pada 5 Oktober 2024. “Benar,” kata Budi, Senin (7/10/2024)."), WEDNESDAY
    )
    assert [d.what for d in found] == ["report", "statement"]


@given(st.text(alphabet="0123456789/-. SeninRabu,()kemarinlaluOktober\n", max_size=200))
def test_any_text_gives_iso_dates_with_their_sentence(body: str) -> None:
    for found in find_dates(Text(body), WEDNESDAY):
        quote = found.evidence[0]
        assert body[quote.start : quote.end] == quote.quote
        assert len(found.date) in (4, 7, 10)

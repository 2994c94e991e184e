"""Statistics with value, unit, place and source; and numbers that are none. All people are invented."""

from datetime import datetime, timedelta, timezone

import pytest

from extract.counts import find_counts
from extract.figures import find_figures
from extract.places import find_places
from extract.text import Text

PUBLISHED = datetime(2020, 11, 24, 9, 0, tzinfo=timezone(timedelta(hours=7)))
TALLY = """Bawaslu Sulteng Tangani 41 Kasus Netralitas ASN

Bawaslu Sulawesi Tengah mencatat 41 kasus dugaan pelanggaran netralitas aparatur sipil negara (ASN) selama pilkada.

Dari jumlah itu, 19 kasus direkomendasikan ke KASN, sedangkan delapan lainnya dihentikan karena tidak terbukti.

Rinciannya, Banggai 12 kasus, Poso 9 kasus, Donggala dan Tolitoli masing-masing 6 kasus.

Total sudah 1.005 ASN dilaporkan, 45,4 persen di antaranya terbukti, kata anggota Bawaslu Sulawesi Tengah, Nur Hadi.
"""


def read(raw: str) -> list[tuple[float, str | None]]:
    text = Text(raw, raw.split("\n")[0])
    found = find_figures(text, PUBLISHED, (), find_places(text))
    assert all(text.raw[e.start : e.end] == e.quote for s in found for e in s.evidence)
    return [(s.value, s.place.regency if s.place else None) for s in found]


def test_totals_parts_and_written_numbers() -> None:
    values = [value for value, _ in read(TALLY)]
    assert {41, 19, 8, 12, 9, 6, 1005} <= set(values)


def test_breakdown_by_regency() -> None:
    found = {place: value for value, place in read(TALLY) if place}
    assert found["Kabupaten Banggai"] == 12
    assert found["Kabupaten Poso"] == 9
    assert found["Kabupaten Donggala"] == 6
    assert found["Kabupaten Toli-Toli"] == 6


def test_source_and_date() -> None:
    text = Text(TALLY, TALLY.split("\n")[0])
    figure = find_figures(text, PUBLISHED, (), find_places(text))[0]
    assert figure.source == "Bawaslu Sulawesi Tengah"
    assert figure.as_of == "2020-11-24"


@pytest.mark.parametrize(
    "raw",
    [
        "Pasal 71 ayat (2) Undang-Undang Nomor 10 Tahun 2016 melarang mutasi enam bulan sebelum penetapan.",
        "Ia diancam paling lama 6 bulan penjara dan denda paling banyak Rp 6.000.000.",
        "Rosidah Umar (45) berpose dua jari, Rabu (12/2/2020) pukul 09.30 WIB.",
        "Pilkada digelar di tujuh kabupaten dan tiga kota, diikuti dua pasangan calon nomor urut 1 dan 2.",
        "Dua jari itu salam pasangan nomor 2, katanya tiga kali.",
    ],
)
def test_articles_of_law_dates_ages_and_money_are_no_statistics(raw: str) -> None:
    assert read(raw) == []
    text = Text(raw)
    assert list(find_counts(text, find_places(text))) == []

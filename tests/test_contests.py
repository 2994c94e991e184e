"""Candidate lists of several years, incumbents, and the election calendar."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from extract.reading import Place
from graph.ballot import digests_of, ran_in
from graph.calendar import ROUNDS, months_before, round_of
from graph.contests import Candidates, CandidatesError, columns_of, read_candidates
from graph.identity import resolve_people
from graph.incumbents import incumbencies
from graph.judgements import Judgements
from graph.mention import Digest, Mention

SHARED = Path(os.environ.get("NETRALITAS_SHARED", Path(__file__).parents[2] / "shared"))
LISTS = {
    "pilkada2024.csv": (
        "kode_kemendagri,wilayah,jabatan,nomor_urut,calon,calon_bersih,wakil,wakil_bersih,suara_sirekap_28nov2024,unggul_sementara\n"
        '35.09,Kabupaten Jember,Bupati,1,"H. WIRYO SASMITA, S.E.",Wiryo Sasmita,SEKAR WULAN,Sekar Wulan,1200,1\n'
        "35.09,Kabupaten Jember,Bupati,2,KOLOM KOSONG,Kolom Kosong,,,900,0\n"
    ),
    "2018.csv": (
        "No;Nama Provinsi;Nama Wilayah;Nama KD;Nama WKD;Nomor Urut;Status Petahana;Jumlah Suara;Terpilih\n"
        "1;JAWA TIMUR;KABUPATEN JEMBER;H. WIRYO SASMITA;SEKAR WULAN;1;Tidak;1.234.567;Ya\n"
    ),
    "daftar.csv": (
        "tahun\tjenisPemilihan\tnamaWilayah\tpasanganCalon\tnomorUrut\n"
        "2020\tPILWALKOT\tBANDUNG\tRangga Wiraseta dan Danu Laksana\t2\n"
        "2020\tPILGUB\tProv. Riau\tSena Prakosa - Rara Anjani\t1\n"
    ),
}
ROW = "tahun,wilayah,calon,wakil\n"


def read(tmp_path: Path, name: str, content: str | bytes, year: int | None = None) -> Candidates:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_candidates(path, year)


@pytest.mark.parametrize(
    ("name", "contests", "names"),
    [
        ("pilkada2024.csv", ["pilkada-2024-35.09"], ["Wiryo Sasmita", "Sekar Wulan"]),
        ("2018.csv", ["pilkada-2018-35.09"], ["H. Wiryo Sasmita", "Sekar Wulan"]),
        (
            "daftar.csv",
            ["pilkada-2020-14", "pilkada-2020-32.73"],
            ["Sena Prakosa", "Rara Anjani", "Rangga Wiraseta", "Danu Laksana"],
        ),
    ],
)
def test_lists_of_three_years(tmp_path: Path, name: str, contests: list[str], names: list[str]) -> None:
    found = read(tmp_path, name, LISTS[name])
    assert [c.id for c in found.contests] == contests
    assert [r.name for r in found.running] == names
    assert found.problems == ()


def test_results_and_first_counts_are_told_apart(tmp_path: Path) -> None:
    old = read(tmp_path, "2018.csv", LISTS["2018.csv"]).running[0]
    new = read(tmp_path, "pilkada2024.csv", LISTS["pilkada2024.csv"]).running[0]
    assert (old.votes, old.won, old.ahead, old.incumbent) == (1234567, True, None, False)
    assert (new.votes, new.won, new.ahead, new.incumbent) == (1200, None, True, None)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("2020,,Rangga,Danu", "line 2: no region"),
        ("2020,Kabupaten Antah,Rangga,Danu", "line 2: region 'Kabupaten Antah' is not in the gazetteer"),
        ("2020,Bandung,Rangga,Danu", "line 2: region 'Bandung' is two regions"),
        ("2020,Kabupaten Jember,,", "line 2: no candidate's name"),
        (",Kabupaten Jember,Rangga,Danu", "line 2: no year"),
        ("1066,Kabupaten Jember,Rangga,Danu", "line 2: no year"),
        ("2020,Kabupaten Jember," + "R" * 10_000 + ",Danu", "line 2: a candidate's name of 10000 characters"),
    ],
)
def test_a_bad_row_is_one_line_and_the_rest_is_kept(tmp_path: Path, row: str, problem: str) -> None:
    found = read(tmp_path, "daftar.csv", f"{ROW}{row}\n2020,Kabupaten Jember,Sena,Rara\n")
    assert len(found.problems) == 1
    assert problem in found.problems[0]
    assert [r.name for r in found.running] == ["Sena", "Rara"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "no table"),
        (b"\x00\x01\x02,\x00", "no table"),
        (b"satu,dua\n1,2\n", "no column of candidates' names"),
        (b"calon,wakil\nA,B\n", "no column of regions"),
        (b"tahun,wilayah,calon,wakil\n", "no candidate in it could be used"),
        (b"tahun,wilayah,calon,wakil\n2020,Antah,A,B\n", "not in the gazetteer"),
        (b"tahun,wilayah,calon\n2020,Kabupaten Jember," + b"A" * 200_000 + b"\n", "after line 1: field larger than"),
    ],
)
def test_what_is_no_list_is_refused_in_one_line(tmp_path: Path, content: bytes, problem: str) -> None:
    with pytest.raises(CandidatesError, match=problem) as caught:
        read(tmp_path, "x.csv", content)
    assert "\n" not in str(caught.value)
    with pytest.raises(CandidatesError, match="name a CSV file"):
        read_candidates(tmp_path / "none.csv")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    found = read(tmp_path, "daftar.csv", f"{ROW}2020,Kabupaten Jember,José Wea,Rara\n".encode(encoding))
    assert found.running[0].name == "José Wea"
    assert found.encoding == encoding


def test_headers_are_mapped_by_words() -> None:
    columns = columns_of(["namaCalonKepalaDaerah", "NAMA_WKD", "Perolehan Suara (sah)", "kab/kota"])
    assert columns == {
        "region": "kab/kota",
        "head": "namaCalonKepalaDaerah",
        "deputy": "NAMA_WKD",
        "votes": "Perolehan Suara (sah)",
    }


def both(tmp_path: Path) -> Candidates:
    old = read(tmp_path, "2018.csv", LISTS["2018.csv"])
    new = read(tmp_path, "pilkada2024.csv", LISTS["pilkada2024.csv"])
    return Candidates(old.contests + new.contests, old.running + new.running, (), "")


def test_candidates_are_persons_and_winners_are_incumbents(tmp_path: Path) -> None:
    running = both(tmp_path).running
    people = resolve_people(digests_of(running), Judgements())
    ran = ran_in(running, people.of())
    assert len(people.persons) == 2
    assert len(ran) == 4
    found = incumbencies(ran, [], people.of())
    assert {(i.contest, i.source, i.by) for i in found} == {
        ("pilkada-2024-35.09", "earlier contest", "pilkada-2018-35.09")
    }


@pytest.mark.parametrize(
    ("office", "said", "day", "expected"),
    [
        ("calon bupati petahana", True, "2024-10-05", True),
        ("Bupati Jember", False, "2024-08-05", True),
        ("mantan Bupati Jember", False, "2024-08-05", False),
        ("calon bupati", False, "2024-10-05", False),
        ("Bupati Jember", False, "2021-08-05", False),
    ],
)
def test_incumbency_from_text(tmp_path: Path, office: str, said: bool, day: str, expected: bool) -> None:
    mention = Mention(article="x", index=0, name="Wiryo Sasmita", office=office, incumbent=said)
    published = datetime.fromisoformat(f"{day}T09:00:00").replace(tzinfo=UTC)
    article = Digest(
        id="x", kind="incident", published=published, place=Place(regency="Kabupaten Jember"), mentions=(mention,)
    )
    running = read(tmp_path, "pilkada2024.csv", LISTS["pilkada2024.csv"]).running
    digests = (*digests_of(running), article)
    people = resolve_people(digests, Judgements())
    found = incumbencies(ran_in(running, people.of()), digests, people.of())
    assert bool(found) == expected


def test_the_candidates_of_2024() -> None:
    path = SHARED / "data" / "pilkada2024_candidates.csv"
    if not path.exists():
        pytest.skip(f"{path} is not here: it is published data that the project does not contain")
    found = read_candidates(path)
    assert len(found.contests) == 545
    assert found.problems == ()


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        ("2024-08-26", "before"),
        ("2024-08-29", "registration"),
        ("2024-09-01", "registered"),
        ("2024-09-22", "fixed"),
        ("2024-10-01", "campaign"),
        ("2024-11-25", "quiet"),
        ("2024-11-27", "vote"),
        ("2024-11-28", "after"),
    ],
)
def test_phases_of_a_round(day: str, phase: str) -> None:
    found = round_of("pilkada", 2024)
    assert found is not None
    assert found.phase(date.fromisoformat(day)) == phase


def test_rounds_are_found_by_year_and_by_day() -> None:
    assert round_of("pilpres", 2019) == next(r for r in ROUNDS if r.year == 2019)
    assert round_of(None, None, date(2020, 10, 5)) == round_of("pilkada", 2020)
    assert round_of("pilkada", None, date(2021, 1, 20)) == round_of("pilkada", 2020)
    assert round_of("pilkada", 2021) is None
    assert round_of("pilkades", 2024) is None
    assert round_of("pilkades", 2020) is None


def test_officials_may_not_be_replaced_six_months_before() -> None:
    found = round_of("pilkada", 2024)
    assert found is not None
    assert found.rotation_ban == date(2024, 3, 22)
    assert months_before(date(2024, 8, 31), 6) == date(2024, 2, 29)


def test_rounds_are_in_order() -> None:
    for one in ROUNDS:
        days = [one.registration, one.closed, one.fixed, one.campaign, one.quiet, one.vote]
        assert days == sorted(days)

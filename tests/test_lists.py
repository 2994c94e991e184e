"""Lists of candidates in the graph: the same whenever they come, whichever of them, and on both stores."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.connect import Graph, connect
from graph.contests import CandidatesError, read_candidates
from graph.lists import Put, drop_list, put_list
from graph.load import load
from netralitas.candidates import forget_candidates, import_candidates, keep, restore_candidates
from netralitas.cli import main
from netralitas.settings import Settings
from queries.dump import contents
from queries.library import ask
from queries.patterns.find import find_patterns
from tests.elections import LISTS, Wiped, articles, column, filled, take_in


@pytest.fixture(scope="module")
def whole(store: Graph) -> Graph:
    """Each store in turn with the articles, the lists of candidates, and the patterns."""
    return filled(store)


@pytest.fixture(scope="module")
def here(embedded_store: Graph, wiped: Wiped) -> Graph:
    return filled(wiped(embedded_store))


def test_import_before_or_after_the_articles_gives_one_graph(whole: Graph, wiped: Wiped) -> None:
    before = contents(whole)
    wiped(whole)
    load(whole, articles()[2:])
    take_in(whole, LISTS[1:])
    load(whole, articles())
    take_in(whole, LISTS)
    load(whole, ())
    find_patterns(whole, "run 1")
    assert contents(whole) == before


def test_importing_again_changes_nothing(whole: Graph) -> None:
    before = contents(whole)
    path = LISTS[0]
    assert put_list(whole, path.name, path.read_bytes(), read_candidates(path)).unchanged
    assert load(whole, ()).written == 0
    assert contents(whole) == before


def test_a_list_that_is_taken_out_leaves_nothing(here: Graph, wiped: Wiped) -> None:
    before = contents(here)
    assert drop_list(here, LISTS[0].name)
    assert not drop_list(here, LISTS[0].name)
    load(here, ())
    without = contents(here)
    wiped(here)
    take_in(here, LISTS[1:])
    load(here, articles())
    assert contents(here) == without
    assert contents(filled(here)) == before


def test_a_newer_edition_replaces_a_list_and_a_list_of_another_year_stands_beside(here: Graph, tmp_path: Path) -> None:
    before = contents(here)
    path = tmp_path / LISTS[1].name
    path.write_text(LISTS[1].read_text("utf-8").replace("Rara Anjani", "Rara Anjani Dewi"), "utf-8")
    assert put_list(here, path.name, path.read_bytes(), read_candidates(path)).replaced == (LISTS[1].name,)
    load(here, ())
    names = column(here, "candidates", "candidate", contest="pilkada-2024-35.09")
    assert "Rara Anjani Dewi" in names
    assert len(names) == 4
    other = tmp_path / "other" / LISTS[1].name
    other.parent.mkdir()
    other.write_text("tahun,wilayah,calon,wakil\n2020,Kota Blitar,Rangga Wiraseta,Danu Prakosa\n", "utf-8")
    put = put_list(here, other.name, other.read_bytes(), read_candidates(other))
    assert put.replaced == ()
    assert put.id != LISTS[1].name
    drop_list(here, put.id)
    assert contents(filled(here)) == before


def test_two_lists_of_one_contest_fill_each_other(here: Graph, tmp_path: Path) -> None:
    path = tmp_path / "hasil2024.csv"
    path.write_text("wilayah,calon,wakil,terpilih\nKab. Jember,SURYA MAHENDRA,TIRTA KENCANA,ya\n", "utf-8")
    put_list(here, path.name, path.read_bytes(), read_candidates(path))
    load(here, ())
    found = ask(here, "candidates", contest="pilkada-2024-35.09").rows
    surya = next(row for row in found if row["candidate"] == "Surya Mahendra")
    assert len(found) == 4
    assert (surya["won"], surya["votes"], surya["number"]) == (True, 700100, 1)
    assert surya["source"] == "hasil2024.csv, line 2; pilkada2024.csv, line 2"
    drop_list(here, path.name)
    filled(here)


def test_a_candidate_is_the_person_of_the_articles(whole: Graph) -> None:
    rows = ask(whole, "candidates", year=2024).rows
    surya = next(row for row in rows if row["candidate"] == "Surya Mahendra")
    assert surya["favoured_in"] == 2
    assert {row["contest"] for row in rows} == {"Pilkada 2024 Kabupaten Jember", "Pilkada 2024 Kota Batu"}


def test_incumbents_by_list_by_text_and_by_an_earlier_contest(whole: Graph) -> None:
    known = {(n, y): by for n, y, by in column(whole, "incumbents", "incumbent", "year", "known_by")}
    assert known["Surya Mahendra", 2024] == ["earlier contest pilkada-2018-35.09", "text harjo:24001"]
    assert known["Wiryo Sasmita", 2018] == ["list"]
    assert known["Laksana Wirabumi", 2024] == ["text toprilis:mutasi-batu"]
    assert ("Surya Mahendra", 2018) not in known
    assert ("Tirta Kencana", 2024) not in known


def test_a_case_is_during_the_contest_in_which_the_favoured_ran(whole: Graph) -> None:
    during = "MATCH (i:Incident)-[:DURING]->(t) RETURN t.id AS id, t.seat AS seat, count(i) AS n ORDER BY id"
    found = [tuple(row.values()) for row in whole.read(during).rows]
    assert ("pilkada-2018-35.09", "bupati", 1) in found
    assert ("pilkada-2024-35.79", "wali_kota", 1) in found


@pytest.fixture
def config(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "data")


def test_the_command_keeps_the_file_and_says_what_it_left_out(
    config: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(*words: str) -> object:
        monkeypatch.setattr("sys.argv", ["netralitas", "--data", str(config.data), *words])
        with pytest.raises(SystemExit) as ended:
            main()
        return ended.value.code

    monkeypatch.setenv("NETRALITAS_STORE", "embedded")
    path = tmp_path / "daftar.csv"
    path.write_text("wilayah,calon,wakil\nKab. Jember,Sena Wiguna,Rara Anjani\nKab. Antah,A,B\n", "utf-8")
    assert told("import", "candidates", str(path)) == 2
    assert "no year" in capsys.readouterr().err
    assert told("import", "candidates", str(path), "--year", "2020", "--json") == 1
    seen = capsys.readouterr()
    assert "set aside: daftar.csv, line 3: region 'Kab. Antah' is not in the gazetteer" in seen.err
    assert json.loads(seen.out)["candidates"] == 2
    kept = config.data / "candidates" / "2020_daftar.csv"
    assert kept.read_bytes() == path.read_bytes()
    with connect("embedded", config.graph) as graph:
        assert column(graph, "candidates", "contest_id") == ["pilkada-2020-35.09"] * 2


def test_a_graph_made_anew_takes_its_lists_from_the_data_folder(config: Settings, here: Graph, wiped: Wiped) -> None:
    before = contents(here)
    for path in LISTS:
        keep(config, Put(path.name, (), False), path.read_bytes())
    wiped(here)
    assert restore_candidates(config, here) == len(LISTS)
    load(here, articles())
    find_patterns(here, "run 1")
    assert contents(here) == before


def test_a_replaced_file_is_kept_aside_and_a_list_can_be_forgotten(
    config: Settings, here: Graph, tmp_path: Path
) -> None:
    path = tmp_path / "pilkada2020.csv"
    path.write_text("wilayah,calon,wakil\nKota Blitar,Sena Wiguna,Rara Anjani\n", "utf-8")
    import_candidates(config, here, path)
    old = path.read_bytes()
    path.write_text("wilayah,calon,wakil\nKota Blitar,Sena Wiguno,Rara Anjani\n", "utf-8")
    assert import_candidates(config, here, path).put.replaced == ("pilkada2020.csv",)
    (aside,) = (config.data / "candidates" / "replaced").iterdir()
    assert aside.read_bytes() == old
    forget_candidates(config, here, path.name)
    assert not ask(here, "candidates", year=2020).rows
    assert not (config.data / "candidates" / path.name).exists()
    with pytest.raises(CandidatesError, match=r"there are: pilkada2018\.csv"):
        forget_candidates(config, here, path.name)

"""Lists of candidates in the graph: the same whenever they come, whichever of them, and on both stores."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.connect import Graph
from graph.contests import read_candidates
from graph.lists import drop_list, put_list
from graph.load import load
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

"""Lists of candidates and patterns in the graph: true of the invented story in `patterns/`, on both stores."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from graph.connect import Graph
from graph.judgements import Judgement, Judgements, Named
from graph.load import load
from graph.store import StoreError
from queries.library import ask, library
from queries.patterns import find
from queries.patterns.coverage import poisson_bounds
from queries.patterns.find import find_patterns
from queries.patterns.pattern import ranked
from queries.patterns.posts import called, district_of, holders, seat_of
from queries.patterns.view import Region, view_of
from tests.elections import Wiped, column, filled

NAMES = [*sorted(n for n in library() if n.startswith("pattern_")), "candidates", "contests", "incumbents"]
WHEN = datetime(2025, 1, 1, tzinfo=UTC)
CLEARED = {"Dewi Anjarwati", "Giri Sembada", "Puspa Ningrum"}


@pytest.fixture(scope="module")
def whole(store: Graph) -> Graph:
    """Each store in turn with the articles, the lists of candidates, and the patterns."""
    return filled(store)


@pytest.fixture(scope="module")
def here(embedded_store: Graph, wiped: Wiped) -> Graph:
    return filled(wiped(embedded_store))


def test_who_is_favoured_and_by_which_offices(whole: Graph) -> None:
    columns = ("favoured", "accused", "proven", "alleged", "incumbent")
    assert set(column(whole, "pattern_favoured", *columns)) == {("Surya Mahendra", 3, 2, 1, True)}
    (offices,) = {tuple(o) for o in column(whole, "pattern_favoured", "offices")}
    assert set(offices) == {"camat 2", "kadis 1", "kades 1"}
    assert not ask(whole, "pattern_favoured", least=4).rows


def test_reach_within_a_regency(whole: Graph) -> None:
    columns = ("regency", "districts_reached", "districts_there", "accused")
    assert set(column(whole, "pattern_reach", *columns)) == {("Kabupaten Jember", 1, 31, 3)}
    assert column(whole, "pattern_reach", "regency_offices")[0] == ["kadis"]


def test_only_heads_of_regions_within_six_months_before_fixing(whole: Graph) -> None:
    columns = ("person", "standing", "days_before", "provisions")
    assert column(whole, "pattern_before_fixing", *columns) == [("Laksana Wirabumi", "alleged", 90, ["71(2)"])]
    assert not ask(whole, "pattern_before_fixing", year=2020).rows


def test_timing_against_the_calendar(whole: Graph) -> None:
    found = set(column(whole, "pattern_timing", "year", "phase", "cases", "days", "cases_a_week"))
    assert found == {(2018, "campaign", 1, 129, 0.05), (2024, "before", 2, None, None), (2024, "campaign", 1, 60, 0.12)}
    assert set(column(whole, "pattern_timing", "days_before_vote", phase="campaign", year=2024)) == {46}


def test_people_who_stand_accused_together_again(whole: Graph) -> None:
    found = column(whole, "pattern_circles", "person", "standing", "cases")
    assert {p for p, _, _ in found} == {"Bima Saraswata", "Joko Wiratmo", "Ratih Kusumastuti"}
    assert {cases for _, _, cases in found} == {2}
    assert sorted(s for p, s, _ in found if p == "Bima Saraswata") == ["alleged", "proven"]


def test_offices_whose_holders_stand_accused_again(whole: Graph) -> None:
    seats = set(column(whole, "pattern_offices", "seat", "person", level="seat"))
    assert {s for s, _ in seats} == {"camat ajung", "kades klompangan"}
    assert {p for s, p in seats if s == "camat ajung"} == {"Bima Saraswata", "Ratih Kusumastuti"}
    assert ("camat", 31) in column(whole, "pattern_offices", "seat", "holders", level="kind")


def test_regions_against_the_reports_on_them(whole: Graph) -> None:
    rows = {row["region"]: row for row in ask(whole, "pattern_regions").rows}
    assert set(rows) == {"Kabupaten Jember", "Kota Batu", "Kota Madiun"}
    jember = rows["Kabupaten Jember"]
    assert (jember["cases"], jember["reports"], jember["expected"], jember["stands_out"]) == (2, 2, 1.6, "no")
    assert jember["low"] < jember["ratio"] < jember["high"]
    assert not ask(whole, "pattern_regions", out="yes").rows


@pytest.mark.parametrize("name", NAMES)
def test_nobody_who_was_cleared_is_part_of_a_pattern(whole: Graph, name: str) -> None:
    rows = ask(whole, name).rows
    assert rows
    assert not CLEARED & {str(value) for row in rows for value in row.values()}
    assert "cleared" not in {row.get("standing") for row in rows}


@pytest.mark.parametrize("name", [n for n in NAMES if n.startswith("pattern_")])
def test_every_row_of_a_pattern_has_its_sentence_and_its_run(whole: Graph, name: str) -> None:
    for row in ask(whole, name).rows:
        assert row["quote"]
        assert row["url"]
        assert row["archive"]
        assert row["standing"] in ("alleged", "proven")
        assert row["run"] == "run 1"


def test_both_stores_give_the_same_rows(embedded_store: Graph, neo4j_store: Graph, wiped: Wiped) -> None:
    one, other = filled(wiped(embedded_store)), filled(wiped(neo4j_store))
    for name in NAMES:
        a, b = ask(one, name), ask(other, name)
        assert msgspec.json.encode((a.columns, a.rows)) == msgspec.json.encode((b.columns, b.rows)), name


def test_what_changes_the_graph_takes_the_patterns_with_it(here: Graph) -> None:
    filled(here)
    count = "MATCH (x:Pattern) RETURN count(x) AS n"
    assert here.read(count).rows[0]["n"] == find_patterns(here, "run 2").total > 0
    named = Named("idn:18001", "Joko Wiratmo"), Named("harjo:24001", "Joko Wiratmo")
    apart = Judgement(verdict="not_same", about="person", a=named[0], b=named[1], who="t", why="t", when=WHEN)
    load(here, (), Judgements((apart,)))
    assert here.read(count).rows[0]["n"] == 0
    find_patterns(here, "run 3")
    runs = "MATCH (x:Pattern)-[:FOUND_IN]->(r:Run) RETURN DISTINCT x.run AS run, r.id AS id, r.patterns = $n AS all"
    assert [tuple(row.values()) for row in here.read(runs, {"n": here.read(count).rows[0]["n"]}).rows] == [
        ("run 3", "run 3", True)
    ]
    filled(here)


def test_a_load_in_between_is_noticed(here: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def view(graph: Graph) -> Any:
        seen.append(1)
        if len(seen) == 1:
            graph.write(lambda tx: tx.run("MATCH (s:State) SET s.turn = s.turn + 1").consume())
        return looked(graph)

    looked = view_of
    monkeypatch.setattr(find, "view_of", view)
    find_patterns(here, "run 4")
    assert len(seen) == 2
    here.write(lambda tx: tx.run("MATCH (s:State) SET s.settled = -1").consume())
    with pytest.raises(StoreError, match="netralitas load"):
        find_patterns(here, "run 5")
    load(here, ())


def test_patterns_of_an_empty_graph(embedded_store: Graph, wiped: Wiped) -> None:
    assert find_patterns(wiped(embedded_store), "run 1").total == 0


def test_ranks_are_shared_by_equals() -> None:
    assert ranked([(1, "a"), (3, "b"), (3, "c"), (2, "d")]) == [(1, "b"), (1, "c"), (3, "d"), (4, "a")]


def test_bounds_of_a_count() -> None:
    # Exact limits for a count of 10 are 4.80 and 18.39 (Breslow and Day 1987, table 2.11).
    low, high = poisson_bounds(10)
    assert (round(low, 1), round(high, 1)) == (4.8, 18.4)
    assert poisson_bounds(0)[0] == 0


@pytest.mark.parametrize(
    ("office", "kind", "seat"),
    [
        ("Camat Ajung", "camat", "35.09 camat ajung"),
        ("mantan Camat Ajung", "camat", "35.09 camat ajung"),
        ("Kadisdik Jember", "kadis", "35.09 kadis pendidikan"),
        ("Kepala Bappeda Jember", "kaban", "35.09 kaban bappeda"),
        ("Sekda Jember", "sekda", "35.09 sekda setda"),
        ("guru", "guru", None),
        ("camat", "camat", None),
        (None, "other", None),
    ],
)
def test_offices_as_they_are_counted(office: str | None, kind: str, seat: str | None) -> None:
    assert called(office) == kind
    assert seat_of(office, "35.09") == seat


def test_the_district_of_an_office() -> None:
    jember = Region("35.09", "Kabupaten Jember", "regency", "35.09", "35")
    assert district_of("Kepala Desa Klompangan", jember) == district_of("Camat Ajung", jember)
    assert district_of("Camat Batu Ampar", jember) is None
    assert (holders("camat", "35.09"), holders("guru", "35.09")) == (31, None)

"""Answers and the whole graph as files: no cell is a formula, nothing is lost, and a dump makes the same graph."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pyarrow.parquet as pq
import pytest

from graph.answer import Answer
from graph.connect import Graph
from queries.dump import edges, nodes
from queries.export import UnknownFormat, write_answer, write_graph
from queries.library import ask
from queries.script import literal


@pytest.fixture(scope="module")
def embedded(told_here: Graph) -> Graph:
    return told_here


def written(answer: Answer, form: str) -> bytes:
    out = io.BytesIO()
    write_answer(answer, form, out)
    return out.getvalue()


def test_answers_as_files(embedded: Graph, tmp_path: Path) -> None:
    answer = ask(embedded, "cleared")
    table = list(csv.DictReader(io.StringIO(written(answer, "csv").decode("utf-8"))))
    assert [row["person"] for row in table] == [row["person"] for row in answer.rows]
    assert json.loads(written(answer, "json"))["rows"][0]["standing"] == "cleared"
    assert len(written(answer, "jsonl").splitlines()) == len(answer.rows)
    write_answer(answer, "parquet", tmp_path / "a.parquet")
    assert pq.read_table(tmp_path / "a.parquet").column("since").to_pylist() == [row["since"] for row in answer.rows]
    with pytest.raises(UnknownFormat, match="csv"):
        written(answer, "xlsx")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "  =x"])
def test_no_cell_is_a_formula(text: str) -> None:
    cell = list(csv.reader(io.StringIO(written(Answer(("x",), ({"x": text},)), "csv").decode("utf-8"))))[1][0]
    assert cell == f"'{text}"


def test_the_whole_graph_as_files(embedded: Graph, tmp_path: Path) -> None:
    write_graph(embedded, "graphml", tmp_path / "g.graphml")
    read = nx.read_graphml(tmp_path / "g.graphml")
    all_nodes, all_edges = [n for n in nodes(embedded) if n.label != "State"], list(edges(embedded))
    assert (read.number_of_nodes(), read.number_of_edges()) == (len(all_nodes), len(all_edges))
    write_graph(embedded, "gexf", tmp_path / "g.gexf")
    drawn = nx.read_gexf(tmp_path / "g.gexf")
    assert (drawn.number_of_nodes(), drawn.number_of_edges()) == (len(all_nodes), len(all_edges))
    people = {data["label"] for _, data in drawn.nodes(data=True) if data["node"] == "Person"}
    assert people == {n.properties["name"][:60] for n in all_nodes if n.label == "Person"}
    accused = [data for _, _, data in drawn.edges(data=True) if data["label"] == "ACCUSED_IN"]
    assert {data["standing"] for data in accused} == {"alleged", "proven", "cleared"}
    write_graph(embedded, "csv", tmp_path / "tables")
    with (tmp_path / "tables" / "Person.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == sum(n.label == "Person" for n in all_nodes)
    write_graph(embedded, "jsonl", tmp_path / "g.jsonl")
    assert len((tmp_path / "g.jsonl").read_bytes().splitlines()) == len(all_nodes) + len(all_edges) + 3


def test_a_cypher_dump_makes_the_same_graph(embedded: Graph, neo4j_store: Graph, wiped: Any, tmp_path: Path) -> None:
    write_graph(embedded, "cypher", tmp_path / "g.cypher")
    wiped(neo4j_store)
    statements = (tmp_path / "g.cypher").read_text("utf-8").splitlines()
    neo4j_store.write(
        lambda tx: [tx.run(s.removesuffix(";")).consume() for s in statements if not s.startswith("CREATE CONS")]
    )
    assert sorted(map(repr, nodes(neo4j_store))) == sorted(map(repr, nodes(embedded)))
    assert sorted(map(repr, edges(neo4j_store))) == sorted(map(repr, edges(embedded)))


@pytest.mark.parametrize("text", ["'", '"', "\\", "\\u0027", "a\nb", "\u2028", "'}) DETACH DELETE n //"])
def test_text_is_a_literal_that_stays_text(neo4j_store: Graph, embedded: Graph, text: str) -> None:
    for graph in (neo4j_store, embedded):
        found = graph.write(lambda tx: tx.run(f"RETURN {literal(text)} AS x").single(strict=True)["x"])
        assert found == text

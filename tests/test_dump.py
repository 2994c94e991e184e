"""A dump restores the same graph on either store, row by row; what is no whole dump changes nothing."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extract.reading import Reading
from graph import restore as restoring
from graph.connect import Graph
from graph.dumped import DumpError
from graph.load import load
from graph.restore import restore
from graph.schema import STEPS, migrate
from graph.store import StoreError
from queries.dump import contents, edges, nodes, to_jsonl
from queries.export import write_graph

Story = tuple[Reading, ...]


def everything(graph: Graph) -> list[str]:
    """All rows of a graph, the loader's own among them."""
    return sorted(map(repr, nodes(graph))) + sorted(map(repr, edges(graph)))


@pytest.fixture(scope="module")
def dump(embedded_store: Graph, story: Story, wiped: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    load(wiped(embedded_store), story, run="2025-01-01T00:00:00Z")
    path = tmp_path_factory.mktemp("dump") / "graph.jsonl"
    write_graph(embedded_store, "jsonl", path)
    assert [p.name for p in path.parent.iterdir()] == ["graph.jsonl"]
    return path


@pytest.fixture(scope="module")
def rows(dump: Path, embedded_store: Graph) -> list[str]:
    return everything(embedded_store)


def test_a_dump_restores_the_same_rows_on_either_store(
    store: Graph, dump: Path, rows: list[str], wiped: Any, story: Story, tmp_path: Path
) -> None:
    total = restore(wiped(store), dump)
    assert everything(store) == rows
    assert total.nodes + total.edges == len(rows)
    assert load(store, story).unchanged == len(story)
    write_graph(store, "jsonl", tmp_path / "again.jsonl.gz")
    assert gzip.decompress((tmp_path / "again.jsonl.gz").read_bytes()) == dump.read_bytes()


def test_a_graph_that_is_not_empty_is_replaced_only_if_asked(
    embedded_store: Graph, dump: Path, rows: list[str], wiped: Any, story: Story
) -> None:
    load(wiped(embedded_store), story[:3])
    before = everything(embedded_store)
    with pytest.raises(StoreError, match="not empty"):
        restore(embedded_store, dump)
    assert everything(embedded_store) == before
    restore(embedded_store, dump, replace=True)
    assert everything(embedded_store) == rows


def test_a_restore_that_was_broken_off_loads_nothing_and_is_begun_anew(
    store: Graph, dump: Path, rows: list[str], wiped: Any, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, calls = restoring._put, iter(range(1000))

    def pulled(graph: Graph, statement: str, found: list[Any]) -> None:
        if next(calls) == 20:
            raise StoreError("somebody pulled the plug")
        put(graph, statement, found)

    wiped(store)
    with monkeypatch.context() as patch:
        patch.setattr(restoring, "_put", pulled)
        with pytest.raises(StoreError, match="pulled the plug"):
            restore(store, dump)
    accused = "MATCH (p:Person)<-[:ABOUT {role: 'accused'}]-(:Claim)-[:SUPPORTS]->(i:Incident)"
    assert not store.read(f"{accused} WHERE NOT EXISTS {{ (p)-[:ACCUSED_IN]->(i) }} RETURN p.id").rows
    with pytest.raises(StoreError, match="broken off"):
        load(store, story)
    restore(store, dump)
    assert everything(store) == rows


def broken(dump: Path, how: str) -> bytes:
    lines = dump.read_bytes().splitlines(keepends=True)
    changed: dict[str, Callable[[], bytes]] = {
        "cut": lambda: b"".join(lines[:-1]),
        "cut in a line": lambda: b"".join(lines)[:-40],
        "a line less": lambda: b"".join(lines[:5] + lines[6:]),
        "empty": lambda: b"",
        "no dump": lambda: b"id,name\n1,x\n",
        "binary": lambda: b"\xff\xfe\x00\n",
        "another json": lambda: b'{"hello": 1}\n',
        "newer format": lambda: b'{"dump": 99, "model": 1}\n' + b"".join(lines[1:]),
        "strange label": lambda: b"".join(lines).replace(b'"node":"Law"', b'"node":"Spy"', 1),
        "strange type": lambda: b"".join(lines).replace(b'"edge":"CITES"', b'"edge":"X {y: 1}"', 1),
        "no date": lambda: b"".join(lines).replace(b'"published":"2024-', b'"published":"2O24-', 1),
    }
    return changed[how]()


@pytest.mark.parametrize(
    "how",
    [
        *("cut", "cut in a line", "a line less", "empty", "no dump", "binary", "another json", "newer format"),
        *("strange label", "strange type", "no date"),
    ],
)
def test_what_is_no_whole_dump_is_refused_before_anything_is_changed(
    embedded_store: Graph, dump: Path, rows: list[str], tmp_path: Path, how: str
) -> None:
    if everything(embedded_store) != rows:
        restore(embedded_store, dump, replace=True)
    path = tmp_path / "broken.jsonl"
    path.write_bytes(broken(dump, how))
    with pytest.raises(DumpError) as refused:
        restore(embedded_store, path, replace=True)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)
    assert everything(embedded_store) == rows


def test_a_dump_of_a_newer_program_is_refused(embedded_store: Graph, dump: Path, tmp_path: Path, wiped: Any) -> None:
    lines = dump.read_bytes().splitlines(keepends=True)
    header = json.loads(lines[0]) | {"model": 999}
    (tmp_path / "newer.jsonl").write_bytes(json.dumps(header).encode() + b"\n" + b"".join(lines[1:]))
    with pytest.raises(StoreError, match="newer netralitas"):
        restore(embedded_store, tmp_path / "newer.jsonl", replace=True)


def test_a_dump_of_an_older_model_is_brought_up_to_date(
    embedded_store: Graph, dump: Path, rows: list[str], tmp_path: Path, wiped: Any
) -> None:
    older = dump.read_bytes().replace(b'"model":%d' % len(STEPS), b'"model":1')
    (tmp_path / "older.jsonl").write_bytes(older)
    restore(wiped(embedded_store), tmp_path / "older.jsonl")
    assert everything(embedded_store) == rows
    assert migrate(embedded_store) == len(STEPS)


def test_a_graph_that_changes_while_it_is_written_out_is_no_dump(
    embedded_store: Graph, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(embedded_store, story)
    before, touch = contents(embedded_store), "MATCH (s:State) SET s.base = s.base + 1, s.settled = s.settled + 1"
    found = nodes(embedded_store)

    def moving(graph: Graph) -> Any:
        graph.write(lambda tx: tx.run(touch).consume())
        return found

    monkeypatch.setattr("queries.dump.nodes", moving)
    with pytest.raises(StoreError, match="export again"):
        to_jsonl(embedded_store, tmp_path / "moving.jsonl")
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    assert contents(embedded_store) == before

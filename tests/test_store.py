"""The two stores: reads cannot write, files stay closed, an owner's end loses nothing, and each failure is one line."""

import contextlib
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from filelock import FileLock
from neo4j import ManagedTransaction

from graph import embedded
from graph.connect import Graph, connect
from graph.store import BadQuery, StoreError, TooSlow


def test_values_are_plain(store: Graph) -> None:
    def work(tx: ManagedTransaction) -> None:
        properties = {"day": date(2024, 10, 5), "at": datetime(2024, 10, 5, 20, 15), "names": ["a", "b"]}
        tx.run("MERGE (a:Try {id: 'a'}) SET a += $p MERGE (a)-[:TO {n: 1}]->(:Try {id: 'b'})", p=properties).consume()

    store.write(work)
    row = store.read("MATCH path = (a:Try {id: 'a'})-[r:TO]->(b) RETURN a, r, path, b.id AS b").rows[0]
    assert row["a"] == {
        "labels": ["Try"],
        "at": datetime(2024, 10, 5, 20, 15),
        "day": date(2024, 10, 5),
        "id": "a",
        "names": ["a", "b"],
    }
    assert row["r"] == {"type": "TO", "n": 1}
    assert [part.get("id") for part in row["path"]] == ["a", None, "b"]


@pytest.mark.parametrize(
    ("cypher", "columns"),
    [
        (
            "MATCH (n:No) RETURN n.id AS id, [x IN [1, 2] | x] AS `a list`, n.name ORDER BY id",
            ("id", "a list", "n.name"),
        ),
        ("UNWIND [] AS x RETURN DISTINCT x, {a: 1, b: 2} AS m LIMIT 3", ("x", "m")),
        ("UNWIND [] AS x CALL (x) { RETURN 1 AS y } RETURN y UNION UNWIND [] AS y RETURN y", ("y",)),
    ],
)
def test_an_empty_answer_has_its_columns(store: Graph, cypher: str, columns: tuple[str, ...]) -> None:
    assert store.read(cypher).columns == columns
    assert not store.read(cypher).rows


def test_rows_are_cut_and_said_to_be(store: Graph) -> None:
    answer = store.read("UNWIND range(1, 10) AS x RETURN x", rows=3)
    assert answer.cut
    assert [row["x"] for row in answer.rows] == [1, 2, 3]
    assert not store.read("UNWIND range(1, 3) AS x RETURN x", rows=3).cut


def test_a_query_has_a_time_to_end(store: Graph) -> None:
    began = time.monotonic()
    with pytest.raises(TooSlow):
        store.read("UNWIND range(1, 30000) AS x UNWIND range(1, 30000) AS y RETURN sum(x * y) AS n", timeout=1)
    assert time.monotonic() - began < 10
    assert store.read("RETURN 1 AS x").rows == ({"x": 1},)


@pytest.mark.parametrize("cypher", ["MATCH (n RETURN n", "MATCH (n) RETURN m", "MATCH (n {id: $id}) RETURN n"])
def test_a_bad_query_is_one_line(store: Graph, cypher: str) -> None:
    with pytest.raises(BadQuery) as problem:
        store.read(cypher)
    assert "\n" not in str(problem.value)


def test_an_unfinished_write_leaves_nothing(store: Graph) -> None:
    def work(tx: ManagedTransaction) -> None:
        tx.run("UNWIND range(1, 50) AS x CREATE (:Half {id: x})").consume()
        raise LookupError("stop")

    with pytest.raises(LookupError):
        store.write(work)
    assert store.read("MATCH (n:Half) RETURN count(n) AS n").rows == ({"n": 0},)


@pytest.mark.parametrize("address", ["nowhere", "http://localhost:7474", "bolt://", "bolt://host:port", ""])
def test_an_address_that_is_none_is_one_line(address: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError) as problem:
        connect(address, tmp_path)
    assert "\n" not in str(problem.value)


def test_a_store_that_is_away_is_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(StoreError, match="does not answer"):
            connect(f"bolt://127.0.0.1:{taken.getsockname()[1]}", tmp_path)


def test_a_wrong_password_is_one_line(embedded_store: Graph, tmp_path: Path) -> None:
    port = embedded_store.store.access.uri.rpartition(":")[2]
    with pytest.raises(StoreError, match="user or password"):
        connect(f"bolt://root:wrong@127.0.0.1:{port}/{embedded.DATABASE}", tmp_path)


def test_the_embedded_store_listens_on_loopback_only(embedded_store: Graph) -> None:
    ports = {int(embedded_store.store.access.uri.rpartition(":")[2])}
    table = Path("/proc/net/tcp")
    if not table.exists():
        pytest.skip("no /proc/net/tcp here")
    rows = [line.split() for tcp in (table, Path("/proc/net/tcp6")) for line in tcp.read_text().splitlines()[1:]]
    listening = {
        r[1].rpartition(":")[0][-8:] for r in rows if r[3] == "0A" and int(r[1].rpartition(":")[2], 16) in ports
    }
    assert listening == {"0100007F"}


def test_a_file_where_the_folder_should_be_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "graph").write_text("not a folder")
    with pytest.raises(StoreError, match="cannot be used"):
        connect("embedded", tmp_path / "graph")


def test_a_lock_whose_holder_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "PATIENCE", 0.5)
    with FileLock(tmp_path / "owner.lock"), pytest.raises(StoreError, match="does not answer"):
        connect("embedded", tmp_path)


OWNER = """
import sys, time
from pathlib import Path
from graph.connect import connect
graph = connect("embedded", Path(sys.argv[1]))
graph.write(lambda tx: tx.run("MERGE (:Kept {id: $id})", id=sys.argv[2]).consume())
print("open", flush=True)
sys.stdin.read()
graph.close()
"""


@contextlib.contextmanager
def owner(folder: Path, key: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that has the store open and has put one node; it ends with its standard input."""
    command = [sys.executable, "-c", OWNER, str(folder), key]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"open\n"
        yield process
        process.kill()


def kept(graph: Graph) -> list[str]:
    return [row["id"] for row in graph.read("MATCH (n:Kept) RETURN n.id AS id ORDER BY id").rows]


def test_a_second_process_finds_the_owner_and_outlives_it(tmp_path: Path) -> None:
    with owner(tmp_path, "a") as process, connect("embedded", tmp_path) as graph:
        assert stat.S_IMODE((tmp_path / "door.json").stat().st_mode) == 0o600
        assert kept(graph) == ["a"]
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert kept(graph) == ["a"]
        graph.write(lambda tx: tx.run("MERGE (:Kept {id: 'b'})").consume())
        assert kept(graph) == ["a", "b"]


def test_a_writer_whose_owner_ends_goes_on(tmp_path: Path) -> None:
    with owner(tmp_path, "a") as process, connect("embedded", tmp_path) as graph:
        assert process.stdin
        process.stdin.close()
        process.wait()
        graph.write(lambda tx: tx.run("MERGE (:Kept {id: 'b'})").consume())
        assert kept(graph) == ["a", "b"]


def test_the_door_is_gone_when_the_owner_has_ended(tmp_path: Path) -> None:
    with connect("embedded", tmp_path) as graph:
        graph.write(lambda tx: tx.run("MERGE (:Kept {id: 'a'})").consume())
        assert (tmp_path / "door.json").exists()
    assert not (tmp_path / "door.json").exists()
    with connect("embedded", tmp_path) as graph:
        assert kept(graph) == ["a"]


def test_a_folder_that_another_program_has_open(tmp_path: Path) -> None:
    with connect("embedded", tmp_path):
        pass
    script = (
        "import arcadedb, sys; db = arcadedb.open_database(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "databases" / embedded.DATABASE)]
    quiet = {**os.environ, "ARCADEDB_LOG_CONSOLE": "0", "ARCADEDB_LOG_DIR": str(tmp_path / "other")}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=quiet) as process:
        assert process.stdout
        assert process.stdout.readline() == b"open\n"
        with pytest.raises(StoreError, match="another program"):
            connect("embedded", tmp_path)
        process.kill()


def test_nothing_is_written_to_standard_output(tmp_path: Path) -> None:
    script = "import sys, pathlib, graph.connect as c; c.connect('embedded', pathlib.Path(sys.argv[1]))"
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, timeout=60, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")

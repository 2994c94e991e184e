"""kill -9 of a load at random moments, then the load again: the same graph, nothing lost and nothing double."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract.reading import Reading, encode
from graph.connect import Graph, connect
from graph.load import load
from queries.dump import contents

MOMENTS = 10
ON_NEO4J = 4
LOADER = """
import sys
from pathlib import Path
from extract.reading import decode
from graph import load, settle
from graph.connect import connect
store, folder, readings, atomic = sys.argv[1:]
settle.ATOMIC = int(atomic)
load.BATCH = 5
with connect(store, Path(folder)) as graph:
    print("loading", flush=True)
    load.load(graph, [decode(line) for line in Path(readings).read_bytes().splitlines()])
"""


def start(store: str, folder: Path, readings: Path, atomic: int) -> subprocess.Popen[bytes]:
    """A process that loads, at the moment when it begins to; it writes in many transactions, or in one at the end."""
    command = [sys.executable, "-c", LOADER, store, str(folder), str(readings), str(atomic)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout
    assert process.stdout.readline() == b"loading\n"
    return process


def false_statements(graph: Graph) -> list[Any]:
    """What a reader must never see, however much of a load is there: an accusation that leaves out its standing."""
    accused = "MATCH (p:Person)<-[:ABOUT {role: 'accused'}]-(:Claim)-[:SUPPORTS]->(i:Incident)"
    return list(graph.read(f"{accused} WHERE NOT EXISTS {{ (p)-[:ACCUSED_IN]->(i) }} RETURN p.id, i.id").rows)


@pytest.fixture(scope="module")
def readings(story: tuple[Reading, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("readings") / "story.jsonl"
    path.write_text("\n".join(encode(r) for r in story), "utf-8")
    return path


@pytest.fixture(scope="module")
def expected(embedded_store: Graph, story: tuple[Reading, ...], wiped: Any) -> list[str]:
    load(wiped(embedded_store), story)
    return contents(embedded_store)


def moments(takes: float, count: int) -> Iterator[float]:
    """Seconds after which to kill, over the time that a load takes."""
    chosen = random.Random(20241127)
    return (chosen.uniform(0, takes) for _ in range(count))


def timed(store: str, folder: Path, readings: Path) -> float:
    process = start(store, folder, readings, 0)
    began = time.monotonic()
    assert process.wait(timeout=120) == 0
    return time.monotonic() - began


def test_an_embedded_store_killed_with_its_loader(
    readings: Path, story: tuple[Reading, ...], expected: list[str], tmp_path: Path
) -> None:
    takes = timed("embedded", tmp_path / "whole", readings)
    for number, moment in enumerate(moments(takes, MOMENTS)):
        folder = tmp_path / str(number % 5)  # each folder is killed twice
        process = start("embedded", folder, readings, 0 if number % 2 else 100_000)
        time.sleep(moment)
        process.kill()
        process.wait()
        with connect("embedded", folder) as graph:
            assert not false_statements(graph)
    for number in range(5):
        with connect("embedded", tmp_path / str(number)) as graph:
            load(graph, story)
            assert contents(graph) == expected


def test_a_loader_killed_while_neo4j_goes_on(
    neo4j_address: str,
    neo4j_store: Graph,
    readings: Path,
    story: tuple[Reading, ...],
    expected: list[str],
    wiped: Any,
    tmp_path: Path,
) -> None:
    wiped(neo4j_store)
    takes = timed(neo4j_address, tmp_path, readings)
    for number, moment in enumerate(moments(takes, ON_NEO4J)):
        if number % 3 == 0:
            wiped(neo4j_store)
        process = start(neo4j_address, tmp_path, readings, 0 if number % 2 else 100_000)
        time.sleep(moment)
        process.kill()
        process.wait()
        assert not false_statements(neo4j_store)
        load(neo4j_store, story)
        assert contents(neo4j_store) == expected

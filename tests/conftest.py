"""What the tests share: an invented story as Readings, the embedded store, and a real Neo4j that the session starts."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from extract.reading import Reading
from graph.connect import Graph, connect
from graph.load import load

ROOT = Path(__file__).parents[1]
STORY = ROOT / "tests" / "story"
CACHE = ROOT / ".cache" / "neo4j"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
WIPE = "MATCH (n) DETACH DELETE n"


def reading_from(path: Path) -> Reading:
    """An invented article with its reading; quotations stand in the file without offsets, persons by name."""
    told: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    text = told.pop("text").strip("\n")
    named = [o["name"] for o in told.get("officials", ())]
    for part in (p for parts in told.values() if isinstance(parts, list) for p in parts):
        part["evidence"] = [_evidence(text, quote) for quote in part.pop("quotes", ())]
        for people in part.keys() & {"accused", "beneficiaries", "about"}:
            part[people] = [named.index(name) for name in part[people]]
    header: dict[str, Any] = {key: told.pop(key) for key in ("url", "site", "title", "published") if key in told}
    article = {"id": told["id"], "text": text, "retrieved": "2025-01-02T03:04:05Z", "sha256": "0" * 64, **header}
    archived = {"warc": f"{header.get('site', 'none')}/story.warc.gz", "offset": 0}
    whole = {"reader": "story 1", **told, "article": article | {"archive": archived}}
    return msgspec.json.decode(msgspec.json.encode(whole), type=Reading)


def _evidence(text: str, quote: str) -> dict[str, Any]:
    start = text.index(quote)
    return {"quote": quote, "start": start, "end": start + len(quote)}


@pytest.fixture(scope="session")
def story() -> tuple[Reading, ...]:
    """Readings of invented articles: a repeat offender, an incumbent, cleared people, one case on three sites."""
    return tuple(reading_from(path) for path in sorted(STORY.glob("*.toml")))


@pytest.fixture(scope="session")
def embedded_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The embedded store, empty at first; wipe it before use."""
    with connect("embedded", tmp_path_factory.mktemp("graph")) as graph:
        yield graph


@pytest.fixture(scope="session")
def neo4j_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real Neo4j: the one that NETRALITAS_TEST_NEO4J names, else one started here."""
    if address := os.environ.get("NETRALITAS_TEST_NEO4J"):
        yield address
        return
    missing = [tool for tool in ("java", "mvn") if not shutil.which(tool)]
    if missing:
        _lacking(f"no {' and no '.join(missing)} here to run a real Neo4j with")
    port = _free_port()
    with _server(tmp_path_factory.mktemp("neo4j"), port):
        yield f"bolt://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def neo4j_store(neo4j_address: str) -> Iterator[Graph]:
    """A real Neo4j, empty at first; wipe it before use."""
    with connect(neo4j_address, Path()) as graph:
        yield graph


@pytest.fixture(params=["embedded_store", "neo4j_store"], scope="module")
def store(request: pytest.FixtureRequest) -> Graph:
    """Each of the two stores in turn, wiped once for a module."""
    graph: Graph = request.getfixturevalue(request.param)
    wipe(graph)
    return graph


@pytest.fixture(scope="session")
def wiped() -> Callable[[Graph], Graph]:
    """Empties a store and gives it back."""
    return wipe


@pytest.fixture(scope="module")
def told(store: Graph, story: tuple[Reading, ...]) -> Graph:
    """Each of the two stores in turn, with the story loaded."""
    load(store, story)
    return store


@pytest.fixture(scope="module")
def told_here(embedded_store: Graph, story: tuple[Reading, ...]) -> Graph:
    """The embedded store with the story loaded, for what has nothing to do with the store."""
    load(wipe(embedded_store), story)
    return embedded_store


def wipe(graph: Graph) -> Graph:
    graph.write(lambda tx: tx.run(WIPE).consume())
    return graph


def _lacking(reason: str) -> None:
    if os.environ.get("NETRALITAS_REQUIRE_NEO4J"):
        pytest.fail(f"{reason}, and NETRALITAS_REQUIRE_NEO4J is set")
    pytest.skip(reason)


def _server(folder: Path, port: int) -> Neo4j:
    library = CACHE / "lib"
    if not (CACHE / "complete").exists():
        command = ["mvn", "-q", "-B", "-f", str(ROOT / "tests" / "neo4j" / "pom.xml"), COPY]
        fetched = subprocess.run([*command, f"-DoutputDirectory={library}", "-DincludeScope=runtime"], check=False)
        if fetched.returncode:
            _lacking("Maven could not fetch Neo4j")
        (CACHE / "complete").touch()
    source = ROOT / "tests" / "neo4j" / "Neo4jServer.java"
    # One compiler level and one collector thread: a server that lives for minutes is up in half the time.
    quick = ["-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    command = ["java", *quick, "-cp", f"{library}/*", str(source), str(folder), str(port)]
    return Neo4j(command, folder / "output.log")


class Neo4j:
    """A Neo4j process that is ready when entered and gone when left."""

    def __init__(self, command: list[str], log: Path) -> None:
        self.command, self.log = command, log

    def __enter__(self) -> None:
        pipe = subprocess.PIPE
        self.errors = self.log.open("wb")
        self.process = subprocess.Popen(self.command, stdin=pipe, stdout=pipe, stderr=self.errors)
        assert self.process.stdout
        if not any(line.startswith(b"ready") for line in self.process.stdout):
            _lacking(f"Neo4j did not start: {self.log.read_text('utf-8', 'replace')[-500:]}")

    def __exit__(self, *_: object) -> None:
        self.process.kill()  # what it holds is thrown away
        self.process.wait()
        self.errors.close()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port

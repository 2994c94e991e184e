"""The graph made anew from readings: the same graph, whatever was done to it, and nothing lost on the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from filelock import FileLock

from extract.reading import Reading, encode
from graph import schema
from graph.connect import Graph, connect
from graph.judgements import Judgement, Judgements, Named
from graph.load import load
from graph.schema import STEPS, migrate, model_of, open_graph
from graph.store import StoreError
from netralitas.cli import app
from netralitas.rebuild import rebuild
from netralitas.refresh import AlreadyRunning
from queries.dump import contents as everything

Story = tuple[Reading, ...]
NEVER = Judgements()


@pytest.fixture
def files(story: Story, tmp_path: Path) -> list[Path]:
    path = tmp_path / "story.jsonl"
    path.write_text("\n".join(encode(r) for r in story), "utf-8")
    return [path]


def contents(graph: Graph) -> list[str]:
    """All that a graph says, whichever run loaded it and whatever pattern was found in it."""
    said = (line for line in everything(graph) if "label='Pattern'" not in line and "'Pattern'" not in line)
    return [re.sub(r", 'run': '[^']*'", "", line) for line in said]


def damage(graph: Graph) -> None:
    """What somebody may do to a graph with another program."""
    graph.write(lambda tx: tx.run("MATCH (:Person)-[r:ACCUSED_IN]->() SET r.standing = 'proven'").consume())
    graph.write(lambda tx: tx.run("MATCH (c:Claim) WHERE c.standing = 'cleared' DETACH DELETE c").consume())
    graph.write(lambda tx: tx.run("CREATE (:Person {id: 'p-strange', name: 'Somebody Else'})").consume())


def test_a_damaged_graph_is_made_as_it_was(told: Graph, files: list[Path]) -> None:
    before = contents(told)
    damage(told)
    assert contents(told) != before
    rebuild(told, files, NEVER, [])
    assert contents(told) == before


def test_runs_and_lists_of_candidates_and_judgements_stay(told_here: Graph, story: Story, files: list[Path]) -> None:
    gone = Named("idn:9107")
    when = datetime(2025, 1, 1, tzinfo=UTC)
    judged = Judgements((Judgement(verdict="withdrawn", about="article", a=gone, who="x", when=when, why="x"),))
    load(told_here, story, judged, run="2025-01-01T00:00:00Z")
    told_here.write(lambda tx: tx.run("CREATE (:CandidateList {id: 'list:1', name: 'a.csv', rows: '[]'})").consume())
    rebuild(told_here, files, judged, [])
    runs = told_here.read("MATCH (r:Run) RETURN r.id AS id ORDER BY id").rows
    assert runs[0] == {"id": "2025-01-01T00:00:00Z"}
    assert told_here.read("MATCH (l:CandidateList) RETURN l.id AS id").rows == ({"id": "list:1"},)
    withdrawn = told_here.read("MATCH (a:Article {withdrawn: true}) RETURN a.id AS id").rows
    assert withdrawn == ({"id": "idn:9107"},)
    told_here.write(lambda tx: tx.run("MATCH (l:CandidateList) DETACH DELETE l").consume())
    load(told_here, story)


def test_articles_without_a_reading_are_not_lost_unless_asked(
    told_here: Graph, story: Story, tmp_path: Path, files: list[Path]
) -> None:
    load(told_here, story)
    before = contents(told_here)
    some = tmp_path / "some.jsonl"
    some.write_text("\n".join(encode(r) for r in story[1:]), "utf-8")
    with pytest.raises(StoreError, match=f"one is {story[0].id}"):
        rebuild(told_here, [some], NEVER, [])
    assert contents(told_here) == before
    rebuild(told_here, [some], NEVER, [], forget=True)
    assert told_here.read("MATCH (a:Article {id: $id}) RETURN a.id", {"id": story[0].id}).rows == ()
    rebuild(told_here, files, NEVER, [])
    assert contents(told_here) == before


def test_a_rebuild_that_was_broken_off_is_completed_by_a_load(
    told: Graph, story: Story, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(told)

    def pulled(*_: Any) -> None:
        raise StoreError("somebody pulled the plug")

    with monkeypatch.context() as patch:
        patch.setattr("netralitas.rebuild.load", pulled)
        with pytest.raises(StoreError, match="plug"):
            rebuild(told, files, NEVER, [])
    load(told, story)
    assert contents(told) == before


def test_a_graph_of_an_older_model_gets_every_step(told: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(told)
    told.write(lambda tx: tx.run("MATCH (s:State) SET s.model = 1").consume())
    told.write(lambda tx: tx.run("DROP INDEX person_name IF EXISTS").consume())
    assert model_of(told) == 1
    step = ("MATCH (p:Person) SET p.sort = toLower(p.name)",)
    monkeypatch.setattr(schema, "STEPS", (*STEPS, step))
    assert migrate(told) == len(STEPS) + 1
    assert told.read("MATCH (p:Person) WHERE p.sort IS NULL RETURN p.id").rows == ()
    monkeypatch.undo()
    with pytest.raises(StoreError, match="newer netralitas"):
        model_of(told)
    told.write(lambda tx: tx.run("MATCH (s:State) SET s.model = $n", n=len(STEPS)).consume())
    told.write(lambda tx: tx.run("MATCH (p:Person) REMOVE p.sort").consume())
    assert contents(told) == before


@pytest.fixture
def run(story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Runs a command on a data folder that holds the story's readings."""
    monkeypatch.setenv("NETRALITAS_STORE", "embedded")
    (tmp_path / "readings").mkdir()
    (tmp_path / "readings" / "s.jsonl").write_text("\n".join(encode(r) for r in story), "utf-8")
    return lambda *words: app(["--data", str(tmp_path), *words], standalone_mode=False)


def test_the_commands(run: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("load")
    run("export", "--format", "jsonl", "--out", str(tmp_path / "g.jsonl.gz"))
    with connect("embedded", tmp_path / "graph") as graph:
        before = contents(graph)
        damage(graph)
    run("rebuild")
    with connect("embedded", tmp_path / "graph") as graph:
        assert contents(graph) == before
        damage(graph)
    with pytest.raises(StoreError, match="not empty"):
        run("restore", str(tmp_path / "g.jsonl.gz"))
    run("restore", "--replace", str(tmp_path / "g.jsonl.gz"))
    assert "restored" in capsys.readouterr().err
    with open_graph("embedded", tmp_path / "graph") as graph:
        assert contents(graph) == before
    with FileLock(tmp_path / "refresh.lock"), pytest.raises(AlreadyRunning, match="refresh"):
        run("rebuild")


@pytest.mark.parametrize("words", [("query", "overview"), ("cypher", "RETURN 1"), ("judge",), ("rebuild",), ("load",)])
def test_a_newer_graph_is_refused_by_every_command(run: Callable[..., None], tmp_path: Path, words: tuple[str]) -> None:
    with connect("embedded", tmp_path / "graph") as graph:
        migrate(graph)
        graph.write(lambda tx: tx.run("MATCH (s:State) SET s.model = 999").consume())
    with pytest.raises(StoreError, match="newer netralitas"):
        run(*words)


def test_a_broken_line_is_set_aside(told_here: Graph, story: Story, files: list[Path], tmp_path: Path) -> None:
    files[0].write_bytes(files[0].read_bytes() + b'\n{"id": "x", "schema": 99}\n' + msgspec.json.encode({"no": 1}))
    aside: list[str] = []
    rebuild(told_here, files, NEVER, aside)
    assert [line.partition(": ")[0] for line in aside] == [f"{files[0]}:{len(story) + n}" for n in (1, 2)]

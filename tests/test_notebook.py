"""The graph from Python: DataFrames with the command line's limits, read-only; the notebook of docs/ runs."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest
from nbclient import NotebookClient

import netralitas
from extract.reading import Reading
from graph.connect import connect
from graph.load import load
from graph.store import BadQuery, Refused, StoreError
from netralitas.notebook import Notebook
from queries.lacking import MissingLibrary
from queries.library import BadParameter, UnknownQuestion

NOTEBOOK = Path(__file__).parents[1] / "docs" / "questions.ipynb"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, story: tuple[Reading, ...]) -> Path:
    folder = tmp_path_factory.mktemp("data")
    with connect("embedded", folder / "graph") as graph:
        load(graph, story)
    return folder


@pytest.fixture(scope="module")
def opened(data: Path) -> Iterator[Notebook]:
    with netralitas.connect(data) as found:
        yield found


def test_a_question_is_a_data_frame(opened: Notebook) -> None:
    found = opened.query("repeat_offenders", least=2)
    assert list(found["standing"]) == ["alleged", "proven"]
    assert pd.api.types.is_datetime64_any_dtype(found["date"])
    assert isinstance(found["violations"].iloc[0], list)
    assert found.attrs["question"] == "Who was accused in more than one case?"
    assert "no finding" in found.attrs["about"]
    assert found.attrs["cut"] is False


def test_an_answer_without_rows_still_has_its_columns(opened: Notebook) -> None:
    found = opened.query("repeat_offenders", year=1999)
    assert len(found) == 0
    assert "standing" in found.columns


def test_all_questions_are_listed(opened: Notebook) -> None:
    assert {"cleared", "repeat_offenders"} <= set(opened.questions()["name"])


def test_cypher_is_limited_and_says_so(opened: Notebook) -> None:
    with pytest.warns(UserWarning, match="only the first 3 rows"):
        found = opened.cypher("MATCH (c:Claim) RETURN c.id AS id ORDER BY id", rows=3)
    assert len(found) == 3
    assert found.attrs["cut"] is True
    assert opened.cypher("MATCH (p:Person {name: $name}) RETURN p.name AS n", {"name": "Retno Palupi"})["n"].tolist()


def test_nothing_can_be_written(opened: Notebook) -> None:
    for statement in ("CREATE (:Person {id: 'x'})", "MATCH (n) DETACH DELETE n", "LOAD CSV FROM 'x' AS l RETURN l"):
        with pytest.raises(Refused):
            opened.cypher(statement)


def test_mistakes_are_one_line(opened: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnknownQuestion, match="repeat_offenders"):
        opened.query("repeat_offender")
    with pytest.raises(BadParameter, match="no int"):
        opened.query("repeat_offenders", year="last")
    with pytest.raises(BadQuery):
        opened.cypher("MATCH (n RETURN n")
    monkeypatch.setenv("NETRALITAS_STORE", "bolt://127.0.0.1:1")
    with pytest.raises(StoreError, match="does not answer"):
        netralitas.connect(tmp_path)


def test_without_pandas_it_says_how_to_get_it(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingLibrary, match=r"pip install 'netralitas\[pandas\]'"):
        netralitas.connect(data)


def test_the_notebook_runs(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETRALITAS_DATA", str(data))
    monkeypatch.setenv("NETRALITAS_STORE", "embedded")
    notebook = nbformat.reads(NOTEBOOK.read_text("utf-8"), as_version=4)  # type: ignore[no-untyped-call]
    assert not [c for c in notebook.cells if c.cell_type == "code" and c.execution_count is None]
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()

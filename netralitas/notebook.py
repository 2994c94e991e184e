"""The graph in a notebook: questions and Cypher give pandas DataFrames, with the limits of the command line.

import netralitas

with netralitas.connect() as graph:
    graph.query("repeat_offenders", year=2024)
"""

from __future__ import annotations

import warnings
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from graph.answer import Answer
from graph.connect import Graph
from graph.schema import open_graph
from netralitas.settings import settings
from queries.lacking import lacking
from queries.library import ask, library, question

if TYPE_CHECKING:
    import pandas as pd

ROWS = 10_000
SECONDS = 30.0


class Notebook:
    """An open graph that answers in DataFrames and can only be read; use it as a context manager, or close it."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def __enter__(self) -> Notebook:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let the graph go."""
        self.graph.close()

    def questions(self) -> pd.DataFrame:
        """The library of questions: name, question, and what the answer can and cannot show."""
        rows = tuple({"name": q.name, "question": q.question, "about": q.about} for q in library().values())
        return frame(Answer(("name", "question", "about"), rows))

    def query(self, name: str, /, **params: object) -> pd.DataFrame:
        """Ask a question of the library; `attrs` of the DataFrame say what was asked and what it cannot show.

        Raises UnknownQuestion or BadParameter, or what `cypher` raises.
        """
        asked = question(name)
        found = frame(ask(self.graph, name, **params))
        found.attrs.update(
            question=asked.question, about=asked.about, parameters={k: str(v) for k, v in params.items()}
        )
        return found

    def cypher(
        self, statement: str, params: dict[str, Any] | None = None, *, rows: int = ROWS, timeout: float = SECONDS
    ) -> pd.DataFrame:
        """Ask a read-only query of one's own, for at most so many rows and seconds.

        Raises Refused for what would write or read a file, BadQuery, TooSlow, or StoreError.
        """
        return frame(self.graph.read(statement, params, timeout=timeout, rows=rows))


def connect(data: Path | str | None = None) -> Notebook:
    """Open the graph of a data folder, or of NETRALITAS_DATA and NETRALITAS_STORE; raise StoreError if it is away."""
    _pandas()
    config = settings(Path(data) if data else None)
    return Notebook(open_graph(config.store, config.graph))


def frame(answer: Answer) -> pd.DataFrame:
    """An answer as a DataFrame: dates as datetime64, lists as lists; a warning where there were more rows."""
    pandas = _pandas()
    found: pd.DataFrame = pandas.DataFrame.from_records(list(answer.rows), columns=list(answer.columns))
    for column in answer.columns:
        if any(isinstance(row[column], date) for row in answer.rows):
            found[column] = pandas.to_datetime(found[column])
    if answer.cut:
        warnings.warn(f"only the first {len(answer.rows)} rows: there are more", stacklevel=3)
    found.attrs["cut"] = answer.cut
    return found


def _pandas() -> Any:
    try:
        import pandas
    except ImportError as problem:
        raise lacking("DataFrames", "pandas", "pandas") from problem
    return pandas

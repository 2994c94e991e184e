"""Answers and the whole graph as files: CSV, JSON, Parquet, GraphML, GEXF and Cypher."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from graph.answer import Answer
from graph.connect import Graph
from queries.cells import as_text, write_csv
from queries.drawing import to_gexf, to_graphml
from queries.dump import to_jsonl
from queries.library import QuestionError
from queries.script import to_cypher
from queries.tables import to_csv

Writer = Callable[[Answer, BinaryIO], None]


class UnknownFormat(QuestionError):
    """A form in which nothing can be written; the message names those there are."""


def write_answer(answer: Answer, form: str, out: Path | BinaryIO) -> None:
    """Write an answer as csv, json, jsonl or parquet; raise UnknownFormat for another form."""
    write = _form(form, ANSWERS)
    if isinstance(out, Path):
        with out.open("wb") as file:
            write(answer, file)
    else:
        write(answer, out)


def write_graph(graph: Graph, form: str, out: Path) -> None:
    """Write the whole graph: jsonl and cypher hold everything, graphml, gexf and csv (a folder) what people read.

    Raises UnknownFormat for another form.
    """
    _form(form, GRAPHS)(graph, out)


def _csv(answer: Answer, out: BinaryIO) -> None:
    text = io.TextIOWrapper(out, "utf-8", newline="", write_through=True)
    write_csv(text, answer.columns, answer.rows)
    text.detach()


def _json(answer: Answer, out: BinaryIO) -> None:
    whole = {"columns": answer.columns, "rows": answer.rows, "cut": answer.cut}
    out.write(msgspec.json.format(msgspec.json.encode(whole)) + b"\n")


def _jsonl(answer: Answer, out: BinaryIO) -> None:
    out.writelines(msgspec.json.encode(row) + b"\n" for row in answer.rows)


def _parquet(answer: Answer, out: BinaryIO) -> None:
    columns = {name: _column([row[name] for row in answer.rows]) for name in answer.columns}
    pq.write_table(pa.table(columns), out)


def _column(values: list[Any]) -> pa.Array:
    """A column of its own type; of text where values are maps or of several types."""
    try:
        found = pa.array(values)
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        found = None
    if found is None or pa.types.is_null(found.type) or pa.types.is_struct(found.type):
        return pa.array([None if v is None else as_text(v) for v in values], pa.string())
    return found


def _form(form: str, known: dict[str, Any]) -> Any:
    if form not in known:
        raise UnknownFormat(f"no format {form[:40]!r}: use {', '.join(known)}")
    return known[form]


ANSWERS: dict[str, Writer] = {"csv": _csv, "json": _json, "jsonl": _jsonl, "parquet": _parquet}
GRAPHS: dict[str, Callable[[Graph, Path], None]] = {
    "csv": to_csv,
    "graphml": to_graphml,
    "gexf": to_gexf,
    "jsonl": to_jsonl,
    "cypher": to_cypher,
}

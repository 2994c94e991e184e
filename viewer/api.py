"""The pages as JSON, and every question of the library: read-only."""

from __future__ import annotations

import io
from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import Response

from queries.cells import write_csv
from queries.library import Question, library
from viewer.desk import Reads, Words, timeline_or_missing
from viewer.entry import Article
from viewer.problem import Missing
from viewer.subject import Kind, Subject
from viewer.timeline import KINDS, Timeline, ask, latest, one_article, overview, search

RESERVED = frozenset({"format", "lang"})
router = APIRouter(prefix="/api", tags=["netralitas"])


@router.get("/overview")
def how_much(graph: Reads) -> dict[str, Any]:
    """How much the graph holds."""
    return dict(overview(graph))


@router.get("/latest")
def latest_cases(graph: Reads) -> tuple[Subject, ...]:
    """The cases reported last."""
    return latest(graph)


@router.get("/search")
def find(graph: Reads, q: Words, kind: Literal["all", Kind] = "all") -> dict[str, tuple[Subject, ...]]:
    """People, agencies, regions and cases that match."""
    return {k: search(graph, k, q)[0] for k in (KINDS if kind == "all" else (kind,))}


@router.get("/questions")
def questions() -> tuple[Question, ...]:
    """The question library: what each asks, what it can and cannot show, and which parameters it takes."""
    return tuple(library().values())


@router.get("/query/{name}")
def query(request: Request, graph: Reads, name: str, format: Literal["json", "csv"] = "json") -> Any:
    """The answer to a question; its parameters go into the address by name."""
    answer = ask(graph, name, **{k: v for k, v in request.query_params.items() if k not in RESERVED})
    if format == "csv":
        table = io.StringIO()
        write_csv(table, answer.columns, answer.rows)
        return Response(table.getvalue(), media_type="text/csv; charset=utf-8")
    return {"question": name, "columns": answer.columns, "rows": answer.rows, "cut": answer.cut}


@router.get("/article/{key:path}")
def article(graph: Reads, key: str) -> Article:
    """An article by its id."""
    found = one_article(graph, key)
    if found is None:
        raise Missing("article")
    return found


@router.get("/{kind}/{key:path}")
def timeline(graph: Reads, kind: Kind, key: str) -> Timeline:
    """The timeline of a person, an agency, a region or a case, with every sentence it rests on."""
    return timeline_or_missing(graph, kind, key)

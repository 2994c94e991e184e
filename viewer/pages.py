"""The pages for people."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, Response

from queries.library import library
from viewer.archived import Raw, archived_copy, raw_page
from viewer.desk import Archive, Reads, Words, timeline_or_missing
from viewer.feed import atom
from viewer.guard import RATE
from viewer.problem import Missing
from viewer.screen import render, words_of
from viewer.subject import Kind
from viewer.table import timeline_csv
from viewer.timeline import KINDS, ROWS, claims_of, latest, one_article, overview, search

PAGE = 100
READ = ["GET", "HEAD"]
SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
router = APIRouter(include_in_schema=False)


@router.api_route("/", methods=READ)
def home(request: Request, graph: Reads) -> HTMLResponse:
    """Search, how much there is, and the cases reported last."""
    return render(request, "home.html", overview=overview(graph), latest=latest(graph))


@router.api_route("/search", methods=READ)
def find(request: Request, graph: Reads, q: Words, kind: Literal["all", Kind] = "all") -> HTMLResponse:
    """What matches, by kind."""
    asked = KINDS if kind == "all" else (kind,)
    found = [(k, *search(graph, k, q)) for k in asked]
    return render(request, "search.html", text=q, chosen=kind, found=found)


@router.api_route("/legend", methods=READ)
def legend(request: Request) -> HTMLResponse:
    """What the standings mean, and what the pages cannot show."""
    return render(request, "legend.html")


@router.api_route("/questions", methods=READ)
def questions(request: Request) -> HTMLResponse:
    """The question library as forms on its API."""
    return render(request, "questions.html", questions=library().values(), rows=ROWS, rate=RATE)


@router.api_route("/archive/{key:path}", methods=READ)
def archive_page(request: Request, graph: Reads, archive: Archive, key: str) -> HTMLResponse:
    """An article's archived text, with the sentences that statements rest on marked."""
    article = one_article(graph, key)
    if article is None:
        raise Missing("article")
    copy = archived_copy(archive, article, claims_of(graph, key))
    return render(request, "archive.html", article=article, copy=copy)


@router.api_route("/raw/{key:path}", methods=READ)
def raw(graph: Reads, archive: Archive, key: str) -> Response:
    """The archived page as it came: isolated, without scripts, unable to load anything."""
    found = _raw(graph, archive, key)
    headers = {"Content-Security-Policy": SANDBOX, "X-Robots-Tag": "noindex", "X-DNS-Prefetch-Control": "off"}
    return Response(found.body, media_type=found.shown_as, headers=headers)


@router.api_route("/source/{key:path}", methods=READ)
def source(graph: Reads, archive: Archive, key: str) -> Response:
    """The archived page's bytes as plain text, to keep."""
    found = _raw(graph, archive, key)
    headers = {"Content-Disposition": 'attachment; filename="page.html.txt"', "X-Robots-Tag": "noindex"}
    return Response(found.body, media_type=found.plain, headers=headers)


@router.api_route("/csv/{kind}/{key:path}", methods=READ)
def csv(graph: Reads, kind: Kind, key: str) -> Response:
    """A timeline as CSV."""
    found = timeline_or_missing(graph, kind, key)
    headers = {"Content-Disposition": f'attachment; filename="netralitas-{kind}.csv"'}
    return Response(timeline_csv(found.entries), media_type="text/csv; charset=utf-8", headers=headers)


@router.api_route("/feed/{kind}/{key:path}", methods=READ)
def feed(request: Request, graph: Reads, kind: Kind, key: str) -> Response:
    """A timeline as an Atom feed."""
    found = timeline_or_missing(graph, kind, key)
    return Response(atom(found, words_of(request), _base(request)), media_type="application/atom+xml")


@router.api_route("/{kind}/{key:path}", methods=READ)
def page(
    request: Request, graph: Reads, kind: str, key: str, page: Annotated[int, Query(ge=1, le=10_000)] = 1
) -> HTMLResponse:
    """A timeline, PAGE entries at a time."""
    if kind not in KINDS or not key:
        raise HTTPException(404)
    found = timeline_or_missing(graph, kind, key)
    total = len(found.entries)
    pages = max(1, -(-total // PAGE))
    if page > pages:
        raise HTTPException(404)
    shown = found.entries[(page - 1) * PAGE : page * PAGE]
    context: dict[str, Any] = {
        "shown": shown,
        "total": total,
        "page": page,
        "pages": pages,
        "rows": ROWS,
        "base": _base(request),
    }
    return render(request, "timeline.html", timeline=found, **context)


def _raw(graph: Reads, archive: Archive, key: str) -> Raw:
    article = one_article(graph, key)
    found = raw_page(archive, article) if article else None
    if found is None:
        raise Missing("article")
    return found


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/")

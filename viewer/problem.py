"""What went wrong, in words: a page for people, a line of JSON for programs."""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from graph.judgements import JudgementError
from graph.store import StoreError
from queries.library import BadParameter, UnknownQuestion
from viewer.screen import render, words_of

logger = logging.getLogger(__name__)


class Missing(Exception):
    """There is no node of this kind with the key asked for; `kind` is "article" too."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Refusal(Exception):
    """What was sent cannot be taken; the words stand under `problem.KEY`."""

    def __init__(self, status: int, key: str) -> None:
        super().__init__(key)
        self.status, self.key = status, key


def problem(request: Request, status: int, key: str, **values: str) -> Response:
    """Answer with the words under `problem.KEY` and `problem.KEY_text`."""
    said = words_of(request)
    heading, detail = said(f"problem.{key}"), said(f"problem.{key}_text", **values)
    headers = {"Retry-After": "60"} if status in (429, 503) else {}
    if request.url.path.startswith("/api"):
        return JSONResponse({"status": status, "problem": heading, "detail": detail}, status, headers)
    response = render(request, "problem.html", status, status_code=status, heading=heading, detail=detail)
    response.headers.update(headers)
    return response


def add_handlers(app: FastAPI) -> None:
    """Give an application the answers to all that can go wrong."""
    app.add_exception_handler(Missing, _missing)
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(JudgementError, _unreadable)
    app.add_exception_handler(UnknownQuestion, _unknown)
    app.add_exception_handler(BadParameter, _unusable)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(StoreError, _away)


def _missing(request: Request, error: Exception) -> Response:
    kind = error.kind if isinstance(error, Missing) else ""
    return problem(request, 404, "not_found", kind=words_of(request).label("subject", kind).lower())


def _refused(request: Request, error: Exception) -> Response:
    status, key = (error.status, error.key) if isinstance(error, Refusal) else (500, "bad")
    return problem(request, status, key)


def _unreadable(request: Request, error: Exception) -> Response:
    logger.error("%s %s", request.url.path, error)
    return problem(request, 503, "judgements")


def _unknown(request: Request, error: Exception) -> Response:
    return problem(request, 404, "not_found", kind=words_of(request).label("subject", "question").lower())


def _unusable(request: Request, error: Exception) -> Response:
    return problem(request, 422, "bad", field=str(error))


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return problem(request, status, "method" if status == 405 else "no_page")


def _invalid(request: Request, error: Exception) -> Response:
    places = [e["loc"] for e in error.errors()] if isinstance(error, RequestValidationError) else []
    return problem(request, 422, "bad", field=str(places[0][-1]) if places else "?")


def _away(request: Request, error: Exception) -> Response:
    logger.error("%s %s", request.url.path, error)
    return problem(request, 503, "away")

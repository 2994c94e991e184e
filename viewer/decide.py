"""The queue of people who may be one: both sides with their sentences, and forms for whoever may decide."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal, cast

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from graph.judgements import Judgement, Judgements, append, undo
from graph.load import load
from queries.pairs import pairs, sentences, undecided
from queries.patterns.find import find_patterns
from viewer.desk import Permits, Reads
from viewer.form import Fields
from viewer.hearing import Taken, both_sides, taken
from viewer.permit import PATH, Permit, remember, remembered
from viewer.problem import Refusal
from viewer.screen import render

PAGE = 8
SHOWN = 40
LONGEST = 500
router = APIRouter(include_in_schema=False)


@router.api_route(PATH, methods=["GET", "HEAD"])
def queue(
    request: Request, graph: Reads, permit: Permits, page: Annotated[int, Query(ge=1, le=10_000)] = 1
) -> HTMLResponse:
    """Pairs that wait for a decision, PAGE at a time, and what was decided."""
    judgements = Judgements.read(permit.judgements)
    waiting = undecided(pairs(graph), judgements)
    pages = max(1, -(-len(waiting) // PAGE))
    shown = waiting[(min(page, pages) - 1) * PAGE :][:PAGE]
    response = render(
        request,
        "judge.html",
        hearings=[both_sides(p, lambda person: sentences(graph, person)) for p in shown],
        waiting=len(waiting),
        page=min(page, pages),
        pages=pages,
        taken=taken(judgements)[:SHOWN],
        permitted=permit.holds(request),
        usable=permit.usable,
        word=permit.form_word if permit.holds(request) else "",
        who=remembered(request),
    )
    response.headers["Cache-Control"] = "no-store"
    return response


@router.api_route(f"{PATH}/enter", methods=["GET"])
def enter(permit: Permits, token: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Begin a session with the token in the address, which then leaves the address."""
    if not permit.opens(token):
        raise Refusal(403, "token")
    return _entered(permit)


@router.post(f"{PATH}/enter")
def enter_by_form(permit: Permits, sent: Fields) -> Response:
    """Begin a session with a token that was typed."""
    if not permit.opens(sent.get("token", "")):
        raise Refusal(403, "token")
    return _entered(permit)


@router.post(PATH)
def decide(request: Request, graph: Reads, permit: Permits, sent: Fields) -> Response:
    """Keep the decision on one pair of the queue."""
    who, why = _signed(request, permit, sent)
    verdict = sent.get("verdict")
    if verdict not in ("same", "not_same"):
        raise Refusal(422, "form")
    waiting = undecided(pairs(graph), Judgements.read(permit.judgements))
    pair = next((p for p in waiting if p.key == sent.get("pair")), None)
    if pair is None:
        raise Refusal(409, "gone")
    append(permit.judgements, pair.judged(cast("Literal['same', 'not_same']", verdict), who, why))
    return _back(who)


@router.post(f"{PATH}/undo")
def take_back(request: Request, permit: Permits, sent: Fields) -> Response:
    """Take back a decision that is in force."""
    who, why = _signed(request, permit, sent)
    append(permit.judgements, undo(_in_force(permit, sent.get("number", "")), who, why))
    return _back(who)


@router.post(f"{PATH}/apply")
def apply(request: Request, graph: Reads, permit: Permits, sent: Fields) -> Response:
    """Put all decisions into the graph."""
    if not permit.accepts(request, sent.get("word", "")):
        raise Refusal(403, "token")
    load(graph, (), Judgements.read(permit.judgements))
    find_patterns(graph, datetime.now(UTC).isoformat())
    return RedirectResponse(PATH, 303)


def _signed(request: Request, permit: Permit, sent: Fields) -> tuple[str, str]:
    """Who decides and why; raise Refusal for a form that is not ours, or says too little or too much."""
    if not permit.accepts(request, sent.get("word", "")):
        raise Refusal(403, "token")
    who, why = sent.get("who", ""), sent.get("why", "")
    if not who or not why or max(len(who), len(why)) > LONGEST:
        raise Refusal(422, "reason")
    return who, why


def _in_force(permit: Permit, number: str) -> Judgement:
    known: dict[str, Taken] = {str(t.number): t for t in taken(Judgements.read(permit.judgements))}
    if number not in known:
        raise Refusal(409, "gone")
    return known[number].judgement


def _entered(permit: Permit) -> Response:
    response = RedirectResponse(PATH, 303)
    permit.enter(response)
    return response


def _back(who: str) -> Response:
    response = RedirectResponse(PATH, 303)
    remember(response, who)
    return response

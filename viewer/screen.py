"""Pages made of templates: everything escaped, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from viewer.address import anchor, link, outward, query
from viewer.entry import Case, Entry
from viewer.subject import Subject
from viewer.timeline import KINDS
from viewer.words import Words, languages, words

YEAR_IN_SECONDS = 365 * 24 * 3600


def render(request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A page in the language that the address or the cookie asks for; an address's choice is kept in the cookie."""
    said = words_of(request)
    sample = bool(request.app.state.sample)
    page = _environment().get_template(template)
    html = page.render(w=said, sample=sample, switch=_switch(request, said), kinds=list(KINDS), **context)
    response = HTMLResponse(html, status)
    if request.query_params.get("lang") in languages():
        response.set_cookie("lang", said.language, YEAR_IN_SECONDS, httponly=True, samesite="lax")
    return response


def words_of(request: Request) -> Words:
    """The words to use: `?lang=`, else the cookie, else Indonesian."""
    asked = request.query_params.get("lang")
    return words(asked if asked in languages() else request.cookies.get("lang"))


def case_title(said: Words, case: Case) -> str:
    """What a case is called, by its first two violations: never more than alleged unless a body found one."""
    kinds = violations(said, case.violations[:2]) or said("case.unspecified")
    if more := len(case.violations[2:]):
        kinds = said("case.and_more", what=kinds, n=more)
    return said("case.title" if case.found else "case.alleged_title", what=kinds)


def violations(said: Words, kinds: tuple[str, ...]) -> str:
    """Violations in words."""
    return ", ".join(said.label("violation", kind) for kind in kinds)


def title(said: Words, about: Subject) -> str:
    """What a page's subject is called."""
    if about.case is None:
        return about.name or about.id
    called = case_title(said, about.case)
    return said("case.in", title=called, region=about.within.text) if about.within else called


def _switch(request: Request, said: Words) -> str:
    """This page's address in the other language."""
    path = request.scope.get("raw_path", b"").decode("ascii", "replace")
    return f"{path}?{query(**{**request.query_params, 'lang': said('site.other_code')})}"


def quoted(text: str) -> str:
    """A sentence in quotation marks, unless it brings its own."""
    return text if text.startswith(("“", '"', "‘", "'")) else f"“{text}”"


def by_year(entries: Iterable[Entry]) -> list[tuple[int | None, list[Entry]]]:
    """Entries in their order, cut at the turn of a year; None for those without a date."""
    years = groupby(entries, key=lambda e: e.day.value.year if e.day else None)
    return [(year, list(members)) for year, members in years]


@cache
def _environment() -> Environment:
    environment = Environment(loader=PackageLoader("viewer"), autoescape=True, undefined=StrictUndefined)
    environment.globals.update(
        link=link,
        query=query,
        anchor=anchor,
        outward=outward,
        case_title=case_title,
        title=title,
        quoted=quoted,
        violations=violations,
    )
    environment.filters["by_year"] = by_year
    return environment

"""The viewer as an ASGI application."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from graph.connect import Graph
from viewer import api, decide, pages
from viewer.guard import RATE, Guard
from viewer.permit import Permit
from viewer.problem import add_handlers, problem


def create_app(graph: Graph, *, sample: bool, archive: Path, rate: int = RATE, permit: Permit | None = None) -> FastAPI:
    """The viewer over an open graph and an archive folder; `sample` says on every page that all people are invented.

    `rate` is how many requests a minute one client may make; `permit` says where decisions are kept and who may decide,
    which otherwise nobody may.
    """
    app = FastAPI(
        title="Netralitas",
        description=api.__doc__ or "",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.graph, app.state.sample, app.state.archive = graph, sample, archive
    app.state.permit = permit or Permit(archive.parent / "judgements.jsonl")
    app.mount("/static", StaticFiles(directory=str(resources.files("viewer") / "static")), name="static")
    app.include_router(api.router)
    app.include_router(decide.router)
    app.include_router(pages.router)
    add_handlers(app)

    async def refuse(scope: Scope, receive: Receive, send: Send) -> None:
        scope["app"] = app
        await problem(Request(scope, receive), 429, "busy")(scope, receive, send)

    app.add_middleware(Guard, refuse=refuse, rate=rate)
    return app

"""What a request may reach: the open graph and the archive folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import Depends, Query, Request

from graph.connect import Graph
from viewer.permit import Permit
from viewer.problem import Missing
from viewer.subject import Kind
from viewer.timeline import Timeline, timeline


def graph_of(request: Request) -> Graph:
    """The application's graph."""
    graph: Graph = request.app.state.graph
    return graph


def archive_of(request: Request) -> Path:
    """The folder of WARC files."""
    archive: Path = request.app.state.archive
    return archive


def permit_of(request: Request) -> Permit:
    """Who may decide, and where decisions are kept."""
    permit: Permit = request.app.state.permit
    return permit


Permits = Annotated[Permit, Depends(permit_of)]
Reads = Annotated[Graph, Depends(graph_of)]
Archive = Annotated[Path, Depends(archive_of)]
Words = Annotated[str, Query(min_length=2, max_length=200, description="part of a name, a place or a violation")]


def timeline_or_missing(graph: Graph, kind: Kind, key: str) -> Timeline:
    """A timeline by business key; raise Missing where there is no such node."""
    found = timeline(graph, kind, key)
    if found is None:
        raise Missing(kind)
    return found

"""Lists of candidates in the data folder and in the graph: the file is kept as it came, so that all can be made anew.

`candidates/NAME` holds each list that counts; one that a newer edition replaced lies in `candidates/replaced`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from graph.connect import Graph
from graph.contests import Candidates, CandidatesError, read_candidates
from graph.judgements import Judgements
from graph.lists import Put, drop_list, put_list
from graph.load import load
from netralitas.settings import Settings
from queries.patterns.find import Found, find_patterns

NAMES = "MATCH (l:CandidateList) RETURN l.id AS id ORDER BY id"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: the list as it was read, what became of it in the graph, and the patterns there are now."""

    found: Candidates
    put: Put
    patterns: Found
    kept: Path


def import_candidates(config: Settings, graph: Graph, path: Path, year: int | None = None) -> Imported:
    """Take in a list of candidates and bring the graph up to date; CandidatesError for a file that is no list."""
    found = read_candidates(path, year)
    content, name = path.read_bytes(), _name(path.name, year)
    put = put_list(graph, name, content, found)
    kept = keep(config, put, content)
    return Imported(found, put, _brought_up(config, graph), kept)


def forget_candidates(config: Settings, graph: Graph, name: str) -> Found:
    """Take a list out of the graph as if it had never been imported; its file lies in `candidates/replaced` then.

    Raises CandidatesError, naming the lists there are, for one that is not among them.
    """
    if not drop_list(graph, name):
        there = [row["id"] for row in graph.read(NAMES).rows]
        raise CandidatesError(f"no list {name[:60]!r} was imported; there are: {', '.join(there) or 'none'}")
    path = config.data / "candidates" / _safe(name)
    if path.exists():
        _set_aside(path)
    return _brought_up(config, graph)


def _brought_up(config: Settings, graph: Graph) -> Found:
    run = datetime.now(UTC).isoformat()
    load(graph, (), Judgements.read(config.judgements), run)
    return find_patterns(graph, run)


def restore_candidates(config: Settings, graph: Graph, tell: Callable[[str], None] = lambda _: None) -> int:
    """Put every list that the data folder keeps into a graph made anew, before its articles are loaded; how many."""
    folder = config.data / "candidates"
    paths = sorted(p for p in folder.iterdir() if p.is_file()) if folder.exists() else []
    for path in paths:
        put_list(graph, path.name, path.read_bytes(), read_candidates(path))
        tell(f"candidates: {path.name}")
    return len(paths)


def keep(config: Settings, put: Put, content: bytes) -> Path:
    """Keep a list's file under its id, and the editions that it replaces beside."""
    folder = config.data / "candidates"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / _safe(put.id)
    for old in (folder / _safe(name) for name in put.replaced):
        if old.exists():
            _set_aside(old)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(content)
    os.replace(new, path)
    return path


def _set_aside(old: Path) -> None:
    aside = old.parent / "replaced"
    aside.mkdir(exist_ok=True)
    old.replace(aside / f"{sha256(old.read_bytes()).hexdigest()[:8]}-{old.name}")


def _name(name: str, year: int | None) -> str:
    """The name to keep a list under; a year that was given stands first, where it is read from again."""
    return f"{year}_{name}" if year else name


def _safe(key: str) -> str:
    return key.replace("/", "_").lstrip(".") or "list"

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
from graph.contests import Candidates, read_candidates
from graph.judgements import Judgements
from graph.lists import Put, put_list
from graph.load import load
from netralitas.settings import Settings
from queries.patterns.find import Found, find_patterns


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
    run = datetime.now(UTC).isoformat()
    load(graph, (), Judgements.read(config.judgements), run)
    return Imported(found, put, find_patterns(graph, run), kept)


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

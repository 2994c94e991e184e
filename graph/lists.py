"""Lists of candidates as the graph keeps them: beside the articles, so that all can be worked out from the graph alone.

A list is known by its file's name. One of the same name and a contest in common is a newer edition, and replaces it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath

import msgspec
from neo4j import ManagedTransaction

from graph.ballot import Running
from graph.connect import Graph
from graph.contests import Candidates
from graph.keys import short_key
from graph.schema import migrate

LISTS = "MATCH (l:CandidateList) RETURN l.id AS id, l.name AS name, l.sha256 AS sha256, l.rows AS rows ORDER BY id"
PUT = "MERGE (l:CandidateList {id: $id}) SET l = $properties"
DROP = "MATCH (l:CandidateList) WHERE l.id IN $ids DETACH DELETE l"
CHANGED = "MATCH (s:State {id: 'graph'}) SET s.base = s.base + 1"


@dataclass(frozen=True, slots=True)
class Kept:
    """A list in the graph."""

    id: str
    name: str
    sha256: str
    running: tuple[Running, ...]

    @property
    def contests(self) -> frozenset[str]:
        return frozenset(r.contest.id for r in self.running)


@dataclass(frozen=True, slots=True)
class Put:
    """What became of a list: its id, the ids of the editions that it replaced, and whether it was there already."""

    id: str
    replaced: tuple[str, ...]
    unchanged: bool


def put_list(graph: Graph, name: str, content: bytes, found: Candidates) -> Put:
    """Put a list, to take effect with the next load; `content` is the file's, its hash tells a new edition."""
    migrate(graph)
    digest = sha256(content).hexdigest()

    def work(tx: ManagedTransaction) -> Put:
        kept = lists_in(tx)
        if same := next((k for k in kept if (k.sha256, k.name, k.running) == (digest, name, found.running)), None):
            return Put(same.id, (), True)
        contests = {c.id for c in found.contests}
        old = tuple(k.id for k in kept if k.name == name and k.contests & contests)
        key = _key(name, digest, {k.id for k in kept} - set(old))
        tx.run(DROP, ids=list(old)).consume()
        tx.run(PUT, id=key, properties=_properties(key, name, digest, found)).consume()
        tx.run(CHANGED).consume()
        return Put(key, old, False)

    return graph.write(work)


def drop_list(graph: Graph, key: str) -> bool:
    """Take a list out, to take effect with the next load; False where there is none of this id."""
    migrate(graph)

    def work(tx: ManagedTransaction) -> bool:
        if key not in {k.id for k in lists_in(tx)}:
            return False
        tx.run(DROP, ids=[key]).consume()
        tx.run(CHANGED).consume()
        return True

    return graph.write(work)


def lists_in(tx: ManagedTransaction) -> tuple[Kept, ...]:
    """All lists in the graph, in the order of their ids."""
    return tuple(Kept(r["id"], r["name"], r["sha256"], _decode(r["rows"])) for r in tx.run(LISTS))


def running_in(kept: Sequence[Kept]) -> tuple[Running, ...]:
    """All candidates of some lists, list by list."""
    return tuple(r for k in kept for r in k.running)


def _key(name: str, digest: str, taken: set[str]) -> str:
    """The file's name, with a part of its hash where another list has that."""
    path = PurePath(name)
    return short_key(name if name not in taken else f"{path.stem}~{digest[:8]}{path.suffix}")


def _properties(key: str, name: str, digest: str, found: Candidates) -> dict[str, object]:
    return {
        "id": key,
        "name": name,
        "sha256": digest,
        "encoding": found.encoding,
        "contests": len(found.contests),
        "candidates": len(found.running),
        "aside": list(found.problems),
        "years": sorted({c.year for c in found.contests}),
        "rows": msgspec.json.encode(found.running).decode(),
    }


def _decode(rows: str) -> tuple[Running, ...]:
    return msgspec.json.decode(rows, type=tuple[Running, ...])

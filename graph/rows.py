"""Rows into the store and out of it: the few statements that the loader has, for every label and relationship."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from neo4j import ManagedTransaction

from graph.answer import plain
from graph.claims import ROLE_KINDS
from graph.corrections import Said
from graph.derive import Tie
from graph.model import Ends, Kind, Properties
from graph.store import StoreError

Row = dict[str, Any]
PUT_NODES = "UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row.properties"
DROP_NODES = "UNWIND $keys AS key MATCH (n:{label} {{id: key}}) DETACH DELETE n"
ENDS = "UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}})"
MAKE_EDGES = ENDS + " CREATE (a)-[r:{type}]->(b) SET r = row.properties RETURN count(r) AS n"
PUT_EDGES = ENDS + " MERGE (a)-[r:{type}{title}]->(b) SET r = row.properties RETURN count(r) AS n"
DROP_EDGES = (
    "UNWIND $rows AS row MATCH (a:{start} {{id: row.start}})-[r:{type}{title}]->(b:{end} {{id: row.end}}) DELETE r"
)
TITLE = " {title: row.title}"
PUT_TIES = (
    "UNWIND $rows AS row MATCH (c:Claim {{id: row.claim}}) MATCH (t:{label} {{id: row.to}})"
    " CREATE (c)-[r:{type}]->(t) SET r = row.properties RETURN count(r) AS n"
)
DROP_TIES = "UNWIND $keys AS key MATCH (:Article {id: key})<-[:IN]-(:Claim)-[r:ABOUT|SUPPORTS|CITES]->() DELETE r"
DROP_OLD_CLAIMS = (
    "UNWIND $keys AS key MATCH (a:Article {id: key})<-[:IN]-(c:Claim) WHERE c.edition <> a.edition DETACH DELETE c"
)
# A claim keeps what was read beside what is right, so that a correction can be taken back.
CORRECT = """
UNWIND $rows AS row MATCH (c:Claim {id: row.claim}) WHERE c.kind IN $kinds
SET c.corrected = row.by, c.read_kind = c.kind, c.read_standing = c.standing
SET c.kind = row.kind, c.standing = row.standing
"""
READ_AGAIN = """
UNWIND $keys AS key MATCH (:Article {id: key})<-[:IN]-(c:Claim) WHERE c.corrected IS NOT NULL
SET c.kind = c.read_kind, c.standing = c.read_standing
REMOVE c.corrected, c.read_standing, c.read_kind
"""
MARK_TIED = "UNWIND $rows AS row MATCH (a:Article {id: row.id}) SET a.tied = row.tied"
ALL_NODES = "MATCH (n:{label}) RETURN n.id AS id, properties(n) AS properties"
ALL_EDGES = "MATCH (a:{start})-[r:{type}]->(b:{end}) RETURN a.id AS start, b.id AS end, properties(r) AS properties"


class MissingEnd(StoreError):
    """A relationship that should be made has no node to go from or to."""


def put_nodes(tx: ManagedTransaction, label: str, nodes: Iterable[Properties]) -> None:
    """Make or overwrite nodes by their ids."""
    rows = [{"id": n["id"], "properties": n} for n in nodes]
    tx.run(PUT_NODES.format(label=label), rows=rows).consume()


def drop_nodes(tx: ManagedTransaction, label: str, keys: Iterable[str]) -> None:
    """Take nodes out, with all their relationships."""
    tx.run(DROP_NODES.format(label=label), keys=list(keys)).consume()


def make_edges(tx: ManagedTransaction, kind: Kind, edges: Iterable[tuple[Ends, Properties]]) -> None:
    """Make relationships that are known not to be there; raise MissingEnd if one has no node to go to."""
    rows = [{"start": e.start, "end": e.end, "properties": properties} for e, properties in edges]
    _expect(tx, MAKE_EDGES.format(**kind._asdict()), rows, kind.type)


def put_edges(tx: ManagedTransaction, kind: Kind, edges: Iterable[tuple[Ends, Properties]]) -> None:
    """Make or overwrite relationships; raise MissingEnd if one has no node to go to."""
    for titled, rows in _by_title(edges).items():
        statement = PUT_EDGES.format(**kind._asdict(), title=TITLE if titled else "")
        _expect(tx, statement, rows, kind.type)


def drop_edges(tx: ManagedTransaction, kind: Kind, edges: Iterable[Ends]) -> None:
    """Take relationships out."""
    for titled, rows in _by_title((e, {}) for e in edges).items():
        tx.run(DROP_EDGES.format(**kind._asdict(), title=TITLE if titled else ""), rows=rows).consume()


def put_ties(tx: ManagedTransaction, ties: Iterable[Tie]) -> None:
    """Tie claims, which must have no ties yet, to what they are about; raise MissingEnd if that is not there."""
    grouped: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for tie in ties:
        grouped[tie.type, tie.label].append({"claim": tie.claim, "to": tie.to, "properties": tie.properties})
    for (kind, label), rows in sorted(grouped.items()):
        _expect(tx, PUT_TIES.format(type=kind, label=label), rows, f"{kind} {label}")


def drop_ties(tx: ManagedTransaction, articles: Sequence[str]) -> None:
    """Take out all ties of some articles' claims, claims of an earlier edition of them, and what was corrected."""
    for statement in (DROP_TIES, DROP_OLD_CLAIMS, READ_AGAIN):
        tx.run(statement, keys=list(articles)).consume()


def correct_claims(tx: ManagedTransaction, said: Iterable[Said]) -> None:
    """Let claims say what somebody corrected them to; claims on facts say nothing of their own on a person."""
    if rows := [one._asdict() for one in said]:
        tx.run(CORRECT, rows=rows, kinds=list(ROLE_KINDS.values())).consume()


def mark_tied(tx: ManagedTransaction, marks: Mapping[str, str]) -> None:
    """Note for each article which ties its claims have now."""
    tx.run(MARK_TIED, rows=[{"id": key, "tied": tied} for key, tied in marks.items()]).consume()


def all_nodes(tx: ManagedTransaction, label: str) -> dict[str, Properties]:
    """All nodes of a label by id."""
    found = tx.run(ALL_NODES.format(label=label))
    return {record["id"]: plain(record["properties"]) for record in found}


def all_edges(tx: ManagedTransaction, kind: Kind) -> dict[Ends, Properties]:
    """All relationships of a kind by their ends."""
    found = ((r["start"], r["end"], plain(r["properties"])) for r in tx.run(ALL_EDGES.format(**kind._asdict())))
    return {Ends(start, end, properties.get("title", "")): properties for start, end, properties in found}


def _by_title(edges: Iterable[tuple[Ends, Properties]]) -> dict[bool, list[Row]]:
    grouped: dict[bool, list[Row]] = defaultdict(list)
    for ends, properties in edges:
        grouped[bool(ends.title)].append(ends._asdict() | {"properties": properties})
    return grouped


def _expect(tx: ManagedTransaction, statement: str, rows: list[Row], what: str) -> None:
    made = tx.run(statement, rows=rows).single(strict=True)["n"]
    if made != len(rows):
        raise MissingEnd(f"{len(rows) - made} of {len(rows)} {what} relationships have no end in the graph: load again")

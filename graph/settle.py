"""Bringing what articles say together up to date with the articles, whatever an earlier load has left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from importlib import resources
from itertools import chain

import msgspec
from neo4j import ManagedTransaction

from graph import facts, mention
from graph.ballot import Running, digests_of, merged
from graph.connect import Graph
from graph.derive import derive
from graph.judgements import Judgement, Judgements
from graph.lists import lists_in, running_in
from graph.mention import Digest
from graph.model import Model
from graph.persons import Article
from graph.plan import Marks, Plan, Step, current, plan
from graph.rows import MissingEnd
from graph.store import StoreError
from graph.uncollected import uncollected

ATOMIC = 20_000
TOGETHER = 5_000
TRIES = 10
STATE = "MATCH (s:State {id: 'graph'}) RETURN s.base AS base, s.turn AS turn, s.settled AS settled, s.rules AS rules"
ARTICLES = (
    "MATCH (a:Article) RETURN a.id AS id, a.edition AS edition, a.tied AS tied, a.digest AS digest, a.facts AS facts"
)
# The first SET takes the node's lock: what Neo4j has read before that may be another load's past.
HOLD = """
MATCH (s:State {id: 'graph'}) SET s.turn = s.turn + 0
WITH s WHERE s.base = $base AND s.turn = $turn
SET s.settled = -1, s.turn = $turn + 1
RETURN count(s) AS n
"""
SETTLED = "MATCH (s:State {id: 'graph'}) SET s.settled = $base, s.rules = $rules"
# What was found over the whole graph holds no longer once anything of it changes; it is looked for anew afterwards.
DROP_PATTERNS = "MATCH (p:Pattern) DETACH DELETE p"
COUNT = "MATCH (n:{label}) RETURN count(n) AS n"
WITHDRAW = """
MATCH (a:Article) WHERE a.id IN $keys AND a.digest IS NOT NULL
SET a.withdrawn = true, a.edition = 'withdrawn' REMOVE a.digest, a.facts, a.title, a.kind
"""


@dataclass(frozen=True, slots=True)
class Settled:
    """What is in the graph now, the rows written for it, and judgements on what is not there."""

    persons: int = 0
    cases: int = 0
    written: int = 0
    astray: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The graph when it was looked at; `base` counts changes of articles, `turn` those of what they say together.

    Where nothing has changed since it was settled (`done`), only the counts of persons and cases are filled.
    """

    base: int
    turn: int
    done: bool
    articles: Mapping[str, Article]
    running: tuple[Running, ...]
    marks: Mapping[str, Marks]
    model: Model
    counts: tuple[int, int]


class MovedError(Exception):
    """Another load has changed the graph in the meantime."""


def settle(graph: Graph, judgements: Judgements) -> Settled:
    """Work out and write what all articles say together; StoreError if other loads keep changing the articles."""
    rules, last = _rules(judgements), Exception()
    for _ in range(TRIES):
        found = _found(graph, judgements, rules)
        astray = judgements.astray(_digests(found), found.marks) if judgements.all else ()
        if found.done:
            return Settled(*found.counts, 0, astray)
        with uncollected():
            derived = derive(found.articles, judgements, found.running)
            work = plan(derived, found.model, found.marks)
        try:
            _carry_out(graph, work, found, rules)
        except (MovedError, MissingEnd) as problem:
            last = problem
            continue
        nodes = derived.model.nodes
        return Settled(len(nodes["Person"]), len(nodes["Incident"]), work.rows, astray)
    raise StoreError(f"the load was given up after {TRIES} tries: {last}")


def _found(graph: Graph, judgements: Judgements, rules: str) -> Found:
    with uncollected():
        return graph.write(lambda tx: _look(tx, judgements, rules))


def _digests(found: Found) -> Iterator[Digest]:
    """All that a judgement can name: articles, and lists of candidates by contest."""
    yield from (a.digest for a in found.articles.values())
    yield from digests_of(merged(found.running))


def _look(tx: ManagedTransaction, judgements: Judgements, rules: str) -> Found:
    tx.run(WITHDRAW, keys=sorted(judgements.withdrawn())).consume()
    state = tx.run(STATE).single(strict=True)
    done = state["settled"] == state["base"] and state["rules"] == rules
    idle = done and not judgements.all
    articles, marks = ({}, {}) if idle else _articles(tx)
    running = () if idle else running_in(lists_in(tx))
    counts = (tx.run(COUNT.format(label=label)).single(strict=True)["n"] for label in ("Person", "Incident"))
    return Found(
        state["base"],
        state["turn"],
        done,
        articles,
        running,
        marks,
        Model() if done else current(tx),
        (next(counts), next(counts)),
    )


def _articles(tx: ManagedTransaction) -> tuple[dict[str, Article], dict[str, Marks]]:
    """All articles that say something, and the marks of all there are."""
    articles: dict[str, Article] = {}
    marks: dict[str, Marks] = {}
    for r in tx.run(ARTICLES):
        marks[r["id"]] = Marks(r["edition"], r["tied"])
        if r["digest"] is not None:
            articles[r["id"]] = Article(mention.decode(r["digest"]), facts.decode(r["facts"]))
    return articles, marks


def _carry_out(graph: Graph, work: Plan, found: Found, rules: str) -> None:
    finish: Step = partial(_finish, base=found.base, rules=rules)
    most = ATOMIC if work.rows <= ATOMIC else min(TOGETHER, ATOMIC)
    groups: list[list[Step]] = [[_drop_patterns], *work.groups(most), [finish]]
    if work.rows <= ATOMIC:
        groups = [list(chain.from_iterable(groups))]
    for turn, group in enumerate(groups, found.turn):
        _together(graph, found.base, turn, group)


def _together(graph: Graph, base: int, turn: int, steps: Sequence[Step]) -> None:
    def work(tx: ManagedTransaction) -> None:
        _hold(tx, base, turn)
        for step in steps:
            step(tx)

    graph.write(work)


def _hold(tx: ManagedTransaction, base: int, turn: int) -> None:
    """Make sure that the graph is as it was looked at, and that no other load changes it before the commit."""
    if tx.run(HOLD, base=base, turn=turn).single(strict=True)["n"] != 1:
        raise MovedError("other loads keep changing the graph, wait until they have ended")


def _drop_patterns(tx: ManagedTransaction) -> None:
    tx.run(DROP_PATTERNS).consume()


def _finish(tx: ManagedTransaction, base: int, rules: str) -> None:
    tx.run(SETTLED, base=base, rules=rules).consume()


def _rules(judgements: Judgements) -> str:
    """A hash of everything besides the articles that decides the outcome: judgements, and the linking's own code."""
    return blake2b(msgspec.json.encode(judgements.all) + _code(), digest_size=12).hexdigest()


@cache
def _code() -> bytes:
    here = resources.files("graph")
    files = sorted(chain(here.iterdir(), (here / "words").iterdir()), key=lambda f: f.name)
    return b"".join(f.read_bytes() for f in files if f.name.endswith((".py", ".toml")))

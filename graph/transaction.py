"""One transaction with a store: rows fetched by its reader, a plan asked for, work committed by its writer."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Mapping
from queue import Empty, SimpleQueue
from typing import Any, TypeVar, cast

from neo4j import READ_ACCESS, WRITE_ACCESS, ManagedTransaction, Session, Transaction, unit_of_work
from neo4j.exceptions import ConstraintError, DriverError, Neo4jError, TransientError

from graph.answer import Answer, plain
from graph.columns import columns_of
from graph.store import Store, TooSlow

T = TypeVar("T")
TRIES = 8


def fetch(store: Store, cypher: str, params: Mapping[str, Any], timeout: float, rows: int | None) -> Answer:
    """Rows of a query, at most `rows`; Neo4j stops it after `timeout` seconds, ArcadeDB does not heed that."""

    @unit_of_work(timeout=timeout)
    def ask(tx: ManagedTransaction | Transaction) -> Answer:
        return _rows(tx, cypher, params, rows)

    with _reading(store) as session:
        if store.access.kind == "neo4j":
            return session.execute_read(ask)
        # Not managed: where the owner of an embedded store has ended, the next one is found at once, not after retries.
        with session.begin_transaction() as tx:
            return ask(tx)


def plan_of(store: Store, cypher: str, params: Mapping[str, Any]) -> tuple[str | None, dict[str, Any] | None]:
    """Neo4j's query type ("r" reads) and plan of a query, which is not run."""

    def explain(tx: ManagedTransaction) -> tuple[str | None, dict[str, Any] | None]:
        summary = tx.run(f"EXPLAIN {cypher}", dict(params)).consume()
        return summary.query_type, summary.plan

    with _reading(store) as session:
        return session.execute_read(explain)


def commit(store: Store, work: Callable[[ManagedTransaction], T]) -> T:
    """Run `work` in one transaction and commit it; it is run again if another writer was met."""
    with store.writer.session(database=store.access.database, default_access_mode=WRITE_ACCESS) as session:
        return session.execute_write(work) if store.access.kind == "neo4j" else _retried(session, work)


def _retried(session: Session, work: Callable[[ManagedTransaction], T]) -> T:
    """As the driver does: again after a conflict, however long that took; but out at once if the store has ended."""
    for attempt in range(TRIES):
        try:
            with session.begin_transaction() as tx:
                result = work(cast("ManagedTransaction", tx))
                tx.commit()
                return result
        except (TransientError, ConstraintError):
            # Of two writers that MERGE one node at a time, the later finds its key taken, and the node at the next try.
            if attempt == TRIES - 1:
                raise
            time.sleep(random.uniform(0.02, 0.05 * 2**attempt))
    raise AssertionError("the last try returns or raises")


def _reading(store: Store) -> Session:
    return store.reader.session(database=store.access.database, default_access_mode=READ_ACCESS)


def _rows(tx: ManagedTransaction | Transaction, cypher: str, params: Mapping[str, Any], rows: int | None) -> Answer:
    result = tx.run(cypher, dict(params))
    columns = tuple(result.keys()) or columns_of(cypher)
    records = list(result) if rows is None else result.fetch(rows + 1)
    kept = records if rows is None else records[:rows]
    found = tuple(dict(zip(columns, map(plain, record.values()), strict=True)) for record in kept)
    return Answer(columns, found, cut=len(records) > len(kept))


def within(seconds: float, call: Callable[[], T]) -> T:
    """The result of a call, or TooSlow after some seconds; the call is then left to end by itself.

    ArcadeDB knows no time-out for one query, only its own for all; a driver's read cannot be broken off from outside.
    """
    done: SimpleQueue[tuple[T | None, Exception | None]] = SimpleQueue()

    def run() -> None:
        try:
            done.put((call(), None))
        except (Neo4jError, DriverError, ArithmeticError, LookupError, OSError, TypeError, ValueError) as problem:
            done.put((None, problem))

    threading.Thread(target=run, daemon=True).start()
    try:
        result, problem = done.get(timeout=seconds)
    except Empty:
        raise TooSlow(f"the query took more than {seconds:g} s and was given up: narrow it, or add a LIMIT") from None
    if problem:
        raise problem
    return result  # type: ignore[return-value]

"""The one way to the graph: reads that cannot write, writes in managed transactions, on either store."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from neo4j import ManagedTransaction
from neo4j.exceptions import ServiceUnavailable, SessionExpired

from graph import embedded
from graph.answer import Answer
from graph.readonly import check_plan, check_words
from graph.store import Store, access_of, open_store, spoken
from graph.transaction import commit, fetch, plan_of, within

T = TypeVar("T")
KEPT = 512


class Graph:
    """An open graph; use it as a context manager, from any thread."""

    def __init__(self, find: Callable[[], Store]) -> None:
        self._find = find
        self.store = find()
        self._moving = threading.Lock()
        self._checked: dict[str, None] = {}

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections, and the embedded server if this process runs it."""
        self.store.close()

    @property
    def kind(self) -> str:
        """Either "arcadedb" or "neo4j"."""
        return self.store.access.kind

    def read(
        self, cypher: str, params: Mapping[str, Any] | None = None, *, timeout: float = 30, rows: int | None = None
    ) -> Answer:
        """Ask a question, as a user who may only read; `timeout` in seconds (the embedded store stops after 60).

        At most `rows` rows are fetched. Raises Refused, BadQuery, TooSlow or StoreError.
        """
        check_words(cypher)
        return self._with_store(lambda store: self._read(store, cypher, params or {}, timeout, rows))

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Run `work` in one transaction, again if it met another writer; it must bear being repeated."""
        return self._with_store(lambda store: commit(store, work))

    def _read(self, store: Store, cypher: str, params: Mapping[str, Any], timeout: float, rows: int | None) -> Answer:
        if store.access.kind == "arcadedb":
            return within(timeout, partial(fetch, store, cypher, params, timeout, rows))
        if cypher not in self._checked:
            check_plan(*plan_of(store, cypher, params))
            self._checked[cypher] = None
            if len(self._checked) > KEPT:
                self._checked.pop(next(iter(self._checked)), None)
        return fetch(store, cypher, params, timeout, rows)

    def _with_store(self, call: Callable[[Store], T]) -> T:
        store = self.store
        with spoken(store.access):
            try:
                return call(store)
            except (ServiceUnavailable, SessionExpired):
                if store.access.kind == "neo4j":
                    raise
        with spoken(store.access):
            return call(self._moved_from(store))

    def _moved_from(self, gone: Store) -> Store:
        """The store again after its owner ended: another process owns it now, or this one takes it."""
        with self._moving:
            if self.store is gone:
                gone.close()
                self.store = self._find()
            return self.store


def connect(store: str, folder: Path) -> Graph:
    """Open the graph: "embedded" keeps it in `folder`; "neo4j://user:password@host:7687" is a server's address.

    Raises StoreError, in one line, if it is away, locked by a process that does not answer, or refuses the password.
    """
    if store == "embedded":
        return Graph(partial(embedded.find, folder))
    return Graph(partial(open_store, access_of(store)))

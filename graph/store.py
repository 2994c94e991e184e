"""Where a graph store is and how it is spoken to: addresses, sign-ons, open drivers, and each failure in one line."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urlsplit

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
NOT_ALLOWED = ("Neo.ClientError.Security.Forbidden", "Neo.ClientError.Statement.AccessMode")
# The driver reports each unknown label as a warning; whoever wants those configures logging.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class StoreError(Exception):
    """The store is away, locked, or failed; the message is one line that says what to do."""


class Refused(StoreError):
    """The query is not one that may be asked here: it would write, read a file, or call a procedure not on the list."""


class BadQuery(StoreError):
    """The store does not understand the query."""


class TooSlow(StoreError):
    """The query did not end within its time."""


@dataclass(frozen=True, slots=True)
class Access:
    """An address and how to sign on; `kind` tells ArcadeDB, which ignores access modes and time-outs, from Neo4j."""

    uri: str
    kind: Literal["arcadedb", "neo4j"] = "neo4j"
    writer: tuple[str, str] | None = None
    reader: tuple[str, str] | None = None
    database: str | None = None


@dataclass(frozen=True, slots=True)
class Store:
    """Open drivers; `stop` ends the server if this process runs it."""

    access: Access
    writer: Driver
    reader: Driver
    stop: Callable[[], None]

    def close(self) -> None:
        """Close the drivers, then the server if it is ours."""
        self.reader.close()
        if self.writer is not self.reader:
            self.writer.close()
        self.stop()


def access_of(address: str) -> Access:
    """Read "bolt://user:password@host:7687/database"; user and password may come from NETRALITAS_STORE_USER/PASSWORD.

    Raises StoreError for anything that is no such address.
    """
    try:
        parts = urlsplit(address)
        port = parts.port or 7687
    except ValueError as problem:
        raise StoreError(f"no store address: {address!r} ({problem})") from problem
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise StoreError(f'unknown store {parts.scheme or address!r}: use "embedded" or neo4j://host:7687')
    user = unquote(parts.username or "") or os.environ.get("NETRALITAS_STORE_USER", "neo4j")
    password = unquote(parts.password or "") or os.environ.get("NETRALITAS_STORE_PASSWORD", "")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    signon = (user, password) if password else None
    return Access(f"{parts.scheme}://{host}:{port}", "neo4j", signon, signon, parts.path.strip("/") or None)


def open_store(access: Access, stop: Callable[[], None] = lambda: None) -> Store:
    """Open the drivers and make sure the store answers; raise StoreError if it does not."""
    with spoken(access):
        writer = _driver(access.uri, access.writer)
        reader = writer if access.reader == access.writer else _driver(access.uri, access.reader)
        store = Store(access, writer, reader, stop)
        try:
            with reader.session(database=access.database) as session:
                session.run("RETURN 1").consume()
        except (Neo4jError, DriverError):
            reader.close()
            writer.close()
            raise
        return store


def _driver(uri: str, auth: tuple[str, str] | None) -> Driver:
    return GraphDatabase.driver(
        uri,
        auth=auth,
        connection_timeout=5,
        connection_acquisition_timeout=20,
        max_transaction_retry_time=8,
        initial_retry_delay=0.1,
        retry_delay_multiplier=1.5,
    )


@contextmanager
def spoken(access: Access) -> Iterator[None]:
    """Turn the driver's errors into a StoreError, Refused, BadQuery or TooSlow of one line."""
    try:
        yield
    except (Neo4jError, DriverError, ConfigurationError) as problem:
        raise _named(access, problem) from problem


def _named(access: Access, problem: Exception) -> StoreError:
    code = getattr(problem, "code", None) or ""
    text = (getattr(problem, "message", None) or str(problem)).strip().partition("\n")[0]
    if isinstance(problem, AuthError) and code not in NOT_ALLOWED:
        return StoreError(
            f"the graph store at {access.uri} refuses the user or password: "
            "set NETRALITAS_STORE_USER and NETRALITAS_STORE_PASSWORD"
        )
    if code in NOT_ALLOWED:
        return Refused(f"refused, the graph is read-only here: {text}")
    if "TimedOut" in code:
        return TooSlow(f"the query took too long and was stopped: {text}")
    if isinstance(problem, ClientError) and ".Statement." in code:
        return BadQuery(f"the store does not understand the query: {text}")
    if isinstance(problem, ServiceUnavailable):
        return StoreError(
            f"the graph store at {access.uri} does not answer: is it running, and NETRALITAS_STORE right?"
        )
    return StoreError(f"the graph store at {access.uri} failed: {text}")

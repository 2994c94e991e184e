"""`crawl.sqlite`: an index of the WARC archive, plus the articles that wait to be fetched.

The archive is the truth: `files.good` says up to which byte a file has been indexed, and the rest is read on the next
start. So a kill between the write to the archive and the commit here loses nothing, and a lost database comes back.
Times are ISO 8601 text in UTC with microseconds, so that they compare as text.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from crawler.found import Found

VERSION = 1
MOST_TRIES = 3
State = Literal["found", "fetched", "stale", "failed"]
SCHEMA = """
CREATE TABLE IF NOT EXISTS files (warc TEXT PRIMARY KEY, good INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS captures (
    url TEXT NOT NULL, at TEXT NOT NULL, site TEXT NOT NULL, article TEXT, status INTEGER NOT NULL,
    digest TEXT NOT NULL, etag TEXT, modified TEXT, warc TEXT NOT NULL, offset INTEGER NOT NULL,
    revisit INTEGER NOT NULL, noted TEXT NOT NULL, PRIMARY KEY (url, at)) STRICT;
CREATE INDEX IF NOT EXISTS captures_noted ON captures (site, noted);
CREATE INDEX IF NOT EXISTS captures_place ON captures (warc, offset);
CREATE TABLE IF NOT EXISTS articles (
    site TEXT NOT NULL, article TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL DEFAULT '', published TEXT,
    modified TEXT, state TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, reason TEXT, replay INTEGER NOT NULL,
    noted TEXT NOT NULL, fetched TEXT, whole INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (site, article)) STRICT;
CREATE TABLE IF NOT EXISTS runs (
    site TEXT NOT NULL, began TEXT NOT NULL, plan TEXT NOT NULL, ended TEXT, report TEXT,
    PRIMARY KEY (site, began)) STRICT;
"""
FETCHED = """INSERT INTO articles (site, article, url, state, replay, noted, fetched)
    VALUES (:site, :article, :url, 'fetched', 0, :noted, :at)
    ON CONFLICT DO UPDATE SET
    state = 'fetched', reason = NULL, fetched = max(coalesce(fetched, ''), excluded.fetched)"""
FOUND = """INSERT INTO articles (site, article, url, title, published, modified, state, replay, noted)
    VALUES (?, ?, ?, ?, ?, ?, 'found', ?, ?) ON CONFLICT DO UPDATE SET
    title = iif(excluded.title = '', title, excluded.title),
    published = coalesce(excluded.published, published),
    modified = coalesce(excluded.modified, modified),
    state = iif(state = 'fetched' AND excluded.modified > max(fetched, coalesce(modified, '')), 'stale', state)"""


class SeenError(Exception):
    """`crawl.sqlite` cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One archived answer; `at` is when it was fetched, `noted` when it was archived here (later, in a replay).

    For a revisit `warc` and `offset` point at the answer it repeats.
    """

    url: str
    at: str
    site: str
    article: str | None
    status: int
    digest: str
    etag: str | None
    modified: str | None
    warc: str
    offset: int
    revisit: bool
    noted: str


COLUMNS = ", ".join(field.name for field in fields(Capture))


@dataclass(frozen=True, slots=True)
class Lead:
    """An article to fetch: the site's id of it, the address, and what the listing said."""

    article: str
    url: str
    found: Found


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article; `noted` is when it was first heard of."""

    state: State
    tries: int
    noted: str

    @property
    def waits(self) -> bool:
        return self.state in {"found", "stale"} or (self.state == "failed" and self.tries < MOST_TRIES)


class Seen:
    """An open `crawl.sqlite`, for one thread; raises SeenError for a file that is damaged or of another version."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.db = sqlite3.connect(path, timeout=30)
        try:
            self.db.executescript(f"PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; {SCHEMA}")
            version = self.db.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.OperationalError as error:
            raise SeenError(f"{path}: {error}") from error
        except sqlite3.DatabaseError as error:
            raise SeenError(f"{path}: {error}; move it away and it is made again from the archive") from error
        if version not in {0, VERSION}:
            raise SeenError(f"{path}: version {version}, not {VERSION}; move it away and it is made again")
        self.db.execute(f"PRAGMA user_version = {VERSION}")

    def close(self) -> None:
        self.db.close()

    def good(self, warc: str) -> int:
        """The byte up to which an archive file has been indexed."""
        row = self.db.execute("SELECT good FROM files WHERE warc = ?", (warc,)).fetchone()
        return int(row[0]) if row else 0

    def note(self, captures: Iterable[Capture], warc: str, good: int) -> None:
        """Index captures and how far their file has been read, at once."""
        with self.db:
            for capture in captures:
                names = f"INSERT OR IGNORE INTO captures ({COLUMNS}) VALUES (:{COLUMNS.replace(', ', ', :')})"
                self.db.execute(names, asdict(capture))
                self._fetched(capture)
            self.db.execute("INSERT OR REPLACE INTO files VALUES (?, ?)", (warc, good))

    def mark(self, capture: Capture) -> None:
        """Mark the article of an answer as fetched, if it is one."""
        with self.db:
            self._fetched(capture)

    def _fetched(self, capture: Capture) -> None:
        if capture.article and capture.status in {200, 304}:
            self.db.execute(FETCHED, asdict(capture))

    def latest(self, url: str) -> Capture | None:
        """The latest whole answer (status 200, its body at hand) from an address."""
        return self._capture("url = ? AND status = 200 ORDER BY at DESC", url)

    def original(self, capture: Capture) -> Capture:
        """The answer that a revisit repeats; any other is its own."""
        return self._capture("warc = ? AND offset = ? AND NOT revisit", capture.warc, capture.offset) or capture

    def capture(self, url: str, at: datetime) -> Capture | None:
        return self._capture("url = ? AND at = ?", url, stamp(at))

    def within(self, url: str, began: datetime) -> Capture | None:
        """The final answer that an address gave since a run began: a page, a redirect, or that there is none."""
        final = "status != 304 AND (status < 400 OR status IN (404, 410))"
        return self._capture(f"url = ? AND noted >= ? AND {final} ORDER BY at DESC", url, stamp(began))

    def _capture(self, where: str, *values: str | int) -> Capture | None:
        row = self.db.execute(f"SELECT {COLUMNS} FROM captures WHERE {where} LIMIT 1", values).fetchone()
        return Capture(**dict(zip(COLUMNS.split(", "), row, strict=True))) if row else None

    def known(self, site: str, article: str) -> Known | None:
        row = self.db.execute(
            "SELECT state, tries, noted FROM articles WHERE site = ? AND article = ?", (site, article)
        ).fetchone()
        return Known(*row) if row else None

    def found(self, site: str, leads: Iterable[Lead], *, replay: bool, now: datetime) -> None:
        """Remember articles that wait to be fetched; one that a listing says has changed since waits again."""
        with self.db:
            for lead in leads:
                told = lead.found.title, _stamp(lead.found.published), _stamp(lead.found.modified)
                self.db.execute(FOUND, (site, lead.article, lead.url, *told, replay, stamp(now)))

    def waiting(self, site: str, *, replay: bool) -> list[Lead]:
        """Articles that were found, in a replay or not, and not fetched yet, the newest first."""
        return self._leads(
            """SELECT article, url, title, published, modified FROM articles WHERE site = ? AND replay = ? AND
            (state IN ('found', 'stale') OR state = 'failed' AND tries < ?) ORDER BY published DESC, noted DESC""",
            (site, replay, MOST_TRIES),
        )

    def partial(self, site: str, began: datetime) -> list[Lead]:
        """Articles fetched since a run began, whose further pages may be missing because the run was killed."""
        return self._leads(
            """SELECT DISTINCT a.article, a.url, a.title, a.published, a.modified FROM articles a
            JOIN captures c ON c.site = a.site AND c.article = a.article AND c.status = 200
            WHERE a.site = ? AND c.noted >= ? AND a.state = 'fetched' AND a.whole = 0""",
            (site, stamp(began)),
        )

    def _leads(self, query: str, values: tuple[object, ...]) -> list[Lead]:
        rows = self.db.execute(query, values)
        return [Lead(a, url, Found(url, title, _time(p), _time(m))) for a, url, title, p, m in rows]

    def whole(self, site: str, article: str) -> None:
        """Remember that all pages of an article have been fetched."""
        self._set("whole = 1", site, article)

    def failed(self, site: str, article: str, reason: str) -> None:
        """Remember that an article could not be fetched; after MOST_TRIES runs it waits no more."""
        state = "iif(state = 'fetched', state, 'failed')"
        self._set(f"state = {state}, tries = tries + 1, reason = :reason", site, article, reason)

    def incomplete(self, site: str, article: str) -> None:
        """Remember that a further page of an article could not be fetched: it is fetched again, MOST_TRIES times."""
        self._set(f"state = iif(tries < {MOST_TRIES}, 'stale', state), tries = tries + 1", site, article)

    def same(self, site: str, article: str, other: str) -> None:
        """Remember that an article's address led to another article, which has been fetched."""
        self._set("state = 'fetched', whole = 1, reason = 'leads to ' || :reason", site, article, other)

    def _set(self, what: str, site: str, article: str, reason: str = "") -> None:
        with self.db:
            self.db.execute(
                f"UPDATE articles SET {what} WHERE site = :site AND article = :article",
                {"site": site, "article": article, "reason": reason},
            )

    def forget(self, site: str, article: str) -> None:
        """Drop an article that a replay named and does not hold, so that no later crawl asks the real site for it."""
        with self.db:
            self.db.execute("DELETE FROM articles WHERE site = ? AND article = ? AND fetched IS NULL", (site, article))

    def gained(self, site: str, began: datetime) -> int:
        """How many articles were fetched for the first time since a run began."""
        row = self.db.execute(
            """SELECT count(*) FROM (SELECT min(noted) AS first FROM captures
            WHERE site = ? AND article IS NOT NULL AND status = 200 GROUP BY article) WHERE first >= ?""",
            (site, stamp(began)),
        ).fetchone()
        return int(row[0])


def stamp(time: datetime) -> str:
    """A time as text that compares as the times do."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def _stamp(time: datetime | None) -> str | None:
    return stamp(time) if time else None


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None

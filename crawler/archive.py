"""Reads pages out of the WARC archive (ISO 28500); what cannot be read is reported and passed over."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from w3lib.encoding import http_content_type_encoding
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

from crawler.exchange import Exchange, Headers
from crawler.members import Damage, Member, members
from crawler.page import Page

MOST_BYTES = 32 * 2**20
WINDOW_BITS = {"gzip": zlib.MAX_WBITS | 32, "x-gzip": zlib.MAX_WBITS | 32, "deflate": zlib.MAX_WBITS}


class ArchiveError(Exception):
    """The archive cannot be read or written; the message says which file and why."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in an archive file that could not be read, and was passed over; `tail` when nothing follows it."""

    warc: str
    offset: int
    reason: str
    tail: bool = False

    def __str__(self) -> str:
        return f"{self.warc} at byte {self.offset}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One WARC record; `kind` is response, revisit, request, warcinfo … and `refers` what a revisit points at.

    `body` is the payload with transfer and content encoding still on; `refers` is (address, time).
    """

    kind: str
    offset: int
    end: int
    url: str
    at: datetime
    digest: str
    status: int = 0
    headers: Headers = ()
    body: bytes = b""
    refers: tuple[str, datetime] | None = None

    def exchange(self) -> Exchange:
        return Exchange(url=self.url, at=self.at, status=self.status, headers=self.headers, body=self.body)


def _ignore(problem: Problem) -> None:
    """Pass over a problem without a word."""


OnProblem = Callable[[Problem], None]


def warc_files(path: Path) -> list[Path]:
    """The WARC files of a folder, or the file itself; raises ArchiveError when there is nothing there."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise ArchiveError(f"{path}: no such archive file or folder")
    return sorted(p for pattern in ("*.warc.gz", "*.warc") for p in path.rglob(pattern))


def records(stream: BinaryIO, name: str, start: int = 0, on_problem: OnProblem = _ignore) -> Iterator[Record]:
    """Yield the records of an open WARC file from a byte offset on."""
    for member in members(stream, start):
        if isinstance(member, Damage):
            on_problem(Problem(name, member.offset, member.reason, tail=member.end is None))
            continue
        try:
            yield _record(member)
        except ArchiveError as error:
            on_problem(Problem(name, member.offset, str(error)))


def pages_in(stream: BinaryIO, name: str, start: int = 0, on_problem: OnProblem = _ignore) -> Iterator[Page]:
    """Yield each HTML page that came with status 200; `name` becomes `Page.warc`."""
    for record in records(stream, name, start, on_problem):
        if record.kind == "response" and record.status == 200:
            try:
                page = _page(record, name)
            except ArchiveError as error:
                on_problem(Problem(name, record.offset, str(error)))
                continue
            if _is_html(page):
                yield page


def read_pages(
    path: Path, root: Path | None = None, *, start: int = 0, on_problem: OnProblem = _ignore
) -> Iterator[Page]:
    """Yield each HTML page in a WARC file that came with status 200, from a byte offset on.

    `Page.warc` is relative to `root`, the archive folder, else the path itself. Raises ArchiveError when the file
    cannot be opened; anything wrong inside it goes to `on_problem`.
    """
    name = path.relative_to(root).as_posix() if root else str(path)
    try:
        with path.open("rb") as stream:
            yield from pages_in(stream, name, start, on_problem)
    except OSError as error:
        raise ArchiveError(f"{path}: {error.strerror}") from error


def record_at(root: Path, warc: str, offset: int) -> Record:
    """The record at a byte offset of a file in the archive folder; raises ArchiveError where there is none."""
    path = (root / warc).resolve()
    if not path.is_relative_to(root.resolve()):
        raise ArchiveError(f"{warc}: not in the archive")
    try:
        with path.open("rb") as stream:
            member = next(members(stream, offset), None)
    except (OSError, ValueError) as error:
        raise ArchiveError(f"{warc}: {error}") from error
    if not isinstance(member, Member):
        raise ArchiveError(f"{warc} at byte {offset}: {member.reason if member else 'the file ends before it'}")
    return _record(member)


def page_at(root: Path, warc: str, offset: int) -> Page:
    """The page at a byte offset of a file in the archive folder; raises ArchiveError where there is none."""
    record = record_at(root, warc, offset)
    if record.kind != "response":
        raise ArchiveError(f"{warc} at byte {offset}: a {record.kind} record, not a page")
    return _page(record, warc)


def _record(member: Member) -> Record:
    stream = BytesIO(member.data)
    try:
        raw = ArcWarcRecordLoader(verify_http=False).parse_record_stream(stream)
        body = raw.raw_stream.read()
        if raw.raw_stream.limit:
            raise ValueError("shorter than its Content-Length")
        if stream.read().strip():
            raise ValueError("several records packed as one; `warcio recompress` parts them")
        refers = raw.rec_headers.get_header("WARC-Refers-To-Target-URI")
        refers_at = raw.rec_headers.get_header("WARC-Refers-To-Date")
        return Record(
            kind=raw.rec_type,
            offset=member.offset,
            end=member.end,
            url=raw.rec_headers.get_header("WARC-Target-URI") or "",
            at=datetime.fromisoformat(raw.rec_headers.get_header("WARC-Date")),
            digest=raw.rec_headers.get_header("WARC-Payload-Digest") or "",
            status=int(raw.http_headers.get_statuscode() or 0) if raw.http_headers and raw.rec_type != "request" else 0,
            headers=tuple(raw.http_headers.headers) if raw.http_headers else (),
            body=body,
            refers=(refers, datetime.fromisoformat(refers_at)) if refers and refers_at else None,
        )
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError, TypeError) as error:
        raise ArchiveError(f"no WARC record: {str(error) or type(error).__name__}") from error


def _page(record: Record, warc: str) -> Page:
    exchange = record.exchange()
    content_type = exchange.header("Content-Type") or ""
    return Page(
        url=record.url,
        body=decoded(exchange),
        fetched=record.at,
        status=record.status,
        content_type=content_type.partition(";")[0].strip().lower() or None,
        charset=http_content_type_encoding(content_type),
        warc=warc,
        offset=record.offset,
    )


def _is_html(page: Page) -> bool:
    if page.content_type:
        return page.content_type in {"text/html", "application/xhtml+xml"}
    return b"<html" in page.body[:2048].lower() or page.body.lstrip()[:9].lower() == b"<!doctype"


def decoded(exchange: Exchange) -> bytes:
    """The body without transfer and content encoding; raises ArchiveError over MOST_BYTES or for a foreign encoding."""
    body = exchange.body
    if (exchange.header("Transfer-Encoding") or "").lower() == "chunked":
        body = ChunkedDataReader(BytesIO(body)).read()
    encodings = [e.strip().lower() for e in (exchange.header("Content-Encoding") or "").split(",")]
    for encoding in reversed([e for e in encodings if e not in {"", "identity", "none", "utf-8"}]):
        if encoding not in WINDOW_BITS:
            raise ArchiveError(f"content encoding {encoding!r} cannot be undone")
        body = _inflated(body, WINDOW_BITS[encoding])
    if len(body) > MOST_BYTES:
        raise ArchiveError(f"a page of more than {MOST_BYTES // 2**20} MiB")
    return body


def _inflated(body: bytes, bits: int) -> bytes:
    """Unpack at most MOST_BYTES, whatever the body claims: a gzip bomb is refused, not swallowed."""
    decoder = zlib.decompressobj(bits)
    try:
        data = decoder.decompress(body, MOST_BYTES + 1)
    except zlib.error as error:
        if bits > 0 and not body.startswith(b"\x1f\x8b"):
            return _inflated(body, -zlib.MAX_WBITS)  # "deflate" without the zlib header, as some servers send it
        raise ArchiveError(f"damaged content encoding: {error}") from error
    if len(data) > MOST_BYTES:
        raise ArchiveError(f"a page of more than {MOST_BYTES // 2**20} MiB when unpacked")
    if not decoder.eof:
        raise ArchiveError("the content encoding is cut off")
    return data

"""Appends to a site's WARC files so that nothing written is lost, whatever happens to the process or the machine."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.archive import ArchiveError
from crawler.exchange import Exchange

MOST_BYTES = 256 * 2**20
SAME = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


class ArchiveWriter:
    """The newest WARC file of a site, `SITE/SITE-00001.warc.gz`; a new one begins at 256 MiB.

    Every record is a gzip member of its own, and is on the disk (fsync) when `append` returns.
    """

    def __init__(self, root: Path, site: str, contact: str = "") -> None:
        self.folder = root / site
        self.site = site
        self.contact = contact
        self.folder.mkdir(parents=True, exist_ok=True)
        existing = sorted(self.folder.glob(f"{site}-*.warc.gz"))
        self.path = existing[-1] if existing else self._path(1)

    def append(self, records: bytes) -> tuple[str, int, int]:
        """Write packed records; returns the file's name under the archive folder, their offset and their end.

        Raises ArchiveError when the disk is full or away, with the file as it was before.
        """
        if self.path.exists() and self.path.stat().st_size + len(records) > MOST_BYTES:
            self.path = self._path(int(self.path.name.removesuffix(".warc.gz").rpartition("-")[2]) + 1)
        if not self.path.exists():
            _write(self.path, self._warcinfo())
            _sync_folder(self.folder)
        offset, end = _write(self.path, records)
        return f"{self.site}/{self.path.name}", offset, end

    def _path(self, number: int) -> Path:
        return self.folder / f"{self.site}-{number:05}.warc.gz"

    def _warcinfo(self) -> bytes:
        buffer = BytesIO()
        writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
        facts = {
            "software": f"Netralitas {version('netralitas')} (Scrapy {version('scrapy')}, warcio {version('warcio')})",
            "format": "WARC File Format 1.1",
            "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "robots": "obey",
            "operator": self.contact,
            "isPartOf": self.site,
        }
        writer.write_record(writer.create_warcinfo_record(self.path.name, facts))
        return buffer.getvalue()


def response(exchange: Exchange) -> bytes:
    """Pack an answer and its request as two records."""
    return _pair(exchange, "response", {"WARC-Payload-Digest": exchange.digest}, exchange.body)


def revisit(exchange: Exchange, digest: str, refers_to: datetime) -> bytes:
    """Pack an answer that brought nothing new: status 304, or the payload archived at `refers_to`."""
    headers = {
        "WARC-Payload-Digest": digest,
        "WARC-Profile": NOT_MODIFIED if exchange.status == HTTPStatus.NOT_MODIFIED else SAME,
        "WARC-Refers-To-Target-URI": exchange.url,
        "WARC-Refers-To-Date": _stamp(refers_to),
    }
    return _pair(exchange, "revisit", headers, b"")


def set_aside(path: Path, offset: int) -> Path:
    """Move what follows a byte offset out of a WARC file into `damaged/` beside it; returns the new file."""
    aside = path.parent / "damaged" / f"{path.name}.{offset}"
    aside.parent.mkdir(exist_ok=True)
    with path.open("r+b") as file:
        file.seek(offset)
        _write(aside, file.read())
        file.truncate(offset)
        os.fsync(file.fileno())
    return aside


def _pair(exchange: Exchange, kind: str, headers: Mapping[str, str], body: bytes) -> bytes:
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    common = {"WARC-Date": _stamp(exchange.at)} | ({"WARC-IP-Address": exchange.ip} if exchange.ip else {})
    answer = _record(writer, exchange.url, kind, common | dict(headers), _answer_head(exchange), body)
    request = _record(writer, exchange.url, "request", common, _request_head(exchange), b"")
    writer.write_request_response_pair(request, answer)
    return buffer.getvalue()


def _record(
    writer: WARCWriter, url: str, kind: str, headers: Mapping[str, str], head: StatusAndHeaders, body: bytes
) -> ArcWarcRecord:
    return writer.create_warc_record(
        url, kind, payload=BytesIO(body), length=len(body), warc_headers_dict=dict(headers), http_headers=head
    )


def _answer_head(exchange: Exchange) -> StatusAndHeaders:
    known = exchange.status in HTTPStatus.__members__.values()
    reason = HTTPStatus(exchange.status).phrase if known else ""
    return StatusAndHeaders(f"{exchange.status} {reason}".strip(), list(exchange.headers), protocol="HTTP/1.1")


def _request_head(exchange: Exchange) -> StatusAndHeaders:
    parts = urlsplit(exchange.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    named = any(name.lower() == "host" for name, _ in exchange.sent)
    headers = exchange.sent if named else (("Host", parts.netloc), *exchange.sent)
    return StatusAndHeaders(f"GET {path} HTTP/1.1", list(headers), is_http_request=True)


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _write(path: Path, data: bytes) -> tuple[int, int]:
    """Append and fsync; returns where the data lies. What a failed write left behind is cut off again."""
    try:
        with path.open("ab", buffering=0) as file:
            start = file.seek(0, os.SEEK_END)
            try:
                _write_whole(file.fileno(), data)
            except OSError:
                file.truncate(start)
                raise
            return start, start + len(data)
    except OSError as error:
        raise ArchiveError(f"{path}: {error.strerror or error}") from error


def _write_whole(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]
    os.fsync(descriptor)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

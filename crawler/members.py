"""The records of a WARC file as raw bytes, read so that damage costs only what is damaged.

In `*.warc.gz` each record is a gzip member of its own (ISO 28500, annex D), which is what makes offsets useful.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

MAGIC = b"\x1f\x8b\x08"
CHUNK = 64 * 2**10
MOST_BYTES = 64 * 2**20
LENGTH = re.compile(rb"^content-length:\s*(\d+)\s*$", re.I | re.M)


@dataclass(frozen=True, slots=True)
class Member:
    """A record, unpacked; `offset` and `end` are bytes in the file."""

    offset: int
    end: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Damage:
    """A stretch that holds no whole record; `end` is None when nothing readable follows."""

    offset: int
    end: int | None
    reason: str


def members(stream: BinaryIO, start: int = 0) -> Iterator[Member | Damage]:
    """Yield the records from a byte offset on; after damage goes on with the next record that can be read."""
    stream.seek(start)
    begin = stream.read(5)
    stream.seek(start)
    return _plain(stream, start) if begin == b"WARC/" else _packed(stream, start)


def _packed(stream: BinaryIO, offset: int) -> Iterator[Member | Damage]:
    rest = b""
    while rest := rest or stream.read(CHUNK):
        try:
            data, used, rest = _unpack(stream, rest)
            yield Member(offset, offset + used, data)
            offset += used
        except zlib.error as error:
            following = _following(stream, offset + 1)
            yield Damage(offset, following, str(error))
            if following is None:
                return
            offset, rest = following, b""
            stream.seek(offset)


def _unpack(stream: BinaryIO, chunk: bytes) -> tuple[bytes, int, bytes]:
    """Unpack one member that begins with `chunk`; returns its data, packed length and what was read beyond it."""
    decoder = zlib.decompressobj(zlib.MAX_WBITS | 16)
    parts: list[bytes] = []
    size = used = 0
    while not decoder.eof:
        if not chunk and not (chunk := stream.read(CHUNK)):
            raise zlib.error("the file ends in the middle of a record")
        parts.append(decoder.decompress(chunk, CHUNK * 16))
        size += len(parts[-1])
        if size > MOST_BYTES:
            raise zlib.error(f"a record of more than {MOST_BYTES // 2**20} MiB when unpacked")
        used += len(chunk) - len(decoder.unconsumed_tail) - len(decoder.unused_data)
        chunk = decoder.unconsumed_tail
    return b"".join(parts), used, decoder.unused_data


def _following(stream: BinaryIO, base: int) -> int | None:
    """The offset of the next record: a gzip header whose content begins as a WARC record does."""
    stream.seek(base)
    window = b""
    while chunk := stream.read(CHUNK):
        window += chunk
        for match in re.finditer(re.escape(MAGIC), window):
            if _begins_record(window[match.start() :] + _peek(stream)):
                return base + match.start()
        base += max(0, len(window) - len(MAGIC) + 1)
        window = window[1 - len(MAGIC) :]
    return None


def _peek(stream: BinaryIO) -> bytes:
    here = stream.tell()
    ahead = stream.read(1024)
    stream.seek(here)
    return ahead


def _begins_record(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(packed, 5) == b"WARC/"
    except zlib.error:
        return False


def _plain(stream: BinaryIO, offset: int) -> Iterator[Member | Damage]:
    """Records of a WARC that is not packed, up to the first that is not whole."""
    while head := _head(stream):
        length = LENGTH.search(head)
        size = int(length[1]) if length else -1
        body = stream.read(size) if 0 <= size <= MOST_BYTES else b""
        if len(body) != size or not head.endswith((b"\n\r\n", b"\n\n")):
            yield Damage(offset, None, "the file ends in the middle of a record, or its length is wrong")
            return
        yield Member(offset, end := stream.tell(), head + body)
        stream.seek(end + 4)
        offset = end + 4


def _head(stream: BinaryIO) -> bytes:
    lines = []
    while (line := stream.readline(CHUNK)).strip():
        lines.append(line)
    return b"".join([*lines, line]) if lines else b""

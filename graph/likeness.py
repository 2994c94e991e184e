"""How much of two texts is the same, from small fingerprints: MinHash over runs of three words (Broder 1997).

A fingerprint is 64 numbers of 32 bits. The share of equal numbers estimates the Jaccard likeness of the two texts' word
runs, with a standard error of at most 0.0625. Texts that share one of 16 bands of four numbers are candidates: at a
likeness of 0.7 they are found with probability 0.988, at 0.3 with 0.12.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b

import numpy as np

SIZE = 64
BAND = 4
RUN = 3
COPY = 0.6
WORD = re.compile(r"\w+")
PRIME = np.uint64((1 << 61) - 1)
_MULTIPLIERS = np.array(
    [int.from_bytes(blake2b(bytes([n]), digest_size=4).digest(), "big") | 1 for n in range(SIZE)], dtype=np.uint64
)
_ADDENDS = np.array(
    [int.from_bytes(blake2b(bytes([n, 1]), digest_size=4).digest(), "big") for n in range(SIZE)], dtype=np.uint64
)


def fingerprint(text: str) -> tuple[int, ...]:
    """The MinHash of a text's runs of three words; empty for a text of fewer than three words."""
    runs = np.fromiter(set(_runs(text)), dtype=np.uint64)
    if not runs.size:
        return ()
    smallest = np.full(SIZE, np.iinfo(np.uint64).max, dtype=np.uint64)
    for part in np.array_split(runs, 1 + runs.size // 4096):
        mixed = (part[:, None] * _MULTIPLIERS + _ADDENDS) % PRIME
        smallest = np.minimum(smallest, mixed.min(axis=0))
    return tuple(int(n) for n in smallest & np.uint64(0xFFFFFFFF))


def likeness(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """The estimated share of common word runs, 0 to 1; 0 where a fingerprint is missing."""
    if len(a) != SIZE or len(b) != SIZE:
        return 0.0
    return sum(x == y for x, y in zip(a, b, strict=True)) / SIZE


def bands(of: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """What two texts must share one of to be compared: the band's number and its four values."""
    for start in range(0, len(of) - BAND + 1, BAND):
        yield (start, *of[start : start + BAND])


def _runs(text: str) -> Iterator[int]:
    words = WORD.findall(text.lower())
    for i in range(len(words) - RUN + 1):
        run = " ".join(words[i : i + RUN]).encode("utf-8", "surrogatepass")
        yield int.from_bytes(blake2b(run, digest_size=4).digest(), "big")

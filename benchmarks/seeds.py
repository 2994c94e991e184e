"""The sample archive's own readings, cut into tokens, so that they can be told again with other names and places.

They are those that `make run` leaves in data/sample/readings; where there are none, the archive is read first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from extract import gazetteer
from extract.reading import Reading, decode
from graph.base import base_of
from graph.names import LISTS
from netralitas.demo import SAMPLE
from netralitas.refresh import refresh
from netralitas.settings import Settings
from netralitas.terminal import say

DATA = Path(__file__).parent.parent / "data" / "sample"
NAMED = ("name", "forms", "office", "agency", "by", "description", "source", "dateline", "place")
WORD = re.compile(r"[^\W\d_]+")
Template = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seed:
    """One article as plain values, its evidence by token; `templates` are strings as tokens, the text's under "".

    `claims` is how many claims the graph makes of it.
    """

    claims: int
    tree: Mapping[str, object]
    templates: Mapping[str, Template]


@dataclass(frozen=True, slots=True)
class Seeds:
    """All articles with what can be exchanged: names, everyday words, regencies by province, regions by their name."""

    articles: tuple[Seed, ...]
    names: tuple[str, ...]
    words: tuple[str, ...]
    regions: Mapping[str, Sequence[str]]
    called: Mapping[str, str]
    years: tuple[int, int]


@cache
def seeds() -> Seeds:
    """The sample, read once; the archive itself is read where `make run` has not been."""
    found = sorted(_readings(), key=lambda r: r.id)
    called = {name: code for code in _codes(found) for name in _names_of(code)}
    token = re.compile("|".join([*_by_length([*called, *map(str.upper, called)]), r"\w+", r"\W+"]))
    named = {w for r in found for s in _strings(msgspec.to_builtins(r), NAMED) for w in WORD.findall(s)}
    names = _names(found, called, token)
    texts = " ".join(f"{r.article.text} {r.article.title}" for r in found)
    words = sorted({w for w in WORD.findall(texts) if len(w) > 4 and w.islower()} - named)
    codes = _codes(found)
    regions = {p: [c for c in codes if len(c) == 5 and c[:2] == p] for p in sorted({c[:2] for c in codes})}
    years = [int(day[:4]) for r in found for day in _strings(msgspec.to_builtins(r), ("date", "published", "as_of"))]
    return Seeds(tuple(_seed(r, token) for r in found), names, tuple(words), regions, called, (min(years), max(years)))


def _readings() -> Iterator[Reading]:
    files = sorted((DATA / "readings").glob("*.jsonl"))
    if not files:
        say(f"reading the sample archive into {DATA}, once")
        refresh(Settings(data=DATA), replay=SAMPLE)
        files = sorted((DATA / "readings").glob("*.jsonl"))
    for path in files:
        yield from (decode(line) for line in path.read_bytes().splitlines() if line.strip())


def _seed(reading: Reading, token: re.Pattern[str]) -> Seed:
    tree = msgspec.to_builtins(reading)
    text = token.findall(reading.article.text)
    starts = [0]
    for piece in text:
        starts.append(starts[-1] + len(piece))
    _by_token(tree, starts)
    strings = set(_strings(tree, (*NAMED, "title", "measure")))
    return Seed(len(base_of(reading).claims), tree, {s: tuple(token.findall(s)) for s in strings} | {"": tuple(text)})


def _by_token(tree: object, starts: Sequence[int]) -> None:
    """Let each quotation begin and end at a token and so many characters into it."""
    if isinstance(tree, dict):
        if "quote" in tree:
            for end in ("start", "end"):
                n = bisect_right(starts, tree[end]) - 1
                tree[end] = (n, tree[end] - starts[n])
        for value in tree.values():
            _by_token(value, starts)
    elif isinstance(tree, list | tuple):
        for value in tree:
            _by_token(value, starts)


def _strings(tree: object, keys: Sequence[str], key: str = "") -> Iterator[str]:
    """All texts that stand under some keys, however deep."""
    if isinstance(tree, str):
        if key in keys:
            yield tree
    elif isinstance(tree, dict):
        for name, value in tree.items():
            yield from _strings(value, keys, name)
    elif isinstance(tree, list | tuple):
        for value in tree:
            yield from _strings(value, keys, key)


def _codes(found: Sequence[Reading]) -> list[str]:
    """Codes of the provinces and regencies that the sample speaks of."""
    codes = {code[:5] for r in found for code in _strings(msgspec.to_builtins(r), ("code",))}
    return sorted(codes | {code[:2] for code in codes})


def _names_of(code: str) -> Iterator[str]:
    """How a region may be printed in the sample."""
    name = gazetteer.name_of(code)
    others = gazetteer.words().provinces if len(code) == 2 else gazetteer.words().regencies
    for one in (name, gazetteer.bare(name), *others.get(name, ())):
        yield from (one, one.replace(" ", "").capitalize())


def _names(found: Sequence[Reading], called: Mapping[str, str], token: re.Pattern[str]) -> tuple[str, ...]:
    """Words of persons' and small places' names that stand in no body's name."""
    offices = {w for r in found for a in r.agencies for w in token.findall(a.name)}
    printed = [n for r in found for o in r.officials for n in (o.name, *o.forms)]
    words = {w for name in printed for w in token.findall(name) if WORD.fullmatch(w)}
    return tuple(sorted(w for w in words - offices - called.keys() if w[0].isupper() and w.lower() not in LISTS.titles))


def _by_length(names: Sequence[str]) -> list[str]:
    return [rf"\b{re.escape(name)}\b" for name in sorted(set(names), key=len, reverse=True) if name]

"""People's decisions, one JSON object a line: the same, not the same, withdrawn, corrected; with who, when and why.

A judgement names mentions (article id and name as printed) or articles, never ids of the graph, so that it outlives
every reload. The file is only ever added to: a later judgement on the same things undoes an earlier one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec

from graph.mention import Digest
from graph.names import form_of

Verdict = Literal["same", "not_same", "withdrawn", "corrected", "undecided"]
About = Literal["person", "case", "article"]
Key = tuple[str, tuple[str, ...]]


class JudgementError(ValueError):
    """A judgement that cannot be read or kept; the message says what, where and what to do."""


class Named(msgspec.Struct, frozen=True, order=True, omit_defaults=True, forbid_unknown_fields=True):
    """What is judged: a person of an article by name, or the article (its case) where `name` is empty."""

    article: str
    name: str = ""

    @property
    def key(self) -> Key:
        """The article and the name's words, so that another reader's printing of the name is still found."""
        return self.article, form_of(self.name).words if self.name else ()


class Judgement(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """One decision. `a` and `b` for same and not_same, else `a` alone; "undecided" takes earlier ones back."""

    verdict: Verdict
    about: About
    a: Named
    b: Named | None = None
    who: str
    when: datetime
    why: str
    correction: dict[str, str] = {}

    @property
    def pair(self) -> tuple[About, tuple[Key, ...]]:
        """What it decides on; two judgements of one pair are about the same thing."""
        return self.about, tuple(sorted(n.key for n in (self.a, self.b) if n))


@dataclass(frozen=True, slots=True)
class Judgements:
    """Decisions in the order in which they were taken."""

    all: tuple[Judgement, ...] = ()

    @classmethod
    def read(cls, path: Path) -> Judgements:
        """Read the file; no file means no judgements. Raise JudgementError with the line that cannot be read."""
        if not path.exists():
            return cls()
        lines = path.read_bytes().split(b"\n")
        return cls(tuple(_decode(path, n, line) for n, line in enumerate(lines, 1) if line.strip()))

    def valid(self, about: About) -> tuple[Judgement, ...]:
        """The last decision on each thing, in order; what was taken back is left out."""
        last = {j.pair: j for j in self.all if j.about == about}
        return tuple(j for j in self.all if last.get(j.pair) is j and j.verdict != "undecided")

    def withdrawn(self) -> frozenset[str]:
        """Ids of articles that were withdrawn: they keep their record and say nothing."""
        return frozenset(j.a.article for j in self.valid("article") if j.verdict == "withdrawn")

    def astray(self, digests: Iterable[Digest]) -> tuple[Judgement, ...]:
        """Judgements on an article or a name that is not there: kept, reported, and without effect."""
        there = {(d.id, ()) for d in digests} | {k for d in digests for k in named_in(d)}
        return tuple(j for j in self.all if any(n and n.key not in there for n in (j.a, j.b)))


def append(path: Path, judgement: Judgement) -> None:
    """Add one decision to the file, durably; raise JudgementError for one that says nothing or too much."""
    _check(judgement)
    path.parent.mkdir(parents=True, exist_ok=True)
    line = msgspec.json.encode(judgement) + b"\n"
    with path.open("ab") as file:
        file.write(line if _ends_whole(path) else b"\n" + line)
        file.flush()
        os.fsync(file.fileno())


def undo(judgement: Judgement, who: str, why: str) -> Judgement:
    """The decision that takes another one back."""
    return msgspec.structs.replace(judgement, verdict="undecided", who=who, when=datetime.now(UTC), why=why)


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two items of a list, the smaller index first, that somebody judged to be one or not."""

    a: int
    b: int
    same: bool
    why: str


def judged_pairs(judgements: Iterable[Judgement], at: Mapping[Key, int]) -> tuple[JudgedPair, ...]:
    """Judgements as pairs of items; `at` tells where each thing that can be named is. Others have no effect."""
    found = ((j, at.get(j.a.key), at.get(j.b.key)) for j in judgements if j.b)
    pairs = ((j, min(a, b), max(a, b)) for j, a, b in found if a is not None and b is not None and a != b)
    return tuple(JudgedPair(a, b, j.verdict == "same", f"judged by {j.who}: {j.why}") for j, a, b in pairs)


def named_in(digest: Digest) -> Sequence[Key]:
    """The keys by which a judgement can name an article's persons."""
    return [Named(digest.id, n).key for m in digest.mentions for n in (m.name, *m.forms)]


def _decode(path: Path, number: int, line: bytes) -> Judgement:
    try:
        judgement = msgspec.json.decode(line, type=Judgement)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise JudgementError(f"{path}, line {number}: no judgement ({problem}); mend or remove this line") from problem
    _check(judgement)
    return judgement


def _check(judgement: Judgement) -> None:
    two = judgement.verdict in ("same", "not_same")
    if judgement.verdict != "undecided" and two != (judgement.b is not None):
        raise JudgementError(f'a judgement "{judgement.verdict}" is about {"two things" if two else "one thing"}')
    if judgement.b and judgement.a.key == judgement.b.key:
        raise JudgementError(f"a judgement must name two different things, not {judgement.a.article!r} twice")
    if not judgement.who.strip() or not judgement.why.strip():
        raise JudgementError("a judgement needs who decided and why")


def _ends_whole(path: Path) -> bool:
    """Tell whether the file ends with a line end; a write that was cut off must not swallow the next one."""
    with path.open("rb") as file:
        if file.seek(0, os.SEEK_END) == 0:
            return True
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"

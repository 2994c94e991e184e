"""People's decisions, one JSON object a line: the same, not the same, withdrawn, corrected; with who, when and why.

A judgement names mentions (article id and name as printed) or articles, never ids of the graph, so that it outlives
every reload. The file is only ever added to: a later judgement on the same things undoes an earlier one. What a
correction changes stands in `graph.corrections`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

import msgspec

from extract.vocabulary import Role, Standing
from graph.mention import Digest, Mention
from graph.names import form_of

Verdict = Literal["same", "not_same", "withdrawn", "corrected", "undecided"]
About = Literal["person", "case", "article"]
Key = tuple[str, tuple[str, ...]]
# What may be corrected of a person in an article, and the words that may stand there; any words where there are none.
CORRECTABLE: dict[str, tuple[str, ...]] = {
    "role": get_args(Role),
    "standing": get_args(Standing),
    "name": (),
    "office": (),
}


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

    def corrections(self) -> Mapping[Key, Judgement]:
        """What was corrected of each person of an article; one of an earlier version that says nothing is none."""
        return {j.a.key: j for j in self.valid("person") if j.verdict == "corrected" and j.correction}

    def astray(self, digests: Iterable[Digest], articles: Iterable[str] = ()) -> tuple[Judgement, ...]:
        """Judgements on an article or a name that is not there: kept, reported, and without effect.

        `articles` are ids of articles that are there with or without a Digest: a withdrawn one has none.
        """
        read = tuple(digests)
        there: set[Key] = {(key, ()) for key in (*articles, *(d.id for d in read))}
        there |= {k for d in read for k in named_in(d)}
        right = ((j.a.article, j.correction.get("name", "")) for j in self.corrections().values())
        there |= {Named(article, name).key for article, name in right if name}
        return tuple(j for j in self.all if any(n and n.key not in there for n in (j.a, j.b)))


def append(path: Path, judgement: Judgement) -> None:
    """Add one decision to the file, durably; raise JudgementError for one that says nothing or too much."""
    _check(judgement)
    _check_correction(judgement)
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
    return [key for m in digest.mentions for key in named_in_mention(digest.id, m)]


def named_in_mention(article: str, mention: Mention) -> Sequence[Key]:
    """The keys by which a judgement can name one person of an article."""
    return [Named(article, n).key for n in (mention.name, *mention.forms)]


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


def _check_correction(judgement: Judgement) -> None:
    """What a new judgement may correct; a file of an earlier version may hold corrections that say nothing."""
    said = judgement.correction
    if judgement.verdict == "corrected" and (judgement.about != "person" or not said):
        raise JudgementError(
            f"a correction is about a person, ARTICLE::NAME, and says what is right: {', '.join(CORRECTABLE)} = VALUE"
        )
    for field, value in said.items() if judgement.verdict == "corrected" else ():
        allowed = CORRECTABLE.get(field)
        if allowed is None:
            raise JudgementError(f"{field[:40]!r} cannot be corrected: use {', '.join(CORRECTABLE)}")
        if not value.strip() or (allowed and value not in allowed):
            raise JudgementError(f"{field}={value[:40]!r} is none: use {', '.join(allowed) or 'some words'}")


def _ends_whole(path: Path) -> bool:
    """Tell whether the file ends with a line end; a write that was cut off must not swallow the next one."""
    with path.open("rb") as file:
        if file.seek(0, os.SEEK_END) == 0:
            return True
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"

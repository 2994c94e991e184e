"""What the graph keeps of one article beside its claims: what each claim is about, and the facts it supports.

With the Digest, which linking needs, it lies beside the article in the graph, so that everything that several articles
say together can be worked out again from the graph alone.
"""

from __future__ import annotations

import msgspec


class Region(msgspec.Struct, frozen=True, array_like=True, order=True):
    """A region; `code` is Kepmendagri's where the gazetteer has it, `parent` the id of the region it is part of."""

    id: str
    name: str
    level: str
    code: str | None = None
    parent: str | None = None


class About(msgspec.Struct, frozen=True, array_like=True, order=True):
    """Whom a claim is about: a person (`to` is the index in the Reading), an agency or a region (`to` is its id).

    `rank` counts a person's sentences as the reader orders them: 0 is the one that shows the role best.
    """

    label: str
    to: str
    role: str
    standing: str | None = None
    office: str | None = None
    rank: int | None = None


class Link(msgspec.Struct, frozen=True, array_like=True):
    """A claim's ends: whom it is about, and by label and id (or index in the Reading) the facts it supports."""

    claim: str
    about: tuple[About, ...] = ()
    supports: tuple[tuple[str, str], ...] = ()


class Fact(msgspec.Struct, frozen=True):
    """A node that one article is enough to know: properties, partial ISO date, ends (relationship, label, id)."""

    id: str
    properties: dict[str, str | float]
    date: str | None = None
    ends: tuple[tuple[str, str, str], ...] = ()


class Decision(msgspec.Struct, frozen=True):
    """A ruling as one article gives it; `about` are indexes of officials, `laws` ids of laws cited in its sentence."""

    track: str
    outcome: str
    sanction: str | None = None
    severity: str | None = None
    months: int | None = None
    rupiah: int | None = None
    suspended: bool | None = None
    date: str | None = None
    agency: str | None = None
    superseded: bool = False
    about: tuple[int, ...] = ()
    laws: tuple[str, ...] = ()


class Facts(msgspec.Struct, frozen=True, omit_defaults=True):
    """One article's links and facts; `employers` has each official's body, `bodies` printed names by id.

    `regions` are those that the gazetteer has no code for; the others are known by their code.
    """

    id: str
    links: tuple[Link, ...] = ()
    employers: tuple[str | None, ...] = ()
    bodies: dict[str, tuple[str, ...]] = {}
    regions: tuple[Region, ...] = ()
    statistics: tuple[Fact, ...] = ()
    activities: tuple[Fact, ...] = ()
    laws: tuple[Fact, ...] = ()
    rulings: tuple[Decision, ...] = ()


def encode(facts: Facts) -> str:
    """Write as compact JSON."""
    return msgspec.json.encode(facts).decode()


def decode(text: str) -> Facts:
    """Read what `encode` wrote."""
    return msgspec.json.decode(text, type=Facts)

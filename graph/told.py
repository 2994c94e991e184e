"""One incident as one article tells it, in the terms in which cases are compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from extract.reading import Place
from graph.likeness import bands
from graph.mention import Digest, Told
from graph.offices import read_office
from graph.where import Where, where_is

GENERIC = frozenset({"unspecified", "other", "favouring_act"})
Key = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Tale:
    """An incident of one article; persons are ids, `names` and `offices` (kind, unit) are of those accused."""

    digest: Digest
    index: int
    told: Told
    accused: frozenset[str]
    favoured: frozenset[str]
    witnesses: frozenset[str]
    present: frozenset[str]
    names: tuple[tuple[str, bool], ...]
    offices: frozenset[tuple[str, frozenset[str]]]
    where: Where
    names_all: bool

    @property
    def order(self) -> tuple[str, str, int]:
        return (str(self.digest.day or "9"), self.digest.id, self.index)

    @property
    def day(self) -> date | None:
        return self.digest.day

    @property
    def year(self) -> int | None:
        election = self.digest.election
        return election.year if election and election.year else self.day.year if self.day else None

    @property
    def violations(self) -> frozenset[str]:
        return frozenset(self.told.violations or (self.digest.violations if self.index == 0 else ())) - GENERIC

    @property
    def place(self) -> Place | None:
        return self.told.place or self.digest.place


def tales_of(digest: Digest, person_of: Mapping[tuple[str, int], str]) -> Iterator[Tale]:
    """The incidents an article tells; an article of kind incident or ruling that lists none still tells one."""
    told = digest.incidents
    if not told and digest.kind in ("incident", "ruling"):
        accused = tuple(m.index for m in digest.mentions if m.role == "accused")
        told = (Told(violations=digest.violations, accused=accused, place=digest.place, stage=digest.stage),)
    for i, one in enumerate(told):
        yield _tale(digest, i, one, person_of)


def _tale(digest: Digest, index: int, told: Told, person_of: Mapping[tuple[str, int], str]) -> Tale:
    def ids(indexes: Iterable[int]) -> frozenset[str]:
        return frozenset(p for i in indexes if (p := person_of.get((digest.id, i))))

    others = (
        m.index for m in digest.mentions if m.role in ("victim", "other", "speaker") and _outsider(digest, m.index)
    )
    where = where_is(told.place or digest.place)
    return Tale(
        digest,
        index,
        told,
        ids(told.accused),
        ids(told.beneficiaries),
        ids(others),
        ids(m.index for m in digest.mentions if m.role != "speaker"),
        tuple((m.name, m.initials) for i in told.accused for m in digest.mentions[i : i + 1]),
        frozenset(_offices(digest, told, where)),
        where,
        not digest.unnamed
        and bool(told.accused)
        and not any(digest.mentions[i].initials for i in told.accused if i < len(digest.mentions)),
    )


def _outsider(digest: Digest, index: int) -> bool:
    """Tell whether somebody is no official who speaks of many cases."""
    m = digest.mentions[index]
    return read_office(m.office, m.agency, where_is(digest.place)).track in (
        "lawyer",
        "citizen",
        "village",
        "contract",
        "asn",
        "party",
    )


def _offices(digest: Digest, told: Told, where: Where) -> Iterator[tuple[str, frozenset[str]]]:
    named = ((digest.mentions[i].office, digest.mentions[i].agency) for i in told.accused if i < len(digest.mentions))
    unnamed = ((u.office or u.description, None) for u in digest.unnamed)
    for office, agency in (*named, *unnamed):
        read = read_office(office, agency, where)
        if read.kind:
            yield read.kind, read.unit


def keys(tale: Tale, accused: frozenset[str]) -> Iterator[Key]:
    """What two tales must share one of to be compared; `accused` are all persons accused in any tale."""
    yield from (("person", p) for p in tale.accused | tale.witnesses | (tale.present & accused))
    for band in bands(tale.digest.fingerprint):
        yield ("text", *band)
    days = {day for day, _ in tale.digest.dates if len(day) == 10} | ({tale.told.date} if tale.told.date else set())
    for at in tale.where.at():
        yield from (("day", at, day) for day in days)
        for kind, unit in tale.offices:
            yield from (("office", at, kind, word, tale.year or 0) for word in unit)
        yield from (("inner", at, name, tale.year or 0) for name in (tale.where.village, tale.where.district) if name)

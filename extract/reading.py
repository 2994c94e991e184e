"""The contract between `extract` and everything else: what one article says, as one JSON object a line.

`schema` changes when a field changes its meaning; a Reading of another schema is refused, never guessed at.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import msgspec

from extract.vocabulary import (
    Acting,
    ActivityKind,
    AgencyRole,
    ElectionKind,
    Kind,
    OfficeClass,
    Role,
    SanctionClass,
    Stage,
    Standing,
    Track,
    Violation,
)

SCHEMA = 1


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False, forbid_unknown_fields=True):
    """A frozen record that refuses unknown fields."""


class Evidence(Record, frozen=True):
    """A quotation; `article.text[start:end] == quote`, in characters."""

    quote: str
    start: int
    end: int


class Archived(Record, frozen=True):
    """Where the page stands: a WARC file, relative to the archive folder, and the record's byte offset."""

    warc: str
    offset: int


class Place(Record, frozen=True):
    """A place named as in the gazetteer ("Kabupaten Jember"); the province may be inferred from the regency."""

    province: str | None = None
    regency: str | None = None
    district: str | None = None
    village: str | None = None
    code: str | None = None


class Article(Record, frozen=True):
    """A page's article; `text` is what all offsets count in."""

    id: str
    text: str
    url: str | None = None
    site: str | None = None
    title: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    language: str = "id"
    sha256: str = ""
    dateline: str | None = None
    syndicated_from: str | None = None
    retrieved: datetime | None = None
    archive: Archived | None = None


class Election(Record, frozen=True):
    kind: ElectionKind
    year: int | None = None


class Official(Record, frozen=True):
    """A named person; `standing` is given for the accused only, and `initials` says that only initials are printed."""

    name: str
    forms: tuple[str, ...] = ()
    initials: bool = False
    office: str | None = None
    office_class: OfficeClass | None = None
    acting: Acting | None = None
    former: bool = False
    agency: str | None = None
    place: Place | None = None
    role: Role = "other"
    standing: Standing | None = None
    incumbent: bool = False
    candidate: bool = False
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()


class Unnamed(Record, frozen=True):
    """Offenders whom the article does not name ("tiga kepala desa")."""

    description: str
    office: str | None = None
    count: int | None = None
    place: Place | None = None
    standing: Standing = "alleged"
    evidence: tuple[Evidence, ...] = ()


class Agency(Record, frozen=True):
    name: str
    kind: str
    role: AgencyRole = "other"
    place: Place | None = None
    evidence: tuple[Evidence, ...] = ()


class Dated(Record, frozen=True):
    """A date in ISO form, partial where the article is ("2024-09"); `what` is event, report, hearing, ruling, …"""

    date: str
    what: str
    evidence: tuple[Evidence, ...] = ()


class Incident(Record, frozen=True):
    """One case; `accused` and `beneficiaries` are indexes into `officials`."""

    violations: tuple[Violation, ...]
    accused: tuple[int, ...] = ()
    beneficiaries: tuple[int, ...] = ()
    date: str | None = None
    place: Place | None = None
    stage: Stage | None = None
    evidence: tuple[Evidence, ...] = ()


class Sanction(Record, frozen=True):
    kind: str
    class_: SanctionClass | None = msgspec.field(default=None, name="class")
    months: int | None = None
    rupiah: int | None = None
    suspended: bool = False


class Ruling(Record, frozen=True):
    """What a body decided; demands, charges, statutory maxima and hypotheses are not rulings."""

    agency: str | None
    track: Track
    outcome: str
    sanction: Sanction | None = None
    date: str | None = None
    about: tuple[int, ...] = ()
    superseded: bool = False
    evidence: tuple[Evidence, ...] = ()


class Law(Record, frozen=True):
    """A provision cited: "UU 10/2016", "71 ayat (2)", as printed, and its canonical act where known."""

    act: str
    article: str | None = None
    printed: str = ""
    canonical: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Statistic(Record, frozen=True):
    measure: str
    value: float
    unit: str | None = None
    place: Place | None = None
    as_of: str | None = None
    source: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Activity(Record, frozen=True):
    kind: ActivityKind
    by: str | None = None
    place: str | None = None
    date: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Reading(Record, frozen=True):
    """Everything that one article says, by one version of the reader."""

    id: str
    article: Article
    kind: Kind
    reader: str
    schema: int = SCHEMA
    election: Election | None = None
    place: Place | None = None
    officials: tuple[Official, ...] = ()
    unnamed: tuple[Unnamed, ...] = ()
    agencies: tuple[Agency, ...] = ()
    dates: tuple[Dated, ...] = ()
    violations: tuple[Violation, ...] = ()
    incidents: tuple[Incident, ...] = ()
    stage: Stage | None = None
    rulings: tuple[Ruling, ...] = ()
    laws: tuple[Law, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    activities: tuple[Activity, ...] = ()


_DECODER = msgspec.json.Decoder(Reading)


class ReadingError(ValueError):
    """A line that is no Reading of this schema; the message says what and where."""


def encode(reading: Reading) -> str:
    """Write a Reading as one line of JSON, without the line end."""
    return msgspec.json.encode(reading).decode()


def decode(line: str | bytes) -> Reading:
    """Read one line of JSON; raise ReadingError if it is no Reading of schema `SCHEMA`."""
    try:
        reading = _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise ReadingError(f"not a Reading of schema {SCHEMA}: {problem}") from problem
    if reading.schema != SCHEMA:
        asked = f"this program reads {SCHEMA}: extract it again"
        raise ReadingError(f"Reading {reading.id!r} has schema {reading.schema}, {asked}")
    return reading


def quotations(record: msgspec.Struct | tuple[object, ...]) -> Iterator[Evidence]:
    """All evidence within a record, however deep."""
    if isinstance(record, Evidence):
        yield record
    elif isinstance(record, msgspec.Struct):
        yield from quotations(tuple(getattr(record, f) for f in record.__struct_fields__))
    elif isinstance(record, tuple):
        for part in record:
            if isinstance(part, msgspec.Struct | tuple):
                yield from quotations(part)

"""An annotated article: NAME.json is the article, NAME.gold.json what a careful reader finds in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec

GOLD = ".gold.json"


class AnnotationError(ValueError):
    """A file of the pair that is missing or no annotation at all; the message says which, where and what to do."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frozen record that refuses unknown fields."""


class Written(Record, frozen=True):
    """NAME.json; `text` is what every quotation is a piece of."""

    id: str
    url: str
    site: str
    title: str
    published: str
    text: str
    text_kind: str = ""


class Person(Record, frozen=True):
    """One named person; `evidence` is the shortest piece of the text that shows the role, "" where none is needed."""

    name: str
    office: str | None
    agency_or_region: str | None
    role: str
    also: tuple[str, ...]
    pid: str
    evidence: str


class UnnamedOffender(Record, frozen=True):
    description: str
    office: str | None = None
    count: int | None = None
    region: str | None = None


class Body(Record, frozen=True):
    name: str
    role: str


class Region(Record, frozen=True):
    """`province_inferred` is the annotator's where the text names none."""

    province: str | None = None
    kabupaten_kota: str | None = None
    kecamatan: str | None = None
    desa_kelurahan: str | None = None
    province_inferred: str | None = None


class EventDate(Record, frozen=True):
    """`accept` lists other dates that count as right where the text can be read in two ways."""

    date: str
    what: str
    accept: tuple[str, ...] = ()


class Decision(Record, frozen=True):
    body: str | None
    outcome: str
    sanction: str = ""
    date: str | None = None
    where: str = ""


class Provision(Record, frozen=True):
    act: str
    article: str | None = None


class Figure(Record, frozen=True):
    what: str
    number: float
    scope: str | None = None
    period: str | None = None
    source_agency: str | None = None


class Contest(Record, frozen=True):
    kind: str
    year: int | None = None


class Annotation(Record, frozen=True):
    """NAME.gold.json; what each field holds is told in docs/annotating.md."""

    id: str
    url: str
    kind: str
    case: str | None
    persons: tuple[Person, ...]
    unnamed_offenders: tuple[UnnamedOffender, ...]
    agencies: tuple[Body, ...]
    region: Region
    event_dates: tuple[EventDate, ...]
    violation_type: tuple[str, ...]
    offender_class: tuple[str, ...]
    procedural_status: str | None
    status_detail: tuple[str, ...]
    rulings: tuple[Decision, ...]
    laws: tuple[Provision, ...]
    statistics: tuple[Figure, ...]
    election: Contest | None
    prevention: tuple[dict[str, Any], ...]
    notes: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Both files, read; `name` is what they share."""

    name: str
    folder: Path
    article: Written
    gold: Annotation


Kind = TypeVar("Kind", Written, Annotation)


def names_at(path: Path) -> list[Path]:
    """The annotated articles at a path, each as FOLDER/NAME: a file of a pair, its bare name, or a folder."""
    if path.is_dir():
        return sorted(p.with_name(p.name.removesuffix(GOLD)) for p in path.glob(f"*{GOLD}"))
    return [path.with_name(path.name.removesuffix(GOLD).removesuffix(".json"))]


def read_pair(stem: Path) -> Pair:
    """Read FOLDER/NAME.json and FOLDER/NAME.gold.json; raise AnnotationError for what cannot be read as such."""
    article = read_part(stem.with_name(f"{stem.name}.json"), Written)
    return Pair(stem.name, stem.parent, article, read_part(stem.with_name(f"{stem.name}{GOLD}"), Annotation))


def read_part(path: Path, kind: type[Kind]) -> Kind:
    """Read one file of a pair; raise AnnotationError with the line, or the field, that is wrong."""
    try:
        return msgspec.convert(json.loads(path.read_text("utf-8")), kind)
    except FileNotFoundError as problem:
        remedy = "write it with `netralitas annotate draft`" if path.name.endswith(GOLD) else "put the article there"
        raise AnnotationError(f"{path}: not there; {remedy}") from problem
    except (UnicodeDecodeError, json.JSONDecodeError) as problem:
        raise AnnotationError(f"{path}: no JSON in UTF-8 ({problem}); mend that place") from problem
    except msgspec.ValidationError as problem:
        raise AnnotationError(f"{path}: {problem}; docs/annotating.md lists the fields") from problem

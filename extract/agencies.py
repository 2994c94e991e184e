"""The bodies an article names, each once by its fullest name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extract import gazetteer
from extract.agencynames import STATE, AgencyMention, agency_mentions
from extract.evidence import quotation
from extract.partaking import role_of, takes_part
from extract.reading import Agency
from extract.text import Span, Text

MENTIONS_SHOWN = 3
# Kinds of which a region has many, so that the name tells which is meant.
MANY = frozenset({"dinas", "badan", "kementerian", "puskesmas", "sekolah", "universitas", "lembaga", "partai"})
SHORT_NAMES = {
    "disdik": "dinas pendidikan", "dindik": "dinas pendidikan", "disdikbud": "dinas pendidikan dan kebudayaan",
    "dindikbud": "dinas pendidikan dan kebudayaan", "dinkes": "dinas kesehatan", "dinsos": "dinas sosial",
    "dishub": "dinas perhubungan", "dispora": "dinas pemuda dan olahraga", "dispar": "dinas pariwisata",
    "diskominfo": "dinas komunikasi dan informatika", "dinas kominfo": "dinas komunikasi dan informatika",
}  # fmt: skip
Key = tuple[str, str, str | None]


def find_agencies(text: Text) -> tuple[Agency, ...]:
    """The bodies that take part in the story, each once by its fullest name; a bare name joins its kind's region."""
    parts = ((kind, found) for (kind, _, _), found in groups(text).items() if takes_part(text, kind, found))
    return tuple(_agency(text, kind, found) for kind, found in parts)


def groups(text: Text) -> dict[Key, list[AgencyMention]]:
    """The mentions of each body, by kind, name where a kind has many, and region."""
    found: dict[Key, list[AgencyMention]] = {}
    for m in agency_mentions(text):
        found.setdefault((m.kind, _which(text, m), m.region), []).append(m)
    homes = _homes(found)
    for key in [k for k in found if k[2] is None]:
        if home := homes.get(key[:2]):
            found[home] = sorted(found[home] + found.pop(key), key=lambda m: m.start)
    return found


def _which(text: Text, m: AgencyMention) -> str:
    if m.kind not in MANY:
        return ""
    name = " ".join(re.sub(r"\([^)]*\)|[,/]", " ", text.raw[m.start : m.named]).lower().split())
    return SHORT_NAMES.get(name, name)


def _homes(found: Iterable[Key]) -> dict[tuple[str, str], Key]:
    """The body that each bare name stands for: the first of a region, else that of the state."""
    homes: dict[tuple[str, str], Key] = {}
    for key in sorted((k for k in found if k[2] is not None), key=lambda k: k[2] == STATE):
        homes.setdefault(key[:2], key)
    return homes


def _agency(text: Text, kind: str, found: Sequence[AgencyMention]) -> Agency:
    full = max(found, key=lambda m: m.end - m.start)
    name = " ".join(text.raw[full.start : full.end].split())
    region = next((m.region for m in found if m.region and m.region[:1].isdigit()), None)
    place = gazetteer.place_of(region) if region else None
    evidence = tuple(quotation(text, Span(m.start, m.end)) for m in found[:MENTIONS_SHOWN])
    return Agency(name=name, kind=kind, role=role_of(kind), place=place, evidence=evidence)

"""Offices where they stand in the text, and the office of a person who stands beside one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.text import Span, Text
from extract.vocabulary import Acting, OfficeClass

HEAD = (
    r"(?:Wakil\s+)?(?:Gubernur|Bupati|Wali\s?kota)|Sekda\w*|Sekretaris\s+Daerah|Asisten|Staf\s+Ahli|Kepala\s+\w+|Kadis\w*|Kaban|Kabag|Kabid|Kasi|Kasu?bb?ag"
    r"|Inspektur|Kasatpol\s+PP|Direktur|Kapus\w*|Kepsek|guru|dosen|Camat|Lurah|Kades|Kuwu|Perbekel|Keuchik|Wali\s+Nagari|Sekcam|Sekdes"
    r"|(?:Ketua|Anggota|Komisioner|Koordinator|Kordiv)\s+\w+|(?:bakal\s+)?calon\s+(?:wakil\s+)?(?:bupati|gubernur|wali\s?kota)|[Cc]aleg"
)
OFFICE = re.compile(
    rf"(?<!\w)(?P<former>(?:mantan|eks|bekas)\s+)?(?P<acting>(?:Pj|Plt|Pjs|Plh)\.?\s+)?(?P<title>(?:{HEAD})(?:\s+(?:[A-Z][\w/.-]*|dan|urut|nomor|\d+)){{0,8}})"
)


@dataclass(frozen=True, slots=True)
class OfficeFound:
    """An office phrase: `title` is how it is printed, with the region or body it names."""

    start: int
    end: int
    title: str
    office_class: OfficeClass
    acting: Acting | None = None
    former: bool = False
    agency: str | None = None
    place_name: str | None = None


def find_offices(text: Text) -> tuple[OfficeFound, ...]:
    """The office phrases in the body, in order."""
    return tuple(
        OfficeFound(m.start(), m.end(), " ".join(m[0].split()), "asn")
        for line in text.body
        for m in OFFICE.finditer(text.raw, line.start, line.end)
    )


def office_of(text: Text, person_mentions: Sequence[Span], offices: Sequence[OfficeFound]) -> OfficeFound | None:
    """The office that stands next to a person's name."""
    for span in person_mentions:
        for office in offices:
            if (
                0 <= span.start - office.end <= 3
                or 0 <= office.start - span.end <= 3
                or office.start <= span.start < office.end
            ):
                return office
    return None

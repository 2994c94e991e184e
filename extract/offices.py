"""Offices where they stand in the text, and the office of a person who stands beside one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract import gazetteer
from extract.apposition import AGE, DEGREES, Rank, Standing, standing
from extract.officetail import apposed_region, tail_of
from extract.officewords import acting_of, class_of, head_pattern
from extract.pairs import pair_of
from extract.text import Span, Text
from extract.vocabulary import Acting, OfficeClass

PART = re.compile(
    r"(?:terdakwa|pelapor|terlapor|pengadu|teradu|saksi|warga|pemilik|perwakilan|istri|suami|anak|adik|kakak|rekan|mahasisw[ai]|aktivis"
    r"|tokoh|relawan|akun|petahana|(?:bakal\s+)?calon$|anggota$|ketua$|pasangan$|simpatisan|kader)",
    re.IGNORECASE,
)
KIN = re.compile(r"(?:istri|suami|anak|adik|kakak|rekan|sepupu|keponakan|menantu)", re.IGNORECASE)
BARE = re.compile(
    r"(?:bakal\s+)?(?:pasangan(?:\s+calon)?|paslon|calon|kandidat|petahana|nomor\s+urut\s+\w+|nomor\s+\w+)",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"(?:wakil\s+)?(?:ketua|koordinator|sekretaris|direktur|anggota|perwakilan|juru\s+bicara|tim|kepala)", re.IGNORECASE
)
FROM = re.compile(rf"{DEGREES}{AGE}\s*(?:\(|,?\s+(?:dari|asal|dari\s+unsur)\s+|,\s+)(?=[A-Z])")
PENALTY = 4
REACH = 240


@dataclass(frozen=True, slots=True)
class OfficeFound:
    """An office phrase; `title` is how it is printed, without a possessive ending and without the place that follows.

    `place_name` is the region it names, `agency` the body.
    """

    start: int
    end: int
    title: str
    office_class: OfficeClass
    acting: Acting | None = None
    former: bool = False
    agency: str | None = None
    place_name: str | None = None


def find_offices(text: Text) -> tuple[OfficeFound, ...]:
    """The office phrases in the body, in order, none within another."""
    return tuple(o for line in text.body for o in _in_line(text.raw, line))


def _in_line(raw: str, line: Span) -> Iterator[OfficeFound]:
    at = line.start
    while m := head_pattern().search(raw, at, line.end):
        tail = tail_of(raw, m.start(), m.end(), line)
        yield OfficeFound(
            start=m.start(),
            end=apposed_region(raw, tail.end, line),
            title=_title(raw[m.start() : tail.end]),
            office_class=class_of(m),
            acting=acting_of(m),
            former=m["former"] is not None,
            agency=" ".join(raw[slice(*tail.agency)].split()) if tail.agency else None,
            place_name=gazetteer.name_of(tail.region) if tail.region else None,
        )
        at = max(tail.end, m.end())


def _title(printed: str) -> str:
    return " ".join(re.sub(r"(?<=[a-z]{3})nya\b", "", printed).split()).rstrip(" ,(")


def office_of(text: Text, person_mentions: Sequence[Span], offices: Sequence[OfficeFound]) -> OfficeFound | None:
    """The office of a person whose mentions are given: the one that stands beside one of them in the best form.

    From best to worst: OFFICE NAME; NAME (OFFICE); NAME, OFFICE; NAME selaku OFFICE; NAME dari BODY; one of a pair of
    candidates; a list of names after an office; an office in the same sentence. A part in the case ("terdakwa",
    "pelapor") counts less than an office. None where nothing is found.
    """
    found = [c for name in person_mentions for c in _candidates(text, name, offices)]
    best = min(found, key=lambda c: c[:3], default=None)
    return best[3] if best else None


def _candidates(text: Text, name: Span, offices: Sequence[OfficeFound]) -> Iterator[tuple[int, int, int, OfficeFound]]:
    line = next((b for b in text.body if b.holds(name)), None)
    if line is None:
        return
    near = (o for o in offices if line.start <= o.start < line.end and abs(o.start - name.start) < REACH)
    for office in near:
        found = _standing(text.raw, name, office)
        if found:
            part = PENALTY if PART.match(office.title) else 0
            yield found.rank + part, found.distance, name.start, _ending(text.raw, office, found.end)
    unit = _unit_of(text.raw, name, line)
    if unit:
        yield Rank.AFTER, 0, name.start, unit
    pair = pair_of(text, name, line)
    if pair:
        yield Rank.BRACKETED, 0, name.start, OfficeFound(pair.start, pair.end, pair.title, "candidate")


def _standing(raw: str, name: Span, office: OfficeFound) -> Standing | None:
    span = Span(office.start, office.end)
    found = standing(raw, name, span, free=bool(OPEN.match(office.title)), kin=bool(KIN.match(office.title)))
    bare = office.office_class == "candidate" and BARE.fullmatch(office.title)
    return Standing(Rank.LISTED, found.distance, found.end) if found and bare and found.rank < Rank.LISTED else found


def _ending(raw: str, office: OfficeFound, end: int) -> OfficeFound:
    """The office up to an offset: without the name it ran into, or with the name of its body."""
    if end == office.end:
        return office
    return replace(office, end=end, title=_title(raw[office.start : end]))


def _unit_of(raw: str, name: Span, line: Span) -> OfficeFound | None:
    """The body that a name is said to be from: "AS (Setda)", "Budi dari Dinas Sosial"."""
    link = FROM.match(raw, name.end, line.end)
    if not link:
        return None
    tail = tail_of(raw, link.end(), link.end(), line)
    if tail.end <= link.end() + 2:
        return None
    title = _title(raw[link.end() : tail.end])
    return OfficeFound(link.end(), tail.end, title, "asn", agency=title)

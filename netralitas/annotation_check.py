"""What is wrong with an annotated article: one problem a line, each with its field and what to do about it.

The rules are those of docs/annotating.md. A problem must be mended; a hint is for the annotator to judge.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import get_args

from extract import gazetteer
from extract.names import words_of
from extract.people import Person as Found
from extract.people import same_name
from extract.vocabulary import AgencyRole, ElectionKind, Kind, Stage, Violation
from netralitas.annotation import Pair

ROLES = (
    "offender_alleged",
    "offender_proven",
    "cleared",
    "speaker",
    "beneficiary_candidate",
    "victim",
    "other",
)
SHOWN = ROLES[:4]  # roles that need evidence
OFFENDERS = (
    "asn",
    "acting_head",
    "village_head",
    "village_apparatus",
    "incumbent",
    "contract_staff",
    "non_asn",
    "election_organiser",
)
DRAFT = "DRAFT"  # how the notes of a draft begin that nobody has corrected
WORDS = range(80, 801)
PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, what, and what to do; a hint may be right as it is."""

    field: str
    what: str
    remedy: str
    hint: bool = False

    def line(self, file: str) -> str:
        """The problem as one line."""
        return f"{file}: {'hint: ' if self.hint else ''}{self.field}: {self.what}; {self.remedy}"


def problems(pair: Pair) -> Iterator[Problem]:
    """Everything that is wrong with an annotated article, in the order of its fields."""
    yield from _identity(pair)
    yield from _closed_lists(pair)
    yield from _persons(pair)
    yield from _region(pair)
    yield from _dates(pair)
    yield from _empty(pair)


def missing_persons(pair: Pair, found: tuple[Found, ...]) -> Iterator[Problem]:
    """Hints at persons whom the reader finds in the text and the annotation lacks."""
    known = [words_of(p.name) for p in pair.gold.persons]
    for person in found:
        if not any(_alike(person.words, words) for words in known):
            at = person.spans[0].start
            near = " ".join(pair.article.text[max(0, at - 30) : at + 50].split())
            what = f"“{person.name}” is not among them (“… {near} …”)"
            yield Problem("persons", what, "add the person, or leave it if it is none of the story", hint=True)


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return a == b or same_name(a, b, False) or same_name(b, a, False)


def _identity(pair: Pair) -> Iterator[Problem]:
    article, gold = pair.article, pair.gold
    for field, given in (("id", gold.id), ("article id", article.id)):
        if given != pair.name:
            yield Problem(field, f"is “{given}”, the file is named “{pair.name}”", "make them equal")
    if gold.url != article.url:
        yield Problem("url", f"“{gold.url}” is not the article's “{article.url}”", "copy the article's")
    if (words := len(article.text.split())) not in WORDS:
        yield Problem("text", f"{words} words", f"news has {WORDS[0]} to {WORDS[-1]}: is it whole?", hint=True)
    if gold.notes.startswith(DRAFT):
        yield Problem("notes", "a draft that nobody has corrected", "check each field, then write notes of your own")


def _closed_lists(pair: Pair) -> Iterator[Problem]:
    gold = pair.gold
    yield from _listed("kind", [gold.kind], get_args(Kind))
    yield from _listed("procedural_status", [gold.procedural_status], (None, *get_args(Stage)))
    yield from _listed("violation_type", gold.violation_type, get_args(Violation))
    yield from _listed("offender_class", gold.offender_class, OFFENDERS)
    yield from _listed("persons.role", [p.role for p in gold.persons], ROLES)
    yield from _listed("persons.also", [a for p in gold.persons for a in p.also], ("incumbent",))
    yield from _listed("agencies.role", [a.role for a in gold.agencies], get_args(AgencyRole))
    yield from _listed("election.kind", [gold.election.kind] if gold.election else [], get_args(ElectionKind))


def _listed(
    field: str, given: tuple[str, ...] | list[str | None] | list[str], allowed: tuple[object, ...]
) -> Iterator[Problem]:
    for value in given:
        if value not in allowed:
            yield Problem(field, f"“{value}” is not in the list", f"use one of {', '.join(map(str, allowed))}")


def _persons(pair: Pair) -> Iterator[Problem]:
    text, persons = pair.article.text, pair.gold.persons
    for p in persons:
        if p.name not in text:
            yield Problem("persons.name", f"“{p.name}” is not in the text", "write it as it is printed there")
        if p.evidence and p.evidence not in text:
            what = f"“{p.evidence}” of {p.name} is not in the text"
            yield Problem("persons.evidence", what, "copy it to the letter, within one paragraph")
        if not p.evidence and p.role in SHOWN:
            yield Problem("persons.evidence", f"{p.name} is {p.role} without evidence", "copy the words that show it")
        if pair.gold.kind == "other" and p.role.startswith("offender"):
            what = f"{p.name} is {p.role} in an article of kind other"
            yield Problem("persons.role", what, "a case of another matter accuses nobody: other, or another kind")
    for field in ("name", "pid"):
        for value, times in Counter(getattr(p, field) for p in persons).items():
            if times > 1:
                yield Problem(f"persons.{field}", f"“{value}” stands {times} times", "one entry for one person")


def _region(pair: Pair) -> Iterator[Problem]:
    region = pair.gold.region
    provinces = [p for p in (region.province, region.province_inferred) if p]
    codes = {p: gazetteer.provinces().get(gazetteer.squeeze(p), ()) for p in provinces}
    for name in (p for p, found in codes.items() if not found):
        yield Problem("region.province", f"“{name}” is no province", "write it as the gazetteer does: “Jawa Timur”")
    if region.kabupaten_kota:
        yield from _regency(region.kabupaten_kota, {c for found in codes.values() for c in found})


def _regency(name: str, provinces: set[str]) -> Iterator[Problem]:
    field, label = "region.kabupaten_kota", name.split()[0]
    codes = gazetteer.regencies().get(gazetteer.squeeze(gazetteer.bare(name)), ())
    fitting = [c for c in codes if label not in ("Kabupaten", "Kota") or gazetteer.is_city(c) == (label == "Kota")]
    if label not in ("Kabupaten", "Kota"):
        yield Problem(field, f"“{name}” says not which", "begin with “Kabupaten” or “Kota”")
    elif not fitting:
        yield Problem(field, f"“{name}” is not in the gazetteer", "take one that exists: the places are real")
    elif provinces and not any(c[:2] in provinces for c in fitting):
        right = gazetteer.name_of(fitting[0][:2])
        what = f"{name} is in {right} today"
        yield Problem("region.province_inferred", what, "leave it if it was elsewhere when this was written", hint=True)


def _dates(pair: Pair) -> Iterator[Problem]:
    try:
        datetime.fromisoformat(pair.article.published)
    except ValueError:
        yield Problem("published", f"“{pair.article.published}” is no ISO date", "write 2024-10-28T09:30:00+07:00")
    given = [("event_dates.date", d) for e in pair.gold.event_dates for d in (e.date, *e.accept)]
    for field, day in [*given, *(("rulings.date", r.date) for r in pair.gold.rulings if r.date)]:
        if not _is_date(day):
            yield Problem(field, f"“{day}” is no date", "write 2024-10-28, or 2024-10, or 2024")


def _is_date(printed: str) -> bool:
    m = PARTIAL.fullmatch(printed)
    try:
        return m is not None and bool(date(int(m[1]), int(m[2] or 1), int(m[3] or 1)))
    except ValueError:
        return False


def _empty(pair: Pair) -> Iterator[Problem]:
    gold = pair.gold
    told = {
        "agencies.name": [a.name for a in gold.agencies],
        "event_dates.what": [e.what for e in gold.event_dates],
        "rulings.outcome": [r.outcome for r in gold.rulings],
        "laws.act": [a.act for a in gold.laws],
        "statistics.what": [s.what for s in gold.statistics],
        "unnamed_offenders.description": [u.description for u in gold.unnamed_offenders],
    }
    for field, values in told.items():
        if not all(v.strip() for v in values):
            yield Problem(field, "is empty", "say it, or take the entry out")

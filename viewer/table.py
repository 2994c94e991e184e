"""A timeline as a table: one row a claim and person, harmless in a spreadsheet."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from queries.cells import write_csv
from viewer.days import utc
from viewer.entry import Entry, Involved, Source

COLUMNS = (
    "fact", "fact_id", "date", "precision", "case", "violations", "stage", "person", "person_id", "office", "role",
    "standing", "standing_in_source", "agency", "region", "track", "outcome", "sanction_class", "months", "rupiah",
    "suspended", "superseded", "measure", "value", "unit", "quote", "title", "site", "published", "url", "archive",
    "reader",
)  # fmt: skip


def timeline_csv(entries: Iterable[Entry]) -> str:
    """The entries as CSV with a header line."""
    out = io.StringIO()
    lines = (line for entry in entries for line in _lines(entry))
    write_csv(out, COLUMNS, (dict(zip(COLUMNS, line, strict=True)) for line in lines))
    return out.getvalue()


def _lines(entry: Entry) -> Iterator[tuple[object, ...]]:
    for source in entry.sources:
        for person in entry.people or (None,):
            yield (*_fact(entry), *_person(person, source), *_content(entry), *_origin(source))


def _fact(entry: Entry) -> tuple[object, ...]:
    case, when = entry.case, entry.day
    held = (case.id, case.violations, case.stage) if case else (None, None, None)
    return entry.kind, entry.id, when.iso if when else None, when.precision if when else None, *held


def _person(person: Involved | None, source: Source) -> tuple[object, ...]:
    if person is None:
        return (None,) * 6
    said = source.standing_of(person.name.id)
    return person.name.text, person.name.id, person.office, person.role, person.standing, said


def _content(entry: Entry) -> tuple[object, ...]:
    d, f = entry.decision, entry.figure
    ruling = (d.track, d.outcome, d.sanction_class, d.months, d.rupiah, d.suspended, d.superseded) if d else (None,) * 7
    figure = (f.measure, f.value, f.unit) if f else (None,) * 3
    names = (named.text if named else None for named in (entry.agency, entry.region))
    return *names, *ruling, *figure


def _origin(source: Source) -> tuple[object, ...]:
    article = source.article
    published = utc(article.published)
    return source.quote, article.title, article.site, published, article.url, article.archive, source.reader

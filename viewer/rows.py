"""Rows of the timeline questions made into entries: one entry a fact, one source a claim, one line a person.

A row is one claim about one person (or nobody) in support of one fact; the columns are those of `queries/timeline_*`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date
from itertools import groupby

from viewer.days import Day, day, moment
from viewer.entry import Article, Case, Decision, Entry, Figure, Involved, Name, Source

Row = Mapping[str, object]
LAST = Day(date.max)


def entries(rows: Iterable[Row]) -> tuple[Entry, ...]:
    """Group rows into entries, the oldest first; entries without any date come last."""
    grouped: dict[tuple[str, str], list[Row]] = {}
    for row in _telling(list(rows)):
        grouped.setdefault(_fact(row), []).append(row)
    found = [_entry(kind, key, members) for (kind, key), members in grouped.items()]
    return tuple(sorted(found, key=lambda e: ((e.day or LAST).value, e.kind, e.id)))


def _telling(rows: list[Row]) -> list[Row]:
    """All rows but mentions of nobody that tell nothing: in an article that has a fact here, or beside a longer one."""
    facts = {row["article"] for row in rows if row["fact"] != "mention"}
    bare = [row for row in rows if row["fact"] == "mention" and not row.get("person_id")]
    longest = {row["article"]: row for row in sorted(bare, key=lambda r: len(str(r.get("quote") or "")))}
    idle = {id(row) for row in bare if row["article"] in facts or row is not longest[row["article"]]}
    return [row for row in rows if id(row) not in idle]


def _span(row: Row) -> tuple[int, int]:
    start, end = whole(row.get("start")), whole(row.get("end"))
    return (-1, -1) if start is None or end is None else (start, end)


def article(row: Row) -> Article:
    """The article of a row; `published` is local, its `zone` beside it, and `retrieved` is UTC."""
    known = {key: text(row.get(key)) for key in ("url", "site", "title", "archive")}
    published, zone = row.get("published"), text(row.get("zone")) or ""
    retrieved = moment(row.get("retrieved"), UTC)
    return Article(str(row["article"]), published=moment(f"{published}{zone}"), retrieved=retrieved, **known)


def source(first: Row, *rest: Row) -> Source:
    """The sentence of one or more rows that differ only in the claim or the person."""
    confidence = first.get("confidence")
    standings = {(str(r["person_id"]), str(r["standing"])) for r in (first, *rest) if _stands(r)}
    return Source(
        str(first["claim"]),
        text(first.get("quote")) or "",
        article(first),
        text(first.get("reader")),
        float(confidence) if isinstance(confidence, int | float) else None,
        whole(first.get("start")),
        whole(first.get("end")),
        tuple(sorted(standings)),
    )


def _stands(row: Row) -> bool:
    return bool(row.get("person_id") and row.get("standing"))


def name(row: Row, column: str) -> Name | None:
    """The named node of a column and its `_id` column."""
    key = text(row.get(f"{column}_id"))
    return Name(key, text(row.get(column)) or key) if key else None


def text(value: object) -> str | None:
    """A value as text, None for nothing."""
    return str(value) if value not in (None, "") else None


def whole(value: object) -> int | None:
    """A value as a whole number, None for nothing."""
    return int(value) if isinstance(value, int | float) else None


def listed(value: object) -> tuple[str, ...]:
    """A list column as texts."""
    return tuple(str(v) for v in value if v) if isinstance(value, list | tuple) else ()


def _fact(row: Row) -> tuple[str, str]:
    """What a row belongs to; mentions in one article are one entry."""
    kind = str(row["fact"])
    return kind, str(row["article"] if kind == "mention" else row["fact_id"])


def _entry(kind: str, key: str, rows: list[Row]) -> Entry:
    first = rows[0]
    sources = _sources(rows)
    return Entry(
        kind,
        key,
        _day(rows, sources),
        sources,
        _people(rows, sources),
        _case(rows),
        _decision(first) if kind == "ruling" else None,
        _figure(first) if kind == "statistic" else None,
        text(first.get("activity")),
        name(first, "agency"),
        name(first, "region"),
    )


def _day(rows: list[Row], sources: tuple[Source, ...]) -> Day | None:
    """The fact's own date, else the day of the first article that reports it, marked as such."""
    own = next((d for r in rows if (d := day(r.get("date"), r.get("precision")))), None)
    published = [s.article.published.date() for s in sources if s.article.published]
    return own or (Day(min(published), "published") if published else None)


def _sources(rows: list[Row]) -> tuple[Source, ...]:
    """One source a sentence, the oldest article first; what is quoted within a longer quotation is not quoted again."""
    sentences: dict[tuple[object, tuple[int, int], object], list[Row]] = {}
    for row in sorted(rows, key=lambda r: (_span(r)[0], -_span(r)[1])):
        place = (row["article"], _span(row), row.get("quote"))
        article, (start, end), _ = place
        around = (p for p in sentences if p[0] == article and p[1][0] <= start and end <= p[1][1] and start >= 0)
        sentences.setdefault(next(around, place), []).append(row)
    return tuple(sorted((source(*members) for members in sentences.values()), key=_age))


def _age(source: Source) -> tuple[str, str, int]:
    published = source.article.published
    return (published.isoformat() if published else "9999", source.article.id, source.start or 0)


def _people(rows: list[Row], sources: tuple[Source, ...]) -> tuple[Involved, ...]:
    """Everybody in the rows, the accused first, in the order of their first row."""
    known = [r for r in rows if r.get("person_id")]
    order = {str(r["person_id"]): i for i, r in reversed(list(enumerate(known)))}
    ranked = sorted(known, key=lambda r: order[str(r["person_id"])])
    people = [_involved(list(group), sources) for _, group in groupby(ranked, key=lambda r: str(r["person_id"]))]
    return tuple(sorted(people, key=lambda p: p.role != "accused"))


def _involved(rows: list[Row], sources: tuple[Source, ...]) -> Involved:
    named = name(rows[0], "person")
    assert named is not None, "rows without a person are dropped before"
    accused = any(r.get("role") == "accused" for r in rows)
    role = "accused" if accused else str(rows[0].get("role") or "other")
    said = tuple((s, source.claim) for source in sources if (s := source.standing_of(named.id))) if accused else ()
    of_all = next((str(r["case_standing"]) for r in rows if r.get("case_standing")), None)
    office = next((text(r.get("office")) for r in rows if r.get("office")), None)
    standing = of_all or careful(s for s, _ in said) or "alleged"
    conflict = accused and any(r.get("conflict") is True for r in rows)
    return Involved(named, role, office, standing if accused else None, said, conflict)


def careful(standings: Iterable[str]) -> str | None:
    """The standing that wrongs nobody where sources differ and the graph has not decided."""
    said = set(standings)
    return next(iter(said)) if len(said) == 1 else next((s for s in ("cleared", "alleged") if s in said), None)


def _case(rows: list[Row]) -> Case | None:
    row = next((r for r in rows if r.get("case_id")), None)
    return Case(str(row["case_id"]), listed(row.get("violations")), text(row.get("stage"))) if row else None


def _decision(row: Row) -> Decision:
    return Decision(
        text(row.get("outcome")),
        text(row.get("track")),
        text(row.get("class")),
        text(row.get("sanction")),
        whole(row.get("months")),
        whole(row.get("rupiah")),
        row.get("suspended") is True,
        row.get("superseded") is True,
    )


def _figure(row: Row) -> Figure | None:
    value = row.get("value")
    if not isinstance(value, int | float):
        return None
    return Figure(
        text(row.get("measure")) or "", value, text(row.get("unit")), day(row.get("as_of"), row.get("precision"))
    )

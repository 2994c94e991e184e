"""Lists of candidates as the KPU publishes them, read by the words of their headers: columns differ by year and maker.

A row is a pair of candidates (2018, 2020, 2024) or one candidate with a post ("calon kepala daerah"). What a row lacks
is said in one line and the row is left out; the rest is kept.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import msgspec

from extract import gazetteer
from graph.ballot import Contest, Post, Running, Seat, contest_of, seat_of
from graph.where import regency_codes

BOX = re.compile(r"^(?:kolom|kotak)\s+kosong", re.IGNORECASE)
YES = re.compile(r"^\s*(?:1|ya|y|yes|true|benar|petahana|incumbent|terpilih|menang|pemenang|p)\s*$", re.IGNORECASE)
PAIR = re.compile(r"\s+(?:dan|&|-|–|dengan|berpasangan dengan)\s+|\s*/\s*|\s*–\s*", re.IGNORECASE)
LABELLED = re.compile(r"kota\b|kab", re.IGNORECASE)
PROVINCE = re.compile(r"^prov\w*\.?\s", re.IGNORECASE)
LONGEST = 200
YEAR = re.compile(r"(?<!\d)(20[0-3]\d)(?!\d)|(?<!\d)\d{1,2}[a-z]{3}(20[0-3]\d)")


class CandidatesError(ValueError):
    """A file that is no list of candidates; the message says what, where and what to do."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a list says: contests, who ran in them, and one line for each row that could not be used."""

    contests: tuple[Contest, ...]
    running: tuple[Running, ...]
    problems: tuple[str, ...]
    encoding: str


def read_candidates(path: Path, year: int | None = None) -> Candidates:
    """Read a CSV list; the year is taken from a column, a header or the file's name where it is not given.

    Raise CandidatesError for a file that is missing, no text, or has no column of names or regions.
    """
    text, encoding = _text(path)
    headers, rows = _table(path, text)
    columns = columns_of(headers)
    _demand(path, columns)
    year = year or _year(path.name, *headers)
    running, problems = [], []
    for number, row in rows:
        try:
            running += _read(Row(row, columns, year, f"{path.name}, line {number}"))
        except CandidatesError as problem:
            problems.append(f"{path.name}, line {number}: {problem}; left out")
    if not running:
        raise CandidatesError(f"{path}: no candidate in it could be used ({next(iter(problems), 'it has no rows')})")
    contests = {r.contest.id: r.contest for r in running}
    unique = tuple(sorted(set(running), key=lambda r: r.order))
    return Candidates(tuple(contests[i] for i in sorted(contests)), unique, tuple(problems), encoding)


@cache
def fields() -> dict[str, tuple[str, ...]]:
    """What each field's column may be called, read once."""
    content = resources.files("graph").joinpath("words", "candidates.toml").read_bytes()
    return msgspec.toml.decode(content, type=dict[str, tuple[str, ...]])


def columns_of(headers: Sequence[str]) -> dict[str, str]:
    """Which header holds which field: an exact wording first, then the longest wording that a header begins with."""
    plain = {h: _plain(h) for h in headers}
    columns: dict[str, str] = {}
    for name, wordings in fields().items():
        exact = next((h for w in wordings for h in headers if plain[h] == w), None)
        begins = (h for w in sorted(wordings, key=len, reverse=True) for h in headers if plain[h].startswith(w + " "))
        header = exact or next((h for h in begins if h not in columns.values()), None)
        if header is not None and header not in columns.values():
            columns[name] = header
    return columns


@dataclass(frozen=True, slots=True)
class Row:
    """One row with what is known of the table's columns."""

    cells: Mapping[str, str]
    columns: Mapping[str, str]
    year: int | None
    source: str = ""

    def get(self, field: str) -> str:
        """A field's text without outer blanks; empty where there is no such column or cell."""
        return " ".join(self.cells.get(self.columns.get(field, ""), "").split())

    def number(self, field: str) -> int | None:
        digits = re.sub(r"[.,\s](?=\d{3}\b)", "", self.get(field))
        return int(found[0]) if (found := re.search(r"\d{1,12}", digits)) else None

    def yes(self, field: str) -> bool | None:
        text = self.get(field)
        return bool(YES.match(text)) if text else None


def _read(row: Row) -> list[Running]:
    """The candidates of one row; none for a "kolom kosong" (a single pair stands against an empty box)."""
    names = _names(row)
    if any(BOX.match(name) for _, name in names):
        return []
    if not names:
        raise CandidatesError("no candidate's name")
    if (longest := max(len(name) for _, name in names)) > LONGEST:
        raise CandidatesError(f"a candidate's name of {longest} characters")
    contest = _contest(row)
    pair = " - ".join(name for _, name in names)
    return [_running(row, contest, post, name, pair) for post, name in names]


def _running(row: Row, contest: Contest, post: Post, name: str, pair: str) -> Running:
    own = row.yes("deputy_incumbent" if post == "deputy" and "deputy_incumbent" in row.columns else "incumbent")
    return Running(
        contest,
        row.number("number"),
        post,
        name,
        pair,
        None if post == "deputy" and "deputy_incumbent" not in row.columns and "post" not in row.columns else own,
        row.number("votes"),
        row.yes("won"),
        row.yes("ahead"),
        row.source,
    )


def _names(row: Row) -> list[tuple[Post, str]]:
    head, deputy = row.get("head"), row.get("deputy")
    if not head and (both := row.get("pair")):
        head, _, deputy = (p.strip() for p in re.sub(PAIR, "\n", both, count=1).partition("\n"))
    if not deputy and re.search(r"wakil", row.get("post"), re.IGNORECASE):
        return [("deputy", tidy(head))] if head else []
    posts: tuple[tuple[Post, str], ...] = (("head", head), ("deputy", deputy))
    return [(post, tidy(name)) for post, name in posts if name]


def tidy(name: str) -> str:
    """A name from a list as an article would print it: not all in capitals, without what stands behind a comma."""
    bare = name.split(",")[0].strip()
    return " ".join(w.capitalize() if w.isupper() and len(w) > 2 and "." not in w else w for w in bare.split())


def _contest(row: Row) -> Contest:
    year = row.number("year") or row.year
    if year is None or not 2005 <= year <= 2100:
        raise CandidatesError("no year")
    code = _code(row)
    return contest_of(year, _seat(row, code), code)


def _seat(row: Row, code: str) -> Seat:
    office = row.get("office").lower()
    if "gub" in office and len(code) > 2:
        raise CandidatesError(f"a governor for {row.get('region')!r}, which is no province")
    return seat_of(code)


def _code(row: Row) -> str:
    """The region's code by its name, which outlives changes of codes, else by the code given."""
    office, code = row.get("office").lower(), row.get("code")
    name = row.get("region") or (row.get("province") if "gub" in office or "region" not in row.columns else "")
    if not name and not code:
        raise CandidatesError("no region")
    label = (
        ""
        if LABELLED.match(name)
        else "Kota "
        if re.search("wal[ik]", office)
        else "Kabupaten "
        if "bup" in office
        else ""
    )
    provinces = gazetteer.provinces().get(gazetteer.squeeze(PROVINCE.sub("", name)), ())
    codes = () if "gub" in office else regency_codes(label + name, row.get("province") or None)
    named = codes or provinces
    if len(named) == 1:
        return named[0]
    if re.fullmatch(r"\d\d(?:\.\d\d)?", code) and gazetteer.exists(code) and (not named or code in named):
        return code
    raise CandidatesError(f"region {name or code!r} is {'two regions' if named else 'not in the gazetteer'}")


def _text(path: Path) -> tuple[str, str]:
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise CandidatesError(f"{path}: {problem.strerror or problem}; name a CSV file") from problem
    for encoding in ("utf-8-sig", "utf-16") if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise CandidatesError(f"{path}: neither UTF-8, UTF-16 nor Windows-1252 text; save it as CSV in UTF-8")


def _table(path: Path, text: str) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """Headers and rows with their line numbers."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t|", key=first.count)
    if "\0" in text or not first.count(delimiter):
        raise CandidatesError(f"{path}: no table of comma-separated values; save it as CSV in UTF-8")
    reader = csv.DictReader(io.StringIO(text.lstrip("\n\r ")), delimiter=delimiter, restkey="", restval="")
    try:
        rows = [(reader.line_num, {k: v for k, v in row.items() if isinstance(v, str)}) for row in reader]
    except csv.Error as problem:
        raise CandidatesError(f"{path}, after line {reader.line_num}: {problem}; mend it there") from problem
    return [h for h in reader.fieldnames or () if h], rows


def _demand(path: Path, columns: Mapping[str, str]) -> None:
    if not {"head", "pair"} & columns.keys():
        raise CandidatesError(f"{path}: no column of candidates' names (such as {', '.join(fields()['head'][:3])})")
    if not {"region", "code", "province"} & columns.keys():
        raise CandidatesError(f"{path}: no column of regions (such as {', '.join(fields()['region'][:3])})")


def _year(*texts: str) -> int | None:
    """The year that a file's name or a header holds ("pilkada2024", "suara_27nov2024")."""
    found = (m for text in texts for m in YEAR.finditer(text.lower()))
    return next((int(m[1] or m[2]) for m in found), None)


def _plain(header: str) -> str:
    """A header as words: "namaCalonKd" and "NAMA_CALON KD" are "nama calon kd"."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", unicodedata.normalize("NFKC", header))
    return " ".join(re.findall(r"[a-z0-9]+", apart.lower()))

"""The invented story: each file in `sample/story` is one article, its facts between +++ lines and then its text.

A line of its own that begins with @ or ## is no paragraph: `## heading`, `@baca other headline`, `@foto caption`,
`@iklan` (an advert), `@kutip` (the pull quotation), `@terkait` (the related link), `@halaman` (a new page).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin

import msgspec

from extract.dateline import DATELINE
from extract.moments import MONTHS

FOLDER = Path(__file__).parent / "story"
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
NAMES = [names.split()[0].capitalize() for names in MONTHS.split("|")]
READ_ON = re.compile(r"^BACA JUGA : |^Baca Juga : +")


class Facts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands before the text; names are printed in the text just so. `proven` and `accused` may share names."""

    site: str
    slug: str
    title: str
    published: datetime
    author: str
    kind: str
    regency: str
    speakers: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    proven: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    violations: tuple[str, ...] = ()
    case: str = ""
    stage: str = ""
    sanction: str = ""
    summary: str = ""
    photo: str = ""
    quote: str = ""
    related: str = ""
    editor: str = ""
    area: str = ""
    code: str = ""
    channel: str = ""
    category: int = 0
    id: int = 0
    updated: datetime | None = None
    fetched: datetime | None = None
    doubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or mark; `dateline` is what a paragraph opens with and `after` the rest of it."""

    kind: str
    text: str
    dateline: str = ""
    after: str = ""


@dataclass(frozen=True)
class Story:
    """One article of the story; `name` is its file's name."""

    name: str
    facts: Facts
    body: str

    @property
    def published(self) -> datetime:
        return self.facts.published

    @property
    def fetched(self) -> datetime:
        """When the invented crawl came by: a day after publication, unless the file says otherwise."""
        return self.facts.fetched or (self.published + timedelta(hours=26)).replace(microsecond=0)

    @cached_property
    def pages(self) -> tuple[tuple[Block, ...], ...]:
        """The blocks of each page."""
        return tuple(tuple(_blocks(page)) for page in re.split(r"^@halaman$", self.body, flags=re.MULTILINE))

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(block for page in self.pages for block in page)

    @property
    def text(self) -> str:
        """What a reader of the page should get: paragraphs and headings, joined by blank lines."""
        return "\n\n".join(b.text for b in self.blocks if b.kind in {"paragraph", "heading"})

    @property
    def url(self) -> str:
        return ADDRESSES[self.facts.site](self)

    def elsewhere(self, headline: str) -> str:
        """The address of another article of the site, which is not in the archive."""
        return urljoin(self.url, "/" + slug(headline))

    @property
    def iso(self) -> str:
        return self.published.isoformat()

    @property
    def utc(self) -> str:
        return self.published.astimezone(UTC).isoformat()

    @property
    def updated_utc(self) -> str:
        return self.facts.updated.astimezone(UTC).isoformat() if self.facts.updated else ""

    @property
    def clock(self) -> str:
        return f"{self.published:%H:%M}"

    @property
    def day_long(self) -> str:
        day = self.published
        return f"{DAYS[day.weekday()]}, {day.day} {NAMES[day.month - 1]} {day.year}"

    @property
    def day_short(self) -> str:
        return f"{self.published:%d %b %y}"

    @property
    def day_english(self) -> str:
        return f"{self.published:%d %b %Y}"

    @property
    def views(self) -> int:
        return 700 + self.facts.id % 997


def stories(folder: Path = FOLDER) -> tuple[Story, ...]:
    """All articles, in the order of their file names."""
    return tuple(story(path) for path in sorted(folder.glob("*.md")))


def story(path: Path) -> Story:
    """Read one file of the story; raise ValueError naming the file for facts that are not as they should be."""
    try:
        _, facts, body = path.read_text("utf-8").split("+++\n", 2)
        return Story(path.stem, msgspec.toml.decode(facts, type=Facts), body.strip())
    except (ValueError, msgspec.DecodeError) as problem:
        raise ValueError(f"{path}: {problem}") from problem


def slug(text: str) -> str:
    """A text as a part of an address."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _blocks(page: str) -> Iterator[Block]:
    for line in filter(None, map(str.strip, page.splitlines())):
        if line.startswith("## "):
            yield Block("heading", line[3:])
        elif line.startswith("@"):
            kind, _, text = line[1:].partition(" ")
            yield Block(kind, text)
        elif READ_ON.match(line):
            yield Block("baca", READ_ON.sub("", line))
        else:
            match = DATELINE.match(line)
            head = line[: match.end()] if match else ""
            yield Block("paragraph", line, head, line[len(head) :])


def _idntimes(s: Story) -> str:
    host = "www" if s.facts.area == "news" else s.facts.area
    folder = f"https://{host}.idntimes.com/news/{'indonesia' if host == 'www' else host}"
    return (
        f"{folder}/{s.facts.slug}-{s.facts.code}" if s.facts.code else f"{folder}/{slug(s.facts.author)}/{s.facts.slug}"
    )


def _harianjogja(s: Story) -> str:
    host = f"https://{s.facts.channel}.harianjogja.com"
    return f"{host}/read/{s.published:%Y/%m/%d}/{s.facts.category}/{s.facts.id}/{s.facts.slug}"


def _aliansi(s: Story) -> str:
    return f"https://aliansi.co/{s.facts.slug}/"


def _beritajakarta(s: Story) -> str:
    return f"https://www.beritajakarta.id/read/{s.facts.id}/{s.facts.slug}"


def _toprilis(s: Story) -> str:
    return f"https://www.toprilis.com/{s.published:%Y/%m}/{s.facts.slug}.html"


ADDRESSES = {
    "idntimes": _idntimes,
    "harianjogja": _harianjogja,
    "aliansi": _aliansi,
    "beritajakarta": _beritajakarta,
    "toprilis": _toprilis,
}

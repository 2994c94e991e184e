"""The archived page of an article, to be shown without being trusted."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crawler.archive import ArchiveError, page_at
from crawler.page import Page
from extract.article import NotAnArticle, article_of
from viewer.entry import Article, Source

Piece = tuple[str, bool]
HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Raw:
    """A page's bytes; `shown_as` for a sandbox, `plain` to be read as text."""

    body: bytes
    shown_as: str
    plain: str


@dataclass(frozen=True, slots=True)
class Copy:
    """The archived text as paragraphs of pieces, marked where claims quote; `same` if all quotations stand in place."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    sha256: str
    retrieved: datetime | None
    same: bool


def archived_copy(archive: Path, article: Article, claims: Iterable[Source]) -> Copy | None:
    """The text of an article's archived page; None where the archive is not here or holds no article."""
    page = _page(archive, article)
    try:
        text = article_of(page).text if page else ""
    except NotAnArticle:
        return None
    if not text or page is None:
        return None
    spans = [(c.start, c.end) for c in claims if c.start is not None and c.end and text[c.start : c.end] == c.quote]
    known = [c for c in claims if c.quote]
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Copy(tuple(paragraphs(text, spans)), digest, page.fetched, len(spans) == len(known))


def raw_page(archive: Path, article: Article) -> Raw | None:
    """The bytes of an article's archived page; what is not HTML is only ever shown as plain text."""
    page = _page(archive, article)
    if page is None:
        return None
    charset = re.sub(r"[^A-Za-z0-9_.:-]", "", page.charset or "") or "utf-8"
    html = (page.content_type or HTML[0]).partition(";")[0].strip().lower() in HTML
    return Raw(page.body, f"{HTML[0] if html else 'text/plain'}; charset={charset}", f"text/plain; charset={charset}")


def paragraphs(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[Piece, ...]]:
    """Cut a text into its lines, and each line into pieces that are marked or not."""
    marked = _merged(spans)
    for line in re.finditer(r"[^\n]+", text):
        if line[0].strip():
            yield tuple(_pieces(text, line.start(), line.end(), marked))


def _pieces(text: str, start: int, end: int, marked: list[tuple[int, int]]) -> Iterator[Piece]:
    at = start
    for first, last in marked:
        first, last = max(first, at), min(last, end)
        if first < last:
            if at < first:
                yield text[at:first], False
            yield text[first:last], True
            at = last
    if at < end:
        yield text[at:end], False


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _page(archive: Path, article: Article) -> Page | None:
    """Find a page by the article's `archive` ("FILE#OFFSET"); None where that is not, or no longer, in the archive."""
    file, _, offset = (article.archive or "").rpartition("#")
    try:
        return page_at(archive, file, int(offset))
    except (ArchiveError, ValueError):
        return None

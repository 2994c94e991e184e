"""Page to article: the site's own rule first, then JSON-LD and meta elements, then trafilatura.

All pages of a split article make one text; noise lines are taken out; a dateline stays in the text and is also named.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from crawler.page import Page
from crawler.site import WIB, Layout, Site, site_of
from extract.body import MIN_CHARACTERS, Body, body_of
from extract.byline import authors_of, title_of
from extract.dateline import dateline_of, syndicated_from
from extract.language import language_of
from extract.location import address_of, article_id, site_label
from extract.markup import tree_of
from extract.metadata import Metadata, metadata_of
from extract.moments import moment_of, plausible
from extract.paragraphs import compiled, plain
from extract.reading import Archived, Article

MAX_BYTES = 16 * 2**20
MAX_TAGS = 200_000
MAX_CHARACTERS = 200_000
CHECKED = re.compile(
    r"just a moment|verify(?:ing)? (?:that )?you are (?:a )?human|attention required|checking your browser"
    r"|are you a robot|access denied|ddos protection|enable javascript and cookies",
    re.IGNORECASE,
)
DATED = (
    "[itemprop=datePublished]",
    "time[pubdate]",
    "time.entry-date",
    "article time[datetime]",
    "h1 ~ time[datetime]",
)
VALUES = {"meta": "content", "time": "datetime", "abbr": "title"}


class NotAnArticle(ValueError):
    """A page that holds no article to read; `reason` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of an article, taken apart; `names` are what the site calls itself."""

    page: Page
    tree: HtmlElement
    url: str | None
    site: Site | None
    names: tuple[str, ...]
    metadata: Metadata
    body: Body

    @property
    def layouts(self) -> tuple[Layout, ...]:
        """The layout that fits, or all of the site's where none does."""
        return (self.body.layout,) if self.body.layout else self.site.layouts if self.site else ()

    def printed(self, selectors: Sequence[str]) -> Iterator[str]:
        """What the elements print or state, in the order of the selectors."""
        elements = (e for selector in selectors for e in compiled(selector)(self.tree))
        yield from (e.get(VALUES.get(str(e.tag), "data-none")) or e.text_content() for e in elements)


def article_of(page: Page | Sequence[Page]) -> Article:
    """The article on a page, or on the pages of a split article in their order.

    Raise NotAnArticle for a page that is empty, larger than MAX_BYTES or MAX_TAGS, a check for humans, behind a pay
    wall, or whose body is not of MIN_CHARACTERS to MAX_CHARACTERS. `text` is paragraphs joined by blank lines.
    """
    sheets = [sheet_of(p) for p in ([page] if isinstance(page, Page) else page)]
    text = "\n\n".join(_joined(sheets))
    if len(text) < MIN_CHARACTERS:
        raise NotAnArticle(f"a body of {len(text)} characters, fewer than {MIN_CHARACTERS}")
    refuse_excess(text)
    return _assembled(sheets[0], text)


def refuse_excess(text: str) -> None:
    """Raise NotAnArticle for a text longer than any article: later steps take time by the character."""
    if len(text) > MAX_CHARACTERS:
        raise NotAnArticle(f"a text of {len(text)} characters, more than {MAX_CHARACTERS}")


def sheet_of(page: Page) -> Sheet:
    """Take one page apart; raise NotAnArticle where there is nothing to take."""
    if len(page.body) > MAX_BYTES:
        raise NotAnArticle(f"a page of {len(page.body) >> 20} MB, larger than {MAX_BYTES >> 20} MB")
    if (tags := page.body.count(b"<")) > MAX_TAGS:
        raise NotAnArticle(f"a page of {tags} tags, more than {MAX_TAGS}")
    tree = tree_of(page.body, page.charset) if page.body.strip() else None
    if tree is None:
        raise NotAnArticle("an empty page")
    metadata = metadata_of(tree)
    _refuse_walls(tree, metadata)
    url = address_of(page.url, metadata.addresses)
    site = site_of(url) if url else None
    names = (*site.site_names, *site.hosts) if site else (site_label(url) or "", metadata.site_name)
    heads = (plain(h.text_content()) for h in tree.iter("h1"))
    titles = [title_of([head], site.title_suffixes if site else (), names) for head in (*metadata.titles, *heads)]
    body = body_of(tree, site, metadata, titles, page.fetched.date() if page.fetched else None)
    return Sheet(page, tree, url, site, names, metadata, body)


def _refuse_walls(tree: HtmlElement, metadata: Metadata) -> None:
    seen = tree.text_content()
    if CHECKED.search(metadata.title or "") or (len(seen) < 3000 and CHECKED.search(seen)):
        raise NotAnArticle("a page that checks for humans")
    if metadata.walled:
        raise NotAnArticle("an article behind a pay wall")


def _joined(sheets: Sequence[Sheet]) -> Iterator[str]:
    """The lines of all pages; a long line that an earlier page had (stand-first, teaser) comes once."""
    seen: set[str] = set()
    for sheet in sheets:
        yield from (line for line in sheet.body.lines if len(line) < 40 or line not in seen)
        seen.update(sheet.body.lines)


def _assembled(first: Sheet, text: str) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    page = first.page
    return Article(
        id=article_id(first.url, first.site) or digest[:16],
        text=text,
        url=first.url,
        site=site_label(first.url),
        title=_title(first) or None,
        published=_published(first),
        updated=_moment(first, first.metadata.updated),
        authors=_authors(first),
        language=language_of(text),
        sha256=digest,
        dateline=dateline_of(text),
        syndicated_from=syndicated_from(text, first.names),
        retrieved=page.fetched,
        archive=Archived(page.warc, page.offset) if page.warc and page.offset is not None else None,
    )


def _title(first: Sheet) -> str:
    own = first.printed([s for layout in first.layouts for s in layout.title])
    return title_of((*own, *first.metadata.titles), first.site.title_suffixes if first.site else (), first.names)


def _published(first: Sheet) -> datetime | None:
    own = tuple(first.printed([s for layout in first.layouts for s in layout.published]))
    sure = _moment(first, (*own, *first.metadata.published, *first.printed(DATED)))
    return sure or _moment(first, _guessed(first))


def _guessed(first: Sheet) -> tuple[str, ...]:
    """The day that the address or a time element names; never the first date in the text."""
    sure = {"extensive_search": False, "original_date": True}
    found = extract_metadata(first.tree, default_url=first.url, date_config=sure)
    return (found.date,) if found and found.date else ()


def _moment(first: Sheet, candidates: Sequence[str]) -> datetime | None:
    zone = first.site.zone if first.site else WIB
    moments = (moment for c in candidates if (moment := moment_of(c, zone)))
    return next((moment for moment in moments if plausible(moment, first.page.fetched)), None)


def _authors(first: Sheet) -> tuple[str, ...]:
    own = tuple(first.printed([s for layout in first.layouts for s in layout.author]))
    found = (authors_of(names, first.names) for names in (own, *first.metadata.authors))
    return next((names for names in found if names), ())

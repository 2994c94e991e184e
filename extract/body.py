"""The lines of an article on one page: by the site's layouts, else by trafilatura, usual elements or JSON-LD."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date

import trafilatura
from lxml.html import HtmlElement

from crawler.site import Layout, Site
from extract.dateline import only_dateline
from extract.metadata import Metadata
from extract.noise import article_lines
from extract.paragraphs import Line, chosen, compiled, lines_of, plain, prune

MIN_CHARACTERS = 400
USUAL = ("[itemprop=articleBody]", "article", ".entry-content", "main")
PRUNED = (
    ".linksisip, .lihatjg, .parallaxindetail, .paradetail, .para_caption, .kompasidRec, .gate-kgplus, p.baca",
    "p:has(a.inner-link-baca-juga), blockquote.summary-article, .baca-juga, .baca-juga-collections, .picked-article",
    "#baca-juga, .editors-pick, .main-article-source, .ten-second, .article-read, strong.read__others",
    "strong.readmore, .bg-primary-50, .detail__body-tag, .newstag, .jp-relatedposts, .sharedaddy, .page-links",
    "figure, figcaption, .wp-caption-text, .tr-caption, ins.adsbygoogle, dialog, [role=dialog], [aria-hidden=true]",
)

# What it cannot read, it says in a warning; here that is told as NotAnArticle, with the page's address.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of one page's article and the layout that found them, None where a general way did."""

    lines: tuple[str, ...] = ()
    layout: Layout | None = None

    @property
    def characters(self) -> int:
        return sum(map(len, self.lines))


def body_of(
    tree: HtmlElement, site: Site | None, metadata: Metadata, titles: Sequence[str], fetched: date | None = None
) -> Body:
    """The first way that gives at least MIN_CHARACTERS, else the one that gives most; `fetched` orders the layouts."""
    best = Body()
    for layout, lines in _ways(tree, site, metadata, fetched):
        body = Body(tuple(_whole(article_lines(lines, site, titles, metadata.description))), layout)
        if body.characters >= MIN_CHARACTERS:
            return body
        best = max(best, body, key=lambda b: b.characters)
    return best


def layouts_of(site: Site | None, fetched: date | None) -> list[Layout]:
    """A site's layouts, those that were over on the day of fetching last."""
    layouts = site.layouts if site else ()
    return sorted(layouts, key=lambda lay: bool(fetched and lay.valid_until and lay.valid_until < fetched))


def _ways(
    tree: HtmlElement, site: Site | None, metadata: Metadata, fetched: date | None
) -> Iterator[tuple[Layout | None, tuple[Line, ...]]]:
    for layout in layouts_of(site, fetched):
        for selector in layout.body:
            if compiled(selector)(tree):
                yield layout, _laid_out(tree, layout, selector)
    pruned = deepcopy(tree)
    prune(pruned, PRUNED)
    yield None, _printed(trafilatura.extract(pruned, include_comments=False, favor_precision=True) or "")
    yield from ((None, _all_of(pruned, selector)) for selector in USUAL)
    yield None, _printed(metadata.body)


def _laid_out(tree: HtmlElement, layout: Layout, selector: str) -> tuple[Line, ...]:
    pruned = deepcopy(tree)
    prune(pruned, (*PRUNED, *layout.prune))
    return _all_of(pruned, selector)


def _all_of(tree: HtmlElement, selector: str) -> tuple[Line, ...]:
    return tuple(line for element in chosen(tree, selector) for line in lines_of(element))


def _printed(text: str) -> tuple[Line, ...]:
    return tuple(Line(line) for raw in text.splitlines() if (line := plain(raw)))


def _whole(lines: Iterable[str]) -> Iterator[str]:
    """The lines with a dateline that markup cut off put before its paragraph again."""
    before = ""
    for line in lines:
        line, before = f"{before} {line}".strip(), ""
        if only_dateline(line):
            before = line
        else:
            yield line
    if before:
        yield before

"""The lines of an article's body: a block element or a line break begins a new one, white space is made plain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from lxml import etree
from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

UNREAD = frozenset(
    "script style noscript template iframe object embed svg math form button select textarea input nav aside footer"
    " audio video canvas head".split()
)
BLOCKS = frozenset(
    "p div br li ul ol tr table tbody thead section article header main h1 h2 h3 h4 h5 h6 blockquote pre dl dt dd hr"
    " figure figcaption center address details summary".split()
)
CELLS = frozenset({"td", "th"})
LEAVES = frozenset("p li h1 h2 h3 h4 h5 h6 span strong em".split())
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; `linked` says that all of it is a link."""

    text: str
    linked: bool = False


@dataclass(slots=True)
class _Lines:
    done: list[Line] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    free: bool = False

    def add(self, text: str | None, within_link: bool) -> None:
        if text:
            self.parts.append(text)
            self.free |= not within_link and bool(text.strip())

    def close(self) -> None:
        if text := plain("".join(self.parts)):
            self.done.append(Line(text, not self.free))
        self.parts, self.free = [], False


def plain(text: str) -> str:
    """A text with invisible characters dropped and each run of white space made one blank."""
    return " ".join(INVISIBLE.sub("", text).split())


def lines_of(root: HtmlElement) -> tuple[Line, ...]:
    """The visible lines of an element, in order; scripts, forms, menus and hidden elements are left out."""
    lines, links = _Lines(), 0
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            lines.close() if tag in BLOCKS else lines.add(" " if tag in CELLS else None, True)
            if _unread(element, tag):
                walker.skip_subtree()
                continue
            links += tag == "a"
            lines.add(element.text, links > 0)
        else:
            links -= tag == "a" and not _unread(element, tag)
            if tag in BLOCKS:
                lines.close()
            if element is not root:
                lines.add(element.tail, links > 0)
    lines.close()
    return tuple(lines.done)


def prune(tree: HtmlElement, selectors: Iterable[str]) -> None:
    """Take elements out of a tree; the text after each stays."""
    for selector in selectors:
        for element in compiled(selector)(tree):
            if element.getparent() is not None:
                element.drop_tree()


def chosen(tree: HtmlElement, selector: str) -> tuple[HtmlElement, ...]:
    """The elements that hold the body: all of them if they are paragraphs, else the one with the most text."""
    found = compiled(selector)(tree)
    if not found or all(e.tag in LEAVES for e in found):
        return tuple(found)
    return (max(found, key=lambda e: len(e.text_content())),)


@cache
def compiled(selector: str) -> CSSSelector:
    """A CSS selector for HTML trees; raise cssselect's SelectorError if it is none."""
    return CSSSelector(selector, translator="html")


def _unread(element: etree._Element, tag: str) -> bool:
    return tag in UNREAD or element.get("hidden") is not None or bool(HIDDEN.search(element.get("style") or ""))

"""A timeline as an Atom feed (RFC 4287), so that one can subscribe to a person, an agency, a region or a case."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from lxml import etree

from viewer.address import anchor, link
from viewer.days import utc
from viewer.entry import Entry
from viewer.screen import case_title, title
from viewer.timeline import Timeline
from viewer.words import Words

ATOM = "http://www.w3.org/2005/Atom"
NEWEST = 50
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(timeline: Timeline, said: Words, base: str) -> bytes:
    """The newest entries by when they were last reported; `base` is the viewer's own address without a final slash."""
    about = timeline.subject
    page = base + link(about.kind, about.id)
    newest = sorted(timeline.entries, key=_reported, reverse=True)[:NEWEST]
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    _add(feed, "id", page)
    _add(feed, "title", f"{title(said, about)} · {said('site.name')}")
    _add(feed, "updated", utc(_reported(newest[0]) if newest else BEGINNING))
    _add(feed, "subtitle", said("site.caution"))
    _add(etree.SubElement(feed, f"{{{ATOM}}}author"), "name", said("site.name"))
    _add(feed, "link", rel="self", href=base + link("feed", about.kind, about.id))
    _add(feed, "link", rel="alternate", href=page)
    for entry in newest:
        _add_entry(feed, entry, said, page)
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="UTF-8"))


def _add_entry(feed: etree._Element, entry: Entry, said: Words, page: str) -> None:
    element = etree.SubElement(feed, f"{{{ATOM}}}entry")
    address = f"{page}#{anchor(entry)}"
    _add(element, "id", address)
    _add(element, "title", heading(entry, said))
    _add(element, "updated", utc(_reported(entry)))
    _add(element, "link", rel="alternate", href=address)
    _add(element, "content", "\n\n".join(_sentences(entry, said)), type="text")


def heading(entry: Entry, said: Words) -> str:
    """An entry in one line: when, what, and how everybody accused stands in it."""
    what = case_title(said, entry.case) if entry.case else entry.sources[0].article.title or ""
    kind = said.label("fact", entry.kind)
    people = "; ".join(f"{p.name.text} ({said.label('standing', p.standing)})" for p in entry.accused)
    return " · ".join(part for part in (said.day(entry.day), kind, what, people) if part)


def _sentences(entry: Entry, said: Words) -> list[str]:
    return [
        f"“{s.quote}” {s.article.site or ''}, {said.moment(s.article.published)} {s.article.url or ''}".strip()
        for s in entry.sources
    ]


def _reported(entry: Entry) -> datetime:
    return max((s.article.published for s in entry.sources if s.article.published), default=BEGINNING)


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> None:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = NOT_XML.sub("", text) if text else None

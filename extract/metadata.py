"""What a page says about its article in JSON-LD and meta elements (schema.org, Open Graph, the sites' own names)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from lxml.html import HtmlElement

ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|Report)$")
ABOUT = ("NewsArticle", "ReportageNewsArticle", "Article", "BlogPosting")
PUBLISHED = (
    "article:published_time",
    "content_publisheddate",
    "dtk:publishdateunix",
    "datepublished",
    "publishdate",
    "publish-date",
    "dc.date.issued",
)
UPDATED = ("article:modified_time", "og:updated_time", "datemodified")
AUTHORS = ("content_author", "dtk:author", "author", "article:author", "dc.creator")


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own statements; `meta` is by lower-case name or property, `linked` is the JSON-LD of the article."""

    meta: Mapping[str, str] = field(default_factory=dict)
    linked: Mapping[str, object] = field(default_factory=dict)
    canonical: str | None = None
    title: str | None = None

    @property
    def titles(self) -> tuple[str, ...]:
        return _given(text_of(self.linked.get("headline")), self.meta.get("og:title"), self.title)

    @property
    def published(self) -> tuple[str, ...]:
        return _given(text_of(self.linked.get("datePublished")), *map(self.meta.get, PUBLISHED))

    @property
    def updated(self) -> tuple[str, ...]:
        return _given(text_of(self.linked.get("dateModified")), *map(self.meta.get, UPDATED))

    @property
    def authors(self) -> tuple[tuple[str, ...], ...]:
        """The candidates in their order: the site's own field for the reporter, JSON-LD, meta elements."""
        own = (_given(self.meta.get(name)) for name in AUTHORS[:2])
        rest = (_given(self.meta.get(name)) for name in AUTHORS[2:])
        return tuple(names for names in (*own, tuple(names_in(self.linked.get("author"))), *rest) if names)

    @property
    def addresses(self) -> tuple[str, ...]:
        return _given(self.canonical, self.meta.get("og:url"), text_of(self.linked.get("url")))

    @property
    def site_name(self) -> str:
        return self.meta.get("og:site_name", "")

    @property
    def description(self) -> str:
        return self.meta.get("og:description") or self.meta.get("description", "")

    @property
    def body(self) -> str:
        """The text as given in JSON-LD, often one paragraph and sometimes cut."""
        return unescape(text_of(self.linked.get("articleBody")) or "")

    @property
    def walled(self) -> bool:
        """Tell whether the page says that its text is not free to read."""
        return str(self.linked.get("isAccessibleForFree")).lower() == "false"


def metadata_of(tree: HtmlElement) -> Metadata:
    """Collect what a page states about its article."""
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            meta.setdefault(name.lower(), unescape(content).strip())
    canonical = next((e.get("href") for e in tree.iter("link") if e.get("rel") == "canonical"), None)
    title = next((e.text_content() for e in tree.iter("title")), None)
    return Metadata(meta, _linked(tree), canonical, title)


def text_of(value: object) -> str | None:
    """A JSON-LD value as text, where it is one."""
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, str) else None


def names_in(value: object) -> Iterator[str]:
    """Names of persons in a JSON-LD `author`: a text, a node with a name, or a list of these."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from names_in(value.get("name"))
    elif isinstance(value, list):
        for part in value[:20]:
            if not isinstance(part, list):
                yield from names_in(part)


def _given(*values: str | None) -> tuple[str, ...]:
    return tuple(value.strip() for value in values if value and value.strip())


def _linked(tree: HtmlElement) -> Mapping[str, object]:
    nodes = [n for script in tree.iter("script") for n in _nodes(script) if _is_article(n)]
    ranked = sorted(
        nodes, key=lambda n: ABOUT.index(kind) if (kind := text_of(n.get("@type"))) in ABOUT else len(ABOUT)
    )
    return ranked[0] if ranked else {}


def _nodes(script: HtmlElement) -> Iterator[Mapping[str, object]]:
    """All nodes of one JSON-LD script, `@graph` and lists opened; a script that is no JSON gives none."""
    if "ld+json" not in (script.get("type") or ""):
        return
    try:
        opened: list[object] = [json.loads(script.text or "", strict=False)]
    except (ValueError, RecursionError):
        return
    while opened:
        value = opened.pop(0)
        if isinstance(value, list):
            opened.extend(value)
        elif isinstance(value, dict):
            opened.extend(value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value)
            yield value


def _is_article(node: Mapping[str, object]) -> bool:
    kinds = node.get("@type")
    return any(isinstance(k, str) and ARTICLE.match(k) for k in (kinds if isinstance(kinds, list) else [kinds]))

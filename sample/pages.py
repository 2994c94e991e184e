"""The story as the five sites print it: one template a layout."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sample.story import Story, slug

TEMPLATES = Path(__file__).parent / "templates"


def environment() -> Environment:
    """Templates with autoescaping, `slug`, and `ld` for JSON-LD."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )
    made.filters |= {"slug": slug, "ld": _ld}
    return made


def pages(story: Story, others: Sequence[Story]) -> Iterator[tuple[str, str]]:
    """Address and HTML of each page of an article and of its doubles; `others` stand among the related links."""
    template = environment().get_template(f"{layout(story)}.html")
    number = len(story.pages)
    for page, blocks in enumerate(story.pages, start=1):
        url = story.url if page == 1 else f"{story.url}{page}/"
        given = {"blocks": blocks, "page": page, "pages": number, "mobile": False}
        yield url, template.render(s=story, f=story.facts, others=others, **given)
    for url in story.facts.doubles:
        mobile = (urlsplit(url).hostname or "").startswith("m.")
        given = {"blocks": story.blocks, "page": 1, "pages": number, "mobile": mobile}
        yield url, template.render(s=story, f=story.facts, others=others, **given)


def layout(story: Story) -> str:
    """The template of an article: IDN Times changed its own in late 2024, and its addresses with it."""
    if story.facts.site != "idntimes":
        return story.facts.site
    return "idntimes-new" if story.facts.code else "idntimes-old"


def _ld(value: Mapping[str, object]) -> Markup:
    return Markup(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c"))

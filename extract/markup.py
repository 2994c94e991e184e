"""A page's bytes as a tree, whatever its charset claims and however broken its HTML is."""

from __future__ import annotations

import codecs
import re

from lxml import etree, html
from lxml.html import HtmlElement

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)


def tree_of(body: bytes, charset: str | None = None) -> HtmlElement | None:
    """Parse a page; None where there is no element at all.

    Entities are never fetched, nesting beyond libxml2's limit is flattened and NUL bytes are dropped.
    """
    text = decoded(body, charset).replace("\0", "")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError:
        return None


def decoded(body: bytes, charset: str | None = None) -> str:
    """Decode a page's bytes; UTF-8 that reads well wins over whatever was declared, for it cannot be so by chance."""
    for mark, marked in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(marked, "replace")
    claims = [codec for claim in (charset, _declared(body)) if (codec := _known(claim))]
    if claims and claims[0].startswith(("utf-16", "utf-32")) and b"\0" in body[:200]:
        return body.decode(claims[0], "replace")
    text = body.decode("utf-8", "replace")
    return text if _reads_well(text) else _as_claimed(body, [c for c in claims if c != "utf-8"])


def _declared(body: bytes) -> str | None:
    found = DECLARED.search(body[:4096])
    return found[1].decode("ascii", "replace") if found else None


def _known(claim: str | None) -> str | None:
    try:
        codec = codecs.lookup(claim or "").name
    except (LookupError, ValueError):
        return None
    return "cp1252" if codec in {"iso8859-1", "ascii"} else codec


def _reads_well(text: str) -> bool:
    broken = text.count("\ufffd")
    return not broken or sum(c > "\x7f" for c in text) > 2 * broken


def _as_claimed(body: bytes, claims: list[str]) -> str:
    for codec in claims:
        try:
            return body.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
    return body.decode("cp1252", "replace")

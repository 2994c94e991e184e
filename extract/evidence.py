"""Quotations that show what was found: the sentence that holds it, or the words themselves."""

from __future__ import annotations

from bisect import bisect_right

from extract.reading import Evidence
from extract.text import Span, Text


def quotation(text: Text, span: Span) -> Evidence:
    """The words of a span."""
    return Evidence(quote=text[span], start=span.start, end=span.end)


def sentence_of(text: Text, start: int, end: int) -> Evidence:
    """The sentence that holds a stretch of the text, the stretch itself where none does; found by bisection."""
    n = bisect_right(text.sentences, start, key=lambda s: s.start) - 1
    if n >= 0 and text.sentences[n].holds(Span(start, end)):
        return quotation(text, text.sentences[n])
    return quotation(text, Span(start, end))

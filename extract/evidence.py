"""Quotations that show what was found, and the sentence, clause or line around an offset, found by bisection."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extract.reading import Evidence
from extract.text import Span, Text

LONGEST = 600


def quotation(text: Text, span: Span) -> Evidence:
    """The words of a span."""
    return Evidence(quote=text[span], start=span.start, end=span.end)


def sentence_of(text: Text, start: int, end: int) -> Evidence:
    """The sentence that holds a stretch of the text, at most 600 characters of it; the stretch where none does."""
    sentence = _around(text.sentences, start)
    if sentence is None or not sentence.holds(Span(start, end)):
        return quotation(text, Span(start, end))
    if sentence.end - sentence.start <= LONGEST:
        return quotation(text, sentence)
    return quotation(text, Span(max(sentence.start, start - LONGEST // 2), min(sentence.end, end + LONGEST // 2)))


def clause_of(text: Text, offset: int) -> Span:
    """The clause that holds an offset; nothing at the offset where none does."""
    clause = _around(text.clauses, offset)
    return clause if clause and clause.holds(offset) else Span(offset, offset)


def line_of(text: Text, offset: int) -> Span | None:
    """The body line that holds an offset."""
    line = _around(text.body, offset)
    return line if line and line.holds(offset) else None


def is_quoted(text: Text, offset: int) -> bool:
    """Tell whether an offset lies within quotation marks."""
    marks = _around(text.quotations, offset)
    return marks is not None and marks.holds(offset)


def _around(spans: Sequence[Span], offset: int) -> Span | None:
    n = bisect_right(spans, offset, key=lambda s: s.start) - 1
    return spans[n] if n >= 0 else None

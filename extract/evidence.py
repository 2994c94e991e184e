"""Quotations that show what was found, and the sentence, clause or line around an offset."""

from __future__ import annotations

from extract.reading import Evidence
from extract.text import Span, Text, holder

LONGEST = 600


def quotation(text: Text, span: Span) -> Evidence:
    """The words of a span."""
    return Evidence(quote=text[span], start=span.start, end=span.end)


def sentence_of(text: Text, start: int, end: int) -> Evidence:
    """The sentence that holds a stretch of the text, at most 600 characters of it; the stretch where none does."""
    sentence = text.sentence_at(start)
    if sentence is None or not sentence.holds(Span(start, end)):
        return quotation(text, Span(start, end))
    if sentence.end - sentence.start <= LONGEST:
        return quotation(text, sentence)
    return quotation(text, Span(max(sentence.start, start - LONGEST // 2), min(sentence.end, end + LONGEST // 2)))


def clause_of(text: Text, offset: int) -> Span:
    """The clause that holds an offset; nothing at the offset where none does."""
    return text.clause_at(offset) or Span(offset, offset)


def line_of(text: Text, offset: int) -> Span | None:
    """The body line that holds an offset."""
    return holder(text.body, offset)


def is_quoted(text: Text, offset: int) -> bool:
    """Tell whether an offset lies within quotation marks."""
    return text.quoted(offset)

"""Windows of an article's body, in which the trained encoder finds names; training and reading share them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.text import Span, Text
from extract.wordpieces import WordPieces, words

WINDOW = 200
"""Pieces in a window of the body."""

Pieces = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the body: vocabulary rows, the words, and at which row each word begins."""

    pieces: Pieces
    words: tuple[Span, ...]
    firsts: tuple[int, ...]


def windows(text: Text, vocabulary: WordPieces, limit: int | None = None) -> Iterator[Window]:
    """Cut the body's sentences into windows, whole sentences together where they fit; at most `limit` words in all."""
    open_window = _Window(vocabulary)
    left = limit if limit is not None else len(text.raw)
    for sentence in text.sentences:
        found = [(w, vocabulary.in_text(text.raw, w)) for w in words(text.raw, sentence)][: max(0, left)]
        left -= len(found)
        if open_window.words and not open_window.takes(sum(len(p) for _, p in found)):
            yield open_window.closed()
            open_window = _Window(vocabulary)
        for word, pieces in found:
            if open_window.words and not open_window.takes(len(pieces)):
                yield open_window.closed()
                open_window = _Window(vocabulary)
            open_window.add(word, pieces)
    if open_window.words:
        yield open_window.closed()


class _Window:
    """A window while it is being filled; a line's end is an end marker, as between sentences in pretraining."""

    def __init__(self, vocabulary: WordPieces) -> None:
        self.end = vocabulary.end
        self.pieces = [vocabulary.begin]
        self.words: list[Span] = []
        self.firsts: list[int] = []

    def takes(self, more: int) -> bool:
        return len(self.pieces) + more < WINDOW

    def add(self, word: Span, pieces: Pieces) -> None:
        self.words.append(word)
        self.firsts.append(len(self.pieces))
        self.pieces.extend(pieces)

    def closed(self) -> Window:
        return Window((*self.pieces, self.end), tuple(self.words), tuple(self.firsts))

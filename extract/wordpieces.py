"""Words of a text, and their pieces as the trained encoder counts them; a piece never crosses a word.

The vocabulary is multilingual-e5-small's (XLM-R, SentencePiece Unigram), pruned to what such news can hold.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer, models

from extract.text import Span

LETTER = r"[\w\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]"
WORD = re.compile(rf"\d+(?:[.,:/-]\d+)+|{LETTER}+(?:['’]{LETTER}+|-(?=[a-z0-9]){LETTER}+)*|[^\w\s]")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
LONGEST = 60
"""Characters of a word that are looked at; a longer one is no word of a language."""
MARKERS = 8
"""Rows at the vocabulary's end that no text can spell: markers that stand in for persons, and spare ones."""
REMEMBERED = 50_000


def words(raw: str, span: Span) -> Iterator[Span]:
    """Words, numbers and single marks within a span, in order."""
    for m in WORD.finditer(raw, span.start, span.end):
        yield Span(*m.span())


class WordPieces:
    """Turns words into vocabulary rows; begin, end, pad and unknown are rows 0, 2, 1 and 3 as in XLM-R."""

    begin, pad, end, unknown = 0, 1, 2, 3

    def __init__(self, vocabulary: Path) -> None:
        """Read `vocabulary.json` (pieces with scores, and the folding of code points)."""
        content = json.loads(vocabulary.read_text("utf-8"))
        pieces = [(piece, float(score)) for piece, score in content["pieces"]]
        self._model = Tokenizer(models.Unigram(pieces, unk_id=self.unknown, byte_fallback=False)).model
        self._folding = str.maketrans(content["folding"])
        self.target = len(pieces)
        """The marker of the person whom a sequence is about."""
        self.other = len(pieces) + 1
        """The marker of every other person."""
        self.size = len(pieces) + MARKERS
        self.of: Callable[[str, bool], tuple[int, ...]] = lru_cache(REMEMBERED)(self._pieces)
        """Rows of a word; the second argument tells whether white space stands before it."""

    def _pieces(self, word: str, spaced: bool) -> tuple[int, ...]:
        seen = unicodedata.normalize("NFC", UNSEEN.sub("", word[:LONGEST])).translate(self._folding)
        spelt = ("▁" if spaced else "") + seen.replace(" ", "▁")
        return tuple(token.id for token in self._model.tokenize(spelt)) if spelt else (self.unknown,)

    def in_text(self, raw: str, word: Span) -> tuple[int, ...]:
        """Rows of a word where it stands."""
        return self.of(raw[word.start : word.end], word.start == 0 or raw[word.start - 1].isspace())

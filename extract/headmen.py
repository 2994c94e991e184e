"""Names that stand behind "Lurah Sumber Waras," or "Kades Sumber Waras": easily taken for part of the place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.gazetteer import is_small_place, squeeze
from extract.name import Name
from extract.text import Span, Text

HEAD = r"\b(?:Camat|Lurah|Kades|Kepala (?:Desa|Kampung|Pekon)|Keuchik|Sekcam|Sekdes|Wali Nagari|Perbekel)"
WORD = r"[A-Z][a-z'’]\w*"
END = r"(?=[,;.)]|\s+[a-z(])"
APART = re.compile(rf"{HEAD}\s+{WORD}(?:\s{WORD}){{0,2}},\s+({WORD}(?:\s{WORD}){{0,3}}){END}")
TOGETHER = re.compile(rf"{HEAD}\s+({WORD}(?:\s{WORD})?)\s({WORD}){END}")
LIKELY = 0.6


def headmen(text: Text) -> Iterator[Name]:
    """Names of heads of districts and villages, each behind the name of the place."""
    for sentence in text.sentences:
        yield from _headmen(text, sentence)


def _headmen(text: Text, sentence: Span) -> Iterator[Name]:
    for m in APART.finditer(text.raw, sentence.start, sentence.end):
        if not is_small_place(squeeze(m[1])):
            yield Name(*m.span(1), LIKELY)
    for m in TOGETHER.finditer(text.raw, sentence.start, sentence.end):
        whole = squeeze(f"{m[1]} {m[2]}")
        if is_small_place(squeeze(m[1])) and not is_small_place(whole) and not is_small_place(squeeze(m[2])):
            yield Name(*m.span(2), LIKELY)

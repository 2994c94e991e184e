"""A text cut into lines, sentences, clauses and quotations, all as offsets into the one string.

No text is ever changed: every later step adds offsets, so that `text[start:end]` is always what was printed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Protocol, TypeVar

ABBREVIATIONS = re.compile(
    r"[a-z]|hj|drs?|dra|drg|ir|prof|st|sh|se|mr|kh|ny|sdri?|jl|rp|tgl|dkk|dll|moh|muh|abd|si|pd|sos|hum|ap|kom|ip|mm|mh"
    r"|kab|kec|kel|psi|kes|ag|jo|tk|ust|tgh|bin|no",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]*]*\s+(?=[\"“‘'(*#\[]*[A-Z0-9])")
CLAUSE_END = re.compile(
    r"(?:[,;:–]|\s-{1,2})\s+|\s(?=(?:tetapi|tapi|namun|sedangkan|sementara|melainkan|karena|sebab|sehingga|agar|supaya|jika"
    r"|apabila|bila|kalau|meski(?:pun)?|walau(?:pun)?|setelah|sebelum|ketika|saat|lantaran)\s)",
    re.IGNORECASE,
)
# What begins like noise and may yet begin a sentence: "Promosi jabatan itu …"
DOUBTFUL = re.compile(r"\W*(?:promosi|komentar|bagikan|simak|halaman|tag|oleh|sumber|laporan)\b", re.IGNORECASE)
OPEN_LABEL = re.compile(
    r"\W*(?:baca(?:\s+(?:juga|selanjutnya|selengkapnya))?|(?:berita|artikel)\s+(?:terkait|lainnya|pilihan|populer|terpopuler"
    r"|terkini(?:\s+lainnya)?)|pilihan\s+editor|topik|tags?|tag\s+terkait)\s*[:：]?\W*",
    re.IGNORECASE,
)
WORD = re.compile(r"\w+$")
LONGEST_WORD = 12  # characters before a full stop that are looked at for an abbreviation
LONGEST = 1_000  # characters of a sentence; the longest in the annotated articles has 665
LINK = 140  # characters of a line that can still be a link to another story
ENDS = '.!?…"”’)'
QUOTATION = re.compile(r"“[^“”\n]{3,}(?:”|$)|\"[^\"\n]{3,}(?:\"|$)|‘[^‘’\n]{12,}’(?!\w)", re.MULTILINE)
NOISE = re.compile(
    r"\W*(?:baca(?:\s+(?:juga|selengkapnya|selanjutnya))?\s*[:：]|(?:lihat|simak)\s+juga|simak(?:\s+video)?\b.*$|\[gambas|"
    r"(?:redaktur|reporter|editor|penulis|pewarta|rep|red|foto|sumber|laporan|kontributor|uploader|jurnalis|oleh)\s*(?:[&/]\s*\w+\s*)?[:：]|"
    r"copyright|advertisement|scroll\s+(?:to|ke)|halaman\s*\d|cek\s+berita|dapatkan\s+berita|ikuti\s+(?:berita|kami|update)|"
    r"(?:berita|artikel)\s+(?:terkait|lainnya|pilihan|populer|terkini|terpopuler)|artikel\s+ini\s+telah|promosi\s|bagikan|"
    r"topik\s*:|tags?\s*:|tag\s+terkait|kata\s+kunci|pilihan\s+editor|ringkasan\s+berita|intinya\s+sih|komentar|•)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the text, in characters, end exclusive."""

    start: int
    end: int

    def holds(self, other: Span | int) -> bool:
        """Tell whether an offset or another span lies within this one."""
        if isinstance(other, int):
            return self.start <= other < self.end
        return self.start <= other.start and other.end <= self.end


class Placed(Protocol):
    """Anything that begins at an offset of the text."""

    @property
    def start(self) -> int: ...


Item = TypeVar("Item", bound=Placed)
START = attrgetter("start")


@dataclass(frozen=True)
class Text:
    """An article's text with its title beside it; the parts are found when first asked for."""

    raw: str
    title: str = ""

    def __getitem__(self, span: Span) -> str:
        return self.raw[span.start : span.end]

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """Non-blank lines."""
        return tuple(Span(*m.span()) for m in re.finditer(r"[^\n]+", self.raw) if m[0].strip())

    @cached_property
    def noise(self) -> tuple[Span, ...]:
        """Lines that are no part of the article: links to other stories, by-lines, adverts, keyword lists.

        Headlines on the lines below a bare "Baca juga:" are links too, up to the first line that ends as a sentence.
        """
        found: list[Span] = []
        below = False
        for line in self.lines:
            ended = self.raw[line.end - 1] in ENDS
            below = below and not ended and line.end - line.start < LINK
            if below or self._is_noise(line, ended):
                found.append(line)
            below = below or OPEN_LABEL.fullmatch(self.raw, line.start, line.end) is not None
        return tuple(found)

    def _is_noise(self, line: Span, ended: bool) -> bool:
        if not NOISE.match(self.raw, line.start, line.end):
            return False
        return not (ended and line.end - line.start > LINK // 2 and DOUBTFUL.match(self.raw, line.start, line.end))

    @cached_property
    def body(self) -> tuple[Span, ...]:
        """Lines that are not noise."""
        noise = set(self.noise)
        return tuple(line for line in self.lines if line not in noise)

    @cached_property
    def headlines(self) -> tuple[Span, ...]:
        """The lines before the first that ends as a sentence does: headline and stand-first, often in Title Case."""
        ended = (k for k, line in enumerate(self.body) if self.raw[line.end - 1] in ENDS or line.end - line.start > 200)
        first = next(ended, 0)
        return tuple(line for line in self.body[:first] if line.end - line.start < 200)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences of the body lines, in order."""
        return tuple(s for line in self.body for s in _sentences(self.raw, line))

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """Clauses of the sentences, in order; a clause never crosses a sentence."""
        return tuple(c for s in self.sentences for c in _split(self.raw, s, CLAUSE_END))

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """What stands between quotation marks, the marks included, within one line."""
        return tuple(Span(*m.span()) for m in QUOTATION.finditer(self.raw))

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds an offset."""
        return holder(self.sentences, offset)

    def clause_at(self, offset: int) -> Span | None:
        """The clause that holds an offset."""
        return holder(self.clauses, offset)

    def quoted(self, offset: int) -> bool:
        """Tell whether an offset lies within quotation marks."""
        return holder(self.quotations, offset) is not None


def holder(spans: Sequence[Span], offset: int) -> Span | None:
    """The span that holds an offset, among spans in their order of which none overlaps another."""
    k = bisect_right(spans, offset, key=START) - 1
    return spans[k] if k >= 0 and spans[k].holds(offset) else None


def within(items: Sequence[Item], span: Span) -> Sequence[Item]:
    """Those that begin within a span, among items in the order of their starts."""
    return items[bisect_left(items, span.start, key=START) : bisect_left(items, span.end, key=START)]


def _sentences(raw: str, line: Span) -> Iterator[Span]:
    start = line.start
    for m in SENTENCE_END.finditer(raw, line.start, line.end):
        word = WORD.search(raw[max(start, m.start() - LONGEST_WORD) : m.start()])
        if raw[m.start()] == "." and word and ABBREVIATIONS.fullmatch(word[0]):
            continue
        yield from _parted(raw, start, m.end())
        start = m.end()
    if raw[start : line.end].strip():
        yield from _parted(raw, start, line.end)


def _parted(raw: str, start: int, end: int) -> Iterator[Span]:
    """A sentence; a page without full stops is cut between words, since much is looked for within one sentence."""
    while end - start > LONGEST:
        blank = max(raw.rfind(" ", start + 1, start + LONGEST), raw.rfind("\t", start + 1, start + LONGEST))
        cut = blank if blank > 0 else start + LONGEST
        if raw[start:cut].strip():
            yield _trimmed(raw, start, cut)
        start = cut
    if raw[start:end].strip():
        yield _trimmed(raw, start, end)


def _split(raw: str, span: Span, border: re.Pattern[str]) -> Iterator[Span]:
    start = span.start
    for m in border.finditer(raw, span.start, span.end):
        if m.start() > start:
            yield _trimmed(raw, start, m.start())
        start = m.end()
    if start < span.end:
        yield _trimmed(raw, start, span.end)


def _trimmed(raw: str, start: int, end: int) -> Span:
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    return Span(start, end)

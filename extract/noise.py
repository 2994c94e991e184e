"""Lines of a page that are no part of its article: links to other stories, by-lines, adverts, repeated titles.

Related headlines often name people who are accused elsewhere, so each that stays is a chance to accuse the wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crawler.site import Site
from extract.paragraphs import Line
from extract.text import NOISE

# What begins like noise and may yet begin a sentence: "Promosi jabatan itu …"
DOUBTFUL = re.compile(r"\W*(?:promosi|komentar|bagikan|simak|halaman|tag)\b", re.IGNORECASE)
OUTWARD = re.compile(
    r"\b(?:google news|whatsapp|telegram|youtube|video|channel|saluran|klik|aplikasi)\b", re.IGNORECASE
)
SIGNATURE = re.compile(r"[(\[]\s*\*{0,3}[\w. ]{0,12}(?:[/&-]\s*[\w. ]{1,12}){0,3}\*{0,3}\s*[)\]]")
FILLER = re.compile(
    r"\W*(?:advertisement|iklan|scroll\b.{0,40}|update me|share|loading\.*|\d{1,3}|next|prev|halaman(?: \d+)*|wib"
    r"|gulir\b.{0,60}|selanjutnya|sebelumnya|lihat semua|selengkapnya|baca berita (?:tanpa|dengan sedikit) iklan.{0,60}"
    r")\W*",
    re.IGNORECASE,
)
MODAL = re.compile(
    r"(?:periksa kembali dan|segera) lengkapi data diri|data dirimu akan digunakan|yuk,? simak"
    r"|(?:login|masuk) untuk (?:memberi|ber)"
    r"|(?:kami|situs ini) menggunakan cookie|gabung (?:kompas|channel|grup)",
    re.IGNORECASE,
)
# "BACA JUGA :" and "Berita Terkait" with nothing after them: the headlines follow on their own lines.
OPEN_LABEL = re.compile(
    r"\W*(?:baca\s+(?:juga|selanjutnya|selengkapnya)|(?:berita|artikel)\s+(?:terkait|lainnya|pilihan|populer|terpopuler"
    r"|terkini(?:\s+lainnya)?)|pilihan\s+editor|editor.?s\s+picks?|topik|tags?)\s*[:：]?\W*",
    re.IGNORECASE,
)
OPENING = 60
SENTENCE_END = re.compile(r"[.…][\"”’')\]]*$|[!?][\"”’']$|\)$")


def article_lines(lines: Sequence[Line], site: Site | None, titles: Sequence[str], description: str = "") -> list[str]:
    """The lines that belong to the article, in order; the title is left out, and a stand-first repeated at the end."""
    heads = {_flat(title) for title in titles}
    kept = [line.text for line in _unlabelled(lines) if not is_noise(line, site) and _flat(line.text) not in heads]
    return kept[:-1] if len(kept) > 1 and _opens(description, kept[-1]) else kept


def _unlabelled(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without open labels and the headlines that follow each."""
    under_label = False
    for line in lines:
        if OPEN_LABEL.fullmatch(line.text):
            under_label = True
            continue
        under_label = under_label and not SENTENCE_END.search(line.text)
        if not under_label:
            yield line


def _opens(description: str, line: str) -> bool:
    flat = _flat(line)
    return len(flat) > OPENING and flat[:OPENING] in _flat(description)


def is_noise(line: Line, site: Site | None = None) -> bool:
    """Tell whether a line is no part of an article, judged by itself."""
    if line.linked and not SENTENCE_END.search(line.text):
        return True
    if site and any(pattern.search(line.text) for pattern in site.noise):
        return True
    if FILLER.fullmatch(line.text) or SIGNATURE.fullmatch(line.text) or MODAL.match(line.text):
        return True
    return NOISE.match(line.text) is not None and not _sentence_after_all(line.text)


def _sentence_after_all(text: str) -> bool:
    return (
        DOUBTFUL.match(text) is not None
        and ":" not in text[:30]
        and len(text) > 60
        and SENTENCE_END.search(text) is not None
        and not OUTWARD.search(text)
    )


def _flat(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()

"""What reading costs beside what it cannot do without: `python -m benchmarks.reading`, a minute or two.

An irrelevant page is compared with trafilatura alone on the same page; a relevant article with one pass of the encoder
over its text and one over its persons; both by turns in this run, so that a busy machine slows both. Then articles a
second on one core, the time to load, the most memory, and the time for texts of growing length.
"""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable

import trafilatura

from crawler.page import Page
from extract.article import article_of
from extract.encoder import SHIPPED, Encoder, load_encoder
from extract.read import Reader
from extract.reading import Article
from extract.relevance import relevant
from extract.text import Span, Text
from netralitas.terminal import show_table
from training.corpus import annotated

TURNS = 7
WORDS = (330, 470)
LENGTHS = (1_000, 5_000, 25_000, 100_000, 200_000)
PARAGRAPH = "Pemerintah kabupaten memperbaiki jalan dan jembatan di lima kecamatan sebelum musim hujan tiba tahun ini."


def main() -> None:
    began = time.perf_counter()
    reader = Reader()
    loaded = time.perf_counter() - began
    rows = [
        ("load the model", f"{loaded:.2f} s", "< 3 s"),
        ("irrelevant page / trafilatura alone", f"{page_ratio(reader):.2f}", "≤ 1.25"),
        *article_rows(reader),
        *length_rows(reader),
        ("most memory", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB", "< 1000 MB"),
    ]
    columns = ("what", "measured", "goal")
    show_table(columns, [dict(zip(columns, row, strict=True)) for row in rows], title="The reader, one thread")


def ratio(ours: Callable[[], object], yardstick: Callable[[], object]) -> float:
    """The median of our time over the median of the yardstick's, taken by turns."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(TURNS):
        for seconds, work in zip(times, (ours, yardstick), strict=True):
            began = time.perf_counter()
            work()
            seconds.append(time.perf_counter() - began)
    return statistics.median(times[0]) / statistics.median(times[1])


def page_ratio(reader: Reader) -> float:
    """A page about roads, from its bytes to its Reading, beside trafilatura's text, title and date of it."""
    lines = "\n".join(f"<p>{PARAGRAPH} ({n})</p>" for n in range(40))
    links = "\n".join(f'<li><a href="/berita/{n}">Berita lain nomor {n}</a></li>' for n in range(200))
    html = f"<html><head><title>Jalan diperbaiki</title></head><body><ul>{links}</ul><article><h1>Jalan diperbaiki</h1>"
    body = f"{html}{lines}</article></body></html>".encode()
    page = Page(url="https://kabarjalan.example/berita/1", body=body, content_type="text/html; charset=utf-8")
    return ratio(lambda: reader.read(article_of(page)), lambda: trafilatura.bare_extraction(body, with_metadata=True))


def article_rows(reader: Reader) -> list[tuple[str, str, str]]:
    """Articles of about 400 words of the corpus beside the encoder's passes over text and persons."""
    found = [a for a in annotated() if WORDS[0] <= len(a.text.raw.split()) <= WORDS[1]]
    texts = [a.text for a in found if relevant(a.text.title, a.text.raw)][:20]
    articles = [Article(id=str(n), text=t.raw, title=t.title) for n, t in enumerate(texts)]
    encoder = load_encoder(SHIPPED)
    people = [[p.spans for p in reader.people(t)] for t in texts]
    times = ratio(lambda: [reader.read(a) for a in articles], lambda: _passes(encoder, texts, people))
    began = time.process_time()
    for article in articles:
        reader.read(article)
    rate = len(articles) / (time.process_time() - began)
    return [
        ("relevant article / encoder passes alone", f"{times:.2f}", "≤ 2"),
        ("relevant articles a second a core", f"{rate:.1f}", "≥ 2"),
    ]


def _passes(encoder: Encoder, texts: list[Text], people: list[list[tuple[Span, ...]]]) -> None:
    for text, spans in zip(texts, people, strict=True):
        encoder.names(text)
        encoder.opinions(text, spans)


def length_rows(reader: Reader) -> list[tuple[str, str, str]]:
    """Seconds a thousand words for one article repeated until it has so many words: level where time is linear."""
    one = next(a for a in annotated() if a.id == "ma04").text
    size = len(one.raw.split())
    rows = []
    for words in LENGTHS:
        text = "\n\n".join([one.raw] * max(1, words // size))
        began = time.process_time()
        reader.read(Article(id="x", text=text, title=one.title))
        rows.append((f"{words:,} words", f"{1000 * (time.process_time() - began) / words:.3f} s / 1,000", "level"))
    return rows


if __name__ == "__main__":
    main()

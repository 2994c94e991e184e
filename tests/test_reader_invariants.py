"""What holds for every Reading, whatever the article: offsets, closed lists, sameness, and who may be accused.

The articles are invented ones of the corpus, bent as pages are: glued, cut, shouted, with links below.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.names import words_of
from extract.people import Person
from extract.read import Reader
from extract.reading import Article, Reading, decode, encode, quotations
from extract.text import Span, Text

ARTICLES = Path(__file__).parents[1] / "training" / "articles"
NAMES = ("ma04", "mb09", "na05", "nc07", "oa03", "oc12", "te10", "te21")
SYLLABLES = "wira lesma tara gandi suru bimo ranta palu seno kira demu halo".split()
NAME_WORD = re.compile(r"[A-Z][^\W\d_A-Z]{2,}")
LINKS = """Baca juga: Lurah Wiraguna Lestaman Divonis Bersalah karena Kampanye

BACA JUGA :

Camat Tarabimo Gandisuru Terbukti Melanggar Netralitas ASN

Kades Senopalu Rantakira Dijatuhi Sanksi Berat

Berita Terkait

Oknum Guru Bimotara Demusuru Diduga Dukung Paslon Nomor Urut 1

Topik: Haloganda Wirasuru, ASN, Bawaslu"""


def article(name: str) -> Article:
    """One of the corpus."""
    given = json.loads((ARTICLES / f"{name}.json").read_text("utf-8"))
    published = datetime.fromisoformat(given["published"])
    return Article(id=name, text=given["text"], title=given["title"], published=published)


def changed(source: Article, change: Callable[[str], str]) -> Article:
    """The article with text and title changed."""
    return Article(id=source.id, text=change(source.text), title=change(source.title or ""), published=source.published)


def accused(reading: Reading) -> set[str]:
    """The words of the names of those who are accused and not cleared."""
    found = (o for o in reading.officials if o.role == "accused" and o.standing != "cleared")
    return {w for o in found for w in words_of(o.name)}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def assert_sound(reading: Reading) -> None:
    """Offsets are exact, words are of the closed lists, indexes point to somebody, the accused have evidence."""
    text = reading.article.text
    for quote in quotations(reading):
        assert text[quote.start : quote.end] == quote.quote
    assert decode(encode(reading)) == reading, "a word that is in no closed list"
    people = range(len(reading.officials))
    for incident in reading.incidents:
        assert {*incident.accused, *incident.beneficiaries} <= set(people)
        assert all(reading.officials[i].role == "accused" for i in incident.accused)
    for ruling in reading.rulings:
        assert set(ruling.about) <= set(people)
    for official in reading.officials:
        assert official.name in text
        assert official.evidence
        assert (official.standing is not None) == (official.role == "accused")
        assert 0 <= official.confidence <= 1


CHANGES: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small letters": str.lower,
    "one line": lambda t: " ".join(t.split()),
    "no punctuation": lambda t: re.sub(r"[.,;:!?\"“”()]", "", t),
    "taken apart": lambda t: unicodedata.normalize("NFD", t),
    "direction marks": lambda t: t.replace(" ", " \u200f", 40),
    "zero width": lambda t: re.sub(r"(?<=\w{3})(?=\w{3})", "\u200b", t, count=60),
    "emoji": lambda t: t.replace(". ", ". 👍🏽😀 "),
    "glued": lambda t: re.sub(r"\. (?=[A-Z])", ".", t),
    "no-break blanks": lambda t: t.replace(" ", "\u00a0"),
    "soft hyphens": lambda t: re.sub(r"(?<=\w{4})(?=\w{4})", "\u00ad", t),
    "windows lines": lambda t: t.replace("\n", "\r\n"),
    "cut": lambda t: t[: len(t) // 3],
    "tabs": lambda t: t.replace(", ", ",\t\t"),
    "twice": lambda t: f"{t}\n\n{t}",
}


@settings(max_examples=24, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(NAMES), bent=st.lists(st.sampled_from(sorted(CHANGES)), max_size=3, unique=True))
def test_every_reading_is_sound(reader: Reader, name: str, bent: list[str]) -> None:
    source = article(name)
    for change in bent:
        source = changed(source, CHANGES[change])
    assert_sound(reader.read(source))


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_characters_are_read(reader: Reader, noise: str) -> None:
    case = "Camat diperiksa Bawaslu karena diduga tidak netral pada pilkada, kades mendukung paslon, ASN melanggar. "
    assert_sound(reader.read(Article(id="x", text=f"{case}{noise} {case}", title=noise)))


@pytest.mark.parametrize("name", NAMES[:4])
def test_the_same_article_gives_the_same_reading(reader: Reader, name: str) -> None:
    assert encode(reader.read(article(name))) == encode(Reader().read(article(name)))


@pytest.mark.parametrize("name", NAMES)
def test_links_to_other_stories_accuse_nobody_new(reader: Reader, name: str) -> None:
    source = article(name)
    linked = changed(source, lambda t: f"{t}\n\n{LINKS}" if t == source.text else t)
    between = changed(source, lambda t: t.replace("\n\n", f"\n\n{LINKS.splitlines()[0]}\n\n", 2) if "\n" in t else t)
    before = accused(reader.read(source))
    for after in (reader.read(linked), reader.read(between)):
        assert accused(after) <= before
        assert_sound(after)


def renamed(raw: str, people: Sequence[Person]) -> tuple[str, list[Person], Callable[[str], str]]:
    """The text with every person's name in invented words, the same people in it, and the change of each word."""
    words = sorted({w for p in people for s in p.spans for w in NAME_WORD.findall(raw, s.start, s.end)})
    given = {w: (SYLLABLES[n % 12] + SYLLABLES[(n // 12 + 5 * n + 1) % 12]).capitalize() for n, w in enumerate(words)}
    change = partial(NAME_WORD.sub, lambda m: given.get(m[0], m[0]))
    parts, moved, at, length = [], {}, 0, 0
    for span in sorted(s for p in people for s in p.spans):
        parts += [raw[at : span.start], change(raw[span.start : span.end])]
        moved[span] = Span(length + len(parts[-2]), length + len(parts[-2]) + len(parts[-1]))
        length, at = moved[span].end, span.end
    spans = (tuple(moved[s] for s in p.spans) for p in people)
    forms = (tuple(map(change, p.forms)) for p in people)
    others = [replace(p, name=change(p.name), forms=f, spans=s) for p, f, s in zip(people, forms, spans, strict=True)]
    return "".join([*parts, raw[at:]]), others, change


@pytest.mark.parametrize("name", NAMES)
def test_other_names_have_the_same_roles(reader: Reader, name: str) -> None:
    source = article(name)
    before = Text(source.text, source.title or "")
    people = reader.people(before)
    raw, others, change = renamed(before.raw, people)
    after = Text(raw, change(before.title))
    verdicts = [reader.weigh(reader.hear(t, p)).verdicts for t, p in ((before, people), (after, others))]
    assert [(v.role, v.standing) for v in verdicts[0]] == [(v.role, v.standing) for v in verdicts[1]]

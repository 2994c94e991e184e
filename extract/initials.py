"""Initials that journalists print for people whom they will not name: where the text itself presents them as a person.

"berinisial AS", "AS (45)", "KM (Setda), TR (Dinsos)", "KM, LW dan TR", "LW bidan"; never a known acronym alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources

from extract.name import Name
from extract.text import Span, Text

ACRONYMS = frozenset(resources.files("extract").joinpath("words/acronyms.txt").read_text("utf-8").split())
INITIALS = re.compile(r"(?:[A-Z]\.?){1,4}|[A-Z][a-z]")
INTRODUCED = re.compile(
    r"(?:ber)?inisial\s+(?:nama\s+)?[\"“(]?((?:[A-Z]\.?){1,4}|[A-Z][a-z]{1,2})(?![\w])(?:\s*\(\d\d\))?"
    r"((?:\s*,\s*(?:[A-Z]\.?){1,4}(?!\w)(?:\s*\([^)]*\))?)*(?:\s*,?\s*(?:dan|serta|&)\s+(?:[A-Z]\.?){1,4}(?!\w))?)"
)
AGED = re.compile(r"(?<![\w.])((?:[A-Z]\.?){1,4}|[A-Z][a-z])\s*\(\s*\d\d\s*(?:th|tahun)?\s*\)")
ONE = re.compile(r"(?<!\w)(?:[A-Z]\.?){1,4}(?!\w)")
BESIDE = re.compile(
    r"(?:camat|lurah|kades|desa|guru|bidan|staf|pegawai|asn|pns|saudara|terlapor|terdakwa|pejabat|oknum|yakni|yaitu"
    r"|antara lain|milik|sama|dan|serta|lalu|terhadap|perempuan|pria|kepala \w+)\W{1,3}$",
    re.IGNORECASE,
)
ITEM = r"(?<![\w.])(?:[A-Z]\.?){2,3}(?![\w/-])"
LISTED = re.compile(rf"{ITEM}(?:\s*,\s*{ITEM})*\s*,?\s*(?:dan|serta|sama|hingga|&)\s+{ITEM}")
BRACKETED = re.compile(rf"({ITEM})\s*\((?=[A-Z][a-z])[^)\n]{{3,40}}\)")
EMPLOYED = re.compile(
    rf"({ITEM})(?=,? (?:itu |ini |yang )?(?:guru|bidan|perawat|staf|kepala|kabag|kasi|kabid|kasubag|kades|camat|lurah"
    r"|sopir|penyuluh|pegawai|operator|bendahara|dosen|menjabat|merupakan|bertugas|selaku|sebagai)\b)"
)
NUMBERED = frozenset(("RT", "RW", "UU", "PP", "NO", "TV", "KM"))
"""What a number in brackets may follow that is no age."""
SURE = 0.6
"""From this probability on, capitals that spell a degree, a rank or an acronym are a person's initials all the same."""


def introduced_initials(text: Text) -> Iterator[Name]:
    """Initials that the text itself presents as a person: "berinisial AS", "AS (45)", and those same ones elsewhere."""
    found = [name for s in text.sentences for name in (*_introduced(text, s), *_listed(text, s))]
    known = {text[n.span] for n in found}
    yield from found
    for sentence in text.sentences:
        for m in ONE.finditer(text.raw, sentence.start, sentence.end):
            if m[0] in known or (known and _beside_a_person(text, m.start(), m[0])):
                yield Name(*m.span(), 0.8, True)


def _introduced(text: Text, sentence: Span) -> Iterator[Name]:
    for m in INTRODUCED.finditer(text.raw, sentence.start, sentence.end):
        yield Name(*m.span(1), 1.0, True)
        yield from (Name(*o.span(), 0.9, True) for o in ONE.finditer(text.raw, *m.span(2)))
    for m in AGED.finditer(text.raw, sentence.start, sentence.end):
        if m[1] not in ACRONYMS or (len(m[1]) == 2 and m[1] not in NUMBERED):
            yield Name(*m.span(1), 0.9, True)


def _listed(text: Text, sentence: Span) -> Iterator[Name]:
    """Initials in a list of them, before an office in brackets, or before what the person works as."""
    for m in LISTED.finditer(text.raw, sentence.start, sentence.end):
        items = list(re.finditer(ITEM, m[0]))
        if 3 * sum(o[0] in ACRONYMS for o in items) <= len(items):
            yield from (_sure(m.start() + o.start(), m.start() + o.end()) for o in items)
    bracketed = list(BRACKETED.finditer(text.raw, sentence.start, sentence.end))
    for m in (*(bracketed if len(bracketed) > 1 else ()), *EMPLOYED.finditer(text.raw, sentence.start, sentence.end)):
        if m[1] not in ACRONYMS:
            yield _sure(*m.span(1))


def _sure(start: int, end: int) -> Name:
    return Name(start, end, 0.8, True)


def _beside_a_person(text: Text, start: int, printed: str) -> bool:
    """Tell whether two or three capitals that are no known acronym stand where a person would."""
    if printed in ACRONYMS or not 2 <= len(printed) <= 3:
        return False
    return BESIDE.search(text.raw, max(0, start - 24), start) is not None


def are_initials(printed: str, probability: float) -> bool:
    """Tell whether what the finder took for a name is initials: a known acronym only where it is quite sure."""
    if not INITIALS.fullmatch(printed) or len(printed) < 2 or probability < SURE:
        return False
    return printed not in ACRONYMS or probability >= 0.9

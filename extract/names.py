"""Names of persons as printed: what is trimmed off their edges, what is no name, and where initials stand for one.

The encoder proposes; these rules trim degrees and offices, split pairs ("Faida-Vian" is two people), refuse places,
bodies, by-lines and headline words, and add the initials that journalists print for people they will not name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib import resources
from itertools import zip_longest

from extract.headmen import headmen
from extract.initials import ACRONYMS, INITIALS, are_initials, introduced_initials
from extract.name import Name
from extract.nonames import behind_an_office, is_place, stands_elsewhere
from extract.text import Span, Text

WORD = re.compile(r"[^\W\d_](?:[\w'’`]|\.(?=\w))*\.?")
TITLE = re.compile(
    r"(?:drs?|dra|drg|dr|ir|prof|h|hj|hajjah|haji|kh|k\.h|tgh|tgk|tengku|ust|ustadz|ustaz|pdt|pdp|ipda|iptu|akp|akbp|aiptu|aipda"
    r"|bripka|brigadir|briptu|kompol|kombes|komjen|irjen|brigjen|letkol|kolonel|kapten|mayor|lettu|sdr|sdri|saudara|saudari"
    r"|bapak|pak|ibu|bu|mas|mbak|bang|kang|tuan|nyonya|ny|hi|apt|r\.?a|raden|alm|almh)\.?",
    re.IGNORECASE,
)
DEGREE = re.compile(
    r"(?:s\.?\s?(?:h|e|t|p|ag|pd|sos|ip|kom|stp|psi|km|kep|hi|si|i\.?kom|ap|sy|gz|kh|pt|pdi|pd\.?i|hut|farm)"
    r"|m\.?\s?(?:h|m|t|a|p|si|pd|ag|sc|kes|ap|ip|hum|sos|kn|sm|kom|eng|par|ak|pdi|pd\.?i|th|tr)|mba|mpa|ssos|sstp|s\.?s\.?t\.?p|a\.?ma|amd"
    r"|a\.?md|s\.?tr|ph\.?d|ll\.?m|ll|bsc|ba|ak|ca|cpa|dipl|sp\.?\w{1,4})\.?",
    re.IGNORECASE,
)
NOT_A_NAME = frozenset(resources.files("extract").joinpath("words/not_a_name.txt").read_text("utf-8").split())
COMMON = frozenset(resources.files("extract").joinpath("words/common.txt").read_text("utf-8").split())
DEGREE_PIECES = frozenset("sos kes pd si ag hum kom pdi stp skm spd mpd ssos msi".split())
ABSTRACT = re.compile(r"(?:ke|pe[mnl]|peng|per)\w{4,}an")
GIVEN = re.compile(r"(?<![A-Z.!?…\n])[a-z,] ([A-Z][a-z'’]{2,}) $")
NAMED_NEXT = re.compile(r",\s+(?:(?:Drs?|Dra|drg|dr|Ir|Prof|Hj?|KH|Pdt)\.?,?\s+)*")
LISTED_NEXT = re.compile(r"\s*,?\s*(?:dan|serta|&)\s")
PAIR = re.compile(r"\s*[–—/&]\s*|\s+-+\s*|\s*-+\s+|(?<=[a-z.])-(?=[A-Z][a-z]{2})|\s+(?:dan|bersama|serta)\s+")


def words_of(name: str) -> tuple[str, ...]:
    """A name's words in lower case, without titles, degrees and full stops."""
    bare = name.split(",")[0]
    words = [w.strip(".'’`").lower() for w in WORD.findall(bare)]
    kept = tuple(w for w in words if w and not TITLE.fullmatch(w))
    return kept or tuple(words)


def clean_names(text: Text, found: Iterable[Name]) -> tuple[Name, ...]:
    """Trim, split and refuse proposed names, and add introduced initials; in text order, never overlapping."""
    proposed = [part for name in (*found, *headmen(text)) for part in _split_pair(text, _whole(text, name))]
    trimmed = [n for n in (_trim(text, name) for name in proposed) if n and not refused(text, n)]
    return tuple(_apart([*introduced_initials(text), *_without_bodies(text, trimmed)]))


def _whole(text: Text, name: Name) -> Name:
    """A lone word with the capitalised word before it: the finder at times sees only the last part of a name."""
    lone = WORD.fullmatch(text.raw, name.start, name.end) and len(text[name.span]) > 3
    before = GIVEN.search(text.raw, max(0, name.start - 40), name.start) if lone else None
    if before is None or is_place(text, Span(*before.span(1)), (before[1].lower(),)):
        return name
    return replace(name, start=before.start(1))


def _without_bodies(text: Text, names: Sequence[Name]) -> Iterator[Name]:
    """The names but for one word between an office and a name: "Kasun Sukajaya, Jaelani", "Dosen Unsuka, Dr. Umar"."""
    for name, after in zip_longest(names, names[1:]):
        apposed = after is not None and NAMED_NEXT.fullmatch(text.raw, name.end, after.start)
        listed = after is not None and LISTED_NEXT.match(text.raw, after.end)
        alone = len(WORD.findall(text[name.span])) == 1
        if not (apposed and not listed and alone and behind_an_office(text, name.span)):
            yield name


def refused(text: Text, name: Name) -> bool:
    """Tell whether what was proposed cannot be a person's name; initials that the text introduces are not asked."""
    printed = text[name.span]
    if name.initials and are_initials(printed, name.probability):
        return False
    words = words_of(printed)
    if not words or printed.islower() or len(printed) > 80 or all(w in NOT_A_NAME or w in COMMON for w in words):
        return True
    if len(words) == 1 and _is_no_single_name(words[0], printed):
        return True
    return is_place(text, name.span, words) or stands_elsewhere(text, name.span)


def _is_no_single_name(word: str, printed: str) -> bool:
    """Acronyms, lone letters, pieces of degrees, and nouns such as "Ketertiban" or "Pemberdayaan"."""
    if printed in ACRONYMS or len(word) < 2 or DEGREE.fullmatch(printed) or word in DEGREE_PIECES:
        return True
    return (len(word) < 3 and not printed.isupper()) or ABSTRACT.fullmatch(word) is not None


def _split_pair(text: Text, name: Name) -> Iterator[Name]:
    start = name.start
    for m in PAIR.finditer(text.raw, name.start, name.end):
        yield Name(start, m.start(), name.probability, name.initials)
        start = m.end()
    yield Name(start, name.end, name.probability, name.initials)


def _trim(text: Text, name: Name) -> Name | None:
    """Cut offices, titles and degrees off the edges of a name; initials have none."""
    printed = text[name.span]
    if name.initials or are_initials(printed, name.probability):
        return Name(name.start, name.end, name.probability, True)
    words = [Span(*m.span()) for m in WORD.finditer(text.raw, name.start, name.end)]
    while words and (_edge(text[words[0]], leading=True) or _begins_sentence(text, words)):
        words.pop(0)
    while words and _edge(text[words[-1]], leading=False):
        words.pop()
    if not words:
        return None
    end = words[-1].end
    printed = text.raw[words[0].start : end]
    if printed.endswith(".") and not INITIALS.fullmatch(printed) and len(printed.split()[-1]) > 3:
        end -= 1
    initials = bool(INITIALS.fullmatch(printed) and (printed.isupper() or len(printed) <= 2))
    return Name(words[0].start, end, name.probability, initials)


def _begins_sentence(text: Text, words: Sequence[Span]) -> bool:
    """Tell whether a name's first word is an everyday word, with a capital only because a sentence begins there."""
    if len(words) < 2 or text[words[0]].lower() not in COMMON or text.raw[words[0].end : words[1].start] != " ":
        return False
    sentence = text.sentence_at(words[0].start)
    return sentence is not None and sentence.start == words[0].start and text[words[1]].lower() not in COMMON


def _edge(word: str, *, leading: bool) -> bool:
    bare = word.strip(".").lower()
    if bare in NOT_A_NAME:
        return True
    if leading:
        return TITLE.fullmatch(word) is not None
    return DEGREE.fullmatch(word) is not None and (word.endswith(".") or not word.istitle() or len(bare) <= 3)


def _apart(names: list[Name]) -> Iterator[Name]:
    end = -1
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if name.start >= end:
            end = name.end
            yield name

"""Numbers as Indonesian news prints them: "1.005", "45,4", "delapan", "dua puluh tiga", "3 (tiga)", "ketiganya"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

UNITS = {
    "nol": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
    "sebelas": 11,
    "seratus": 100,
    "seribu": 1000,
}
TIMES = {"puluh": 10, "ratus": 100, "ribu": 1000, "juta": 1_000_000, "miliar": 1_000_000_000}
_WORD = "|".join((*UNITS, *TIMES, "belas"))
_ONES = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas"
WRITTEN = rf"(?:{'|'.join(UNITS)})(?:[\s-]+(?:{_WORD}))*"
DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
NUMBER = re.compile(
    rf"(?<![\w.,/-])(?:(?P<digits>{DIGITS})(?P<times>\s(?:ribu|juta|miliar))?(?P<about>-an)?(?:\s\((?:{WRITTEN})\))?"
    rf"|(?P<written>{WRITTEN})|ke-?(?P<all>{_ONES})(?P<nya>nya)?|(?P<one>seorang|sebuah|seseorang))(?![\w]|[.,/]\d"
    rf"|-\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text; `collective` is "ketiga", "keduanya": all of that many, or the one of that rank."""

    start: int
    end: int
    value: float
    printed: str
    collective: bool = False
    about: bool = False

    @property
    def digits(self) -> bool:
        """Whether it is printed in digits."""
        return self.printed[:1].isdigit()


def find_numbers(raw: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """The numbers between two offsets, in order; vague ones ("belasan", "puluhan") have no value and are left out."""
    for m in NUMBER.finditer(raw, start, len(raw) if end is None else end):
        value = _value(m)
        if value is not None:
            yield Number(m.start(), m.end(), value, m[0], m["all"] is not None, m["about"] is not None)


def number_of(printed: str) -> float | None:
    """The value of one printed number: "1.005" is 1005.0, "dua puluh tiga" 23.0; None for anything else."""
    m = NUMBER.fullmatch(printed.strip())
    return _value(m) if m else None


def in_words(words: str) -> int | None:
    """The value of a number in words ("seratus dua puluh lima" is 125); None where the words are no number."""
    total, group = 0, 0
    for word in re.split(r"[\s-]+", words.strip().lower()):
        if word in UNITS:
            group += UNITS[word]
        elif word == "belas":
            group += 10
        elif word in ("puluh", "ratus"):
            group = group // 10 * 10 + group % 10 * TIMES[word] if group > 9 else group * TIMES[word]
        elif word in TIMES:
            total, group = total + max(group, 1) * TIMES[word], 0
        else:
            return None
    return total + group


def _value(m: re.Match[str]) -> float | None:
    if m["digits"]:
        value = float(m["digits"].replace(".", "").replace(",", "."))
        return value * (TIMES[m["times"].strip().lower()] if m["times"] else 1)
    if m["one"]:
        return 1.0
    words = in_words(m["written"] or m["all"])
    return None if words is None else float(words)

"""Pairs of candidates: "A-B", "pasangan A dan B", with the office they stand for and their number on the ballot."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from extract.apposition import DEGREES, TITLES
from extract.text import Span, Text

PAIR = r"(?:pasangan|paslon|duet|paket|kubu|bapaslon|pasangan\s+calon|jagoannya|calon)"
DASH_AFTER = re.compile(rf"{DEGREES}\s?[-–/]\s?{TITLES}[A-Z][a-z’']")
DASH_BEFORE = re.compile(rf"[A-Z][\w'’.)]*{DEGREES}\s?[-–/]\s?{TITLES}$")
AND_AFTER = re.compile(rf"{DEGREES}\s+(?:dan|bersama|berpasangan\s+dengan|didampingi|menggandeng)\s+{TITLES}[A-Z]")
CALLED = re.compile(rf"\b{PAIR}\b[^.;\n]{{0,60}}$", re.IGNORECASE)
NUMBER = re.compile(
    r"\b(?:nomor|nomer|no\.?|paslon|pasangan|capres|urut)\s*(?:calon\s*)?(?:urut\s*)?:?\s*(0?\d|satu|dua|tiga|empat|lima)\b",
    re.IGNORECASE,
)
RACES = {
    "bupati": re.compile(r"\b(?:bupati|pilbup|cabup|cawabup)\b", re.IGNORECASE),
    "wali kota": re.compile(r"\b(?:wali\s?kota|pilwalkot|pilwali|cawalkot)\b", re.IGNORECASE),
    "gubernur": re.compile(r"calon\s+(?:wakil\s+)?gubernur|\b(?:pilgub|cagub|cawagub)\b", re.IGNORECASE),
    "presiden": re.compile(r"calon\s+(?:wakil\s+)?presiden|\b(?:pilpres|capres|cawapres)\b", re.IGNORECASE),
}
LOOK_BACK, LOOK_AHEAD = 110, 90


@dataclass(frozen=True, slots=True)
class PairTitle:
    """What a member of a pair is called: "pasangan calon bupati nomor urut 2", with the offsets of the pair."""

    start: int
    end: int
    title: str


def pair_of(text: Text, name: Span, line: Span) -> PairTitle | None:
    """What a name is called that stands in a pair of candidates; None where it does not."""
    raw = text.raw
    before = raw[max(line.start, name.start - LOOK_BACK) : name.start]
    end = min(line.end, name.end + LOOK_AHEAD)
    dashed = DASH_AFTER.match(raw, name.end, end) or DASH_BEFORE.search(before)
    if not dashed and not (AND_AFTER.match(raw, name.end, end) and CALLED.search(before)):
        return None
    number = _number(before, raw[name.end : end])
    called = "pasangan calon (paslon)" if re.search(r"\bpaslon\b", before, re.IGNORECASE) else "pasangan calon"
    race = _race_in(text, line) or _race_in(text, Span(0, len(text.raw)))
    title = " ".join(part for part in (called, race, f"nomor urut {number}" if number else "") if part)
    return PairTitle(name.start, name.end, title)


def _number(before: str, after: str) -> str | None:
    found = NUMBER.findall(before)
    if found:
        return str(found[-1])
    m = NUMBER.search(re.split(r"[.;]\s", after)[0])
    return m[1] if m else None


@lru_cache(maxsize=64)
def _race_in(text: Text, stretch: Span) -> str:
    return race_of(text[stretch])


def race_of(words: str) -> str:
    """The office that the candidates stand for of whom some words speak; nothing where they do not say."""
    count = Counter({race: len(pattern.findall(words)) for race, pattern in RACES.items()})
    best, n = count.most_common(1)[0]
    return best if n else ""

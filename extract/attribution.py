"""Whose decision it is: how strongly each body of an article claims a decision told in a sentence.

The body that is the grammatical agent claims most ("KASN menyatakan", "oleh bupati"), one to which a file only goes
("diteruskan ke KASN") least; between them stand the body whose official speaks, the one last named, the usual one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.deciders import Bodies, Decider
from extract.spokesmen import OFFICIAL
from extract.text import Span, Text

COURTS = frozenset({"pn", "pt", "ma"})
# How natural it is for a kind of body to decide so, before anything is read; bodies not named cannot.
NATURAL: dict[str, dict[str, float]] = {
    "convicted": {"pn": 1.0, "pt": 0.0, "ma": -1.0},
    "acquitted": {"pn": 1.0, "pt": 0.5, "ma": 0.0},
    "overturned": {"pt": 1.0, "ma": 1.0, "pttun": 1.0, "kpu": 0.0, "bapek": 1.0, "kasn": -1.0, "head": -1.0},
    "candidacy_cancelled": {"kpu": 1.0},
    "blocked": {"bkn": 1.0},
    "sanctioned": {"head": 1.5, "kasn": 0.5, "bkn": 0.5, "office": -0.5, "minister": -1.0, "government": -2.0}
    | {"bawaslu": -2.0},
    "found": {"bawaslu": 1.0, "panwas": 1.0, "kasn": 0.7, "bkn": 0.7, "gakkumdu": -0.5, "kpu": -1.0, "office": -1.5}
    | {"head": -1.5},
    "let_go": {"bawaslu": 2.0, "panwas": 2.0, "gakkumdu": 0.5, "kasn": 0.0, "bkn": 0.0, "police": -1.0, "kpu": -2.0}
    | {"office": -1.5, "bapek": 0.0, "minister": -3.0, "head": -3.0},
}
GOES_TO = re.compile(
    r"\b(?:ke|kepada|untuk|di|dari|dengan|bersama|undangan|via|lewat|melalui|pada|terhadap|bagi|meja|kantor|tangan"
    r"|calon|petahana|mantan|wakil|pemilihan)\s+(?:\w+\s)?$",
    re.IGNORECASE,
)
AGENT = re.compile(
    r"\b(?:oleh|menurut|bagi|rekomendasi|permintaan|saran|putusan|keputusan|kesimpulan|SK|surat|atas|vonis|pleno"
    r"|pertimbangan|hasil kajian|kajian)\s+(?:\w+\s)?$",
    re.IGNORECASE,
)
ASKED_TO = (
    re.compile(
        r"\b(?:meminta|minta|mendesak|desak|merekomendasikan|rekomendasikan|rekomendasi|agar|supaya|usul\w*|menunggu"
        r"|surat ke)"
        r"\s+(?:kepada\s+|ke\s+)?(?:\w+\s)?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\s*(?:\w+\s+){0,2}?(?:diminta|didesak|agar|supaya|diberi waktu|wajib|harus|selaku|untuk)\b", re.IGNORECASE
    ),
)
ACTS = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:\w+\s+){0,3}?(?:me(?:n|m|ng|ny)?\w{3,}|ber(?:pendapat|kesimpulan)|sepakat|sudah|telah"
    r"|tidak|tak|akhirnya|pun)\b"
)
CRIMINAL = re.compile(
    r"\b(?:pidana\w*|penyidikan|penyelidikan|pembahasan (?:kedua|pertama)|188|490|494|meja penyidik)\b", re.IGNORECASE
)
POLICE = re.compile(r"\b(?:SP-?3|penyidik\w*|polisi|polres|polda|penghentian penyidikan)\b", re.IGNORECASE)
ADVISES = re.compile(r"\b(?:(?:me|di)?rekomendasi\w*|meminta|minta|diminta|surat|menilai|memandang)\b", re.IGNORECASE)
CLAIMANTS = 8  # of a decision; the weaker ones are never right
SPEAKS_OF_ITS_OWN = {"let_go": 2.5, "found": 2.0, "candidacy_cancelled": 2.0}


@dataclass(frozen=True, slots=True)
class Claim:
    """How strongly a body claims a decision: the sum of hand-set points, and the signs behind them."""

    body: int
    points: float
    signs: dict[str, float]


def claims(
    text: Text, sentence: Span, family: str, at: int, bodies: Bodies, voice: Decider | None
) -> tuple[Claim, ...]:
    """The strongest claims of bodies that can decide so; `voice` is the mention whose official speaks."""
    natural = _fitting(text, sentence, family)
    found = []
    for i, mentions in bodies.around(sentence).items():
        body = bodies.all[i]
        if body.kind in natural:
            points, signs = _best(text, sentence, family, at, mentions, voice)
            found.append(Claim(i, natural[body.kind] + points + 0.3 * math.log(len(body.mentions)), signs))
    return tuple(sorted(found, key=lambda c: -c.points)[:CLAIMANTS])


def _fitting(text: Text, sentence: Span, family: str) -> dict[str, float]:
    """What is natural, moved by words of the sentence: a crime is Gakkumdu's, SP3 the police's, advice KASN's."""
    natural = dict(NATURAL[family])
    said = text[sentence]
    if family == "let_go" and CRIMINAL.search(said):
        natural["gakkumdu"] += 3.0
    if family == "let_go" and POLICE.search(said):
        natural["police"] += 3.0
    if family == "sanctioned" and ADVISES.search(said):
        natural["kasn"] += 2.5
        natural["bkn"] += 2.5
    return natural


def _best(
    text: Text, sentence: Span, family: str, at: int, mentions: Sequence[Decider], voice: Decider | None
) -> tuple[float, dict[str, float]]:
    """The points and signs of a body's mention that claims most."""
    own = SPEAKS_OF_ITS_OWN.get(family, 0.0)
    best, signs = -99.0, {}
    for d in mentions:
        points, seen = _mention(text, sentence, family, at, d)
        if voice is not None and d.start == voice.start:
            points, seen = points + own, {**seen, "its official speaks": 1.0}
        if points > best:
            best, signs = points, seen
    return best, signs


def _mention(text: Text, sentence: Span, family: str, at: int, d: Decider) -> tuple[float, dict[str, float]]:
    passive = GOES_TO.search(text.raw, max(0, d.start - 30), d.start) is not None
    if not sentence.holds(d.start):
        gap = sentence.start - d.end if d.start < sentence.start else 2 * (d.start - sentence.end)
        near = "near" if gap < 200 else "close" if gap < 600 else "far"
        side = "before" if d.start < sentence.start else "after"
        return 2.0 * math.exp(-gap / 300) - passive, {f"named {near} {side}" + (", passive" if passive else ""): 1.0}
    points, signs = 3.0, {"named in the sentence": 1.0}
    for sign, worth in _within(text, sentence, family, at, d, passive):
        points += worth
        signs[sign] = 1.0
    return points, signs


def _within(text: Text, sentence: Span, family: str, at: int, d: Decider, passive: bool) -> Iterator[tuple[str, float]]:
    clause = text.clause_at(at) or sentence
    if clause.holds(d.start):
        yield "in the clause", 2.0
    if d.end <= at:
        yield "before the decision", 1.0
    if ACTS.match(text.raw, d.end, sentence.end):
        yield "acts", 0.5
    if AGENT.search(text.raw, max(0, d.start - 30), d.start):
        yield "agent", 2.0
    elif passive:
        yield "passive", -3.0
    if family == "sanctioned" and _asked(text, sentence, d):
        yield "asked to", -4.0
    if OFFICIAL.search(text.raw, sentence.start, d.start):
        yield "its official in the sentence", -3.0 if family == "sanctioned" else 0.0


def _asked(text: Text, sentence: Span, d: Decider) -> bool:
    """Tell whether others ask the body to punish: "KASN meminta bupati", "gubernur diminta"."""
    before, after = ASKED_TO
    return bool(before.search(text.raw, max(sentence.start, d.start - 40), d.start) or after.match(text.raw, d.end))

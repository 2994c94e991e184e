"""Whose decision it is: the body that a decision told in a sentence is most likely that of.

The body that is the grammatical agent comes first ("KASN menyatakan", "oleh bupati"), one to which a file only goes
("diteruskan ke KASN") last; else it is the body whose official speaks, the one last named, or the usual one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from extract.deciders import Decider
from extract.text import Span, Text, within

COURTS = frozenset({"pn", "pt", "ma"})
# How natural it is for a kind of body to decide so, before anything is read; bodies not named cannot.
NATURAL: dict[str, dict[str, float]] = {
    "convicted": {"pn": 1.0, "pt": 0.0, "ma": -1.0},
    "acquitted": {"pn": 1.0, "pt": 0.5, "ma": 0.0},
    "overturned": {"pt": 1.0, "ma": 1.0, "pttun": 1.0, "kpu": 0.0, "bapek": 1.0, "kasn": -1.0, "head": -1.0},
    "candidacy_cancelled": {"kpu": 1.0},
    "blocked": {"bkn": 1.0},
    "sanctioned": {"head": 1.5, "kasn": 0.5, "bkn": 0.5, "office": -0.5, "minister": -1.0, "ppk": 1.0},
    "found": {
        "bawaslu": 1.0,
        "panwas": 1.0,
        "kasn": 0.7,
        "bkn": 0.7,
        "gakkumdu": -0.5,
        "kpu": -1.0,
        "office": -1.5,
        "head": -1.5,
    },
    "let_go": {"bawaslu": 2.0, "panwas": 2.0, "gakkumdu": 0.5, "kasn": 0.0, "bkn": 0.0, "police": -1.0, "kpu": -2.0}
    | {"office": -1.5, "bapek": 0.0, "minister": -3.0, "head": -3.0},
}
GOES_TO = re.compile(
    r"\b(?:ke|kepada|untuk|di|dari|dengan|bersama|undangan|via|lewat|melalui|pada|terhadap|bagi|meja"
    r"|kantor|tangan|calon|petahana|mantan|wakil|pemilihan)\s+(?:\w+\s)?$",
    re.IGNORECASE,
)
AGENT = re.compile(
    r"\b(?:oleh|menurut|bagi|rekomendasi|permintaan|saran|putusan|keputusan|kesimpulan|SK|surat|atas"
    r"|vonis|pleno|pertimbangan|dari mata|hasil kajian|kajian)\s+(?:\w+\s)?$",
    re.IGNORECASE,
)
CRIMINAL = re.compile(
    r"\b(?:pidana\w*|penyidikan|penyelidikan|pembahasan (?:kedua|pertama)|188|490|494|meja penyidik)\b", re.IGNORECASE
)
POLICE = re.compile(r"\b(?:SP-?3|penyidik\w*|polisi|polres|polda|penghentian penyidikan)\b", re.IGNORECASE)
ADVISES = re.compile(r"\b(?:(?:me|di)?rekomendasi\w*|meminta|minta|diminta|surat|menilai|memandang)\b", re.IGNORECASE)
# How much it counts that the body's own official tells the decision: a supervisor tells his own, a personnel office
# those of the regent.
SPEAKS_OF_ITS_OWN = {"let_go": 2.5, "found": 2.0, "candidacy_cancelled": 2.0}
BACK, MOST = 6_000, 400  # characters before a sentence, and bodies, that are looked at: time stays linear in length
AHEAD = 220  # characters after a sentence within which a body may be named that decided in it


def whose(
    text: Text,
    sentence: Span,
    family: str,
    at: int,
    deciders: Sequence[Decider],
    voice: Decider | None,
    named: Mapping[str, int],
) -> Decider | None:
    """The likeliest decider of a decision told at an offset; None where no body of a fitting kind is named at all.

    `voice` is the body whose official tells the sentence, if one does; `named` tells how often each name is printed.
    """
    natural = _fitting(text, sentence, family)
    near = within(deciders, Span(sentence.start - BACK, sentence.end + AHEAD))
    able = [d for d in near if d.kind in natural] or [d for d in deciders[:MOST] if d.kind in natural]
    own = SPEAKS_OF_ITS_OWN.get(family, 0.0)

    def weight(d: Decider) -> float:
        told = own if voice and d == voice else 0.0
        return natural[d.kind] + _near(text, sentence, at, d) + 0.3 * math.log(named[d.name]) + told

    return max(able, key=weight, default=None)


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


def _near(text: Text, sentence: Span, at: int, decider: Decider) -> float:
    if not sentence.holds(decider.start):
        gap = sentence.start - decider.end if decider.start < sentence.start else 2 * (decider.start - sentence.end)
        return 2.0 * math.exp(-gap / 300) - _passive(text, decider)
    clause = text.clause_at(at) or sentence
    close = 2.0 if clause.holds(decider.start) else 0.0
    if AGENT.search(text.raw, max(0, decider.start - 30), decider.start):
        return 5.0 + close
    return 3.0 + close + (1.0 if decider.end <= at else 0.0) - 3.0 * _passive(text, decider)


def _passive(text: Text, decider: Decider) -> float:
    """1 where the body stands behind a preposition: something goes to it or comes from it."""
    return 1.0 if GOES_TO.search(text.raw, max(0, decider.start - 30), decider.start) else 0.0

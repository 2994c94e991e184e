"""Sentences in which a body is said to have decided: what it decided, and who it was.

A decision that is only possible, demanded, threatened, charged or asked for is none: its clause holds a word of
condition, demand or maximum (see the phrase files of the group `modality`), or a prosecutor, lawyer or expert says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.attribution import Claim, claims
from extract.deciders import Bodies, Decider
from extract.phrases import Group, Signal, signals
from extract.spokesmen import voices
from extract.text import Span, Text, within

Family = Literal[
    "convicted", "acquitted", "sanctioned", "found", "let_go", "overturned", "candidacy_cancelled", "blocked"
]

FAMILIES: dict[str, Family] = {
    "convicted": "convicted",
    "acquitted": "acquitted",
    "sanctioned": "sanctioned",
    "records_blocked": "blocked",
    "proven": "found",
    "declared_violation": "found",
    "overturned": "overturned",
    "not_proven": "let_go",
    "stopped": "let_go",
    "not_registered": "let_go",
    "cleared": "let_go",
    "candidacy_cancelled": "candidacy_cancelled",
    "court_term": "convicted",
}
GROUPS: tuple[Group, ...] = ("outcome", "sanction")
ASKED = re.compile(
    r"\b(?:menuntut|dituntut|tuntutan|mendakwa|terancam|ancaman|diancam|paling (?:lama|banyak|singkat)|maksimal"
    r"|mengusulkan"
    r"|diusulkan|mendesak|berharap|harapan|kalau|jika|bila|apabila|seandainya|andai|siapa ?pun|menginginkan"
    r"|semula meminta|minta agar|tidak segan)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One sentence's decision and who claims it, strongest first."""

    sentence: Span
    family: Family
    found: tuple[Signal, ...]
    claims: tuple[Claim, ...]


def find_verdicts(text: Text, bodies: Bodies) -> Iterator[Verdict]:
    """All decisions told in the body, in order: one for each family of outcomes in a sentence."""
    told = [[s for s in signals(text, group) if s.means in FAMILIES] for group in GROUPS]
    voice = voices(text, bodies.mentions)
    for sentence in text.sentences:
        yield from _in_sentence(text, sentence, told, bodies, voice.get(sentence))


def _in_sentence(
    text: Text, sentence: Span, told: Sequence[Sequence[Signal]], bodies: Bodies, voice: Decider | None
) -> Iterator[Verdict]:
    here = [s for group in told for s in within(group, sentence) if not asked_for(text, s, sentence)]
    for family in dict.fromkeys(FAMILIES[s.means] for s in here):
        found = tuple(s for s in here if FAMILIES[s.means] == family)
        yield Verdict(sentence, family, found, claims(text, sentence, family, found[0].start, bodies, voice))


DEMANDS = re.compile(
    r"\b(?:jaksa|JPU|penuntut(?: umum)?)\b[^.]{0,80}\b(?:menuntut|meminta\w*|minta|menginginkan|tuntutan|mengajukan)\b"
    r"|\b(?:dituntut|tuntutan jaksa|paling berat|memungkinkan|mengatur|diatur)\b",
    re.IGNORECASE,
)


def asked_for(text: Text, signal: Signal, sentence: Span) -> bool:
    """Tell whether a decision is only asked for, threatened or supposed."""
    clause = text.clause_at(signal.start) or sentence
    if FAMILIES[signal.means] == "convicted" and DEMANDS.search(text.raw, sentence.start, signal.start):
        return True
    return ASKED.search(text.raw, clause.start, signal.start) is not None

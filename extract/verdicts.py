"""Sentences in which a body is said to have decided: what it decided, and who it was.

A decision that is only possible, demanded, threatened, charged or asked for is none: its clause holds a word of
condition, demand or maximum (see the phrase files of the group `modality`), or a prosecutor, lawyer or expert says it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.attribution import whose
from extract.deciders import Decider
from extract.phrases import Group, Signal, signals
from extract.spokesmen import voices
from extract.text import Span, Text, within

Family = Literal[
    "convicted", "acquitted", "sanctioned", "found", "let_go", "overturned", "candidacy_cancelled", "blocked"
]

GROUPS: tuple[Group, ...] = ("outcome", "sanction")
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
}
ASKED = re.compile(
    r"\b(?:menuntut|dituntut|tuntutan|mendakwa|didakwa|dakwaan|terancam|ancaman|diancam|paling (?:lama|banyak"
    r"|singkat)|maksimal|mengusulkan|diusulkan"
    r"|mendesak|berharap|harapan|(?:kalau|jika|bila|apabila|seandainya|andai)\b|siap(?:a)? (?:pun|saja)|bisa (?:di"
    r"|ber)\w+|dapat di\w+|akan di\w+|bakal di\w+|menginginkan|semula meminta|minta agar|tidak segan)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One sentence's decision; `decider` is None where nobody can be told to have made it."""

    sentence: Span
    family: Family
    found: tuple[Signal, ...]
    decider: Decider | None


def find_verdicts(text: Text, deciders: Sequence[Decider]) -> tuple[Verdict, ...]:
    """All decisions told in the body, in order: one for each family of outcomes in a sentence."""
    told = [[s for s in signals(text, group) if s.means in FAMILIES] for group in GROUPS]
    voice, named = voices(text, deciders), Counter(d.name for d in deciders)
    return tuple(v for s in text.sentences for v in _in_sentence(text, s, told, deciders, voice.get(s), named))


def _in_sentence(
    text: Text,
    sentence: Span,
    told: Sequence[Sequence[Signal]],
    deciders: Sequence[Decider],
    voice: Decider | None,
    named: Counter[str],
) -> Iterator[Verdict]:
    here = [s for group in told for s in within(group, sentence) if not asked_for(text, s, sentence)]
    for family in dict.fromkeys(FAMILIES[s.means] for s in here):
        found = tuple(s for s in here if FAMILIES[s.means] == family)
        yield Verdict(sentence, family, found, whose(text, sentence, family, found[0].start, deciders, voice, named))


def asked_for(text: Text, signal: Signal, sentence: Span) -> bool:
    """Tell whether a decision is only asked for, threatened or supposed."""
    clause = text.clause_at(signal.start) or sentence
    return ASKED.search(text.raw, clause.start, signal.end) is not None

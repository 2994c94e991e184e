"""Sentences in which a body is said to have decided: what it decided, and who it was.

A decision that is only possible, demanded, threatened, charged or asked for is none: its clause holds a word of
condition, demand or maximum (see the phrase files of the group `modality`), or a prosecutor, lawyer or expert says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.deciders import Decider
from extract.phrases import Signal, signals
from extract.text import Span, Text

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
}
COURTS = frozenset({"pn", "pt", "ma"})
SUPERVISORS = frozenset({"bawaslu", "panwas", "gakkumdu", "kasn", "bkn"})
MAY: dict[Family, frozenset[str]] = {
    "convicted": COURTS,
    "acquitted": COURTS,
    "overturned": frozenset({"pt", "pttun", "ma", "kpu", "bapek", "kasn"}),
    "candidacy_cancelled": frozenset({"kpu"}),
    "blocked": frozenset({"bkn"}),
    "sanctioned": frozenset({"head", "office", "kasn", "bkn", "minister"}),
    "found": SUPERVISORS | {"kpu", "office", "head"},
    "let_go": SUPERVISORS | {"police", "kpu", "office", "bapek"},
}
ASKED = re.compile(
    r"\b(?:menuntut|dituntut|tuntutan|mendakwa|didakwa|dakwaan|terancam|ancaman|diancam|paling (?:lama|banyak"
    r"|singkat)|maksimal|mengusulkan|diusulkan"
    r"|mendesak|berharap|harapan|(?:kalau|jika|bila|apabila|seandainya|andai)\b|siap(?:a)? (?:pun|saja)|bisa (?:di"
    r"|ber)\w+|dapat di\w+|akan di\w+|bakal di\w+|menginginkan|semula meminta|minta agar|tidak segan)",
    re.IGNORECASE,
)
CRIMINAL = re.compile(
    r"\b(?:pidana\w*|penyidikan|penyelidikan|SP-?3|pembahasan|188|490|494|meja penyidik)\b", re.IGNORECASE
)
ADVISES = re.compile(r"\b(?:(?:me)?rekomendasi\w*|direkomendasikan|meminta|minta)\b", re.IGNORECASE)
NEAR = 420  # characters back within which a body named earlier is still the one that decides


@dataclass(frozen=True, slots=True)
class Verdict:
    """One sentence's decision; `decider` is None where nobody can be told to have made it."""

    sentence: Span
    family: Family
    found: tuple[Signal, ...]
    decider: Decider | None


def find_verdicts(text: Text, deciders: Sequence[Decider]) -> tuple[Verdict, ...]:
    """All decisions told in the body, in order: one for each family of outcomes in a sentence."""
    told = [s for group in ("outcome", "sanction") for s in signals(text, group) if s.means in FAMILIES]
    return tuple(v for sentence in text.sentences for v in _in_sentence(text, sentence, told, deciders))


def _in_sentence(text: Text, sentence: Span, told: Sequence[Signal], deciders: Sequence[Decider]) -> Iterator[Verdict]:
    here = [s for s in told if sentence.holds(s.start) and not asked_for(text, s, sentence)]
    for family in dict.fromkeys(FAMILIES[s.means] for s in here):
        found = tuple(s for s in here if FAMILIES[s.means] == family)
        yield Verdict(sentence, family, found, _who(text, sentence, family, found[0], deciders))


def asked_for(text: Text, signal: Signal, sentence: Span) -> bool:
    """Tell whether a decision is only asked for, threatened or supposed."""
    clause = text.clause_at(signal.start) or sentence
    return ASKED.search(text.raw, clause.start, signal.end) is not None


def _who(text: Text, sentence: Span, family: Family, signal: Signal, deciders: Sequence[Decider]) -> Decider | None:
    able = [d for d in deciders if d.kind in _may(text, sentence, family, deciders)]
    here = [d for d in able if sentence.holds(d.start)]
    before = [d for d in here if d.end <= signal.start] or here
    if before:
        return before[-1] if before is not here else before[0]
    back = [d for d in able if sentence.start - NEAR <= d.start < sentence.start]
    ahead = [d for d in able if sentence.end <= d.start <= sentence.end + NEAR // 2]
    return back[-1] if back else ahead[0] if ahead else _usual(able)


def _may(text: Text, sentence: Span, family: Family, deciders: Sequence[Decider]) -> frozenset[str]:
    may, kinds = MAY[family], {d.kind for d in deciders}
    if family == "let_go" and CRIMINAL.search(text.raw, sentence.start, sentence.end) and "gakkumdu" in kinds:
        return frozenset({"gakkumdu", "police"})
    if family == "sanctioned" and ADVISES.search(text.raw, sentence.start, sentence.end) and kinds & {"kasn", "bkn"}:
        return frozenset({"kasn", "bkn"})
    return may


def _usual(able: Sequence[Decider]) -> Decider | None:
    """The body named most often among those that may decide."""
    return max(able, key=lambda d: sum(o.name == d.name for o in able)) if able else None

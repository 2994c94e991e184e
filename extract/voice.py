"""The rule voice: which sentences accuse, clear or sanction which person, by which phrase, and how closely.

A finding is close when the phrase stands in a clause that means the person, wider when only the sentence does. A phrase
says nothing of a person who speaks the sentence, who stands behind "oleh", "kepada", "mendukung" or "calon", or whose
clause is a condition, a ban or a possibility.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.phrases import Group, Signal, signals
from extract.references import Reference
from extract.speech import Said
from extract.text import Span, Text

Says = Literal["accuse", "prove", "clear"]

GROUPS: tuple[Group, ...] = ("accusation", "outcome", "sanction", "violation", "stage")
BEHIND = re.compile(
    r"(?:oleh|kepada|terhadap pihak|mendukung|dukung|memilih|pilih|memenangkan|menangkan|untuk|bersama|dengan|paslon"
    r"|pasangan calon|calon \w+(?: \w+)?|cabup|cawabup|cagub|cawagub|cawalkot|caleg|bacaleg|bakal calon(?: \w+)*"
    r"|nomor urut \d+|menurut|kata|ujar|istri|suami)\s*[,:]?\s*(?:(?:bapak|ibu|pak|bu|h\.?|hj\.?|drs?\.?|nama)\s+)*$",
    re.IGNORECASE,
)
PROVES = frozenset({"proven", "sanctioned", "convicted", "declared_violation"})
CLEARS = frozenset({"not_proven", "cleared", "acquitted", "stopped", "not_registered", "overturned"})
WEAK = frozenset({"examined"})


@dataclass(frozen=True, slots=True)
class Finding:
    """What one sentence says of one person; `near` is 2 in the person's clause, 1 in the sentence, 0 beside it."""

    person: int
    says: Says
    near: int
    sentence: Span
    phrase: Span
    means: str
    weak: bool = False


def findings(text: Text, refs: Sequence[Reference], spoken: Sequence[Said]) -> tuple[Finding, ...]:
    """All findings, in text order."""
    found = sorted((s for g in GROUPS for s in signals(text, g)), key=lambda s: s.start)
    unreal = signals(text, "modality")
    hedges = [s.start for s in found if s.means == "suspected"]
    real = [s for s in found if not _unreal(text, s, unreal)]
    return tuple(f for s in real for f in _about(text, s, refs, spoken, _hedged(text, s, hedges)))


def _hedged(text: Text, signal: Signal, hedges: Sequence[int]) -> bool:
    """Tell whether the sentence of a phrase also says "diduga": then it proves nothing."""
    sentence = text.sentence_at(signal.start)
    return sentence is not None and any(sentence.holds(h) for h in hedges)


def _about(
    text: Text, signal: Signal, refs: Sequence[Reference], spoken: Sequence[Said], hedged: bool
) -> Iterator[Finding]:
    sentence = text.sentence_at(signal.start)
    if sentence is None:
        return
    clause = text.clause_at(signal.start) or sentence
    speakers = {s.person for s in spoken if s.sentence == sentence} - _admitting(signal, spoken, sentence)
    for person in dict.fromkeys(r.person for r in refs if sentence.holds(Span(r.start, r.end))):
        here = [r for r in refs if r.person == person and sentence.holds(Span(r.start, r.end))]
        patient = [r for r in here if not BEHIND.search(text.raw, max(sentence.start, r.start - 60), r.start)]
        if person in speakers or not patient:
            continue
        near = 2 if any(clause.holds(r.start) for r in patient) else 1
        phrase = Span(signal.start, signal.end)
        says: Says = "accuse" if hedged and says_of(signal) == "prove" else says_of(signal)
        yield Finding(person, says, near, sentence, phrase, signal.means, signal.means in WEAK)


def nearby(text: Text, refs: Sequence[Reference], found: Sequence[Signal], person: int) -> Iterator[Finding]:
    """Phrases in the sentences that mean a person and in the next ones, whoever they speak of: weak evidence."""
    sentences = text.sentences
    starts = [s.start for s in sentences]
    mine = {bisect_right(starts, r.start) - 1 for r in refs if r.person == person}
    for k in sorted(mine | {k + 1 for k in mine}):
        if not 0 <= k < len(sentences):
            continue
        for s in found:
            if sentences[k].holds(s.start) and s.phrase.group in GROUPS:
                yield Finding(person, says_of(s), 0, sentences[k], Span(s.start, s.end), s.means, weak=True)


def says_of(signal: Signal) -> Says:
    """Whether a phrase accuses, proves or clears."""
    outcome = str(signal.phrase.values.get("outcome", signal.means))
    if outcome in CLEARS:
        return "clear"
    return "prove" if outcome in PROVES or signal.phrase.group == "sanction" else "accuse"


def _admitting(signal: Signal, spoken: Sequence[Said], sentence: Span) -> set[int]:
    """Speakers of whom the phrase speaks all the same: who admits or denies is accused."""
    return {s.person for s in spoken if s.sentence == sentence} if signal.means == "admitted" else set()


def _unreal(text: Text, signal: Signal, unreal: Sequence[Signal]) -> bool:
    """Tell whether a phrase stands under a condition, a ban or a possibility in its clause."""
    clause = text.clause_at(signal.start)
    if clause is None:
        return False
    return any(clause.holds(u.start) and u.start <= signal.start for u in unreal)

"""The rule voice: which sentences accuse, clear or sanction which person, by which phrase, and how closely.

A finding is close when the phrase stands in a clause that means the person, wider when only the sentence does. A phrase
says nothing of a person who speaks the sentence, who stands behind "oleh", "kepada", "mendukung" or "calon", or whose
clause is a condition, a ban or a possibility.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.cues import Scene
from extract.phrases import Group, Signal, signals
from extract.references import Reference
from extract.speech import Said
from extract.text import Span, Text, within

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
    # A sentence that also says "diduga" proves nothing.
    hedged = {text.sentence_at(s.start) for s in found if s.means == "suspected"}
    speakers: dict[Span, set[int]] = {}
    for s in spoken:
        speakers.setdefault(s.sentence, set()).add(s.person)
    real = ((s, text.sentence_at(s.start)) for s in found if not _unreal(text, s, unreal))
    return tuple(
        finding
        for signal, sentence in real
        if sentence is not None
        for finding in _about(text, signal, sentence, refs, speakers.get(sentence, set()), sentence in hedged)
    )


def _about(
    text: Text, signal: Signal, sentence: Span, refs: Sequence[Reference], speaking: Collection[int], hedged: bool
) -> Iterator[Finding]:
    clause = text.clause_at(signal.start) or sentence
    # Who admits or denies is accused, though he says it himself.
    speakers = () if signal.means == "admitted" else speaking
    meant = [r for r in within(refs, sentence) if r.end <= sentence.end]
    for person in dict.fromkeys(r.person for r in meant):
        here = [r for r in meant if r.person == person]
        patient = [r for r in here if not BEHIND.search(text.raw, max(sentence.start, r.start - 60), r.start)]
        if person in speakers or not patient:
            continue
        near = 2 if any(clause.holds(r.start) for r in patient) else 1
        phrase = Span(signal.start, signal.end)
        says: Says = "accuse" if hedged and says_of(signal) == "prove" else says_of(signal)
        yield Finding(person, says, near, sentence, phrase, signal.means, signal.means in WEAK)


def nearby(view: Scene, person: int) -> Iterator[Finding]:
    """Phrases in the sentences that mean a person and in the next ones, whoever they speak of: weak evidence."""
    sentences = view.text.sentences
    mine = {k for r in view.near(person) if (k := view.place_of(r.start)) is not None}
    for k in sorted(mine | {k + 1 for k in mine if k + 1 < len(sentences)}):
        for s in view.phrases_in[k]:
            if s.phrase.group in GROUPS:
                yield Finding(person, says_of(s), 0, sentences[k], Span(s.start, s.end), s.means, weak=True)


def says_of(signal: Signal) -> Says:
    """Whether a phrase accuses, proves or clears."""
    outcome = str(signal.phrase.values.get("outcome", signal.means))
    if outcome in CLEARS:
        return "clear"
    return "prove" if outcome in PROVES or signal.phrase.group == "sanction" else "accuse"


def _unreal(text: Text, signal: Signal, unreal: Sequence[Signal]) -> bool:
    """Tell whether a phrase stands under a condition, a ban or a possibility in its clause."""
    clause = text.clause_at(signal.start)
    if clause is None:
        return False
    return any(u.start <= signal.start for u in within(unreal, clause))

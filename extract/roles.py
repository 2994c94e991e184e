"""Two voices decide a person's role: the encoder, which reads the article, and the cues, which can be read.

A person is accused only where both voices agree and a sentence of the body can be shown; proven only where a deciding
phrase stands in such a sentence too; whoever one voice accuses and the other does not is `other`, with the doubt in
`confidence`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from extract.vocabulary import Role, Standing
from extract.voice import Finding


@dataclass(frozen=True, slots=True)
class Odds:
    """One voice's probabilities of a person's role; they sum to 1."""

    accused: float
    cleared: float
    speaker: float
    beneficiary: float
    victim: float
    other: float

    @property
    def case(self) -> float:
        """Probability that the person is the subject of the case, accused or cleared."""
        return self.accused + self.cleared


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What each voice must reach: chosen on held-out folds for no unsupported accusation, not for the best F1."""

    encoder_accused: float = 0.5
    cues_accused: float = 0.3
    joint_accused: float = 0.5
    cleared: float = 0.5


@dataclass(frozen=True, slots=True)
class Verdict:
    """A role with its reason in words, for `netralitas explain`."""

    role: Role
    standing: Standing | None
    confidence: float
    why: str
    findings: tuple[Finding, ...] = ()


def joint(encoder: Odds, cues: Odds, weight: float = 0.6) -> Odds:
    """The weighted mean of two voices."""
    both = ((getattr(encoder, f.name), getattr(cues, f.name)) for f in fields(Odds))
    return Odds(*(weight * e + (1 - weight) * c for e, c in both))


def judge(encoder: Odds, cues: Odds, found: Sequence[Finding], limits: Thresholds) -> Verdict:
    """Decide one person's role from both voices and the sentences found about the person."""
    both = joint(encoder, cues)
    if both.case < 0.5 or max(encoder.case, cues.case) < 0.5:
        return _bystander(both)
    clearing = [f for f in found if f.says == "clear"]
    if both.cleared >= both.accused:
        return _cleared(both, clearing, limits)
    return _accused(encoder, cues, both, found, limits)


def _bystander(both: Odds) -> Verdict:
    named: dict[Role, float] = {
        "speaker": both.speaker,
        "beneficiary": both.beneficiary,
        "victim": both.victim,
        "other": both.other + both.case,
    }
    role = max(named, key=lambda r: named[r])
    return Verdict(role, None, round(named[role], 3), f"not the subject of the case ({both.case:.2f})")


def _cleared(both: Odds, clearing: Sequence[Finding], limits: Thresholds) -> Verdict:
    if both.cleared >= limits.cleared or clearing:
        return Verdict("accused", "cleared", round(both.cleared, 3), "both voices: cleared", tuple(clearing))
    return Verdict("other", None, round(both.cleared, 3), "perhaps cleared, perhaps accused: left open")


def _accused(encoder: Odds, cues: Odds, both: Odds, found: Sequence[Finding], limits: Thresholds) -> Verdict:
    evidence = tuple(f for f in found if f.says != "clear" and not f.weak)
    missing = [
        f"encoder {encoder.accused:.2f} < {limits.encoder_accused}" * (encoder.accused < limits.encoder_accused),
        f"cues {cues.accused:.2f} < {limits.cues_accused}" * (cues.accused < limits.cues_accused),
        f"both {both.accused:.2f} < {limits.joint_accused}" * (both.accused < limits.joint_accused),
        "no sentence to show" * (not evidence),
    ]
    if reasons := "; ".join(filter(None, missing)):
        return Verdict("other", None, round(both.accused, 3), f"doubt: {reasons}")
    standing: Standing = "proven" if any(f.says == "prove" for f in evidence) else "alleged"
    return Verdict("accused", standing, round(both.accused, 3), "both voices agree", evidence)

"""Two voices decide a person's role: the encoder, which reads the article, and the cues, which can be read.

A person is accused only where both voices agree and a sentence of the body can be shown; proven only where that is by
far the likelier of the two; whoever one voice accuses and the other does not is `other`, with the doubt in
`confidence`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.encoder import ROLES, Opinion, RoleOdds, odds_of
from extract.linear import shares
from extract.offices import OfficeFound
from extract.people import Person
from extract.vocabulary import Role, Standing
from extract.voice import Finding

LEAST = 1e-4
"""A probability below which voices are not told apart."""
WHERE = ("nearby", "in the sentence", "in the clause")


@dataclass(frozen=True, slots=True)
class Limits:
    """What the voices must reach: chosen on articles not trained on, for few unsupported accusations, not for best F1.

    `subject`: both together, that the person is the subject of a case; `accused`: both together; `each`: the less sure
    voice; `proven`: the share of `accused` that is proven; `cleared`: both together;
    `doubtful`: `accused`, where the article may be about another matter.
    Measured with the encoder and the cues of one half of the articles on the other half (docs/model_card.md).
    """

    subject: float = 0.5
    accused: float = 0.8
    each: float = 0.1
    proven: float = 0.7
    cleared: float = 0.4
    doubtful: float = 0.9


@dataclass(frozen=True, slots=True)
class Verdict:
    """A role with its reason in words, for `netralitas explain`; `odds` are both voices together."""

    role: Role
    standing: Standing | None
    confidence: float
    why: str
    odds: RoleOdds
    findings: tuple[Finding, ...] = ()


def verdict_signs(
    encoder: RoleOdds, cues: RoleOdds, found: Sequence[Finding], person: Person, office: OfficeFound | None
) -> dict[str, float]:
    """What both voices say, as logarithms of their odds, how close the rules' sentences stand, and who it is."""
    voices = (("encoder", encoder), ("cues", cues))
    signs = {f"{name}: {role}": math.log(max(LEAST, _share(odds, role))) for name, odds in voices for role in ROLES}
    signs |= {f"{f.says} {WHERE[f.near]}": 1.0 for f in found}
    signs |= {f"office: {office.office_class}" if office else "no office": 1.0, "initials": float(person.initials)}
    return signs | {"doubtful name": 1 - person.probability, "named": math.log(1 + len(person.spans))}


def _share(odds: RoleOdds, role: str) -> float:
    return odds.accused - odds.proven if role == "alleged" else float(getattr(odds, role))


def joint(signs: Mapping[str, float]) -> RoleOdds:
    """Both voices together, by the weights in `weights/verdict.toml` (a calibrated logarithmic opinion pool)."""
    return odds_of(shares("verdict", signs))


def judge(
    opinion: Opinion,
    cues: RoleOdds,
    found: Sequence[Finding],
    person: Person,
    office: OfficeFound | None,
    limits: Limits,
) -> Verdict:
    """Decide one person's role from both voices and the sentences found about the person."""
    both = joint(verdict_signs(opinion.odds, cues, found, person, office))
    if both.accused + both.cleared < limits.subject:
        return _bystander(both)
    if both.cleared >= both.accused:
        return _cleared(both, found, limits)
    return _accused(opinion, cues, both, found, limits)


def _bystander(both: RoleOdds) -> Verdict:
    doubt = both.accused + both.cleared
    named: dict[Role, float] = {
        "speaker": both.speaker,
        "beneficiary": both.beneficiary,
        "victim": both.victim,
        "other": both.other + both.nobody,
    }
    role = max(named, key=lambda r: named[r])
    why = f"not the subject of a case ({doubt:.2f} that so)"
    return Verdict(role, None, round(1 - doubt if role == "other" else named[role], 3), why, both)


def _cleared(both: RoleOdds, found: Sequence[Finding], limits: Limits) -> Verdict:
    clearing = tuple(f for f in found if f.says == "clear")
    if both.cleared >= limits.cleared:
        return Verdict("accused", "cleared", round(both.cleared, 3), "cleared", both, clearing)
    return _doubt(both, f"cleared {both.cleared:.2f}, accused {both.accused:.2f}: left open")


def _accused(opinion: Opinion, cues: RoleOdds, both: RoleOdds, found: Sequence[Finding], limits: Limits) -> Verdict:
    encoder = opinion.odds
    evidence = tuple(f for f in found if f.says != "clear")
    less = min(encoder.accused, cues.accused)
    if both.accused < limits.accused:
        return _doubt(both, f"accused {both.accused:.2f} < {limits.accused:.2f}")
    if less < limits.each:
        return _doubt(both, f"voices differ: encoder {encoder.accused:.2f}, cues {cues.accused:.2f}")
    if any(f.says == "clear" and f.near for f in found):
        return _doubt(both, "a sentence about the person clears")
    if not evidence:
        return _doubt(both, "no sentence to show")
    standing: Standing = "proven" if both.proven / both.accused >= limits.proven else "alleged"
    return Verdict("accused", standing, round(both.accused, 3), "both voices accuse", both, evidence)


def _doubt(both: RoleOdds, why: str) -> Verdict:
    return Verdict("other", None, round(max(both.accused, both.cleared), 3), f"doubt: {why}", both)

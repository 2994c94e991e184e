"""Decisions being put together: what sentences tell of one kind of decision, and each body that may have made it.

A body lets go, finds or annuls once in an article; it convicts and punishes as often as the sentences differ. Each
draft is one body with one such decision; which drafts are true is judged in `extract.rulings`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from extract.deciders import Bodies, Body, find_deciders
from extract.reading import Sanction
from extract.sanctions import court_sentence, staff_sanction
from extract.text import Span, Text, within
from extract.verdicts import Family, Verdict, find_verdicts
from extract.vocabulary import Standing

Group = Literal["dismissed", "violation", "convicted", "sanctioned", "candidacy_cancelled", "records_blocked"]

GROUPS: dict[Family, Group] = {
    "let_go": "dismissed", "acquitted": "dismissed", "overturned": "dismissed", "found": "violation",
    "convicted": "convicted", "sanctioned": "sanctioned", "candidacy_cancelled": "candidacy_cancelled",
    "blocked": "records_blocked",
}  # fmt: skip
MOST = 150  # verdicts that are looked at: no article tells more, and drafts are weighed against one another
UNSTATED = "sanction"  # the bare word, without form or class: no decision is told by it alone
SEVERAL = frozenset({"convicted", "sanctioned"})  # of which a body makes more than one, by person and weight


@dataclass(frozen=True, slots=True)
class PersonSpans:
    """Somebody accused: the index into `officials`, where he is mentioned or meant, and how he is judged to stand."""

    index: int
    spans: tuple[Span, ...]
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class _Named:
    """One mention of a person."""

    start: int
    end: int
    person: int


@dataclass(slots=True)
class Decision:
    """What is decided, whoever decided it: the sentences that tell it, the people in them and the sanction.

    Letting go, acquitting and annulling are one group: a body does one of them, once.
    """

    group: Group
    verdicts: list[Verdict] = field(default_factory=list)
    people: set[int] = field(default_factory=set)
    sanction: Sanction | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One body with one decision that it may have made; `claimed` are the sentences that it claims more than others."""

    decision: Decision
    body: Body
    number: int
    claimed: tuple[Verdict, ...]

    @property
    def group(self) -> Group:
        return self.decision.group

    @property
    def told(self) -> tuple[Verdict, ...]:
        """The sentences that tell it: those that the body claims, else all."""
        return self.claimed or tuple(self.decision.verdicts)


def find_drafts(text: Text, people: Sequence[PersonSpans]) -> list[Draft]:
    """All decisions that the body may tell with all bodies that may have made them, in the order of the text."""
    bodies = Bodies(find_deciders(text))
    named = sorted((_Named(s.start, s.end, p.index) for p in people for s in p.spans), key=lambda n: n.start)
    decisions: list[Decision] = []
    for verdict in islice(find_verdicts(text, bodies), MOST):
        _add(text, verdict, named, decisions)
    return [d for decision in decisions for d in _drafts(decision, bodies.all)]


def _drafts(decision: Decision, bodies: Sequence[Body]) -> Iterator[Draft]:
    able = dict.fromkeys(c.body for v in decision.verdicts for c in v.claims)
    first = [v.claims[0].body for v in decision.verdicts if v.claims]
    for number in sorted(able, key=lambda b: (first.index(b) if b in first else len(first), b)):
        claimed = tuple(v for v in decision.verdicts if v.claims and v.claims[0].body == number)
        yield Draft(decision, bodies[number], number, claimed)


def _add(text: Text, verdict: Verdict, named: Sequence[_Named], decisions: list[Decision]) -> None:
    sanction = _sanction(text, verdict)
    if verdict.family == "sanctioned" and (sanction is None or sanction.kind == UNSTATED):
        return
    here = {n.person for n in within(named, verdict.sentence) if n.end <= verdict.sentence.end}
    decision = next((d for d in decisions if _same(d, GROUPS[verdict.family], here, sanction)), None)
    if decision is None:
        decision = Decision(GROUPS[verdict.family])
        decisions.append(decision)
    decision.verdicts.append(verdict)
    decision.people |= here
    decision.sanction = _fuller(decision.sanction, sanction)


def _same(decision: Decision, group: Group, people: set[int], sanction: Sanction | None) -> bool:
    if decision.group != group:
        return False
    if group not in SEVERAL:
        return True
    if group == "sanctioned":
        return _same_kind(decision.sanction, sanction)
    shared = not people or not decision.people or bool(people & decision.people)
    return shared and _compatible(decision.sanction, sanction)


def _same_kind(a: Sanction | None, b: Sanction | None) -> bool:
    """Whether two sentences can tell one sanction: of one class, and of one kind where both state it."""
    if a is None or b is None or a.class_ != b.class_:
        return False
    return a.kind == b.kind or any(k.endswith((" discipline", "moral sanction")) for k in (a.kind, b.kind))


def _compatible(a: Sanction | None, b: Sanction | None) -> bool:
    if a is None or b is None or not a.class_ or not b.class_:
        return True
    pairs = ((a.class_, b.class_), (a.months, b.months), (a.rupiah, b.rupiah))
    return all(x is None or y is None or x == y for x, y in pairs)


def _fuller(a: Sanction | None, b: Sanction | None) -> Sanction | None:
    if a is None or b is None:
        return a or b
    if a.class_ != "criminal":
        return a if a.class_ else b
    months, rupiah = a.months or b.months, a.rupiah or b.rupiah
    kind = " and ".join(k for k, there in (("prison", months), ("fine", rupiah)) if there) or a.kind
    return Sanction(kind=kind, class_="criminal", months=months, rupiah=rupiah, suspended=a.suspended or b.suspended)


def _sanction(text: Text, verdict: Verdict) -> Sanction | None:
    if verdict.family == "convicted":
        return court_sentence(text, (verdict.sentence, *_next(text, verdict.sentence)))
    return staff_sanction(verdict.found) if verdict.family in ("sanctioned", "blocked") else None


def _next(text: Text, sentence: Span) -> tuple[Span, ...]:
    """The following sentence of the same line, in which the fine is often told apart."""
    k = bisect_left(text.sentences, sentence.end, key=lambda s: s.start)
    after = text.sentences[k : k + 1]
    return after if after and "\n" not in text.raw[sentence.end : after[0].start] else ()

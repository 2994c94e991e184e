"""What an article as a whole shows: the signs from which its kind and its stage are judged.

A sign is a phrase and the zone it stands in (headline, lead, body, close), a decision found and where it is told, or
a count. Phrases under a ban, a condition or a possibility are signs of their own ("unreal").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from extract.phrases import Group, Signal, signals
from extract.reading import Ruling, Statistic
from extract.text import Span, Text
from extract.violations import ViolationFound

GROUPS: tuple[Group, ...] = ("outcome", "sanction", "stage", "activity", "scope", "violation", "accusation")
LEAD = 4  # sentences of the body that make the lead, a repeated headline included


def article_signs(
    text: Text, rulings: Sequence[Ruling], figures: Sequence[Statistic], violations: Sequence[ViolationFound]
) -> dict[str, float]:
    """All signs of an article, each between 0 and about 2."""
    head = Text(text.title)
    signs = {f"headline: {name}": 1.0 for name in _named(head)}
    signs |= dict(_body(text))
    signs |= dict(_decisions(text, rulings))
    signs["statistics"] = min(len(figures), 12) / 4
    signs["statistics by place"] = min(sum(s.place is not None for s in figures), 8) / 4
    signs["violations told"] = min(len(violations), 5) / 3
    return signs


def _named(text: Text) -> set[str]:
    return {_name(s) for group in GROUPS for s in signals(text, group)} | {
        f"unreal: {u.means}" for u in signals(text, "modality")
    }


def _name(signal: Signal) -> str:
    kind = signal.phrase.values.get("kind")
    return f"{signal.phrase.group} {signal.means}" + (f" ({kind})" if kind else "")


def _body(text: Text) -> Iterator[tuple[str, float]]:
    lead_end = text.sentences[min(LEAD, len(text.sentences)) - 1].end if text.sentences else 0
    unreal = signals(text, "modality")
    clauses = {text.clause_at(u.start) for u in unreal}
    count: Counter[str] = Counter()
    for group in GROUPS:
        for s in signals(text, group):
            real = text.clause_at(s.start) not in clauses
            name = _name(s) if real else f"unreal {_name(s)}"
            count[name] += 1
            if s.start < lead_end and real:
                yield f"lead: {name}", 1.0
    length = max(len(text.sentences), 5)
    for name, n in count.items():
        yield f"told: {name}", 1.0
        yield f"share: {name}", min(n / length * 3, 2.0)
    yield "share: unreal", min(len(unreal) / length * 3, 2.0)


def _decisions(text: Text, rulings: Sequence[Ruling]) -> Iterator[tuple[str, float]]:
    first = _first_evidence(rulings)
    if first is not None:
        yield f"first decision: {rulings[first].outcome}", 1.0
    for r in rulings:
        zone = _zone(text, Span(r.evidence[0].start, r.evidence[0].end)) if r.evidence else "body"
        yield f"decision in {zone}: {r.outcome}", 1.0
        yield f"decision: {r.outcome}", 1.0
        yield f"decision by track: {r.track}", 1.0
    yield "decisions", min(len(rulings), 5) / 3


def _first_evidence(rulings: Sequence[Ruling]) -> int | None:
    starts = [(r.evidence[0].start, i) for i, r in enumerate(rulings) if r.evidence]
    return min(starts)[1] if starts else None


def _zone(text: Text, span: Span) -> str:
    where = span.start / max(len(text.raw), 1)
    return "lead" if where < 0.2 else "middle" if where < 0.7 else "close"

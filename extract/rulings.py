"""Rulings: what a body decided about whom, with its sanction; each decision once, however often it is told."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.attribution import COURTS
from extract.deciders import find_deciders
from extract.reading import Agency, Dated, Evidence, Ruling, Sanction
from extract.sanctions import court_sentence, staff_sanction
from extract.text import Span, Text, within
from extract.verdicts import Family, Verdict, find_verdicts
from extract.vocabulary import Track

LEVELS = frozenset({"kabupaten", "kota", "provinsi", "kab", "prov", "daerah", "ri"})


@dataclass(frozen=True, slots=True)
class PersonSpans:
    """A person whom a ruling may be about: the index into `officials` and where he is mentioned."""

    index: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """One mention of a person."""

    start: int
    end: int
    person: int


@dataclass(slots=True)
class _Draft:
    """One decision being put together from the sentences that tell it."""

    family: Family
    key: frozenset[str]
    verdicts: list[Verdict] = field(default_factory=list)
    people: set[int] = field(default_factory=set)
    sanction: Sanction | None = None


def find_rulings(
    text: Text, agencies: Sequence[Agency], people: Sequence[PersonSpans], dates: Sequence[Dated]
) -> tuple[Ruling, ...]:
    """The decisions that an article reports, in the order in which they are first told."""
    named = sorted((_Named(s.start, s.end, p.index) for p in people for s in p.spans), key=lambda n: n.start)
    drafts: list[_Draft] = []
    for verdict in find_verdicts(text, find_deciders(text)):
        if verdict.decider is not None:
            _add(text, verdict, named, drafts)
    drafts = [d for d in drafts if _complete(text, d)]
    return tuple(_ruling(text, d, drafts, dates) for d in drafts)


def _add(text: Text, verdict: Verdict, named: Sequence[_Named], drafts: list[_Draft]) -> None:
    assert verdict.decider is not None
    sanction = _sanction(text, verdict)
    here = {n.person for n in within(named, verdict.sentence) if n.end <= verdict.sentence.end}
    key = _key(verdict.decider.kind, verdict.decider.name)
    draft = next((d for d in drafts if _same(d, verdict.family, key, here, sanction)), None)
    if draft is None:
        draft = _Draft(verdict.family, key)
        drafts.append(draft)
    draft.verdicts.append(verdict)
    draft.people |= here
    draft.sanction = _fuller(draft.sanction, sanction)


def _same(draft: _Draft, family: Family, key: frozenset[str], people: set[int], sanction: Sanction | None) -> bool:
    if draft.family != family or not (draft.key <= key or key <= draft.key):
        return False
    return (not people or not draft.people or bool(people & draft.people)) and _compatible(draft.sanction, sanction)


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


def _complete(text: Text, draft: _Draft) -> bool:
    """A sanction needs a stated form or class; the bare word "sanksi" is no decision."""
    return draft.family != "sanctioned" or (draft.sanction is not None and draft.sanction.kind != "sanction")


def _ruling(text: Text, draft: _Draft, drafts: Sequence[_Draft], dates: Sequence[Dated]) -> Ruling:
    decider = draft.verdicts[0].decider
    assert decider is not None
    evidence = tuple(_quote(text, v.sentence) for v in draft.verdicts[:3])
    return Ruling(
        agency=max((v.decider.name for v in draft.verdicts if v.decider), key=len),
        track=_track(decider.kind, draft),
        outcome=draft.verdicts[0].found[0].means,
        sanction=draft.sanction,
        date=_date(draft, dates),
        about=tuple(sorted(draft.people)),
        superseded=_superseded(draft, drafts),
        evidence=evidence,
    )


def _track(kind: str, draft: _Draft) -> Track:
    if kind in COURTS | {"gakkumdu", "police", "prosecutor"}:
        return "criminal"
    if kind in ("kpu", "pttun"):
        return "administrative"
    return "ethics" if draft.sanction and draft.sanction.class_ == "moral" else "discipline"


def _superseded(draft: _Draft, drafts: Sequence[_Draft]) -> bool:
    """A verdict or cancellation that another body is reported to have set aside."""
    if draft.family not in ("convicted", "candidacy_cancelled"):
        return False
    return any(d.family == "overturned" and d.key != draft.key for d in drafts)


def _date(draft: _Draft, dates: Sequence[Dated]) -> str | None:
    for sentence in sorted(v.sentence for v in draft.verdicts):
        k = bisect_left(dates, sentence.start, key=lambda d: d.evidence[0].start)
        if k < len(dates) and sentence.holds(dates[k].evidence[0].start):
            return dates[k].date
    return None


def _key(kind: str, name: str) -> frozenset[str]:
    words = re.findall(r"\w+", name.lower())
    return frozenset({kind, *(w for w in words[-2:] if w not in LEVELS and len(words) > 1)})


def _quote(text: Text, span: Span) -> Evidence:
    return Evidence(quote=text[span], start=span.start, end=span.end)

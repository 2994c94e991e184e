"""Rulings: what a body decided about whom, with its sanction; each decision once, however often it is told.

`outcome` is one of: convicted, acquitted, sanctioned (a sanction imposed, or advised by KASN or BKN), violation (a
breach found), dismissed (not proven, stopped, not registered, a person let go), overturned, candidacy_cancelled,
records_blocked. Forwarding a file is none. Which drafts are rulings is judged by the weights in `weights/rulings.toml`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from extract.attribution import COURTS
from extract.draft_signs import weighed_drafts
from extract.drafts import Draft, PersonSpans
from extract.evidence import quotation
from extract.linear import holds, weights
from extract.reading import Agency, Dated, Official, Ruling
from extract.text import Text
from extract.vocabulary import Track

Outcome = Literal[
    "convicted",
    "acquitted",
    "sanctioned",
    "violation",
    "dismissed",
    "overturned",
    "candidacy_cancelled",
    "records_blocked",
]
AGAINST = frozenset({"convicted", "sanctioned", "violation", "candidacy_cancelled", "records_blocked"})


def find_rulings(
    text: Text, agencies: Sequence[Agency], people: Sequence[PersonSpans], dates: Sequence[Dated]
) -> tuple[Ruling, ...]:
    """The decisions that an article reports, in the order in which they are first told.

    `people` are those whom a ruling may be about: the likely accused, of any standing.
    """
    weighed = weighed_drafts(text, people)
    kept = [d for d, signs in weighed if _accepted(d, signs)]
    return tuple(_ruling(text, d, kept, agencies, dates) for d in kept)


def of_the_accused(rulings: Sequence[Ruling], officials: Sequence[Official]) -> tuple[Ruling, ...]:
    """The rulings, each about those only whom the reading accuses; nobody cleared is among those found or punished."""
    return tuple(msgspec.structs.replace(r, about=tuple(_accused(r, officials))) for r in rulings)


def _accused(ruling: Ruling, officials: Sequence[Official]) -> Iterator[int]:
    for i in ruling.about:
        let_go = officials[i].standing == "cleared" and ruling.outcome in AGAINST
        if officials[i].role == "accused" and not let_go:
            yield i


def _accepted(draft: Draft, signs: Mapping[str, float]) -> bool:
    """By the weights of its kind; kinds too rare for weights are accepted where a body claims them in earnest."""
    if draft.group in weights("rulings").labels:
        return holds("rulings", signs, draft.group)
    return bool(draft.claimed) and not signs.get("unreal") and not signs.get("sentence: if")


def _ruling(
    text: Text, draft: Draft, drafts: Sequence[Draft], agencies: Sequence[Agency], dates: Sequence[Dated]
) -> Ruling:
    return Ruling(
        agency=_agency(draft, agencies),
        track=_track(draft),
        outcome=_outcome(draft),
        sanction=draft.decision.sanction,
        date=_date(draft, dates),
        about=tuple(sorted(draft.decision.people)),
        superseded=_superseded(draft, drafts),
        evidence=tuple(quotation(text, v.sentence) for v in draft.told[:3]),
    )


def _outcome(draft: Draft) -> Outcome:
    """The group, and for a dismissal what most of its sentences tell: letting go, acquitting or annulling."""
    if draft.group != "dismissed":
        return draft.group
    families = [v.family for v in draft.told]
    return next((o for o in ("acquitted", "overturned") if families.count(o) * 2 >= len(families)), "dismissed")


def _agency(draft: Draft, agencies: Sequence[Agency]) -> str:
    """The name that the article's agency at the same place of the text has, else the body's usual one."""
    at = {d.start for d in draft.body.mentions}
    return next((a.name for a in agencies if any(e.start in at for e in a.evidence)), draft.body.name)


def _track(draft: Draft) -> Track:
    kind, sanction = draft.body.kind, draft.decision.sanction
    if kind in COURTS | {"gakkumdu", "police", "prosecutor"}:
        return "criminal"
    if kind in ("kpu", "pttun"):
        return "administrative"
    return "ethics" if sanction and sanction.class_ == "moral" else "discipline"


def _superseded(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """A verdict or cancellation that another body is reported to have set aside."""
    if draft.group not in ("convicted", "candidacy_cancelled"):
        return False
    return any(_outcome(d) in ("overturned", "acquitted") and d.body != draft.body for d in drafts)


def _date(draft: Draft, dates: Sequence[Dated]) -> str | None:
    for sentence in sorted(v.sentence for v in draft.told):
        k = bisect_left(dates, sentence.start, key=lambda d: d.evidence[0].start)
        if k < len(dates) and sentence.holds(dates[k].evidence[0].start):
            return dates[k].date
    return None

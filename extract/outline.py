"""What an article as a whole shows: the signs from which its kind and its stage are judged.

A sign is a phrase and the zone it stands in (headline, lead, body), a decision found and where it is told, how those
accused stand, or a count. Phrases under a ban, a condition or a possibility are signs of their own ("unreal").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extract.drafts import PersonSpans
from extract.phrases import Group, Signal, signals
from extract.reading import Ruling, Statistic
from extract.text import Text
from extract.violations import ViolationFound

GROUPS: tuple[Group, ...] = ("outcome", "sanction", "stage", "activity", "scope", "accusation")
BODIES = {
    "one that advises": re.compile(r"KASN|KSN|Komi(?:si|te) (?:ASN|Aparatur)|BKN|Badan Kepegawaian N", re.IGNORECASE),
    "one that punishes": re.compile(
        r"Bupati|Wali ?kota|Gubernur|PPK|Pembina|Dinas|BKPSDM|BKD|Sekretaris|Sekda|Rektor|Satpol|Inspektorat|Atasan"
        r"|Pemerintah|Pemkab|Pemkot",
        re.IGNORECASE,
    ),
    "Gakkumdu or police": re.compile(r"Gakk?umdu|Penegakan Hukum|Pol(?:isi|res|da)|Penyidik", re.IGNORECASE),
    "a supervisor": re.compile(r"Bawaslu|Panwas|Pengawas", re.IGNORECASE),
    "a court": re.compile(r"PN|PT|Pengadilan|Mahkamah|Majelis|Hakim", re.IGNORECASE),
}
EARLIER = re.compile(
    r"\b(?:sebelumnya|pernah|kala itu|ketika itu|waktu itu|tahun lalu|silam|mencontohkan|mengingatkan|sebagai catatan"
    r"|sebagai pembanding|pekan lalu|bulan lalu|pada (?:pilkada|pemilu|tahun) 20)",
    re.IGNORECASE,
)
LEAD = 4  # sentences of the body that make the lead, a repeated headline included


def article_signs(
    text: Text,
    rulings: Sequence[Ruling],
    figures: Sequence[Statistic],
    violations: Sequence[ViolationFound],
    accused: Sequence[PersonSpans],
) -> dict[str, float]:
    """All signs of an article, each between 0 and about 2; `accused` are those whom the case may be about."""
    head = Text(text.title)
    signs = {f"headline: {name}": 1.0 for name in _named(head)}
    signs |= dict(_body(text))
    signs |= dict(_decisions(text, rulings, accused))
    signs |= dict(_standing(text, accused))
    signs["statistics"] = min(len(figures), 12) / 4
    signs["statistics by place"] = min(sum(s.place is not None for s in figures), 8) / 4
    signs |= {f"violation: {v.violation}": 1.0 for v in violations}
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


def _decisions(text: Text, rulings: Sequence[Ruling], accused: Sequence[PersonSpans]) -> Iterator[tuple[str, float]]:
    told = sorted((r for r in rulings if r.evidence), key=lambda r: r.evidence[0].start)
    now = [r for r in told if not EARLIER.search(r.evidence[0].quote)]
    yield "decisions", min(len(rulings), 5) / 3
    yield "no decision", float(not told)
    yield "no decision of this case", float(not now)
    for name, r in {"first": told[0], "last": told[-1]}.items() if told else ():
        yield f"{name} decision: {r.outcome}", 1.0
        yield f"{name} decision: {r.outcome} by {_body_of(r)}", 1.0
    for r in told:
        yield f"decision: {r.outcome}", 1.0
        yield f"decision in {_zone(text, r.evidence[0].start)}: {r.outcome}", 1.0
        yield f"decision by {_body_of(r)}: {r.outcome}", 1.0
        yield f"decision on the {r.track} track", 1.0
    yield from ((f"decision of this case: {r.outcome} by {_body_of(r)}", 1.0) for r in now)
    yield from _of_the_first(told, accused)


def _of_the_first(told: Sequence[Ruling], accused: Sequence[PersonSpans]) -> Iterator[tuple[str, float]]:
    """What was decided of the accused who is named first: the headline's case is mostly his."""
    first = min((p for p in accused if p.spans), key=lambda p: p.spans[0].start, default=None)
    if first is not None:
        about = [r for r in told if first.index in r.about]
        yield "first accused: nothing decided", float(not about)
        yield from ((f"first accused: {r.outcome} by {_body_of(r)}", 1.0) for r in about)
        yield from ((f"first accused: {first.standing}, {r.outcome}", 1.0) for r in about)


def _body_of(ruling: Ruling) -> str:
    return next((name for name, pattern in BODIES.items() if pattern.search(ruling.agency or "")), "another body")


def _standing(text: Text, accused: Sequence[PersonSpans]) -> Iterator[tuple[str, float]]:
    """How many are accused and how they stand; how the first one named stands, as he is whom the article is about."""
    count = Counter(p.standing or "unknown" for p in accused)
    yield "nobody accused", float(not accused)
    for standing, n in count.items():
        yield f"some {standing}", 1.0
        yield f"number {standing}", min(n, 6) / 3
        yield f"only {standing}", float(len(count) == 1)
    named = sorted((p.spans[0].start, p.standing or "unknown") for p in accused if p.spans)
    if named:
        yield f"first named: {named[0][1]}", 1.0
        yield from ((f"named in {_zone(text, start)}: {standing}", 1.0) for start, standing in named)


def _zone(text: Text, start: int) -> str:
    where = start / max(len(text.raw), 1)
    return "lead" if where < 0.2 else "middle" if where < 0.7 else "close"

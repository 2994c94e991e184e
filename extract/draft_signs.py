"""The signs by which a draft of a ruling is judged: who claims it, how it is worded, who is in it, what is beside."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from extract.drafts import GROUPS, Draft, PersonSpans, find_drafts
from extract.phrases import Group, Signal, signals
from extract.text import Span, Text
from extract.verdicts import FAMILIES

DECIDES: tuple[Group, ...] = ("outcome", "sanction")
WORDS = re.compile(r"\w+(?:-\w+)*")
LEAD = 400  # characters of the body that make its lead
HINTS = {
    "will": re.compile(r"\b(?:akan|bakal|segera|nanti|dijadwalkan|menunggu|belum)\b", re.IGNORECASE),
    "may": re.compile(
        r"\b(?:bisa|dapat|mungkin|terancam|ancaman|sampai|hingga|mulai dari|berupa|antara lain)\b", re.IGNORECASE
    ),
    "if": re.compile(
        r"\b(?:jika|bila|apabila|kalau|seandainya|siapa ?pun|setiap|yang terbukti|yang melanggar)\b", re.IGNORECASE
    ),
    "asks": re.compile(r"\b(?:meminta|minta|mendesak|menuntut|berharap|agar|supaya|usul\w*)\b", re.IGNORECASE),
    "earlier": re.compile(
        r"\b(?:sebelumnya|pernah|lalu|kala itu|ketika itu|waktu itu|tahun lalu|silam|mencontohkan|mengingatkan"
        r"|mantan)\b",
        re.IGNORECASE,
    ),
    "done": re.compile(
        r"\b(?:sudah|telah|akhirnya|resmi|kemarin|menyatakan|memutuskan|dinyatakan|hasil|pleno)\b", re.IGNORECASE
    ),
    "unsure": re.compile(
        r"\b(?:belum|bukan berarti|mestinya|semestinya|seharusnya|bisa jadi|bisa juga|atau tidak|kalau|logikanya"
        r"|seolah\w*|mengira|merasa|mengklaim|isu|kabar\w*|disebut-sebut|menanti|menunggu|layak)\b",
        re.IGNORECASE,
    ),
    "counts": re.compile(
        r"\b(?:sebanyak|persen|\d+(?: \(\w+\))? (?:kasus|laporan|perkara|aduan|temuan|di antara\w*|lainnya)|separuh\w*"
        r"|selebihnya|sisanya|rincian\w*|rata-rata|total)\b",
        re.IGNORECASE,
    ),
    "recommends": re.compile(r"\b\w*rekomendasi\w*\b", re.IGNORECASE),
    "law": re.compile(r"\b(?:pasal|ayat|undang-undang|UU|PP|peraturan)\b", re.IGNORECASE),
    "other speaker": re.compile(
        r"\b(?:pelapor|pengamat|kuasa hukum|penasihat hukum|tim hukum|warga|aktivis|LSM|ahli|terlapor)\b", re.IGNORECASE
    ),
}


def weighed_drafts(text: Text, people: Sequence[PersonSpans]) -> list[tuple[Draft, dict[str, float]]]:
    """Each draft with the signs by which it is judged."""
    drafts = find_drafts(text, people)
    shaky = {text.clause_at(u.start) for u in signals(text, "modality")}
    stands = {p.index: p.standing or "unknown" for p in people}
    return [(d, dict(_signs(text, d, drafts, shaky, stands))) for d in drafts]


def _signs(
    text: Text, draft: Draft, drafts: Sequence[Draft], shaky: Collection[Span | None], stands: Mapping[int, str]
) -> Iterator[tuple[str, float]]:
    yield f"by: {draft.body.kind}", 1.0
    yield from _claimed(draft, drafts)
    yield from _worded(text, draft, shaky)
    yield from _placed(text, draft)
    yield from _beside(draft, drafts)
    yield from _about(draft, stands)
    yield from _titled(text, draft)
    if (sanction := draft.decision.sanction) is not None:
        yield f"sanction: {sanction.class_ or sanction.kind}", 1.0
        yield f"sanction: {sanction.class_ or sanction.kind}, by: {draft.body.kind}", 1.0


def _claimed(draft: Draft, drafts: Sequence[Draft]) -> Iterator[tuple[str, float]]:
    """How the body claims the decision: by what signs, and how far ahead of or behind others."""
    mine = [(c, v) for v in draft.decision.verdicts for c in v.claims if c.body == draft.number]
    first = float(bool(draft.claimed))
    yield "claims", first
    yield f"claims, by: {draft.body.kind}", first
    yield "sentences claimed", min(len(draft.claimed), 4) / 2
    yield "behind", min(min(v.claims[0].points - c.points for c, v in mine), 8.0) / 4
    yield "points", max(c.points for c, _ in mine) / 5
    yield from {f"mention: {s}": 1.0 for c, _ in mine for s in c.signs}.items()
    yield from {f"claimed by: {s}": 1.0 for c, v in mine if v in draft.claimed for s in c.signs}.items()
    yield "mentions", min(len(draft.body.mentions), 8) / 4
    rivals = [d for d in drafts if d.decision is draft.decision and d is not draft and d.claimed]
    yield "rivals", min(len(rivals), 4) / 2
    yield "only", first * (not rivals)


def _worded(text: Text, draft: Draft, shaky: Collection[Span | None]) -> Iterator[tuple[str, float]]:
    for v in draft.claimed:
        yield f"claims: {v.family}", 1.0
        for s in v.found:
            kind = s.phrase.values.get("kind")
            yield f"phrase: {s.means}" + (f" ({kind})" if kind else ""), 1.0
            yield f"says: {_wording(text, s)}", 1.0
    unreal = all(text.clause_at(s.start) in shaky for v in draft.told for s in v.found)
    yield "unreal", float(unreal)
    yield "sentences", min(len(draft.decision.verdicts), 8) / 4
    yield "quoted", float(all(text.quoted(v.found[0].start) for v in draft.told))
    kinds = max(len({str(s.phrase.values.get("kind")) for s in v.found}) for v in draft.told)
    yield "lists kinds", min(max(kinds - 2, 0), 3) / 2
    heads = [v.sentence.end <= len(text.title) + 60 and text[v.sentence] in text.title for v in draft.told]
    yield "headline only", float(all(heads))
    for name, pattern in HINTS.items():
        if any(pattern.search(text.raw, v.sentence.start, v.sentence.end) for v in draft.told):
            yield f"sentence: {name}", 1.0


def _wording(text: Text, signal: Signal) -> str:
    """The first and the last word of a phrase as printed."""
    words = WORDS.findall(text.raw, signal.start, signal.end)
    ends = words if len(words) < 3 else (words[0], "…", words[-1])
    return " ".join(w.lower() for w in ends)


def _placed(text: Text, draft: Draft) -> Iterator[tuple[str, float]]:
    where = draft.told[0].sentence.start / max(len(text.raw), 1)
    zone = "lead" if where < 0.15 else "middle" if where < 0.75 else "close"
    yield f"told in: {zone}", 1.0
    yield "body in lead", float(draft.body.mentions[0].start < LEAD)


def _beside(draft: Draft, drafts: Sequence[Draft]) -> Iterator[tuple[str, float]]:
    """What else the article tells: other kinds of decisions, and this body in them."""
    others = [d for d in drafts if d.decision is not draft.decision and d.claimed]
    yield from {f"article also: {d.group}": 1.0 for d in others}.items()
    yield from {f"body also: {d.group}": 1.0 for d in others if d.number == draft.number}.items()


def _about(draft: Draft, stands: Mapping[int, str]) -> Iterator[tuple[str, float]]:
    """How those whom the decision is about are judged to stand, and others in the article."""
    first = float(bool(draft.claimed))
    here = {stands[i] for i in draft.decision.people}
    yield "about nobody", float(not here)
    yield from ((f"about: {standing}", 1.0) for standing in here)
    for standing in ("cleared", "proven", "alleged"):
        number = sum(s == standing for s in stands.values())
        yield f"article has {standing}", float(number > 0)
        yield f"number of {standing}", min(number, 4) / 2
        yield f"article has {standing}, claims", first * (number > 0)
        if not number:
            yield f"article has no {standing}, claims", first


def _titled(text: Text, draft: Draft) -> Iterator[tuple[str, float]]:
    head = Text(text.title)
    outcomes = {
        GROUPS.get(FAMILIES[s.means]) for g in ("outcome", "sanction") for s in signals(head, g) if s.means in FAMILIES
    }
    title = text.title.lower()
    named = draft.body.kind in title or any(text.raw[d.start : d.end].lower() in title for d in draft.body.mentions)
    yield "body in headline", float(named)
    yield "headline says so", float(draft.group in outcomes)
    yield "headline says so, claims", float(draft.group in outcomes and bool(draft.claimed))

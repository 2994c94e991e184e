"""Which violations an article tells of: what was done, not what the rules forbid or what might be done."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from extract.linear import holds, weights
from extract.phrases import Signal, signals
from extract.text import Span, Text
from extract.vocabulary import Violation

OTHERS = "any other"  # judges the violations of which too few were annotated
LEAD = 4  # sentences of the body that make the lead, a repeated headline included
RULE = re.compile(
    r"\b(?:dilarang|larangan|melarang|(?:tidak|tak|tdk) (?:boleh|diperbolehkan|diperkenankan|dibenarkan|membolehkan)"
    r"|jangan|imbau\w*|himbau\w*|mengimbau|menghimbau|diimbau|mengingatkan|diingatkan|ingatkan|wanti-wanti"
    r"|(?:harus|wajib|agar|supaya|tetap) (?:\w+ )?netral|menjaga netralitas|berbunyi|bunyi(?:nya)? pasal|ayat \(\d\)"
    r"|pasal \d+|sosialisasi netralitas|misalnya|contohnya|bentuk pelanggaran|jenis pelanggaran)\b",
    re.IGNORECASE,
)
UNREAL = re.compile(
    r"\b(?:jika|apabila|bila|kalau|andai\w*|seandainya|siapa ?pun|barang siapa|tidak (?:\w+ )?(?:pernah|ada|ikut))\b",
    re.IGNORECASE,
)
BLAMES = re.compile(
    r"\b(?:diduga|dugaan|dilaporkan|terbukti|melanggar|langgar|pelanggaran|karena|lantaran|gara-gara|sebab|dituding"
    r"|kedapatan|terekam|tertangkap|terlihat|tampak|video|rekaman|foto|bersalah|menurut|perbuatan|laporan|buntut|usai"
    r"|terkait|soal)\b",
    re.IGNORECASE,
)
EARLIER = re.compile(
    r"\b(?:sebelumnya|tahun lalu|silam|kala itu|ketika itu|pernah|mencontohkan|pada pilkada 20|pada pemilu 20)",
    re.IGNORECASE,
)
WORDS = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class ViolationFound:
    """A type of violation and the sentence that tells it."""

    violation: Violation
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A wording of a violation in its sentence; `told` is false where the sentence only states a rule or a case."""

    signal: Signal
    sentence: Span
    order: int
    told: bool
    accused: bool

    @property
    def violation(self) -> Violation:
        return cast(Violation, self.signal.means)


def find_violations(text: Text, accused: Sequence[Span] = ()) -> tuple[ViolationFound, ...]:
    """The violations an article tells of, each once, with the first sentence that tells it, in the order of the text.

    `accused` are the mentions of the accused, by name or otherwise.
    """
    hits = find_hits(text, accused)
    found = [
        _first(hits, violation)
        for violation, signs in violation_signs(text, hits).items()
        if holds("violations", signs, violation if violation in weights("violations").labels else OTHERS)
    ]
    return tuple(sorted(found, key=lambda v: v.start))


def violation_signs(text: Text, hits: Sequence[Hit]) -> dict[Violation, dict[str, float]]:
    """For each violation with a wording in a sentence that reports, the signs by which it is judged."""
    told = Counter(h.violation for h in hits if h.told)
    headline = {s.means for s in signals(Text(text.title), "violation")}
    signs: dict[Violation, dict[str, float]] = defaultdict(dict)
    for hit in hits:
        of = signs[hit.violation]
        for name, strength in _signs(text, hit):
            of[name] = max(of.get(name, 0.0), strength)
    for violation, of in signs.items():
        of["in headline"] = float(violation in headline)
        of["times"] = min(told[violation], 6) / 3
        of["share"] = 2 * told[violation] / max(sum(told.values()), 1)
        of["most"] = float(told[violation] == max(told.values(), default=-1))
        with_accused = sum(h.told and h.accused and h.violation == violation for h in hits)
        of["times with the accused"] = min(with_accused, 4) / 2
        of["blamed times"] = min(_blamed(text, hits, violation), 4) / 2
        of |= {f"beside {other}": min(n, 3) / 3 for other, n in told.items() if other != violation}
    return {violation: of for violation, of in signs.items() if told[violation]}


def find_hits(text: Text, accused: Sequence[Span] = ()) -> list[Hit]:
    """All wordings of violations in the body, in order."""
    with_accused = {s for m in accused if (s := text.sentence_at(m.start))}
    order = {sentence: n for n, sentence in enumerate(text.sentences)}
    pairs = ((s, text.sentence_at(s.start)) for s in signals(text, "violation"))
    return [
        Hit(s, sentence, order[sentence], _reported(text, s, sentence), sentence in with_accused)
        for s, sentence in pairs
        if sentence
    ]


def _signs(text: Text, hit: Hit) -> Iterator[tuple[str, float]]:
    words = [w.lower() for w in WORDS.findall(text.raw, hit.signal.start, hit.signal.end)]
    wording = words[0] if len(words) == 1 else f"{words[0]} … {words[-1]}"
    if not hit.told:
        yield "a rule says so", 1.0
        return
    yield f"says {wording}", 1.0
    yield f"begins {words[0]}", 1.0
    yield f"ends {words[-1]}", 1.0
    if hit.order < LEAD:
        yield "in lead", 1.0
    if hit.accused:
        yield "with the accused", 1.0
        yield f"begins {words[0]}, with the accused", 1.0
    earlier = EARLIER.search(text.raw, hit.sentence.start, hit.sentence.end)
    yield ("of an earlier case" if earlier else "of this case"), 1.0
    yield ("quoted" if text.quoted(hit.signal.start) else "not quoted"), 1.0


def _blamed(text: Text, hits: Sequence[Hit], violation: Violation) -> int:
    """In how many sentences the violation stands beside a word of blame or of proof."""
    sentences = {h.sentence for h in hits if h.told and h.violation == violation}
    return sum(BLAMES.search(text.raw, s.start, s.end) is not None for s in sentences)


def _reported(text: Text, signal: Signal, sentence: Span) -> bool:
    if RULE.search(text.raw, sentence.start, sentence.end):
        return False
    clause = text.clause_at(signal.start) or sentence
    return UNREAL.search(text.raw, clause.start, clause.end) is None


def _first(hits: Sequence[Hit], violation: Violation) -> ViolationFound:
    sentence = next(h.sentence for h in hits if h.told and h.violation == violation)
    return ViolationFound(violation, sentence.start, sentence.end)

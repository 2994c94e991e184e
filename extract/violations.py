"""Which violations an article tells of: what was done, not what the rules forbid or what might be done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from extract.phrases import Signal, signals
from extract.text import Span, Text
from extract.vocabulary import Violation

RULE = re.compile(
    r"\b(?:dilarang|larangan|melarang|(?:tidak|tak|tdk) (?:boleh|diperbolehkan|diperkenankan|dibenarkan|membolehkan)"
    r"|jangan|imbau\w*|himbau\w*|mengimbau|menghimbau|diimbau"
    r"|mengingatkan|diingatkan|ingatkan|wanti-wanti|(?:harus|wajib|agar|supaya|tetap) (?:\w+ )?netral"
    r"|menjaga netralitas|berbunyi|bunyi(?:nya)? pasal|ayat \(\d\)|pasal \d+"
    r"|sosialisasi netralitas|misalnya|seperti (?:like|memasang|mengunggah)|contohnya|bentuk pelanggaran"
    r"|jenis pelanggaran)\b",
    re.IGNORECASE,
)
UNREAL = re.compile(
    r"\b(?:jika|apabila|bila|kalau|andai\w*|seandainya|siapa ?pun|barang siapa|tidak (?:\w+ )?(?:pernah|ada|ikut))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ViolationFound:
    """A type of violation and the sentence that tells it."""

    violation: Violation
    start: int
    end: int


def find_violations(text: Text) -> tuple[ViolationFound, ...]:
    """The violations an article tells of, each once, with the first sentence that tells it."""
    found: dict[Violation, ViolationFound] = {}
    for signal, sentence in told(text):
        violation = cast(Violation, signal.means)
        found.setdefault(violation, ViolationFound(violation, sentence.start, sentence.end))
    return tuple(found.values())


def told(text: Text) -> Sequence[tuple[Signal, Span]]:
    """The violation phrases that stand in sentences which report, with their sentences."""
    pairs = ((s, text.sentence_at(s.start)) for s in signals(text, "violation"))
    return [(s, sentence) for s, sentence in pairs if sentence and not _unreported(text, s, sentence)]


def _unreported(text: Text, signal: Signal, sentence: Span) -> bool:
    if RULE.search(text.raw, sentence.start, sentence.end) and signal.means not in ("job_rotation_pasal71",):
        return True
    clause = text.clause_at(signal.start) or sentence
    return UNREAL.search(text.raw, clause.start, clause.end) is not None

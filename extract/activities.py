"""What is done to keep officials neutral: appeals, pledges, trainings, circulars, meetings, monitoring."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from extract.deciders import find_deciders
from extract.evidence import quotation
from extract.phrases import Signal, signals
from extract.reading import Activity
from extract.text import Span, Text, within
from extract.vocabulary import ActivityKind

NEUTRAL = re.compile(r"\bnetral\w*|\bpilkada\b|\bpemilu\b|\bkampanye\b|\bASN\b|\bkades\b", re.IGNORECASE)
ELSEWHERE = re.compile(r"\b(?:tetangga|tahun lalu|pemilu lalu)\b", re.IGNORECASE)


def find_activities(text: Text) -> tuple[Activity, ...]:
    """The activities an article tells of, each kind once, with the first sentence that tells it."""
    found: dict[ActivityKind, Activity] = {}
    deciders = find_deciders(text)
    for signal, sentence in _told(text):
        kind = cast(ActivityKind, signal.means)
        here = within(deciders, sentence)
        by = here[0].name if here else None
        found.setdefault(kind, Activity(kind=kind, by=by, evidence=(quotation(text, sentence),)))
    return tuple(found.values())


def _told(text: Text) -> Iterator[tuple[Signal, Span]]:
    for signal in signals(text, "activity"):
        sentence = text.sentence_at(signal.start)
        if sentence and NEUTRAL.search(text.raw, sentence.start, sentence.end):
            yield signal, sentence

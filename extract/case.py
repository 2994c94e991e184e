"""The case that an article tells: its violations, who is accused in it, to whose gain, when, where and how far."""

from __future__ import annotations

from collections.abc import Sequence

from extract.evidence import sentence_of
from extract.reading import Dated, Incident, Official, Place
from extract.text import Text
from extract.violations import ViolationFound
from extract.vocabulary import Kind, Stage, Violation

MOST = 5


def incidents_of(
    text: Text,
    kind: Kind,
    officials: Sequence[Official],
    violations: Sequence[ViolationFound],
    dates: Sequence[Dated],
    place: Place | None,
    stage: Stage | None,
) -> tuple[Incident, ...]:
    """The main incident, where the article tells one; the cleared belong to it too, by their standing."""
    accused = tuple(i for i, o in enumerate(officials) if o.role == "accused")
    if kind not in ("incident", "ruling") or not (accused or violations):
        return ()
    quotes = tuple(dict.fromkeys(sentence_of(text, v.start, v.end) for v in violations))[:MOST]
    return (
        Incident(
            violations=kinds_of(violations),
            accused=accused,
            beneficiaries=tuple(i for i, o in enumerate(officials) if o.role == "beneficiary"),
            date=next((d.date for d in dates if d.what == "event"), None),
            place=place,
            stage=stage,
            evidence=quotes or tuple(e for i in accused for e in officials[i].evidence[:1]),
        ),
    )


def kinds_of(violations: Sequence[ViolationFound]) -> tuple[Violation, ...]:
    """Each kind of violation once, in the order of the text; `unspecified` where none is told."""
    return tuple(dict.fromkeys(v.violation for v in violations)) or ("unspecified",)

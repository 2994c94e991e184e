"""People with their verdicts and offices → the officials of a Reading, each with the sentence that shows the role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.cues import Scene
from extract.evidence import sentence_of
from extract.incumbency import is_incumbent
from extract.people import Person
from extract.reading import Evidence, Official
from extract.roles import Verdict
from extract.text import Text

CANDIDATE = re.compile(
    r"(?:calon|cabup|cawabup|cagub|cawagub|cawalkot|caleg|bacaleg|bacalon|balon|paslon|pasangan|nomor urut)"
    r"\W+(?:\w+\W+){0,6}$",
    re.IGNORECASE,
)
MOST = 3


def officials_of(view: Scene, verdicts: Sequence[Verdict]) -> tuple[Official, ...]:
    """One official a person, in the same order."""
    return tuple(_official(view, i, verdict) for i, verdict in enumerate(verdicts))


def _official(view: Scene, index: int, verdict: Verdict) -> Official:
    person, office = view.people[index], view.offices[index]
    return Official(
        name=person.name,
        forms=person.forms,
        initials=person.initials,
        office=office.title if office else None,
        office_class=office.office_class if office else None,
        acting=office.acting if office else None,
        former=office.former if office else False,
        agency=office.agency if office else None,
        role=verdict.role,
        standing=verdict.standing,
        incumbent=any(is_incumbent(view.text, s.start, s.end) for s in person.spans),
        candidate=verdict.role == "beneficiary" or _is_candidate(view.text, person),
        confidence=verdict.confidence,
        evidence=tuple(dict.fromkeys(_evidence(view, index, verdict)))[:MOST],
    )


def _evidence(view: Scene, index: int, verdict: Verdict) -> Iterator[Evidence]:
    """The sentences behind a verdict, closest first; for a speaker what is said, else where the person is named."""
    strength = {"prove": 2, "accuse": 1, "clear": 1}
    for f in sorted(verdict.findings, key=lambda f: (-f.near, f.weak, -strength[f.says], f.sentence.start)):
        yield sentence_of(view.text, f.sentence.start, f.sentence.end)
    if verdict.role == "speaker":
        yield from (sentence_of(view.text, verb.start, verb.end) for verb in view.words_of.get(index, ()))
    yield from (sentence_of(view.text, r.start, r.end) for r in view.near(index) if r.named)


def _is_candidate(text: Text, person: Person) -> bool:
    return any(CANDIDATE.search(text.raw, max(0, s.start - 60), s.start) is not None for s in person.spans)

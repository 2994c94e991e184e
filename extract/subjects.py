"""Whom the case is about: the people who may be accused or cleared, with where they are meant and how they stand.

Rulings, violations, kind and stage are judged with these. They are more than those whom the reading accuses: somebody
too doubtful to be called accused still tells that a sentence is about a case, and nobody is accused by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.drafts import PersonSpans
from extract.encoder import RoleOdds
from extract.references import Reference
from extract.text import Span
from extract.vocabulary import Standing

LIKELY = 0.35  # probability of being accused or cleared from which a person is a subject


def subjects(meant: Sequence[Reference], odds: Sequence[RoleOdds]) -> tuple[PersonSpans, ...]:
    """The likely subjects among the people of an article, by both voices' joint odds; in the order of the people."""
    return tuple(_subjects(meant, odds))


def _subjects(meant: Sequence[Reference], odds: Sequence[RoleOdds]) -> Iterator[PersonSpans]:
    for i, person in enumerate(odds):
        if person.accused + person.cleared >= LIKELY:
            spans = tuple(Span(r.start, r.end) for r in meant if r.person == i)
            yield PersonSpans(i, spans, standing(person))


def standing(odds: RoleOdds) -> Standing:
    """How a subject most likely stands."""
    if odds.cleared > odds.accused:
        return "cleared"
    return "proven" if odds.proven > odds.accused / 2 else "alleged"

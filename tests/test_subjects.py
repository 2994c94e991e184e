"""Whom a case is about, and that a ruling is about nobody whom the reading does not accuse. All people are invented."""

import pytest

from extract.encoder import RoleOdds
from extract.reading import Official, Ruling
from extract.references import Reference
from extract.rulings import of_the_accused
from extract.subjects import subjects
from extract.text import Span
from extract.vocabulary import Role, Standing

MEANT = (Reference(0, 5, 0, True), Reference(9, 14, 1, True), Reference(20, 22, 0, False))


@pytest.mark.parametrize(
    ("odds", "standing"),
    [
        (RoleOdds(accused=0.5, proven=0.1, cleared=0.1), "alleged"),
        (RoleOdds(accused=0.5, proven=0.3, cleared=0.1), "proven"),
        (RoleOdds(accused=0.2, proven=0.2, cleared=0.3), "cleared"),
    ],
)
def test_a_likely_accused_is_a_subject(odds: RoleOdds, standing: Standing) -> None:
    [subject] = subjects(MEANT, [odds, RoleOdds()])
    assert (subject.index, subject.standing) == (0, standing)
    assert subject.spans == (Span(0, 5), Span(20, 22))


def test_a_speaker_is_no_subject() -> None:
    assert subjects(MEANT, [RoleOdds(speaker=0.9), RoleOdds(other=1.0)]) == ()


def official(role: Role, standing: Standing | None = None) -> Official:
    return Official(name="Rosidah Umar", role=role, standing=standing)


@pytest.mark.parametrize(
    ("outcome", "about"), [("sanctioned", (1,)), ("dismissed", (1, 2)), ("convicted", (1,)), ("acquitted", (1, 2))]
)
def test_a_ruling_is_about_the_accused_alone(outcome: str, about: tuple[int, ...]) -> None:
    people = [official("speaker"), official("accused", "proven"), official("accused", "cleared"), official("other")]
    [ruling] = of_the_accused(
        [Ruling(agency="Bupati Demak", track="discipline", outcome=outcome, about=(0, 1, 2, 3))], people
    )
    assert ruling.about == about

"""Two voices must agree before anybody is accused."""

from collections.abc import Sequence

import pytest

from extract.encoder import Opinion, RoleOdds
from extract.people import Person
from extract.roles import Limits, Verdict
from extract.roles import judge as judge_person
from extract.text import Span
from extract.voice import Finding, Says

LIMITS = Limits()
PERSON = Person("Suradi Prawira", ("Suradi Prawira",), (Span(0, 14),), False, 1.0)


def judge(encoder: RoleOdds, cues: RoleOdds, found: Sequence[Finding], limits: Limits) -> Verdict:
    return judge_person(Opinion(encoder), cues, found, PERSON, None, limits)


def odds(**parts: float) -> RoleOdds:
    return RoleOdds(**({"other": 1 - sum(v for k, v in parts.items() if k != "proven")} | parts))


def found(says: Says) -> list[Finding]:
    return [Finding(0, says, 2, Span(0, 10), Span(2, 5), "suspected")]


def test_both_voices_and_a_sentence_accuse() -> None:
    verdict = judge(odds(accused=0.9), odds(accused=0.8), found("accuse"), LIMITS)
    assert (verdict.role, verdict.standing) == ("accused", "alleged")


def test_proven_needs_the_voices_to_say_so() -> None:
    assert (
        judge(odds(accused=0.95, proven=0.93), odds(accused=0.95, proven=0.93), found("prove"), LIMITS).standing
        == "proven"
    )
    assert (
        judge(odds(accused=0.9, proven=0.1), odds(accused=0.9, proven=0.2), found("prove"), LIMITS).standing
        == "alleged"
    )


@pytest.mark.parametrize(
    ("encoder", "cues", "finding"),
    [
        (odds(accused=0.95), odds(accused=0.01, speaker=0.9), found("accuse")),
        (odds(accused=0.05, speaker=0.9), odds(accused=0.95), found("accuse")),
        (odds(accused=0.95), odds(accused=0.95), []),
        (odds(accused=0.95), odds(accused=0.95), found("clear")),
    ],
)
def test_one_voice_or_no_sentence_accuses_nobody(encoder: RoleOdds, cues: RoleOdds, finding: list[Finding]) -> None:
    verdict = judge(encoder, cues, finding, LIMITS)
    assert verdict.role != "accused"
    assert verdict.why


def test_the_cleared_are_cleared() -> None:
    verdict = judge(odds(accused=0.2, cleared=0.7), odds(accused=0.3, cleared=0.6), found("clear"), LIMITS)
    assert (verdict.role, verdict.standing) == ("accused", "cleared")


def test_who_is_neither_surely_accused_nor_cleared_is_left_open() -> None:
    verdict = judge(odds(accused=0.5), odds(accused=0.3), found("accuse"), Limits(accused=0.99, subject=0.1))
    assert verdict.role == "other"
    assert "doubt" in verdict.why

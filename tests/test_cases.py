"""Which articles are one case: invented cases, in any order, copies, standing over time."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.reading import Election, Place
from extract.vocabulary import Stage, Standing, Track
from graph.cases import Case, resolve_cases
from graph.identity import resolve_people
from graph.judgements import Judgement, Judgements
from graph.likeness import bands, fingerprint, likeness
from graph.mention import Decided, Digest, Mention, Nameless, Told
from graph.standing import Stand, standing_of

WORLDS = Path(__file__).parent / "identity"
NONE = Judgements()
STORY = (
    "Camat Silo dilaporkan ke Bawaslu karena mengajak warga memilih salah satu calon bupati dalam pertemuan desa."
    " Ketua Bawaslu mengatakan laporan itu sedang dikaji dan pelapor akan dimintai keterangan pekan depan di kantornya."
    " Warga yang hadir merekam ajakan itu dengan telepon genggam dan menyerahkan rekamannya kepada pengawas kecamatan."
)


class Labelled(msgspec.Struct):
    digest: Digest
    pids: tuple[str, ...]
    case: str | None


@cache
def labelled() -> tuple[Labelled, ...]:
    lines = (line for path in sorted(WORLDS.glob("*.jsonl")) for line in path.read_bytes().splitlines())
    return tuple(msgspec.json.decode(line, type=Labelled) for line in lines)


def cases_of(digests: Sequence[Digest], judgements: Judgements = NONE) -> tuple[Case, ...]:
    return resolve_cases(digests, resolve_people(digests, judgements), judgements)


def told(
    key: str,
    *accused: str,
    day: str = "2024-10-05",
    act: str | None = None,
    violation: str = "attend_campaign",
    office: str = "Camat Silo",
    standing: Standing = "alleged",
    stage: Stage = "reported",
    text: str = "",
) -> Digest:
    """An article that tells one incident in Jember."""
    people = [
        Mention(article=key, index=i, name=n, office=office, role="accused", standing=standing)
        for i, n in enumerate(accused)
    ]
    place = Place(regency="Kabupaten Jember")
    incident = Told(
        violations=msgspec.convert((violation,), type=tuple),
        accused=tuple(range(len(people))),
        date=act,
        place=place,
        stage=stage,
    )
    return Digest(
        id=key,
        kind="incident",
        published=datetime.fromisoformat(f"{day}T09:00:00+07:00"),
        election=Election(kind="pilkada", year=int(day[:4])),
        place=place,
        mentions=tuple(people),
        incidents=(incident,),
        fingerprint=fingerprint(text),
    )


def test_f1_on_invented_cases() -> None:
    lines = [one for one in labelled() if one.case]
    incidents: dict[str, set[str]] = {}
    for case in cases_of([one.digest for one in labelled()]):
        for article in case.articles:
            incidents.setdefault(article, set()).add(case.id)
    both = [
        (a.case == b.case, bool(incidents[a.digest.id] & incidents[b.digest.id])) for a, b in combinations(lines, 2)
    ]
    right = sum(g and f for g, f in both)
    precision, recall = right / sum(f for _, f in both), right / sum(g for g, _ in both)
    assert 2 * precision * recall / (precision + recall) >= 0.97


@given(st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_any_order_gives_the_same_cases(rng: random.Random) -> None:
    digests = [one.digest for one in labelled() if one.digest.id.startswith(("jabar", "riau", "sulteng", "lampung"))]
    known = cases_of(digests)
    rng.shuffle(digests)
    assert cases_of(digests) == known


def test_cases_of_one_person_stay_apart() -> None:
    first = told("a", "Wiryo Sasmita", day="2020-10-05", act="2020-10-01")
    again = told("b", "Wiryo Sasmita", day="2020-11-20", act="2020-11-15", violation="money")
    later = told("c", "Wiryo Sasmita", day="2024-10-05", act="2024-10-01")
    assert [len(c.articles) for c in cases_of([first, again, later])] == [1, 1, 1]


def test_a_copy_is_marked_and_counts_once() -> None:
    first = told("a", "Wiryo Sasmita", text=STORY)
    copy = told("b", "Wiryo Sasmita", day="2024-10-06", text=STORY + " Ia diam.")
    (case,) = cases_of([copy, first])
    assert case.copies == (("b", "a"),)
    assert case.articles == ("a", "b")


def test_two_officials_of_one_regency_are_two_cases() -> None:
    one, other = told("a", "Wiryo Sasmita"), told("b", "Danu Laksana", office="Camat Mayang")
    assert len(cases_of([one, other])) == 2


def test_a_nameless_offender_is_found_by_office_and_day() -> None:
    place = Place(regency="Kabupaten Jember", district="Silo")
    nameless = msgspec.structs.replace(
        told("a", act="2024-10-01"), unnamed=(Nameless(description="oknum Camat Silo"),), place=place
    )
    named = msgspec.structs.replace(told("b", "Wiryo Sasmita", day="2024-10-12", act="2024-10-01"), place=place)
    assert len(cases_of([nameless, named])) == 1


def test_an_article_of_a_case_without_incidents_still_tells_one() -> None:
    bare = msgspec.structs.replace(told("a", "Wiryo Sasmita"), incidents=())
    (case,) = cases_of([bare])
    assert len(case.accused) == 1


def test_prevention_is_no_case() -> None:
    assert cases_of([Digest(id="a", kind="prevention")]) == ()


def test_stage_and_date_follow_the_articles() -> None:
    early = told("a", "Wiryo Sasmita", act="2024-10-01", stage="reported")
    late = told("b", "Wiryo Sasmita", day="2024-10-20", act="2024-10-01", stage="not_proven", standing="cleared")
    (case,) = cases_of([late, early])
    assert (case.date, case.precision, case.stage) == ("2024-10-01", "day", "not_proven")
    assert (case.first_reported, case.last_reported) == (date(2024, 10, 5), date(2024, 10, 20))
    assert [s[2] for s in case.stages] == ["a", "b"]
    assert case.standing[0].standing == "cleared"


def test_judgements_on_cases() -> None:
    one, other = told("a", "Wiryo Sasmita"), told("b", "Danu Laksana", office="Camat Mayang")
    assert len(cases_of([one, other], Judgements((judged("same"),)))) == 1
    same = [told("a", "Wiryo Sasmita"), told("b", "Wiryo Sasmita", day="2024-10-06")]
    assert len(cases_of(same)) == 1
    assert len(cases_of(same, Judgements((judged("not_same"),)))) == 2


def judged(verdict: str) -> Judgement:
    line = {"verdict": verdict, "about": "case", "who": "R", "when": "2025-01-02T00:00:00Z", "why": "read both"}
    return msgspec.convert({**line, "a": {"article": "a"}, "b": {"article": "b"}}, type=Judgement)


def stand(standing: Standing, day: int, track: Track | None = None, article: str = "") -> Stand:
    return Stand("p", track, standing, date(2024, 10, day), article or f"a{day}")


def test_a_later_suspicion_takes_nothing_back() -> None:
    found = standing_of("p", [stand("alleged", 1), stand("cleared", 5), stand("alleged", 9)])
    assert (found.standing, found.since) == ("cleared", date(2024, 10, 5))
    assert [(p.standing, p.until) for p in found.periods] == [("alleged", date(2024, 10, 5)), ("cleared", None)]


def test_the_later_of_finding_and_clearing_holds() -> None:
    assert standing_of("p", [stand("proven", 3), stand("cleared", 8)]).standing == "cleared"
    assert standing_of("p", [stand("cleared", 3), stand("proven", 8)]).standing == "proven"
    assert not standing_of("p", [stand("proven", 3), stand("cleared", 8)]).conflict


def test_a_conflict_of_one_day_is_kept_and_shown_as_cleared() -> None:
    found = standing_of("p", [stand("proven", 3, article="x"), stand("cleared", 3, article="y")])
    assert (found.standing, found.conflict, len(found.stands)) == ("cleared", True, 2)


def test_tracks_end_differently() -> None:
    stands = [stand("proven", 9), stand("cleared", 4, "criminal"), stand("proven", 9, "discipline")]
    found = standing_of("p", stands)
    assert [(t, s) for t, s, _ in found.tracks] == [("criminal", "cleared"), ("discipline", "proven")]
    assert found.standing == "proven"


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("not_proven", "cleared"),
        ("acquitted", "cleared"),
        ("overturned", "cleared"),
        ("convicted", "proven"),
        ("forwarded", None),
    ],
)
def test_what_rulings_make_of_an_accusation(outcome: str, expected: str | None) -> None:
    from graph.standing import decided

    assert decided(Decided(track="ethics", outcome=outcome)) == expected


def test_likeness_of_copies_and_others() -> None:
    copy = fingerprint(STORY + " Ia menolak berkomentar.")
    assert likeness(fingerprint(STORY), copy) > 0.7
    assert set(bands(fingerprint(STORY))) & set(bands(copy))
    assert likeness(fingerprint(STORY), fingerprint("Pemkab Jember menggelar apel netralitas bagi semua pegawai")) < 0.1
    assert fingerprint("dua kata") == ()
    assert likeness((), ()) == 0

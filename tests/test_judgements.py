"""People's decisions: kept in a file that is only added to, found again after every reload."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from extract.reading import Place
from graph.identity import resolve_people
from graph.judgements import About, Judgement, JudgementError, Judgements, Named, Verdict, append, undo
from graph.mention import Digest, Mention

WHEN = datetime(2025, 1, 2, tzinfo=UTC)


def judgement(
    verdict: Verdict, a: Named, b: Named | None = None, about: About = "person", why: str = "asked the office"
) -> Judgement:
    return Judgement(verdict=verdict, about=about, a=a, b=b, who="Rara", when=WHEN, why=why)


def article(key: str, name: str, office: str) -> Digest:
    place = Place(regency="Kabupaten Jember")
    return Digest(
        id=key,
        kind="incident",
        published=datetime(2024, 10, 5, tzinfo=UTC),
        place=place,
        mentions=(Mention(article=key, index=0, name=name, office=office),),
    )


CAMAT = article("a", "Wiryo Sasmita", "Camat Silo")
AGAIN = article("b", "Wiryo Sasmita", "Camat Silo")
OTHER = article("c", "Danu", "guru SDN Mayang")
A, B, C = Named("a", "Wiryo Sasmita"), Named("b", "Wiryo Sasmita"), Named("c", "Danu")


def persons(*judgements: Judgement) -> int:
    return len(resolve_people([CAMAT, AGAIN, OTHER], Judgements(judgements)).persons)


def test_same_joins_and_not_same_parts() -> None:
    assert persons() == 2
    assert persons(judgement("same", A, C)) == 1
    assert persons(judgement("not_same", A, B)) == 3


def test_not_same_is_no_longer_asked() -> None:
    people = resolve_people([CAMAT, AGAIN, OTHER], Judgements((judgement("not_same", A, B),)))
    assert people.possibly == ()


def test_a_later_judgement_wins_and_can_be_taken_back() -> None:
    first = judgement("not_same", A, B)
    assert persons(first, judgement("same", B, A)) == 2
    assert persons(first, undo(first, "Sena", "mistaken")) == 2


def test_a_name_printed_with_degrees_is_the_same_name() -> None:
    assert persons(judgement("not_same", Named("a", "Drs. WIRYO SASMITA, M.Si."), B)) == 3


def test_what_is_gone_is_reported_and_without_effect() -> None:
    gone = judgement("same", A, Named("z", "Wiryo Sasmita"))
    strange = judgement("same", A, Named("c", "Siapa Saja"))
    known = Judgements((gone, strange, judgement("same", A, C)))
    assert known.astray([CAMAT, AGAIN, OTHER]) == (gone, strange)
    assert persons(gone, strange) == 2


def test_a_withdrawn_article_says_nothing() -> None:
    withdrawn = judgement("withdrawn", Named("c"), about="article")
    assert Judgements((withdrawn,)).withdrawn() == {"c"}
    assert persons(withdrawn) == 1
    assert persons(withdrawn, undo(withdrawn, "Sena", "restored by the editors")) == 2


def test_the_file_is_added_to_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "data" / "judgements.jsonl"
    assert Judgements.read(path) == Judgements()
    misread = msgspec.structs.replace(judgement("corrected", A), correction={"role": "speaker"})
    made = (judgement("same", A, C), misread)
    for one in made:
        append(path, one)
    assert Judgements.read(path).all == made


def test_a_line_cut_off_swallows_no_other(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    append(path, judgement("same", A, C))
    path.write_bytes(path.read_bytes()[:-1])
    append(path, judgement("not_same", A, B))
    assert len(Judgements.read(path).all) == 2


@pytest.mark.parametrize(
    "line", [b"{", b'{"verdict":"maybe"}', b"\xff\xfe", b'{"verdict":"same","about":"person","a":{"article":"a"}}']
)
def test_a_line_that_is_none_is_named(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_bytes(msgspec.json.encode(judgement("same", A, C)) + b"\n" + line + b"\n")
    with pytest.raises(JudgementError, match="line 2"):
        Judgements.read(path)


@pytest.mark.parametrize(
    "wrong",
    [
        judgement("same", A),
        judgement("withdrawn", A, B),
        judgement("same", A, Named("a", "wiryo sasmita")),
        judgement("same", A, C, why=" "),
    ],
)
def test_a_judgement_that_says_nothing_is_refused(tmp_path: Path, wrong: Judgement) -> None:
    path = tmp_path / "judgements.jsonl"
    with pytest.raises(JudgementError):
        append(path, wrong)
    assert not path.exists()

"""Who is who: on 425 invented mentions, whatever the order of loading, and case by case."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.reading import Place
from graph.identity import People, resolve_people
from graph.judgements import Judgements
from graph.mention import Digest, Mention, decode, encode

WORLDS = Path(__file__).parent / "identity"
NONE = Judgements()


class Labelled(msgspec.Struct):
    """A line of `tests/identity`: a digest, which human being each mention is, and the case."""

    digest: Digest
    pids: tuple[str, ...]
    case: str | None


@cache
def labelled(world: str = "*") -> tuple[Labelled, ...]:
    lines = (line for path in sorted(WORLDS.glob(f"{world}.jsonl")) for line in path.read_bytes().splitlines())
    return tuple(msgspec.json.decode(line, type=Labelled) for line in lines)


def digests(world: str = "*") -> list[Digest]:
    return [one.digest for one in labelled(world)]


def clusters(people: People) -> set[frozenset[tuple[str, int]]]:
    return {frozenset((m.article, m.index) for m in p.mentions) for p in people.persons}


def pairwise(lines: Sequence[Labelled], people: People) -> tuple[float, float]:
    """Pairwise precision and recall over all mentions."""
    of = people.of()
    labels = [(pid, of[one.digest.id, i]) for one in lines for i, pid in enumerate(one.pids)]
    both = [(a[0] == b[0], a[1] == b[1]) for a, b in combinations(labels, 2)]
    right = sum(g and f for g, f in both)
    return right / sum(f for _, f in both), right / sum(g for g, _ in both)


def b_cubed(lines: Sequence[Labelled], people: People) -> tuple[float, float]:
    of = people.of()
    labels = [(pid, of[one.digest.id, i]) for one in lines for i, pid in enumerate(one.pids)]
    precision = [sum(x[0] == y[0] for y in labels if x[1] == y[1]) / sum(x[1] == y[1] for y in labels) for x in labels]
    recall = [sum(x[1] == y[1] for y in labels if x[0] == y[0]) / sum(x[0] == y[0] for y in labels) for x in labels]
    return sum(precision) / len(labels), sum(recall) / len(labels)


def without_offices(digest: Digest, share: float, rng: random.Random) -> Digest:
    """A digest as a reader would give it that misses a share of the offices."""
    kept = (msgspec.structs.replace(m, office=None) if rng.random() < share else m for m in digest.mentions)
    return msgspec.structs.replace(digest, mentions=tuple(kept))


def article(key: str, *people: str | tuple[str, str | None], day: str = "2024-10-05", at: str = "Jember") -> Digest:
    """An article on a regency whose persons are names, or names with offices."""
    pairs = [(p, None) if isinstance(p, str) else p for p in people]
    mentions = tuple(Mention(article=key, index=i, name=n, office=o) for i, (n, o) in enumerate(pairs))
    place = Place(regency=f"Kabupaten {at}") if at else None
    published = datetime.fromisoformat(f"{day}T09:00:00+07:00")
    return Digest(id=key, kind="incident", published=published, place=place, mentions=mentions)


def joined(*articles: Digest) -> bool:
    """Tell whether the first persons of all articles are one."""
    of = resolve_people(articles, NONE).of()
    return len({of[a.id, 0] for a in articles}) == 1


def test_the_set_is_large_enough() -> None:
    assert sum(len(one.pids) for one in labelled()) >= 400


def test_precision_and_recall_on_invented_mentions() -> None:
    people = resolve_people(digests(), NONE)
    precision, recall = pairwise(labelled(), people)
    assert precision >= 0.995
    assert recall >= 0.98
    assert min(b_cubed(labelled(), people)) >= 0.99


@pytest.mark.parametrize("share", [0.2, 0.4])
def test_missing_offices_cost_recall_and_not_precision(share: float) -> None:
    rng = random.Random(7)
    poorer = [without_offices(d, share, rng) for d in digests()]
    precision, recall = pairwise(labelled(), resolve_people(poorer, NONE))
    assert precision >= 0.99
    assert recall >= 0.75


@given(st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_any_order_gives_the_same_persons_and_ids(rng: random.Random) -> None:
    shuffled = digests("jateng") + digests("agus") + digests("jabar")
    known = resolve_people(shuffled, NONE)
    rng.shuffle(shuffled)
    assert resolve_people(shuffled, NONE) == known


@given(st.lists(st.sampled_from(["bali", "aceh", "madura", "pusat", "petahana"]), unique=True, min_size=1))
@settings(max_examples=10, deadline=None)
def test_unrelated_articles_change_nothing(worlds: list[str]) -> None:
    alone = resolve_people(digests("lampung"), NONE)
    together = resolve_people(digests("lampung") + [d for w in worlds for d in digests(w)], NONE)
    assert set(alone.persons) <= set(together.persons)
    assert set(alone.possibly) <= set(together.possibly)


def test_every_merge_is_explained() -> None:
    people = resolve_people(digests(), NONE)
    for person in people.persons:
        explained = {key for merge in person.why for key in (merge.a, merge.b)}
        assert len(person.mentions) == 1 or set(person.mentions) <= explained
        assert all(merge.why and merge.score >= 6 for merge in person.why)


def test_an_older_id_stays_an_anchor() -> None:
    later = resolve_people([article("b", ("Wiryo Sasmita", "Camat Silo"), day="2024-10-09")], NONE)
    earlier = article("a", ("Wiryo Sasmita", "Camat Silo"), day="2024-10-01")
    both = resolve_people([earlier, article("b", ("Wiryo Sasmita", "Camat Silo"), day="2024-10-09")], NONE)
    assert later.persons[0].id in both.persons[0].anchors


def test_two_of_one_name_in_one_article_are_two() -> None:
    people = resolve_people([article("a", ("Hasan Basri", "Camat Silo"), ("Hasan Basri", "kuasa hukum pelapor"))], NONE)
    assert len(people.persons) == 2
    assert len({p.id for p in people.persons}) == 2


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sutarjo", "Sutarjo"),
        ("AS", "AS"),
        ("AS", "Agung Sedayu"),
        ("Wagiman", "Wagiman Prawiro"),
    ],
)
def test_a_thin_name_never_merges_alone(a: str, b: str) -> None:
    assert not joined(article("a", a), article("b", b))


def test_a_full_name_needs_its_region() -> None:
    one = article("a", "Sekar Wulan Ningrat")
    assert joined(one, article("b", "Sekar Wulan Ningrat"))
    assert not joined(one, article("b", "Sekar Wulan Ningrat", at="Banyuwangi"))


def test_initials_that_fit_two_people_join_neither() -> None:
    first = article("a", ("BK", "Camat Silo"))
    one, other = article("b", ("Budi Kartiko", "Camat Silo")), article("c", ("Bagas Kuncara", "Camat Silo"))
    assert joined(first, one)
    people = resolve_people([first, one, other], NONE)
    assert len(people.persons) == 3
    assert len(people.possibly) >= 2


def test_nobody_without_a_name_is_a_person_and_long_names_are_cut() -> None:
    people = resolve_people([article("a", "", "123", "Wirya " * 2000)], NONE)
    assert [len(p.mentions) for p in people.persons] == [1]


def test_an_article_without_date_or_place_is_resolved() -> None:
    bare = Digest(id="x", kind="other", mentions=(Mention(article="x", index=0, name="Rangga Wiraseta"),))
    assert len(resolve_people([bare], NONE).persons) == 1
    assert resolve_people([], NONE).persons == ()


def test_two_articles_of_one_id_are_said() -> None:
    with pytest.raises(ValueError, match="'a'"):
        resolve_people([article("a", "Rangga"), article("a", "Wirya")], NONE)


def test_a_digest_survives_json() -> None:
    for digest in digests("riau"):
        assert decode(encode(digest)) == digest

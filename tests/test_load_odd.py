"""Readings that are odd: long, empty, nameless, of the future, twice there; each does no harm to the others."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from extract.reading import Article, Official, Reading
from graph.connect import Graph
from graph.load import forget, load
from queries.dump import contents

Story = tuple[Reading, ...]
Wiped = Any


def rows(graph: Graph, cypher: str, **params: Any) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in graph.read(cypher, params).rows]


def test_of_two_readings_of_one_article_the_later_counts(told_here: Graph, story: Story, wiped: Wiped) -> None:
    old = story[0]
    article = msgspec.structs.replace(old.article, title="Later", retrieved=datetime(2025, 2, 1, tzinfo=UTC))
    new = msgspec.structs.replace(old, article=article)
    for order in ((old, new), (new, old), (old, new, old)):
        wiped(told_here)
        assert load(told_here, order).read == len(order)
        assert rows(told_here, "MATCH (a:Article) RETURN a.title") == [("Later",)]
    wiped(told_here)
    load(told_here, story)


ODD = [
    {"id": "odd:long", "officials": (Official(name="A" * 10_000, office="B" * 10_000, role="speaker"),)},
    {"id": "odd:nameless", "officials": (Official(name="", role="accused", standing="alleged"),)},
    {"id": "odd:future", "published": datetime(2999, 1, 1, tzinfo=UTC)},
    {"id": "odd:empty", "text": ""},
    {"id": "odd:text", "text": "Nul \x00 and \u202eback\u202c and \U0001f600 'quotes\" \\ `ticks` $x {y}"},
]


@pytest.mark.parametrize("odd", ODD, ids=lambda o: o["id"])
def test_odd_readings_do_no_harm(told_here: Graph, story: Story, odd: dict[str, Any]) -> None:
    before = contents(told_here)
    text = odd.get("text") or "".join(o.name for o in odd.get("officials", ())) or "Text"
    article = Article(id=odd["id"], text=text, published=odd.get("published"), title="Odd")
    officials = odd.get("officials", ())
    load(told_here, [Reading(id=odd["id"], article=article, kind="incident", reader="r", officials=officials)])
    assert rows(told_here, "MATCH (a:Article {id: $id}) RETURN a.id", id=odd["id"]) == [(odd["id"],)]
    forget(told_here, [odd["id"]])
    assert contents(told_here) == before


def test_an_article_without_a_usable_id_is_set_aside(told_here: Graph, story: Story) -> None:
    before = contents(told_here)
    wrong = [msgspec.structs.replace(story[0], id=key) for key in ("", "x" * 1000)]
    report = load(told_here, wrong)
    assert len(report.refused) == 2
    assert contents(told_here) == before

"""Loading: the same graph whatever the order or the number of times, replaced and withdrawn articles leave nothing."""

from __future__ import annotations

import random
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from extract.reading import Reading
from graph import settle
from graph.connect import Graph
from graph.judgements import Judgement, Judgements, Named
from graph.load import forget, load
from graph.schema import STEPS, migrate
from graph.store import StoreError
from queries.dump import contents

Story = tuple[Reading, ...]
Wiped = Any


def rows(graph: Graph, cypher: str, **params: Any) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in graph.read(cypher, params).rows]


STANDINGS = """
MATCH (p:Person)-[r:ACCUSED_IN]->(i:Incident) RETURN p.name AS name, r.standing AS standing ORDER BY name, i.date
"""


def test_the_story_is_told_as_it_is(told: Graph) -> None:
    assert rows(told, STANDINGS) == [
        ("Andi Baso Lantara", "cleared"),
        ("Daeng Rewata", "proven"),
        ("Danang Kusumo", "proven"),
        ("Retno Palupi", "cleared"),
        ("Surya Mahendra", "cleared"),
        ("TS", "alleged"),
        ("Wira Adikara", "alleged"),
        ("Wira Adikara", "proven"),
    ]


def test_three_sites_tell_of_one_case(told: Graph) -> None:
    assert rows(told, "MATCH (i:Incident {stage: 'sanctioned'}) RETURN i.articles, i.precision") == [(3, "day")]


def test_every_fact_has_a_claim_and_every_claim_its_article(told: Graph) -> None:
    bare = "MATCH (f:Incident|Ruling|Statistic|Activity) WHERE NOT EXISTS { (f)<-[:SUPPORTS]-(:Claim) } RETURN f.id"
    assert rows(told, bare) == []
    assert rows(told, "MATCH (c:Claim) WHERE COUNT { (c)-[:IN]->(:Article) } <> 1 RETURN c.id") == []
    assert rows(told, "MATCH (p:Person) WHERE NOT EXISTS { (p)<-[:ABOUT]-(:Claim) } RETURN p.id") == []


def test_every_quotation_stands_in_its_article(told_here: Graph, story: Story) -> None:
    texts = {r.id: (r.article.text, r.article.title) for r in story}
    for article, quote, start, end in rows(
        told_here, "MATCH (c:Claim)-[:IN]->(a) RETURN a.id, c.quote, c.start, c.end"
    ):
        assert quote == (texts[article][1] if start is None else texts[article][0][start:end])


def test_nobody_is_accused_in_an_article_that_accuses_nobody(told_here: Graph, story: Story) -> None:
    accusing = {r.id for r in story if any(o.role == "accused" for o in r.officials)}
    found = rows(told_here, "MATCH (:Person)<-[:ABOUT {role: 'accused'}]-(c:Claim)-[:IN]->(a) RETURN DISTINCT a.id")
    assert {a for (a,) in found} == accusing


def test_a_figure_that_two_sites_print_is_one(told: Graph) -> None:
    two = "MATCH (s:Statistic {value: 183.0})<-[:SUPPORTS]-(c:Claim)-[:IN]->(a) RETURN count(DISTINCT s), count(a)"
    assert rows(told, two) == [(1, 2)]


def test_loading_again_changes_nothing(told: Graph, story: Story) -> None:
    before = contents(told)
    report = load(told, story)
    assert (report.unchanged, report.added, report.written) == (len(story), 0, 0)
    assert contents(told) == before


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_loading_does_not_matter(told: Graph, story: Story, wiped: Wiped, seed: int) -> None:
    before = contents(told)
    shuffled = random.Random(seed).sample(story, len(story))
    wiped(told)
    for part in (shuffled[:5], shuffled[5:6], shuffled[4:]):
        load(told, part)
    assert contents(told) == before


def test_many_transactions_make_the_same_graph(
    told: Graph, story: Story, wiped: Wiped, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(told)
    wiped(told)
    monkeypatch.setattr(settle, "ATOMIC", 0)
    load(told, story)
    assert contents(told) == before


def test_a_replaced_article_leaves_nothing_of_what_it_said(told: Graph, story: Story, wiped: Wiped) -> None:
    accusing = next(r for r in story if r.id == "harjo:511")
    emptied = msgspec.structs.replace(accusing, officials=(), incidents=(), agencies=(), kind="other")
    wiped(told)
    load(told, [accusing])
    assert rows(told, "MATCH (p:Person) RETURN count(p)") == [(2,)]
    report = load(told, [emptied])
    assert report.replaced == 1
    assert rows(told, "MATCH (n) WHERE NOT n:State RETURN labels(n), n.id") == [(["Article"], accusing.id)]
    load(told, story)


def test_an_article_that_is_forgotten_was_never_there(told_here: Graph, story: Story, wiped: Wiped) -> None:
    wiped(told_here)
    load(told_here, [r for r in story if r.id != "idn:9001"])
    without = contents(told_here)
    load(told_here, story)
    forget(told_here, ["idn:9001"])
    assert contents(told_here) == without
    load(told_here, story)


def judged(verdict: Any, about: Any, a: Named, b: Named | None = None) -> Judgement:
    when = datetime(2025, 1, 1, tzinfo=UTC)
    return Judgement(verdict=verdict, about=about, a=a, b=b, who="tester", when=when, why="to try")


def test_a_withdrawn_article_leaves_its_record_only(told_here: Graph, story: Story, wiped: Wiped) -> None:
    before = contents(told_here)
    gone = Judgements((judged("withdrawn", "article", Named("idn:9107")),))
    load(told_here, (), gone)
    record = "MATCH (a:Article {id: 'idn:9107'}) RETURN a.withdrawn, a.title, a.url, COUNT { (a)<-[:IN]-(:Claim) }"
    assert rows(told_here, record) == [(True, None, "https://sulsel.idntimes.com/news/indonesia/9107", 0)]
    assert rows(told_here, "MATCH (p:Person {name: 'Daeng Rewata'}) RETURN p.id") == []
    taken = contents(told_here)
    assert load(told_here, story, gone).withdrawn == 1
    assert contents(told_here) == taken
    load(told_here, story)
    assert contents(told_here) == before
    wiped(told_here)
    load(told_here, story, gone)
    assert contents(told_here) == taken
    load(told_here, story)


def test_judgements_join_and_part(told_here: Graph, story: Story) -> None:
    before = contents(told_here)
    one, far = Named("idn:9001", "Wira Adikara"), Named("bj:7010", "Wira Adikara")
    wira = "MATCH (p:Person {name: 'Wira Adikara'}) RETURN count(p)"
    assert rows(told_here, wira) == [(2,)]
    load(told_here, (), Judgements((judged("same", "person", one, far),)))
    assert rows(told_here, wira) == [(1,)]
    load(told_here, (), Judgements((judged("not_same", "person", Named("idn:5005", "Wira Adikara"), one),)))
    assert rows(told_here, wira) == [(3,)]
    report = load(told_here, (), Judgements((judged("same", "person", one, Named("gone", "Nobody")),)))
    assert len(report.astray) == 1
    load(told_here, story)
    assert contents(told_here) == before


def test_an_empty_load_completes_one_that_was_broken_off(
    told: Graph, story: Story, wiped: Wiped, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(told)
    for breaks_at in (0, 3, 9):
        wiped(told)
        load(told, story[:4])
        with monkeypatch.context() as patch:
            patch.setattr(settle, "ATOMIC", 0)
            patch.setattr(settle, "_hold", broken_at(breaks_at))
            with pytest.raises(StoreError, match="pulled the plug"):
                load(told, story)
        load(told, ())
        assert contents(told) == before


def broken_at(count: int) -> Any:
    """Holds the graph as it should, but fails at one call."""
    hold, calls = settle._hold, iter(range(1000))

    def held(tx: Any, base: int, turn: int) -> None:
        if next(calls) == count:
            raise StoreError("somebody pulled the plug")
        hold(tx, base, turn)

    return held


def test_two_loads_at_once_are_one_after_the_other(told: Graph, story: Story, wiped: Wiped) -> None:
    before = contents(told)
    wiped(told)
    migrate(told)
    failures: list[Exception] = []

    def run(part: Sequence[Reading]) -> None:
        try:
            load(told, part)
        except StoreError as problem:
            failures.append(problem)

    threads = [threading.Thread(target=run, args=(part,)) for part in (story[::2], story[1::2], story)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    load(told, ())
    assert contents(told) == before


def test_a_run_leaves_its_mark(told_here: Graph, story: Story) -> None:
    load(told_here, (), run="2025-01-01T00:00:00Z")
    assert rows(told_here, "MATCH (r:Run) RETURN r.id, r.read, r.started <= r.ended") == [
        ("2025-01-01T00:00:00Z", 0, True)
    ]


def test_migrating_again_changes_nothing_and_a_newer_graph_is_refused(told: Graph) -> None:
    before = contents(told)
    assert migrate(told) == len(STEPS)
    assert contents(told) == before
    told.write(lambda tx: tx.run("MATCH (s:State) SET s.model = 999").consume())
    with pytest.raises(StoreError, match="newer"):
        migrate(told)
    told.write(lambda tx: tx.run("MATCH (s:State) SET s.model = $n", n=len(STEPS)).consume())

"""What people correct in a reading takes effect everywhere, keeps what was read, and can be taken back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from extract.reading import Reading
from graph.connect import Graph
from graph.judgements import Judgement, JudgementError, Judgements, Named, append, undo
from graph.load import load
from queries.dump import contents
from queries.library import ask

Story = tuple[Reading, ...]
WIRA = Named("harjo:511", "Wira Adikara")


def rows(graph: Graph, cypher: str, **params: Any) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in graph.read(cypher, params).rows]


def correction(about: Named, **right: str) -> Judgement:
    when = datetime(2025, 1, 1, tzinfo=UTC)
    return Judgement(
        verdict="corrected", about="person", a=about, who="Rara", when=when, why="read the page", correction=right
    )


def accused_named(graph: Graph, name: str) -> list[tuple[Any, ...]]:
    found = "MATCH (p:Person)-[r:ACCUSED_IN]->(i) WHERE $name IN p.names RETURN r.standing ORDER BY r.standing"
    return rows(graph, found, name=name)


def read_by(graph: Graph, article: str) -> list[tuple[Any, ...]]:
    claims = (
        "MATCH (:Article {id: $id})<-[:IN]-(c:Claim) RETURN c.kind, c.standing, c.read_kind, c.corrected ORDER BY c.id"
    )
    return rows(graph, claims, id=article)


@pytest.fixture
def accusing(told: Graph) -> tuple[str, str]:
    """An article that alone accuses somebody, and his name."""
    alone = """
    MATCH (p:Person)-[:ACCUSED_IN]->(:Incident) MATCH (p)<-[t:ABOUT {role: 'accused'}]-(:Claim)-[:IN]->(a:Article)
    WITH p, collect(DISTINCT a.id) AS articles, head(collect(t.name)) AS name WHERE size(articles) = 1
    RETURN articles[0], name ORDER BY name LIMIT 1
    """
    article, name = rows(told, alone)[0]
    return str(article), str(name)


def test_who_was_taken_for_accused_is_a_speaker_everywhere(
    told: Graph, story: Story, accusing: tuple[str, str]
) -> None:
    before, (article, name) = contents(told), accusing
    claims = read_by(told, article)
    right = correction(Named(article, name), role="speaker")
    load(told, (), Judgements((right,)))
    assert accused_named(told, name) == []
    assert not rows(told, "MATCH (:Ruling)-[:AGAINST]->(p:Person) WHERE $name IN p.names RETURN p.id", name=name)
    ties = (
        "MATCH (p:Person)<-[t:ABOUT]-(:Claim)-[:IN]->(:Article {id: $id}) WHERE t.name = $name RETURN DISTINCT t.role"
    )
    assert rows(told, ties, id=article, name=name) == [("speaker",)]
    assert ("speech", None, "accusation", "Rara: read the page") in read_by(told, article)
    corrected = contents(told)
    load(told, story, Judgements((right,)))
    assert contents(told) == corrected
    load(told, (), Judgements((right, undo(right, "Sena", "mistaken"))))
    assert read_by(told, article) == claims
    assert contents(told) == before


def test_a_standing_is_corrected_with_the_rulings_that_contradict_it(told: Graph, story: Story) -> None:
    before = contents(told)
    name, article = rows(
        told,
        "MATCH (p:Person)-[:ACCUSED_IN {standing: 'proven'}]->()"
        " MATCH (p)<-[t:ABOUT {role: 'accused'}]-(:Claim)-[:IN]->(a)"
        " WITH p, collect(DISTINCT a.id) AS articles, head(collect(t.name)) AS name WHERE size(articles) = 1"
        " RETURN name, articles[0] ORDER BY name LIMIT 1",
    )[0]
    load(told, (), Judgements((correction(Named(article, name), standing="cleared"),)))
    assert accused_named(told, name) == [("cleared",)]
    against = "MATCH (r:Ruling {standing: 'proven'})-[:AGAINST]->(p:Person) WHERE $name IN p.names RETURN r.id"
    assert rows(told, against, name=name) == []
    assert name in [row["person"] for row in ask(told, "cleared").rows]
    load(told, ())
    assert contents(told) == before


def test_a_name_and_an_office_are_corrected_and_the_printed_name_still_found(
    told: Graph, accusing: tuple[str, str]
) -> None:
    before, (article, name) = contents(told), accusing
    right = correction(Named(article, name), name=f"{name} Wijayakusuma", office="Camat Rekaan")
    report = load(
        told, (), Judgements((right, correction(Named(article, f"{name} Wijayakusuma"), office="Camat Rekaan")))
    )
    assert report.astray == ()
    names, offices = rows(
        told, "MATCH (p:Person {name: $name}) RETURN p.names, p.offices", name=f"{name} Wijayakusuma"
    )[0]
    assert name in names
    assert offices == ["Camat Rekaan"]
    load(told, ())
    assert contents(told) == before


def test_a_standing_of_somebody_not_accused_accuses_nobody(told: Graph, story: Story) -> None:
    before = rows(told, "MATCH (p:Person)-[r:ACCUSED_IN]->(i) RETURN p.id, r.standing, i.id ORDER BY p.id, i.id")
    speaker = next((r.id, o.name) for r in story for o in r.officials if o.role == "speaker")
    load(told, (), Judgements((correction(Named(*speaker), standing="proven"),)))
    after = rows(told, "MATCH (p:Person)-[r:ACCUSED_IN]->(i) RETURN p.id, r.standing, i.id ORDER BY p.id, i.id")
    assert after == before
    load(told, ())


@pytest.mark.parametrize(
    ("right", "says"),
    [
        ({}, "what is right"),
        ({"role": "thief"}, "accused, speaker"),
        ({"standing": "guilty"}, "alleged, proven, cleared"),
        ({"age": "40"}, "cannot be corrected"),
        ({"name": "  "}, "some words"),
    ],
)
def test_a_correction_that_says_nothing_is_refused(tmp_path: Path, right: dict[str, str], says: str) -> None:
    with pytest.raises(JudgementError, match=says):
        append(tmp_path / "judgements.jsonl", correction(WIRA, **right))
    assert not list(tmp_path.iterdir())

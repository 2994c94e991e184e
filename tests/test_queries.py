"""The questions: documented, read-only, telling on the story, and the same row by row on both stores."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from extract.reading import Reading
from graph.answer import Answer
from graph.connect import Graph
from graph.load import load
from queries.library import (
    BadParameter,
    BadQuestion,
    UnknownQuestion,
    arguments,
    ask,
    library,
    question,
    read_question,
)

NAMES = sorted(library())
SUBJECTS = {"person": "Person", "agency": "Agency", "region": "Region", "case": "Incident", "article": "Article"}
WORDS = ("jember", "wira", "CAMAT suko", "no-such-word", "'\"`\\")
ON_A_PERSON = frozenset({"person", "person_id", "accused_id", "incumbent_id"})
SOURCE = {"quote", "url", "archive"}
# Counts over many sentences, and what is asked to find a person or to decide on one: `evidence` leads on from there.
WITHOUT_QUOTE = frozenset(
    "favoured mentions person person_offices possibly_same search_people speakers latest_cases search_cases".split()
)
# What needs lists of candidates or a look for patterns is answered in test_patterns.py.
ELSEWHERE = frozenset(n for n in NAMES if n.startswith("pattern_")) | {"candidates"}


@pytest.fixture(scope="module")
def embedded(embedded_store: Graph, story: tuple[Reading, ...], wiped: Any) -> Graph:
    load(wiped(embedded_store), story)
    return embedded_store


@pytest.fixture(scope="module")
def neo4j(neo4j_store: Graph, story: tuple[Reading, ...], wiped: Any) -> Graph:
    load(wiped(neo4j_store), story)
    return neo4j_store


def calls(graph: Graph, name: str) -> Iterator[dict[str, Any]]:
    """Parameters to try a question with: all there is in the story for those that need an id."""
    required = [p for p, stated in library()[name].parameters.items() if stated.required]
    if required == ["text"]:
        yield from ({"text": text} for text in WORDS)
    elif required:
        labels = [label for subject, label in SUBJECTS.items() if subject in name.split("_") or name == "evidence"]
        yield from ({"id": key} for label in labels for key in keys(graph, label))
        yield {"id": "no such id"}
    else:
        yield {}
        yield from extra(name)


def extra(name: str) -> Iterator[dict[str, Any]]:
    optional = library()[name].parameters
    yield from ({"year": year} for year in (2020, 2024) if "year" in optional)
    yield from ({"region": key} for key in ("35", "no such id") if "region" in optional)
    yield from ({"limit": 1} for _ in (1,) if "limit" in optional)
    yield from ({"before": "2024-10-01"} for _ in (1,) if "before" in optional)
    yield from ({"level": level} for level in ("province", "district") if "level" in optional)


def keys(graph: Graph, label: str) -> list[str]:
    return [row["id"] for row in graph.read(f"MATCH (n:{label}) RETURN n.id AS id ORDER BY id").rows]


def exactly(answer: Answer) -> bytes:
    """An answer as bytes, in which 1 and 1.0 differ."""
    return msgspec.json.encode((answer.columns, answer.rows, answer.cut))


@pytest.mark.parametrize("name", NAMES)
def test_both_stores_give_the_same_rows(embedded: Graph, neo4j: Graph, name: str) -> None:
    for params in calls(embedded, name):
        one, other = ask(embedded, name, **params), ask(neo4j, name, **params)
        assert one.columns == other.columns
        assert exactly(one) == exactly(other), params


@pytest.mark.parametrize("name", NAMES)
def test_a_question_has_an_answer_in_the_story(embedded: Graph, name: str) -> None:
    if name in ELSEWHERE:
        return
    assert any(ask(embedded, name, **params).rows for params in calls(embedded, name))


@pytest.mark.parametrize("name", NAMES)
def test_a_row_on_a_person_shows_its_source(embedded: Graph, name: str) -> None:
    columns = ask(embedded, name, **next(calls(embedded, name))).columns
    if name in WITHOUT_QUOTE or not ON_A_PERSON & set(columns):
        return
    assert set(columns) >= SOURCE
    assert {"standing", "case_standing"} & set(columns)


@pytest.mark.parametrize("name", NAMES)
def test_every_row_that_quotes_says_where(embedded: Graph, name: str) -> None:
    for params in calls(embedded, name):
        for row in ask(embedded, name, **params).rows:
            assert "quote" not in row or (row["quote"] and row["article"] and row["archive"])


def test_there_are_thirty_questions_and_each_says_what_it_shows() -> None:
    assert len(NAMES) >= 30
    assert all("annot" in q.about or q.name in ("overview",) or len(q.about) > 60 for q in library().values())


def one_column(answer: Answer, column: str) -> list[Any]:
    return [row[column] for row in answer.rows]


def test_repeat_offenders(embedded: Graph) -> None:
    answer = ask(embedded, "repeat_offenders")
    assert one_column(answer, "person") == ["Wira Adikara", "Wira Adikara"]
    assert one_column(answer, "standing") == ["alleged", "proven"]
    assert not ask(embedded, "repeat_offenders", year="2024").rows


def test_cleared_people_are_cleared_everywhere(embedded: Graph) -> None:
    cleared = {row["person_id"] for row in ask(embedded, "cleared").rows}
    assert len(cleared) == 3
    for key in cleared:
        assert ask(embedded, "person", id=key).rows[0]["standing"] == ["cleared"]
        shown = {
            row["case_standing"] for row in ask(embedded, "timeline_person", id=key).rows if row["person_id"] == key
        }
        assert "cleared" in shown
        assert not shown & {"alleged", "proven"}


def test_an_incumbent_and_those_who_favoured_him(embedded: Graph) -> None:
    answer = ask(embedded, "incumbents_favoured", year=2024)
    assert {(r["incumbent"], r["accused"], r["office"], r["standing"]) for r in answer.rows} == {
        ("Surya Mahendra", "Wira Adikara", "Camat Sukorambi", "proven"),
        ("Surya Mahendra", "TS", "kepala desa", "alleged"),
    }


def test_mentions_and_cases_by_the_articles_own_ids(embedded: Graph, story: tuple[Reading, ...]) -> None:
    mentions = {(r["article"], r["name"]) for r in ask(embedded, "mentions").rows}
    assert mentions == {(reading.id, o.name) for reading in story for o in reading.officials}
    cases = {r["article"] for r in ask(embedded, "article_cases").rows}
    assert cases == {reading.id for reading in story if reading.kind in ("incident", "ruling")}


def test_the_namesake_far_away_is_another(embedded: Graph) -> None:
    people = ask(embedded, "search_people", text="wira adikara").rows
    assert sorted(row["standing"] for row in people) == [[], ["alleged", "proven"]]


def test_a_region_tells_of_those_below_it(embedded: Graph) -> None:
    below = {row["case_id"] for row in ask(embedded, "timeline_region", id="35").rows if row["case_id"]}
    assert len(below) == 4


def test_hostile_text_is_only_text(embedded: Graph) -> None:
    for text in ("' OR 1=1 //", "'}) DETACH DELETE n //", "\\", "$id", "`"):
        ask(embedded, "search_people", text=text)
    assert ask(embedded, "search_people", text="o'neil").rows[0]["name"] == '+Sri "O\'Neil" `Lestari`'


def test_an_unknown_question_names_those_spelt_alike(embedded: Graph) -> None:
    with pytest.raises(UnknownQuestion, match="repeat_offenders"):
        ask(embedded, "repeat_ofenders")
    with pytest.raises(UnknownQuestion, match="lists all"):
        question("zzz")


@pytest.mark.parametrize(
    ("name", "params", "says"),
    [
        ("repeat_offenders", {"least": "two"}, "no int"),
        ("repeat_offenders", {"years": 1}, "it has: least, year"),
        ("cases_without_outcome", {"before": "yesterday"}, "no date"),
        ("person", {}, "needs id"),
        ("person", {"id": ""}, "needs id"),
    ],
)
def test_a_parameter_that_does_not_fit(name: str, params: dict[str, Any], says: str) -> None:
    with pytest.raises(BadParameter, match=says):
        arguments(question(name), params)


GOOD = "// What?\n// Shows this.\n// $id: text = required. The id.\nMATCH (n {id: $id}) RETURN n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (GOOD.replace("// What?\n", ""), "asks a question"),
        (GOOD.replace("// Shows this.\n", ""), "can and cannot show"),
        (GOOD.replace("$id: text", "$key: text"), "differ: id, key"),
        (GOOD.replace("text =", "word ="), "has the type 'word'"),
        (GOOD.replace(". The id.", ""), "a parameter's line"),
        (GOOD.replace("RETURN n", "SET n.x = 1"), "read-only"),
    ],
)
def test_a_file_that_says_too_little_or_writes_is_refused(text: str, says: str) -> None:
    assert read_question("good", GOOD).parameters["id"].required
    with pytest.raises(BadQuestion, match=says):
        read_question("bad", text)

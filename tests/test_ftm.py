"""FollowTheMoney entities: what its model takes, with each standing on its link, and nobody plainly sanctioned."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import msgspec
import pytest

from extract.reading import Reading
from graph.connect import Graph
from graph.judgements import Judgements
from graph.load import load
from queries.entities import entities
from queries.entity import entity_id
from queries.export import write_graph
from queries.ftm import NotOfTheModel, checked
from queries.lacking import MissingLibrary


@pytest.fixture(scope="module")
def model() -> Any:
    reason = "followthemoney is not installed: pip install -r requirements-ftm.lock"
    return pytest.importorskip("followthemoney", reason=reason).model


@pytest.fixture(scope="module")
def told(embedded_store: Graph, story: tuple[Reading, ...], wiped: Any) -> Graph:
    load(wiped(embedded_store), story, Judgements())
    return embedded_store


def of(found: list[dict[str, Any]], schema: str) -> list[dict[str, Any]]:
    return [e for e in found if e["schema"] == schema]


def test_every_entity_is_one_that_the_model_takes_whole(told: Graph, model: Any, tmp_path: Path) -> None:
    write_graph(told, "ftm", tmp_path / "g.ftm.jsonl")
    written = [msgspec.json.decode(line) for line in (tmp_path / "g.ftm.jsonl").read_bytes().splitlines()]
    made = list(entities(told))
    assert written == made
    assert len({e["id"] for e in written}) == len(written)
    proxies = {e["id"]: model.get_proxy(e) for e in written}
    for e in written:
        for prop, value in proxies[e["id"]].itervalues():
            if prop.type.name == "entity":
                assert value in proxies, f"{e['id']} leads to nothing: {prop.name}"
                assert proxies[value].schema.is_a(prop.range)


def test_the_standing_is_on_the_link_and_nobody_has_a_topic(told: Graph) -> None:
    found = list(entities(told))
    accused = [e for e in of(found, "UnknownLink") if e["properties"]["role"][0].startswith("accused")]
    in_graph = told.read(
        "MATCH (p:Person)-[r:ACCUSED_IN]->(i) RETURN p.id AS p, i.id AS i, r.standing AS standing"
    ).rows
    wanted = {(entity_id("person", r["p"]), entity_id("incident", r["i"]), r["standing"]) for r in in_graph}
    links = (
        (e["properties"]["subject"][0], e["properties"]["object"][0], e["properties"]["status"][0]) for e in accused
    )
    assert set(links) == wanted
    assert not [e for e in found if "topics" in e["properties"]]
    assert all(
        "no finding" in e["properties"]["summary"][0] for e in accused if e["properties"]["status"] == ["alleged"]
    )


def test_only_who_is_proven_is_sanctioned(told: Graph) -> None:
    found = list(entities(told))
    sanctioned = {e["properties"]["entity"][0] for e in of(found, "Sanction")}
    proven = told.read("MATCH (p:Person)-[:ACCUSED_IN {standing: 'proven'}]->() RETURN DISTINCT p.id AS id").rows
    assert sanctioned
    assert sanctioned <= {entity_id("person", row["id"]) for row in proven}


SPEAKERS = """
MATCH (p:Person) WHERE NOT EXISTS { (p)-[:ACCUSED_IN]->() } AND NOT EXISTS { (p)<-[:FAVOURED]-() } RETURN p.id AS id
"""


def test_who_only_speaks_is_no_entity(told: Graph) -> None:
    speakers = {entity_id("person", row["id"]) for row in told.read(SPEAKERS).rows}
    assert speakers
    assert not speakers & {e["id"] for e in entities(told)}


def test_what_the_model_does_not_take_is_left_out_or_said(model: Any) -> None:
    strange = {"id": "x", "schema": "Person", "properties": {"name": ["A B"], "sourceUrl": ["no address"]}}
    assert checked(model, strange)["properties"] == {"name": ["A B"]}
    with pytest.raises(NotOfTheModel, match="x: "):
        checked(model, {"id": "x", "schema": "Person", "properties": {"name": []}})


def test_without_the_package_it_says_how_to_get_it(
    told: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.partition(".")[0] == "followthemoney":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingLibrary, match=r"pip install 'netralitas\[ftm\]'"):
        write_graph(told, "ftm", tmp_path / "g.jsonl")
    assert not (tmp_path / "g.jsonl").exists()

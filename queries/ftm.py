"""FollowTheMoney entities, each checked against the model of the `followthemoney` package before it is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from graph.connect import Graph
from queries.entities import entities
from queries.entity import Entity
from queries.lacking import lacking


class NotOfTheModel(ValueError):
    """An entity that FollowTheMoney would refuse; the message names it and says why."""


def to_ftm(graph: Graph, out: Path) -> None:
    """One entity a line, as `ftm` and Aleph read them; raise MissingLibrary without the package."""
    model = _model()
    with out.open("wb") as file:
        for entity in entities(graph):
            file.write(msgspec.json.encode(checked(model, entity)) + b"\n")


def checked(model: Any, entity: Entity) -> Entity:
    """The entity without values that the model does not take; raise NotOfTheModel where it then says too little."""
    from followthemoney.exc import InvalidData

    schema = model.get(entity["schema"])
    taken = {name: _clean(schema, name, values) for name, values in entity["properties"].items()}
    whole = {**entity, "properties": {name: values for name, values in taken.items() if values}}
    lost = [name for name in schema.required if name not in whole["properties"]]
    try:
        schema.validate(whole)
    except InvalidData as problem:
        raise NotOfTheModel(f"{entity['id']}: {problem} {problem.errors}") from problem
    if lost:
        raise NotOfTheModel(f"{entity['id']}: a {entity['schema']} without {', '.join(lost)}")
    return whole


def _clean(schema: Any, name: str, values: list[str]) -> list[str]:
    cleaned = (schema.get(name).type.clean(value) for value in values)
    return [value for value in cleaned if value]


def _model() -> Any:
    try:
        from followthemoney import model
    except ImportError as problem:
        raise lacking("FollowTheMoney entities", "followthemoney", "ftm") from problem
    return model

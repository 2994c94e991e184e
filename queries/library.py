"""The library of questions: one .cypher file each, found by looking in the folder, refused if it says too little.

A file begins with a comment: the question on its first line, then what the answer can and cannot show, then one line a
parameter, `// $year: int = null. Only cases of this year.` The same in another language follows, each line with the
language before it (`// id: Siapa …?`, `// id: $year: Hanya …`). What comes after is one read-only Cypher query.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal, get_args

from graph.answer import Answer
from graph.connect import Graph
from graph.readonly import check_words
from graph.store import Refused
from queries.wording import Wording, translations

Type = Literal["text", "int", "float", "date"]
Value = str | int | float | None
MOST = 50_000
TIMEOUT = 30.0
PARAMETER = re.compile(r"\$(?P<name>\w+): (?P<type>\w+) = (?P<default>[^.]*)\. (?P<about>.+)")
USED = re.compile(r"\$(\w+)")
NAME = re.compile(r"[a-z][a-z0-9_]*")


class QuestionError(ValueError):
    """A question or a parameter that cannot be asked; the message is one line that says what could be."""


class UnknownQuestion(QuestionError):
    """The library has no question of this name."""


class BadParameter(QuestionError):
    """A parameter is unknown, missing, or no value of its type."""


class BadQuestion(QuestionError):
    """A .cypher file that documents too little, or would write."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its type, its default (None also where it may be left out) and what it does."""

    type: Type
    default: Value
    required: bool
    about: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `about` says what the answer can and cannot show, `said` the same in other languages."""

    name: str
    question: str
    about: str
    parameters: Mapping[str, Parameter]
    cypher: str
    said: Mapping[str, Wording] = field(default_factory=dict)

    def wording(self, language: str) -> Wording:
        """The question in a language, or in English."""
        parameters = {name: p.about for name, p in self.parameters.items()}
        return self.said.get(language) or Wording("en", self.question, self.about, parameters)


@cache
def library() -> Mapping[str, Question]:
    """All questions by name, in the order of the names; raise BadQuestion for a file that cannot be taken."""
    files = {f.name: f for f in resources.files("queries").iterdir() if f.name.endswith(".cypher")}
    found = (read_question(name.removesuffix(".cypher"), files[name].read_text("utf-8")) for name in sorted(files))
    return MappingProxyType({q.name: q for q in found})


def question(name: str) -> Question:
    """A question by its name; raise UnknownQuestion, naming those that are spelt alike."""
    found = library().get(name)
    if found is None:
        close = get_close_matches(name, library(), n=3) or ["`netralitas query` lists all"]
        raise UnknownQuestion(f"no question {name[:60]!r} in the library: {', '.join(close)}?")
    return found


def ask(graph: Graph, name: str, /, **params: object) -> Answer:
    """Ask a question of the library; parameters may be texts, as they come from a command line or an address.

    Raises UnknownQuestion, BadParameter, or what Graph.read raises.
    """
    asked = question(name)
    return graph.read(asked.cypher, arguments(asked, params), timeout=TIMEOUT, rows=MOST)


def arguments(asked: Question, given: Mapping[str, object]) -> dict[str, Value]:
    """The query's parameters from those given and the defaults; raise BadParameter for what does not fit."""
    for name in given.keys() - asked.parameters.keys():
        known = ", ".join(asked.parameters) or "none"
        raise BadParameter(f"{asked.name} has no parameter {name[:60]!r}; it has: {known}")
    return {name: _argument(asked.name, name, p, given.get(name)) for name, p in asked.parameters.items()}


def read_question(name: str, text: str) -> Question:
    """Read a .cypher file; raise BadQuestion where something is undocumented, unused, or not read-only."""
    comment, cypher = _split(text)
    said, comment = translations(comment)
    stated = [m for line in comment if (m := PARAMETER.fullmatch(line))]
    prose = [line for line in comment if not line.startswith("$")]
    parameters = {m["name"]: _parameter(name, m) for m in stated}
    _check(name, prose, [line for line in comment if line.startswith("$")], parameters, cypher)
    for wording in said.values():
        if lacks := wording.lacks(parameters):
            raise BadQuestion(f"{name}.cypher: in the language {wording.language!r} it lacks {lacks}")
    return Question(name, prose[0], " ".join(prose[1:]), MappingProxyType(parameters), cypher, MappingProxyType(said))


def _split(text: str) -> tuple[list[str], str]:
    lines = text.strip().splitlines()
    count = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    return [line.removeprefix("//").strip() for line in lines[:count]], "\n".join(lines[count:])


def _parameter(name: str, stated: re.Match[str]) -> Parameter:
    kind, default = stated["type"], stated["default"].strip()
    if kind not in get_args(Type):
        raise BadQuestion(f"{name}.cypher: ${stated['name']} has the type {kind!r}; use {', '.join(get_args(Type))}")
    required = default == "required"
    value = None if required or default == "null" else _value(kind, default)
    return Parameter(kind, value, required, stated["about"])  # type: ignore[arg-type]


def _check(name: str, prose: list[str], stated: list[str], parameters: Mapping[str, Parameter], cypher: str) -> None:
    used = set(USED.findall(cypher))
    wrong = [
        (not NAME.fullmatch(name), "its name is not in small letters, digits and _"),
        (not prose or not prose[0].endswith("?"), "its first line is not a comment that asks a question"),
        (len(prose) < 2, "it does not say what the answer can and cannot show"),
        (len(stated) != len(parameters), "a parameter's line is not `// $name: type = default. What it does.`"),
        (used != set(parameters), f"parameters used and described differ: {', '.join(sorted(used ^ set(parameters)))}"),
    ]
    for failed, why in wrong:
        if failed:
            raise BadQuestion(f"{name}.cypher: {why}")
    try:
        check_words(cypher)
    except Refused as problem:
        raise BadQuestion(f"{name}.cypher: {problem}") from problem


def _argument(asked: str, name: str, parameter: Parameter, given: object) -> Value:
    if given is None or given == "":
        if parameter.required:
            raise BadParameter(f"{asked} needs {name}: {parameter.about}")
        return parameter.default
    try:
        return _value(parameter.type, str(given))
    except ValueError as problem:
        raise BadParameter(f"{asked}: {name}={str(given)[:60]!r} is no {parameter.type}") from problem


def _value(kind: str, text: str) -> Value:
    if kind == "int":
        return int(text)
    if kind == "float":
        return float(text)
    return date.fromisoformat(text).isoformat() if kind == "date" else text

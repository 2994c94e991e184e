"""What a query may do here: read. Everything else is refused before it runs, with the word that gave it away.

On the embedded store the reader's user has no right to write, on Neo4j a READ session has none; that keeps no Neo4j
from LOAD CSV, which opens files and addresses. So the words are looked at on both, and Neo4j's own plan of the query
besides: what Neo4j would run is what counts there, however the query is spelt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from graph.store import Refused

PROCEDURES = frozenset({
    "db.labels",
    "db.relationshiptypes",
    "db.propertykeys",
    "db.schema.visualization",
    "db.schema.nodetypeproperties",
    "db.schema.reltypeproperties",
    "db.index.fulltext.querynodes",
})  # fmt: skip
FUNCTIONS = frozenset({"date", "datetime", "localdatetime", "time", "localtime", "duration", "point", "vector"})
OPENINGS = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "CALL", "RETURN"})
WRITES = frozenset(
    {"CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "DROP", "INSERT", "LOAD", "ALTER"}
)
TOKEN = re.compile(
    r"""(?P<aside>\s+|//[^\n]*|/\*.*?\*/)|(?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
    r"""|(?P<quoted>`(?:``|[^`])*`)|(?P<word>\$?\w+)|(?P<sign>.)""",
    re.DOTALL,
)
Token = tuple[str, str]
NOTHING: Token = ("sign", "")


def check_words(cypher: str) -> None:
    """Raise Refused if the query's words would write, load a file or call what is not on the list.

    Strings, comments and names in backticks are passed over; so are labels, map keys and aliases that look like a
    writing word.
    """
    if re.search(r"\\u+[0-9a-fA-F]{4}", cypher):
        # Neo4j resolves these before it looks for words and quotation marks, so they can hide both.
        raise Refused(r"refused: \uXXXX escapes are not read here, write the character itself or use a $parameter")
    tokens = [(m.lastgroup or "", m[0]) for m in TOKEN.finditer(cypher) if m.lastgroup != "aside"]
    _check_opening(tokens)
    for before, token, after in zip([NOTHING, *tokens], tokens, [*tokens[1:], NOTHING], strict=False):
        if token[0] == "word" and token[1].upper() in WRITES and not _is_name(before, after):
            raise Refused(f"refused, the graph is read-only here: {token[1].upper()} (a name goes in `backticks`)")
    _check_calls(tokens)


def _check_opening(tokens: list[Token]) -> None:
    first = tokens[0][1].upper() if tokens else "nothing"
    if first not in OPENINGS:
        raise Refused(f"refused: a question begins with {', '.join(sorted(OPENINGS))}, not with {first[:40]}")


def _is_name(before: Token, after: Token) -> bool:
    return before[1] in (".", ":") or before[1].upper() == "AS" or after[1] == ":"


def _check_calls(tokens: list[Token]) -> None:
    before = NOTHING
    for at, (kind, text) in enumerate(tokens):
        called = kind == "word" and text.upper() == "CALL" and before[1] not in (".", ":")
        if called and at + 1 < len(tokens) and tokens[at + 1][0] in ("word", "quoted"):
            _check_procedure(_dotted(tokens, at + 1)[0])
        elif kind in ("word", "quoted") and before[1] != "." and before[1].upper() != "CALL":
            _check_function(*_dotted(tokens, at))
        before = (kind, text)


def _dotted(tokens: list[Token], at: int) -> tuple[str, str]:
    """The dotted name that begins at a token, in small letters, and the text of the token after it."""
    parts = [tokens[at][1].strip("`")]
    at += 1
    while at + 1 < len(tokens) and tokens[at][1] == "." and tokens[at + 1][0] in ("word", "quoted"):
        parts.append(tokens[at + 1][1].strip("`"))
        at += 2
    return ".".join(parts).lower(), tokens[at][1] if at < len(tokens) else ""


def _check_procedure(name: str) -> None:
    if name not in PROCEDURES:
        raise Refused(f"refused: the procedure {name} is not on the list ({', '.join(sorted(PROCEDURES))})")


def _check_function(name: str, after: str) -> None:
    # A function of an extension may do anything: apoc.cypher.runFirstColumn runs a query that stands in a string.
    space, dot, _ = name.partition(".")
    if dot and after == "(" and space not in FUNCTIONS:
        raise Refused(f"refused: the function {name} is not one of Cypher's own")


def check_plan(kind: str | None, plan: Mapping[str, Any] | None) -> None:
    """Raise Refused if Neo4j's EXPLAIN says that a query writes, loads a file or calls what is not on the list.

    `kind` is the summary's query type ("r" reads), `plan` its plan.
    """
    if kind != "r":
        raise Refused("refused, the graph is read-only here: the query would write")
    for step in _steps(plan or {}):
        operator = str(step.get("operatorType", "")).partition("@")[0]
        if operator == "LoadCSV":
            raise Refused("refused, the graph is read-only here: LOAD CSV")
        if operator == "ProcedureCall":
            details = str(step.get("args", {}).get("Details", ""))
            _check_procedure(details.partition("(")[0].replace("`", "").strip().lower())


def _steps(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield plan
    for child in plan.get("children", ()):
        yield from _steps(child)

"""The names of a query's columns, read from its words: the embedded store names none where there are no rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.readonly import TOKEN

OPENS, CLOSES = frozenset("([{"), frozenset(")]}")
ENDS = frozenset({"ORDER", "SKIP", "OFFSET", "LIMIT", "UNION"})
Words = Sequence[re.Match[str]]


def columns_of(cypher: str) -> tuple[str, ...]:
    """Columns of the last RETURN, as Neo4j names them; none for a query without one, or with RETURN *."""
    words = [m for m in TOKEN.finditer(cypher) if m.lastgroup != "aside"]
    level = list(_levels(words))
    returns = [i for i, m in enumerate(words) if level[i] == 0 and m[0].upper() == "RETURN"]
    if not returns:
        return ()
    start = returns[-1] + 1
    start += start < len(words) and words[start][0].upper() == "DISTINCT"
    end = next((i for i in range(start, len(words)) if level[i] == 0 and words[i][0].upper() in ENDS), len(words))
    items = list(_items(words[start:end], level[start:end]))
    return () if any(item[0][0] == "*" for item in items if item) else tuple(_name(cypher, i) for i in items if i)


def _levels(words: Words) -> Iterator[int]:
    """For each word how many brackets are open around it."""
    depth = 0
    for word in words:
        depth -= word[0] in CLOSES
        yield depth
        depth += word[0] in OPENS


def _items(words: Words, level: Sequence[int]) -> Iterator[Words]:
    start = 0
    for i, word in enumerate(words):
        if word[0] == "," and level[i] == 0:
            yield words[start:i]
            start = i + 1
    yield words[start:]


def _name(cypher: str, item: Words) -> str:
    if len(item) > 2 and item[-2][0].upper() == "AS":
        return item[-1][0].strip("`")
    return cypher[item[0].start() : item[-1].end()].strip("`")

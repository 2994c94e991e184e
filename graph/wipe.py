"""Taking everything out of a graph, in an order that never leaves a false statement behind."""

from __future__ import annotations

from collections.abc import Container

from neo4j import ManagedTransaction

from graph.connect import Graph
from graph.schema import LABELS

BATCH = 2000
DROP = "MATCH (n:{label}) WITH n LIMIT {batch} DETACH DELETE n RETURN count(*) AS n"
# The claims go first: a person without sentences is told of less, never of more, than the articles say.
ORDER = ("Claim", *(label for label in LABELS if label not in ("Claim", "State")), "State")


def wipe(graph: Graph, keep: Container[str] = ()) -> None:
    """Delete all nodes of our labels save those to keep, in many transactions; other nodes of a server stay."""
    for label in ORDER:
        while label not in keep and _drop(graph, label):
            pass


def _drop(graph: Graph, label: str) -> int:
    def work(tx: ManagedTransaction) -> int:
        return int(tx.run(DROP.format(label=label, batch=BATCH)).single(strict=True)["n"])

    return graph.write(work)

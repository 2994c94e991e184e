"""Reads cannot write, open files or call what is not on the list: by their words, the plan, the reader's rights."""

import pytest
from neo4j.exceptions import ClientError

from graph import embedded
from graph.connect import Graph
from graph.readonly import check_plan, check_words
from graph.store import Refused
from graph.transaction import plan_of

WRITES = [
    "CREATE (:X)",
    "MATCH (n) SET n.x = 1",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) DELETE n",
    "MERGE (:X {id: 1})",
    "MATCH (n) REMOVE n.id",
    "MATCH (n) WITH collect(n) AS all FOREACH (n IN all | SET n.x = 1)",
    "DROP CONSTRAINT x",
    "CREATE USER eve SET PASSWORD 'secret-secret'",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "WITH 1 AS x LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "WITH 1 AS x /* RETURN */ load\tcsv FROM 'file:///etc/passwd' AS line RETURN line",
    "MATCH (n) // only\nSET n.x = 1",
    "MATCH (n) \\u0053ET n.x = 1",
    "RETURN '\\u0027 AS x CREATE (:X) //'",
    "CALL dbms.listConfig()",
    "CALL `dbms`.`listConfig`()",
    "CALL db . createLabel('X')",
    "OPTIONAL CALL apoc.load.json('file:///etc/passwd') YIELD value RETURN value",
    "RETURN apoc.cypher.runFirstColumnMany('CREATE (:X)', {})",
    "RETURN `apoc`.`load`.x('y')",
    "EXPLAIN MATCH (n) RETURN n",
    "SHOW USERS",
    "USE system SHOW USERS",
    "TERMINATE TRANSACTION 'x'",
    "",
    "// nothing",
]
READS = [
    "MATCH (n:Delete {set: 1}) RETURN n.create AS set",
    "RETURN 'CREATE (x)' AS a, \"it's a SET\" AS b // DELETE",
    "WITH 1 AS `SET` RETURN `SET` AS merge",
    "MATCH (n) CALL (n) { RETURN 1 AS one } RETURN count(one) AS ones",
    "CALL db.labels() YIELD label RETURN label",
    "WITH date('2024-01-02') AS d RETURN duration.inDays(d, d).days AS days",
]


@pytest.mark.parametrize("cypher", WRITES)
def test_what_is_no_plain_read_is_refused(store: Graph, cypher: str) -> None:
    with pytest.raises(Refused) as refusal:
        store.read(cypher)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("cypher", READS)
def test_words_that_only_look_like_writes_pass(store: Graph, cypher: str) -> None:
    assert store.read(cypher).columns


@pytest.mark.parametrize("cypher", WRITES[:7])
def test_the_reader_cannot_write_whatever_the_words(store: Graph, cypher: str) -> None:
    store.write(lambda tx: tx.run("MERGE (:There {id: 1})").consume())
    session = store.store.reader.session(database=store.store.access.database, default_access_mode="READ")
    with session, pytest.raises(ClientError) as refusal, session.begin_transaction() as tx:
        tx.run(cypher).consume()
    assert "Forbidden" in str(refusal.value.code) or "AccessMode" in str(refusal.value.code)


def test_the_embedded_reader_cannot_open_files(embedded_store: Graph) -> None:
    with embedded_store.store.reader.session(database=embedded.DATABASE) as session, pytest.raises(ClientError):
        session.run("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line").consume()


@pytest.mark.parametrize(
    "cypher",
    [
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "CALL dbms.listConfig() YIELD name RETURN name",
        "MATCH (n) WHERE EXISTS { MATCH (m) } CALL { CALL dbms.components() YIELD name RETURN name } RETURN name",
        "CREATE (:X)",
    ],
)
def test_neo4js_own_plan_is_looked_at(neo4j_store: Graph, cypher: str) -> None:
    with pytest.raises(Refused):
        check_plan(*plan_of(neo4j_store.store, cypher, {}))


def test_the_words_check_alone_passes_plain_questions() -> None:
    for cypher in READS:
        check_words(cypher)

"""The queue in the viewer: read by anybody, decided only by whoever has the token, from a form of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from extract.reading import Reading
from graph.connect import Graph
from graph.judgements import Judgements
from graph.load import load
from viewer.app import create_app
from viewer.permit import Permit

TOKEN = "a-token-for-the-tests"
OURS = {"sec-fetch-site": "same-origin"}


@pytest.fixture(scope="module")
def graph(embedded_store: Graph, wiped: Callable[[Graph], Graph], story: tuple[Reading, ...]) -> Graph:
    load(wiped(embedded_store), story)
    return embedded_store


@pytest.fixture
def permit(tmp_path: Path) -> Permit:
    return Permit(tmp_path / "judgements.jsonl", TOKEN)


@pytest.fixture
def client(graph: Graph, permit: Permit, tmp_path: Path) -> Iterator[TestClient]:
    app = create_app(graph, sample=True, archive=tmp_path / "archive", rate=100_000, permit=permit)
    with TestClient(app, base_url="http://127.0.0.1", headers=OURS) as client:
        yield client


@pytest.fixture
def judge(client: TestClient) -> TestClient:
    """A client that has shown the token."""
    assert client.get(f"/judge/enter?token={TOKEN}", follow_redirects=False).status_code == 303
    return client


def page(client: TestClient, language: str = "id") -> html.HtmlElement:
    answer = client.get("/judge", params={"lang": language})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    return html.fromstring(answer.text)


def sent(client: TestClient, **changed: str) -> dict[str, str]:
    """What the first form of the queue sends."""
    form = page(client).cssselect("form.verdict[action='/judge']")[0]
    hidden = {str(i.get("name")): str(i.get("value")) for i in form.cssselect("input[type=hidden]")}
    return {**hidden, "verdict": "not_same", "who": "Rara Ayu", "why": "lain jabatan", **changed}


def kept(permit: Permit) -> list[tuple[str, str, str]]:
    return [(j.verdict, j.who, j.why) for j in Judgements.read(permit.judgements).all]


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_anybody_reads_both_sides_and_nobody_without_the_token_sees_a_form(client: TestClient) -> None:
    found = page(client)
    sides = [words(side) for side in found.cssselect(".hearing .party")]
    assert ["TS" in sides[0], "Tirta Suganda" in sides[1]] == [True, True]
    assert "diduga" in sides[0]
    assert "tidak disangka" in sides[1]
    assert all(side.cssselect("blockquote") for side in found.cssselect(".party"))
    assert not found.cssselect("form.verdict, form[action='/judge/apply']")
    assert "netralitas serve" in words(found.cssselect("form.enter")[0])
    assert "One person or two" in words(page(client, "en")).title() or "one person or two" in words(page(client, "en"))


def test_a_decision_is_kept_shown_and_taken_back(judge: TestClient, permit: Permit) -> None:
    answer = judge.post("/judge", data=sent(judge))
    assert answer.status_code == 200
    assert kept(permit) == [("not_same", "Rara Ayu", "lain jabatan")]
    found = page(judge)
    assert not found.cssselect(".hearing")
    assert "Rara Ayu" in words(found.cssselect(".taken li")[0])
    form = found.cssselect("form[action='/judge/undo']")[0]
    back = {str(i.get("name")): str(i.get("value") or "keliru") for i in form.cssselect("input")}
    assert back["who"] == "Rara Ayu"
    assert judge.post("/judge/undo", data=back).status_code == 200
    assert [verdict for verdict, _, _ in kept(permit)] == ["not_same", "undecided"]
    assert page(judge).cssselect(".hearing")
    assert judge.post("/judge/undo", data=back).status_code == 409


def test_a_decision_is_put_into_the_graph_at_once_if_asked(
    judge: TestClient, permit: Permit, graph: Graph, story: tuple[Reading, ...]
) -> None:
    judge.post("/judge", data=sent(judge, verdict="same"))
    names = "MATCH (p:Person) WHERE 'TS' IN p.names RETURN p.name AS name"
    assert graph.read(names).rows[0]["name"] == "TS"
    assert judge.post("/judge/apply", data={"word": permit.form_word}).status_code == 200
    assert graph.read(names).rows[0]["name"] == "Tirta Suganda"
    load(graph, story)


@pytest.mark.parametrize("path", ["/judge", "/judge/undo", "/judge/apply"])
def test_without_token_word_or_from_another_site_nothing_is_decided(
    client: TestClient, permit: Permit, path: str
) -> None:
    whole = {"word": permit.form_word, "pair": "x", "number": "1", "verdict": "same", "who": "x", "why": "x"}
    assert client.post(path, data=whole).status_code == 403  # has not shown the token
    client.get(f"/judge/enter?token={TOKEN}")
    assert client.post(path, data={**whole, "word": "x"}).status_code == 403
    assert client.post(path, data={**whole, "word": ""}).status_code == 403
    for site in ("cross-site", "same-site", "none"):
        assert client.post(path, data=whole, headers={"sec-fetch-site": site}).status_code == 403
    assert not permit.judgements.exists()


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"why": "  "}, 422),
        ({"who": ""}, 422),
        ({"why": "x" * 501}, 422),
        ({"verdict": "withdrawn"}, 422),
        ({"pair": "p-1|p-2"}, 409),
        ({"why": "x" * 20_000}, 413),
    ],
)
def test_what_decides_nothing_is_said_in_words(
    judge: TestClient, permit: Permit, changed: dict[str, str], status: int
) -> None:
    answer = judge.post("/judge", data=sent(judge, **changed))
    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert not permit.judgements.exists()


def test_what_is_no_form_is_refused(judge: TestClient, permit: Permit) -> None:
    assert judge.post("/judge", json={"word": permit.form_word}).status_code == 415
    many = "&".join(f"f{i}=1" for i in range(50))
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert judge.post("/judge", content=many, headers=headers).status_code == 422
    assert judge.post("/judge", content=b"\xff\xfe=%ff", headers=headers).status_code == 403


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], "é" * 20])
def test_a_wrong_token_opens_nothing(client: TestClient, token: str) -> None:
    assert client.get("/judge/enter", params={"token": token}).status_code == 403
    assert client.post("/judge/enter", data={"token": token}).status_code == 403
    assert "judge" not in client.cookies


def test_a_token_that_is_typed_opens_the_queue(client: TestClient) -> None:
    answer = client.post("/judge/enter", data={"token": TOKEN}, follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/judge" in cookie
    assert page(client).cssselect("form.verdict")


def test_without_a_token_nobody_decides(graph: Graph, tmp_path: Path) -> None:
    closed = create_app(graph, sample=False, archive=tmp_path / "archive")
    with TestClient(closed) as client:
        assert "NETRALITAS_JUDGE_TOKEN" in words(page(client))
        assert client.get("/judge/enter?token=").status_code == 403
        assert client.post("/judge", data={"word": ""}).status_code == 403


def test_hostile_words_stay_words(judge: TestClient) -> None:
    evil = '"><script>alert(1)</script>'
    judge.post("/judge", data=sent(judge, who=evil, why=evil))
    found = page(judge)
    assert not found.cssselect("script")
    assert evil in found.cssselect(".taken li")[0].text_content()
    assert found.cssselect("input[name=who]")[0].get("value") == evil


def test_a_broken_file_of_judgements_is_said_and_kept(judge: TestClient, permit: Permit) -> None:
    permit.judgements.write_bytes(b"{broken\n")
    answer = judge.get("/judge")
    assert answer.status_code == 503
    assert "Tidak ada yang hilang" in answer.text
    assert permit.judgements.read_bytes() == b"{broken\n"

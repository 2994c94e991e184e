"""The viewer's pages, API, exports and guards over the embedded store, which holds an invented story."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from lxml import etree, html
from msgspec import structs
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.archive import page_at
from extract.article import article_of
from extract.reading import Agency, Article, Evidence, Incident, Official, Place, Reading
from graph.connect import Graph
from graph.embedded import find
from graph.load import load
from graph.store import Store, StoreError
from viewer.app import create_app
from viewer.feed import ATOM

EVIL = 'Bejo \u202eakgnaT" onmouseover="alert(2) <script>alert(1)</script>'
ACCUSES = f"Lurah {EVIL} diduga ikut kampanye </blockquote><img src=x onerror=alert(3)> {{{{ 7*7 }}}}."
SCRIPTED = "<script>document.title='jahat'</script>"
PAGE = f"""<!doctype html><html lang="id"><head><title>Lurah Diduga Ikut Kampanye</title>{SCRIPTED}
<meta property="article:published_time" content="2024-11-06T10:00:00+07:00"></head><body><article><h1>Lurah Diduga Ikut
Kampanye</h1><p>Lurah Tirtonirmolo, Bejo Tangkas, diduga ikut kampanye pada Selasa (5/11/2024) di lapangan desa.</p>
<p>Warga melaporkan hal itu kepada pengawas pemilihan, yang berjanji memeriksa laporan dalam lima hari kerja. Pengawas
menyebut bahwa laporan itu memenuhi syarat formil dan materiil sehingga dapat diregistrasi pekan ini juga.</p>
<p>Perangkat kelurahan yang ditemui di kantornya menyatakan siap
memberi keterangan bila diminta, dan berharap semua pihak menunggu
hasil pemeriksaan sebelum menarik kesimpulan apa pun.</p>
</article></body></html>"""
PLACE = Place(province="Daerah Istimewa Yogyakarta", regency="Kabupaten Bantul")

ABSENT = (
    *("/person/p-none", "/case/%00", "/region/" + "9" * 5000, "/agency/%FF", "/archive/x", "/raw/x", "/feed/person/x"),
    *("/csv/case/x", "/nowhere", "/a/b/c", "/person/", "/api/person/x", "/api/query/none", "/static/none"),
    *("/static/..%2fapp.py", "/region/35?page=99"),
)
UNUSABLE = (
    *("/search", "/search?q=a", "/search?q=" + "a" * 201, "/search?q=wira&kind=dog", "/region/35?page=0"),
    *("/region/35?page=x", "/csv/dog/x", "/api/search?q=x", "/api/dog/x", "/api/query/timeline_person"),
    *("/api/query/timeline_person?nothing=1", "/api/query/repeat_offenders?year=x"),
)


def accusing(id: str, text: str, name: str, quoted: str, **article: object) -> Reading:
    """A Reading in which one sentence accuses one person."""
    start = text.index(quoted)
    at = (Evidence(quote=quoted, start=start, end=start + len(quoted)),)
    who = Official(name=name, office=f"Lurah {name}", place=PLACE, role="accused", standing="alleged", evidence=at)
    case = Incident(violations=("attend_campaign",), accused=(0,), date="2024-11-05", place=PLACE, evidence=at)
    told = Article(id=id, text=text, **article)  # type: ignore[arg-type]
    return Reading(id=id, article=told, kind="incident", reader="uji 1", officials=(who,), incidents=(case,))


def hostile() -> Reading:
    article = {"url": "javascript:alert(4)", "site": "<i>situs</i>", "title": "=1+1 <script>"}
    reading = accusing("jahat/../<w>?#", ACCUSES, EVIL, ACCUSES, **article)
    return structs.replace(reading, agencies=(Agency(name="<b>Bawaslu</b>", kind="bawaslu"),))


def archived(folder: Path) -> Reading:
    """Archive PAGE, and read it."""
    path = folder / "kabarcontoh.id" / "1.warc.gz"
    path.parent.mkdir(parents=True)
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        payload = io.BytesIO(PAGE.encode())
        writer.write_record(
            writer.create_warc_record("https://kabarcontoh.id/1", "response", payload, http_headers=headers)
        )
    article = article_of(page_at(folder, "kabarcontoh.id/1.warc.gz", 0))
    quoted = next(line for line in article.text.split("\n") if "diduga" in line)
    return structs.replace(accusing(article.id, article.text, "Bejo Tangkas", quoted), article=article)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("archive")


@pytest.fixture(scope="module")
def graph(embedded_store: Graph, wiped: Callable[[Graph], Graph], story: tuple[Reading, ...], archive: Path) -> Graph:
    load(wiped(embedded_store), [*story, hostile(), archived(archive)])
    return embedded_store


@pytest.fixture(scope="module")
def client(graph: Graph, archive: Path) -> Iterator[TestClient]:
    with TestClient(create_app(graph, sample=True, archive=archive, rate=100_000)) as client:
        yield client


def key_of(client: TestClient, kind: str, words: str) -> str:
    """The business key of the first hit."""
    found = client.get("/api/search", params={"q": words, "kind": kind}).json()[kind]
    assert found, f"no {kind} for {words}"
    return str(found[0]["id"])


def page_of(client: TestClient, kind: str, words: str) -> html.HtmlElement:
    answer = client.get(f"/{kind}/{quote(key_of(client, kind, words), safe='')}", params={"lang": "id"})
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def said(element: html.HtmlElement, selector: str) -> list[str]:
    return [" ".join(e.text_content().split()) for e in element.cssselect(selector)]


def test_home_counts_and_names_the_latest_cases(client: TestClient, story: tuple[Reading, ...]) -> None:
    page = html.fromstring(client.get("/").text)
    assert page.get("lang") == "id"
    assert f"{len(story) + 2} berita" in said(page, ".figures li")
    assert len(page.cssselect(".hits .hit")) >= 5


def test_every_page_says_that_the_sample_is_invented(client: TestClient, graph: Graph, archive: Path) -> None:
    for path in ("/", "/search?q=wira", "/legend", "/questions", "/nowhere"):
        assert "semua orang, peristiwa, dan kutipan di sini rekaan" in client.get(path).text
    real = TestClient(create_app(graph, sample=False, archive=archive))
    assert "rekaan" not in real.get("/").text


def test_a_repeat_offenders_page_shows_both_cases_and_who_found_what(client: TestClient) -> None:
    page = page_of(client, "person", "Wira Adikara Camat")
    assert said(page, "h1") == ["Wira Adikara"]
    assert sorted(said(page, ".status .standing")) == ["Terbukti menurut BKN", "diduga"]
    assert "Terbukti menurut BKN" in said(page, ".entry.ruling .person.accused .standing")


def test_a_merge_is_explained_and_a_possible_twin_kept_apart(client: TestClient) -> None:
    page = page_of(client, "person", "Wira Adikara Camat")
    assert any("Wira Adikara" in reason for reason in said(page, "details.why li"))
    namesake = page_of(client, "person", "Wira Adikara Lurah")
    assert said(namesake, "h1") == ["Wira Adikara"]
    assert not namesake.cssselect(".status .standing, .entry .standing")


def test_a_cleared_person_is_shown_as_cleared_first_and_nowhere_as_suspected(client: TestClient) -> None:
    page = page_of(client, "person", "Retno Palupi")
    assert said(page, "main section h2")[0] == "Dinyatakan tidak terbukti / bebas"
    assert set(said(page, ".person.accused .standing")) == {"dinyatakan tidak terbukti / bebas"}
    assert page.cssselect(".entry.mark-cleared")
    assert not page.cssselect(".entry.mark-alleged")


def test_a_speaker_is_never_dressed_as_accused(client: TestClient) -> None:
    page = page_of(client, "person", "Lastri Wulandari")
    assert "narasumber" in " ".join(said(page, ".status.plain"))
    assert not page.cssselect("main .entry .accused, main .status .standing")
    assert not page.cssselect(".mark-alleged, .mark-proven, .mark-cleared")


def test_a_case_told_by_three_sites_is_one_page_with_each_source(client: TestClient) -> None:
    person = page_of(client, "person", "Wira Adikara Camat")
    case = client.get(str(person.cssselect(".status a[href^='/case/']")[-1].get("href")))
    page = html.fromstring(case.text)
    assert {"idntimes.com", "toprilis.com", "aliansi.co"} <= set(said(page, ".source .site"))
    assert said(page, "#disangka + ul .standing") == ["Terbukti menurut BKN"]
    assert any("Surya Mahendra" in p for p in said(page, "#diuntungkan + ul li"))
    assert {"diduga", "terbukti"} <= set(said(page, ".source .said .standing"))


def test_every_entry_leads_to_sentence_article_archive_and_reader(client: TestClient) -> None:
    page = page_of(client, "region", "Kabupaten Jember")
    for source in page.cssselect(".entry .source"):
        assert said(source, "blockquote bdi")[0]
        assert source.cssselect("cite a[href^='https://']")
        assert source.cssselect("a[href^='/archive/']")
        assert "pembaca mesin story 1" in source.text_content()


def test_a_regions_page_includes_what_is_below_it(client: TestClient) -> None:
    assert any(
        "Camat Sukorambi" in office for office in said(page_of(client, "region", "Jawa Timur"), ".entry .office")
    )


def test_an_agencys_page_tells_its_rulings(client: TestClient) -> None:
    page = page_of(client, "agency", "BKN")
    assert page.cssselect(".entry.ruling")
    assert any("183" in figure for figure in said(page, ".entry.statistic .figure"))


def test_dates_are_as_exact_as_the_article(client: TestClient) -> None:
    dates = said(page_of(client, "person", "Wira Adikara Camat"), ".when time")
    assert "2 Oktober 2024" in dates
    assert any(date.startswith("sekitar ") for date in dates)


def test_all_pages_linked_from_the_home_page_answer(client: TestClient) -> None:
    seen: set[str] = set()
    todo = ["/", "/search?q=ja", "/search?q=wi&lang=en"]
    while todo:
        path = todo.pop()
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200 or "/raw/" in path or "/source/" in path, path
        if "text/html" in answer.headers["content-type"] and not path.startswith("/raw/"):
            hrefs = {
                str(a.get("href")).partition("#")[0] for a in html.fromstring(answer.text).cssselect("a[href^='/']")
            }
            todo += [h for h in hrefs - seen - set(todo) if "lang=" not in h]
    assert len(seen) > 60


def test_english_by_a_switch_that_is_kept(client: TestClient) -> None:
    with client:
        page = html.fromstring(client.get("/search?q=wira&lang=en").text)
        assert page.get("lang") == "en"
        assert said(page, "h1") == ["Results for “wira”"]
        assert html.fromstring(client.get("/legend").text).get("lang") == "en"
        back = page.cssselect("a.language")[0].get("href")
        assert html.fromstring(client.get(str(back)).text).get("lang") == "id"
        assert html.fromstring(client.get("/?lang=<script>").text).get("lang") == "id"
    client.cookies.clear()


def test_hostile_text_is_inert_on_every_page_that_shows_it(client: TestClient) -> None:
    key = key_of(client, "person", "akgnaT")
    paths = [f"/person/{quote(key, safe='')}", "/search?q=akgnaT", f"/archive/{quote('jahat/../<w>?#', safe='')}"]
    for path in [*paths, "/search?q=%22%3E%3Cscript%3Ealert(6)%3C/script%3E"]:
        text = client.get(path).text
        page = html.fromstring(text)
        assert not page.cssselect("script, img, iframe, [onmouseover], [onerror]"), path
        assert not re.search(r"href=[\"']?\s*(javascript|data):", text, re.IGNORECASE)
        assert "49" not in said(page, "blockquote")
    name = html.fromstring(client.get(paths[0]).text).cssselect("h1 bdi")
    assert name[0].text == EVIL


def test_headers_forbid_scripts_and_outside_assets(client: TestClient) -> None:
    for path in ("/", "/nowhere", "/api/overview", "/static/style.css"):
        headers = client.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
        assert "script" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    assert "http" not in client.get("/static/style.css").text


def test_the_archived_copy_marks_what_was_claimed(client: TestClient) -> None:
    page = page_of(client, "person", "Bejo Tangkas")
    copy = html.fromstring(client.get(str(page.cssselect(".source a[href^='/archive/']")[0].get("href"))).text)
    assert said(copy, ".copy mark") == said(page, ".source blockquote bdi")[:1] or said(copy, ".copy mark")
    assert "Warga melaporkan" in " ".join(said(copy, ".copy p"))
    raw = client.get(str(copy.cssselect("a[href^='/raw/']")[0].get("href")))
    assert raw.content == PAGE.encode()
    assert raw.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    source = client.get(str(copy.cssselect("a[href^='/source/']")[0].get("href")))
    assert source.headers["content-type"] == "text/plain; charset=utf-8"


def test_an_article_without_an_archived_page_says_so(client: TestClient) -> None:
    answer = client.get("/archive/" + quote("idn:9001", safe=""))
    assert answer.status_code == 200
    assert "tidak ada di komputer ini" in answer.text
    assert client.get("/raw/" + quote("idn:9001", safe="")).status_code == 404


@pytest.mark.parametrize("path", ABSENT)
def test_what_is_not_there_is_404_in_words(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.json()["detail"] if path.startswith("/api") else "<h1>" in answer.text


@pytest.mark.parametrize("path", UNUSABLE)
def test_what_cannot_be_used_is_422_in_words(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 422
    assert answer.json()["detail"] if path.startswith("/api") else "<h1>" in answer.text


def test_nothing_can_be_changed(client: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert client.request(method, "/person/x").status_code == 405
    assert client.head("/").status_code == 200


def test_a_client_that_asks_too_often_is_told_to_wait(graph: Graph, archive: Path) -> None:
    with TestClient(create_app(graph, sample=False, archive=archive, rate=2)) as hasty:
        assert [hasty.get("/legend").status_code for _ in range(3)] == [200, 200, 429]
        assert "Terlalu banyak permintaan" in hasty.get("/legend").text
        assert hasty.get("/api/overview").headers["retry-after"] == "60"
        assert hasty.get("/static/style.css").status_code == 200


def test_a_store_that_is_away_is_said_in_words(tmp_path: Path) -> None:
    stores = [find(tmp_path / "graph")]

    def once() -> Store:
        if not stores:
            raise StoreError("the graph store is away")
        return stores.pop()

    graph = Graph(once)
    graph.close()
    with TestClient(create_app(graph, sample=False, archive=tmp_path)) as client:
        assert client.get("/").status_code == 503
        assert "Tidak ada yang hilang" in client.get("/").text
        assert client.get("/api/overview").headers["retry-after"] == "60"


def test_exports_and_feed_tell_the_same_timeline(client: TestClient) -> None:
    key = quote(key_of(client, "person", "Wira Adikara Camat"), safe="")
    timeline = client.get(f"/api/person/{key}").json()
    assert {s["standing"] for s in timeline["standings"]} == {"proven", "alleged"}
    lines = list(csv.DictReader(io.StringIO(client.get(f"/csv/person/{key}").text)))
    assert {line["fact_id"] for line in lines} == {entry["id"] for entry in timeline["entries"]}
    feed = etree.fromstring(client.get(f"/feed/person/{key}").content)
    assert len(feed.findall(f"{{{ATOM}}}entry")) == len(timeline["entries"])


def test_the_library_can_be_asked_as_json_and_csv(client: TestClient) -> None:
    answer = client.get("/api/query/repeat_offenders").json()
    assert any("Wira Adikara" in map(str, row.values()) for row in answer["rows"])
    lines = list(csv.reader(io.StringIO(client.get("/api/query/repeat_offenders?format=csv").text)))
    assert lines[0] == answer["columns"]
    assert len(lines) == len(answer["rows"]) + 1


def test_the_api_describes_itself(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    assert {"/api/search", "/api/query/{name}", "/api/{kind}/{key}"} <= set(paths)
    assert all(set(operations) == {"get"} for operations in paths.values())

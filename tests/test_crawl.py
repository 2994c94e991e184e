"""A crawl of a real HTTP server on loopback that does everything a news site does, and much that it should not."""

from __future__ import annotations

import gzip
import re
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest

from crawler.archive import read_pages, warc_files
from crawler.crawl import CrawlError, crawl
from crawler.pace import Pace, seconds
from crawler.report import SiteReport
from crawler.schedule import due
from crawler.seen import Seen
from crawler.site import Layout, Listing, Site

QUICK = Pace(delay=0, timeout=1.5, retries=2, backoff=0.05, longest=5)
Answer = tuple[int, dict[str, str], bytes]
HTML = {"Content-Type": "text/html; charset=utf-8"}
XML = {"Content-Type": "application/xml"}


@dataclass
class Newsroom:
    """The server: what it answers, what it was asked, and how many requests it had at once."""

    answers: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, float]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    port: int = 0
    active: int = 0
    most: int = 0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, text: str = "", **headers: str) -> None:
        self.answers[path] = (200, HTML | headers, f"<html><body>{text}</body></html>".encode())

    def links(self, path: str, *targets: str) -> None:
        self.page(path, "".join(f'<a href="{t}"><h2>Netralitas ASN {i}</h2></a>' for i, t in enumerate(targets)))

    def counts(self) -> Counter[str]:
        return Counter(path for path, _ in self.asked)

    def answer(self, path: str) -> Answer:
        found = self.answers.get(path, (404, HTML, b"none"))
        if isinstance(found, list):
            found = found.pop(0) if len(found) > 1 else found[0]
        return found


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    room: Newsroom

    def do_GET(self) -> None:
        room = self.room
        room.asked.append((self.path, time.monotonic()))
        room.agents.add(self.headers["User-Agent"])
        room.active += 1
        room.most = max(room.most, room.active)
        status, headers, body = room.answer(self.path)
        if headers.get("ETag") and self.headers["If-None-Match"] == headers["ETag"]:
            status, body = 304, b""
        time.sleep(float(headers.get("X-Slow", 0)))
        room.active -= 1
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        try:
            self.end_headers()
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def room() -> Iterator[Newsroom]:
    newsroom = Newsroom()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"room": newsroom}))
    newsroom.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    newsroom.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /read/9")
    yield newsroom
    server.shutdown()
    server.server_close()


def site(room: Newsroom, *listings: Listing, name: str = "kabar") -> Site:
    hosts = (f"127.0.0.1:{room.port}", f"localhost:{room.port}")
    article = re.compile(
        rf"^http://(?:127\.0\.0\.1|localhost):{room.port}/(?:read/(\d+)|r-(\d+))(?:/[^?#]*)?(?:[?#].*)?$"
    )
    body = (Layout(body=("body",)),)
    return Site(name=name, hosts=hosts, articles=(article,), listings=listings, layouts=body, group="satu")


def index(room: Newsroom, *targets: str, pages: int = 1) -> Listing:
    room.links("/index", *targets)
    return Listing(kind="index", url=room.url("/index"), pages=pages)


def run(data: Path, *sites: Site, **wishes: object) -> tuple[SiteReport, ...]:
    return crawl(sites, data, **({"pace": QUICK} | wishes)).sites  # type: ignore[arg-type]


def archived(data: Path) -> Counter[str]:
    return Counter(p.url for f in warc_files(data / "archive") for p in read_pages(f))


def reasons(report: SiteReport) -> dict[str, str]:
    return {"/" + failure.url.split("/", 3)[3]: failure.reason for failure in report.failed}


def test_doubles_are_one_article_and_are_fetched_once(room: Newsroom, tmp_path: Path) -> None:
    double = ("/read/1/asn?utm_source=x", "/read/1/asn?page=2", "/r-1/asn", room.url("/read/1/asn", "localhost"))
    room.page("/read/1/asn", "satu")
    listing = index(room, *double, "/read/1/asn#komentar", "/tag/asn", "javascript:void(0)", "http://[", "mailto:a@b")
    (report,) = run(tmp_path, site(room, listing), contact="kami@contoh.example")
    assert (report.listed, report.wanted, report.fetched, report.failed) == (1, 1, 1, ())
    assert archived(tmp_path)[room.url("/read/1/asn")] == 1
    assert room.agents == {"Netralitas/0.1 (+kami@contoh.example)"}
    assert room.most == 1
    (again,) = run(tmp_path, site(room, listing))
    assert (again.fetched, again.known) == (0, 1)
    assert room.counts()["/read/1/asn"] == 1


def test_topic_and_days_choose_from_a_feed(room: Newsroom, tmp_path: Path) -> None:
    items = {"1/pejabat": ("Camat tidak netral", 17), "2/asn-netral": ("", 18), "3/bola": ("Skor akhir", 18)}
    items |= {"4/asn": ("Lama", 1), "5/asn": ("Baru", 29)}
    xml = "".join(
        f"<item><title>{title}</title><link>{room.url('/read/' + path)}</link>"
        f"<pubDate>{day} Sep 2024 23:30:00 +0700</pubDate><image><url>/read/8/asn</url></image></item>"
        for path, (title, day) in items.items()
    )
    room.answers["/feed"] = (200, XML, f"<rss><channel>{xml}</channel></rss>".encode())
    for path in items:
        room.page("/read/" + path)
    kabar = site(room, Listing(kind="feed", url=room.url("/feed")))
    (report,) = run(tmp_path / "a", kabar, since=date(2024, 9, 17), until=date(2024, 9, 18))
    assert (report.listed, report.fetched) == (5, 2)
    assert {"/read/1/pejabat", "/read/2/asn-netral"} < set(room.counts())
    assert not {"/read/3/bola", "/read/4/asn", "/read/5/asn"} & set(room.counts())
    (report,) = run(tmp_path / "b", kabar, query="skor akhir, presiden")
    assert (report.wanted, report.fetched) == (1, 1)
    (report,) = run(tmp_path / "c", kabar, query="*", limit=2)
    assert (report.wanted, report.fetched, report.left) == (5, 2, 3)
    (report,) = run(tmp_path / "c", kabar, query="*", limit=2)
    assert (report.fetched, report.left, report.known) == (2, 1, 2)


def test_sitemaps_that_nest_are_packed_and_lead_to_themselves(room: Newsroom, tmp_path: Path) -> None:
    places = "".join(
        f"<sitemap><loc>{room.url(p)}</loc></sitemap>" for p in ("/sitemap.xml", "/a.xml.gz", "/video.xml")
    )
    room.answers["/sitemap.xml"] = (200, XML, f"<sitemapindex>{places}</sitemapindex>".encode())
    news = f"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>{room.url("/read/1/x")}</loc>
        <image:image><image:title>Bola</image:title></image:image><news:news><news:title>Kades netral</news:title>
        <news:publication_date>2024-09-17T01:00:00+07:00</news:publication_date></news:news></url></urlset>"""
    room.answers["/a.xml.gz"] = (200, {"Content-Type": "application/gzip"}, gzip.compress(news.encode()))
    room.page("/read/1/x")
    listing = Listing(kind="sitemap", url=room.url("/sitemap.xml"), only=re.compile(r"/a\.|/sitemap"))
    (report,) = run(tmp_path, site(room, listing), since=date(2024, 9, 17), until=date(2024, 9, 17))
    assert (report.asked, report.fetched, report.failed) == (2, 1, ())
    assert room.counts()["/video.xml"] == 0


def test_a_listing_without_end_is_left_and_a_second_crawl_reads_only_its_head(room: Newsroom, tmp_path: Path) -> None:
    for number in range(1, 60):
        room.links(f"/l?p={number}", *(f"/read/{10 + n}/asn" for n in range(number, number + 2) if n < 6))
    for number in range(10, 20):
        room.page(f"/read/{number}/asn")
    kabar = site(room, Listing(kind="index", url=room.url("/l?p={page}"), pages=50))
    (report,) = run(tmp_path, kabar)
    assert (report.fetched, report.asked) == (5, 5)
    (report,) = run(tmp_path, kabar)
    assert (report.fetched, report.asked) == (0, 1)


def test_everything_bad_is_said_and_counted(room: Newsroom, tmp_path: Path) -> None:
    room.answers |= {
        "/read/1/asn": [(429, HTML | {"Retry-After": "1"}, b""), (200, HTML, b"<html>netral</html>")],
        "/read/2/asn": (503, HTML, b"down"),
        "/read/3/asn": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(bytes(60 * 2**20))),
        "/read/4/asn": (200, HTML, bytes(50 * 2**20)),
        "/read/5/asn": (302, {"Location": "/read/5/asn"}, b""),
        "/read/6/asn": (302, {"Location": "/"}, b""),
        "/read/7/asn": (302, {"Location": "http://lain.example/read/7"}, b""),
        "/read/8/asn": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.4 \x00\x01"),
        "/read/10/asn": (301, {"Location": "/read/11/asn"}, b""),
        "/read/12/asn": (200, {"Content-Type": "text/html; charset=utf-8"}, "<html>Caf\xe9</html>".encode("latin-1")),
        "/read/13/asn": (200, HTML | {"X-Slow": "4"}, b"late"),
        "/read/14/asn": (200, HTML, b""),
        "/feed": (200, HTML, b"<html>not a feed</html>"),
        "/empty": (200, XML, b""),
    }
    room.page("/read/11/asn", "sebelas")
    room.page("/")
    listing = index(room, *(f"/read/{number}/asn" for number in range(1, 15)))
    feeds = [Listing(kind="feed", url=room.url(path)) for path in ("/feed", "/empty", "/gone")]
    (report,) = run(tmp_path, site(room, listing, *feeds))
    found = reasons(report)
    assert found.pop("/read/6/asn").endswith("/, which is no article")
    assert found.pop("/read/4/asn") == "too large"
    assert found == {
        "/read/2/asn": "HTTP 503 Service Unavailable",
        "/read/3/asn": "too large when unpacked",
        "/read/5/asn": "redirects without end",
        "/read/7/asn": "leads to another site",
        "/read/8/asn": "not a page of text",
        "/read/13/asn": "no answer in time",
        "/feed": "a page or nothing where a feed or sitemap should be",
        "/empty": "no XML: Document is empty, line 1, column 1",
        "/gone": "HTTP 404 Not Found",
    }
    assert (report.refused, report.wanted, report.ended) == (1, 14, "finished")
    assert room.counts()["/read/9/asn"] == 0
    times = [at for path, at in room.asked if path == "/read/1/asn"]
    assert len(times) == 2
    assert times[1] - times[0] >= 1
    assert room.counts()["/read/2/asn"] == 1 + QUICK.retries
    assert {p.rsplit("/", 2)[1] for p in archived(tmp_path) if "/read/" in p} == {"1", "11", "12", "14"}


def test_a_site_that_wants_peace_is_left_and_nothing_found_is_lost(room: Newsroom, tmp_path: Path) -> None:
    listing = index(room, *(f"/read/{n}/asn" for n in (1, 2, 3)))
    room.answers["/read/1/asn"] = (429, {"Retry-After": "3600"}, b"")
    for number in (2, 3):
        room.page(f"/read/{number}/asn")
    (report,) = run(tmp_path, site(room, listing))
    assert report.ended == "asked to wait (HTTP 429 Too Many Requests)"
    assert not report.ok
    room.page("/read/1/asn")
    (report,) = run(tmp_path, site(room, listing))
    assert report.ok
    assert sum(n for url, n in archived(tmp_path).items() if "/read/" in url) == 3
    assert room.counts()["/index"] == room.counts()["/robots.txt"] == 1


@pytest.mark.parametrize("status", [500, 429, None])
def test_a_robots_txt_that_cannot_be_had_forbids_all(room: Newsroom, tmp_path: Path, status: int | None) -> None:
    room.answers["/robots.txt"] = (status or 200, {"X-Slow": "0" if status else "3"}, b"")
    kabar = site(room, index(room, "/read/1/asn"))
    (report,) = run(tmp_path, kabar, pace=replace(QUICK, retries=0, timeout=1))
    assert (report.refused, report.listed, report.below_minimum) == (1, 0, True)
    room.answers["/robots.txt"] = (404, {}, b"User-agent: *\nDisallow: /")
    room.page("/read/1/asn")
    (report,) = run(tmp_path / "b", kabar)
    assert report.fetched == 1


def test_all_pages_of_a_split_article(room: Newsroom, tmp_path: Path) -> None:
    pages = (
        '<a href="?page=2#a">2</a> <a href="?page=2">2</a> <a href="?page=3">3</a> <a href="/read/2/lain?page=2">x</a>'
    )
    room.page("/read/1/asn", pages)
    room.page("/read/1/asn?page=2", pages)
    room.page("/read/1/asn?page=3", pages)
    run(tmp_path / "a", site(room, index(room, "/read/1/asn")))
    assert {p: n for p, n in room.counts().items() if "/read" in p} == dict.fromkeys(
        ("/read/1/asn", "/read/1/asn?page=2", "/read/1/asn?page=3"), 1
    )
    room.page("/read/1/asn?page=all")
    whole = replace(site(room, index(room, "/read/1/asn")), whole="?page=all")
    run(tmp_path / "b", whole)
    assert [p for p, _ in room.asked if "/read" in p][3:] == ["/read/1/asn?page=all"]


def test_what_a_listing_says_has_changed_is_fetched_again(room: Newsroom, tmp_path: Path) -> None:
    def listed(modified: datetime) -> None:
        entry = f"<entry><link href='{room.url('/read/1/asn')}'/><updated>{modified.isoformat()}</updated></entry>"
        room.answers["/atom"] = (200, XML, f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}</feed>".encode())

    kabar = site(room, Listing(kind="feed", url=room.url("/atom")))
    now = datetime.now(UTC)
    counts = []
    for text, hours in (("awal", -1), ("awal", -1), ("ralat", 1), ("ralat", 1), ("ralat", 2)):
        room.page("/read/1/asn", text, ETag=f'"{text}"')
        listed(now + timedelta(hours=hours))
        (report,) = run(tmp_path, kabar)
        counts.append((report.fetched, report.changed, report.unchanged, report.known))
    assert counts == [(1, 0, 0, 0), (0, 0, 0, 1), (0, 1, 0, 0), (0, 0, 0, 1), (0, 0, 1, 0)]
    assert archived(tmp_path)[room.url("/read/1/asn")] == 2


def test_a_replay_equals_the_crawl_and_a_second_adds_nothing(room: Newsroom, tmp_path: Path) -> None:
    kabar = site(room, index(room, *(f"/read/{n}/asn" for n in range(1, 9)), "/read/99/asn"))
    for number in range(1, 8):
        room.page(f"/read/{number}/asn", str(number))
    room.answers["/read/3/asn"] = (301, {"Location": "/read/4/asn"}, b"")
    (live,) = run(tmp_path / "a", kabar)
    asked = len(room.asked)
    (replayed,) = run(tmp_path / "b", kabar, replay=tmp_path / "a" / "archive")
    assert replace(replayed, began=live.began) == live
    assert archived(tmp_path / "b") == archived(tmp_path / "a")
    (file,) = warc_files(tmp_path / "b" / "archive")
    before = file.read_bytes()
    (again,) = run(tmp_path / "b", kabar, replay=tmp_path / "a" / "archive")
    assert (again.fetched, again.changed, again.unchanged) == (0, 0, 0)
    assert file.read_bytes() == before
    assert len(room.asked) == asked
    pages = [{replace(p, warc=None, offset=None) for p in read_pages(warc_files(tmp_path / x)[0])} for x in "ab"]
    assert pages[0] == pages[1]
    assert room.most == 1


def test_what_a_replay_does_not_hold_is_never_asked_of_the_site(room: Newsroom, tmp_path: Path) -> None:
    kabar = site(room, index(room, "/read/1/asn"))
    room.page("/read/1/asn")
    run(tmp_path / "a", kabar)
    more = replace(kabar, listings=(*kabar.listings, Listing(kind="feed", url=room.url("/feed"))))
    room.links("/index", "/read/2/asn")
    run(tmp_path / "c", replace(kabar, articles=(re.compile(r"nothing"),)))
    (report,) = run(tmp_path / "b", more, replay=tmp_path / "c" / "archive")
    assert (report.absent, report.fetched) == (2, 0)
    room.links("/index")
    run(tmp_path / "b", kabar)
    assert room.counts()["/read/2/asn"] == 0


def test_a_media_group_is_asked_one_at_a_time_and_slowly(room: Newsroom, tmp_path: Path) -> None:
    pair = []
    for name, article in (("kabar", "/read/1/asn"), ("warta", "/read/2/asn")):
        room.links(f"/{name}", article)
        room.page(article, **{"X-Slow": "0.2"})
        pair.append(site(room, Listing(kind="index", url=room.url(f"/{name}")), name=name))
    reports = run(tmp_path, *pair, pace=replace(QUICK, delay=0.3))
    times = [at for _, at in room.asked]
    assert [r.fetched for r in reports] == [1, 1]
    assert (room.most, len(times)) == (1, 6)
    assert min(b - a for a, b in pairwise(times)) >= 0.29


def test_due_after_a_finished_run_only(room: Newsroom, tmp_path: Path) -> None:
    kabar, state = site(room, index(room, "/read/1/asn")), tmp_path / "crawl.sqlite"
    assert due([kabar], state, timedelta(hours=6)) == (kabar,)
    room.page("/read/1/asn")
    progress: list[SiteReport] = []
    run(tmp_path, kabar, on_progress=progress.append)
    assert progress[-1].fetched == 1
    assert due([kabar], state, timedelta(hours=6)) == ()
    assert due([kabar], state, timedelta(hours=6), datetime.now(UTC) + timedelta(hours=7)) == (kabar,)
    assert Seen(state).known("kabar", "1")


@pytest.mark.parametrize(
    ("wishes", "message"),
    [
        ({"since": date(2024, 2, 1), "until": date(2024, 1, 1)}, "--since 2024-02-01 is after --until 2024-01-01"),
        ({"limit": 0}, "--limit 0"),
        ({"query": " , "}, "--query is empty"),
        ({"replay": Path("/nowhere")}, "/nowhere: no such archive file or folder"),
    ],
)
def test_bad_wishes_get_one_clear_line(room: Newsroom, tmp_path: Path, wishes: dict[str, object], message: str) -> None:
    with pytest.raises(CrawlError, match=message):
        run(tmp_path, site(room, index(room)), **wishes)


def test_retry_after_in_both_forms() -> None:
    now = datetime(2024, 9, 17, 10, 0, 0, tzinfo=UTC)
    assert seconds("120", now) == 120
    assert seconds("Tue, 17 Sep 2024 10:01:00 GMT", now) == 60
    assert [seconds(text, now) for text in (None, "", "soon", "-5", "Tue, 17 Sep 2024 09:00:00 GMT")] == [0] * 5
    assert Pace().wait(0, "9999", now) is None

"""A crawl of a real HTTP server on loopback that does what a news site should not; all of it is said and counted."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from crawler.crawl import CrawlError
from crawler.pace import Pace, seconds
from crawler.site import Listing
from tests.newsroom import HTML, QUICK, XML, Newsroom, archived, index, open_newsroom, reasons, run, site


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with open_newsroom() as newsroom:
        yield newsroom


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

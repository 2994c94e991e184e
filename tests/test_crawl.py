"""A crawl of a real HTTP server on loopback: what is found, chosen, fetched once, fetched again, replayed."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from crawler.archive import read_pages, warc_files
from crawler.report import SiteReport
from crawler.schedule import due
from crawler.seen import Seen
from crawler.site import Listing
from tests.newsroom import QUICK, XML, Newsroom, archived, index, open_newsroom, run, site


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with open_newsroom() as newsroom:
        yield newsroom


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
    assert times[-1] - times[0] >= 1.2


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

"""A news site on loopback for the tests of crawling: a real HTTP server, and a Site that describes it."""

from __future__ import annotations

import re
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from crawler.archive import read_pages, warc_files
from crawler.crawl import crawl
from crawler.pace import Pace
from crawler.report import SiteReport
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


@contextmanager
def open_newsroom() -> Iterator[Newsroom]:
    """A server that runs, with a robots.txt that forbids `/read/9`."""
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

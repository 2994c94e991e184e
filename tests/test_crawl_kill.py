"""`kill -9` at ten random moments of a crawl: it goes on where it stopped, and loses and doubles nothing."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from crawler.archive import Problem, read_pages, records, warc_files
from crawler.seen import Seen

ARTICLES = 60
A_PAGE = 15
KILLS = 10
CRAWL = """
import re, resource, sys
from pathlib import Path
from crawler.crawl import CrawlError, crawl
from crawler.pace import Pace
from crawler.site import Layout, Listing, Site

if __name__ == "__main__":
    host = "127.0.0.1:" + sys.argv[1]
    if largest := int(sys.argv[3]):
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    site = Site(name="kabar", hosts=(host,), articles=(re.compile(f"http://{host}/read/([0-9]+)"),), layouts=(),
                listings=(Listing(kind="index", url=f"http://{host}/index?p={{page}}", pages=9),))
    try:
        report = crawl([site], Path(sys.argv[2]), pace=Pace(delay=0, backoff=0.05)).sites[0]
    except CrawlError as error:
        sys.exit(str(error))
    print(report.ended, len(report.failed), report.listed, *report.problems, sep="|")
"""


@dataclass
class Asked:
    paths: list[str] = field(default_factory=list)
    port: int = 0


def answer(path: str) -> str:
    """A listing of A_PAGE articles, or an article; every third one has a second page."""
    number = int((re.findall(r"\d+", path) or ["0"])[0])
    if path.startswith("/index"):
        first = (number - 1) * A_PAGE
        return "".join(f'<a href="/read/{n}/asn">ASN</a>' for n in range(first, first + A_PAGE) if n < ARTICLES)
    further = "" if number % 3 or "?" in path else '<a href="?page=2">2</a>'
    return f"{path} {random.randbytes(3000).hex()} {further}"


class Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A killed client is no news."""


@pytest.fixture
def asked() -> Iterator[Asked]:
    log = Asked()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            log.paths.append(self.path)
            time.sleep(0.01)
            body = answer(self.path).encode() if self.path != "/robots.txt" else b""
            self.send_response(200)
            self.send_header("Content-Type", "text/plain" if "robots" in self.path else "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = Server(("127.0.0.1", 0), Handler)
    log.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield log
    server.shutdown()
    server.server_close()


def start(script: Path, port: int, data: Path, largest: int = 0) -> subprocess.Popen[str]:
    """Begin a crawl in a session of its own; no file may grow over `largest` bytes, as on a disk that is full."""
    return subprocess.Popen(
        [sys.executable, script, str(port), data, str(largest)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def kill_after(process: subprocess.Popen[str], log: Asked, more: int, group: bool) -> None:
    """Kill the crawl, or only the process that started it, some requests later and a few milliseconds on."""
    until = len(log.paths) + more
    deadline = time.monotonic() + 40
    while len(log.paths) < until and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.001)
    time.sleep(random.uniform(0, 0.02))
    os.killpg(process.pid, signal.SIGKILL) if group else process.kill()
    process.communicate()


def finish(script: Path, port: int, data: Path) -> None:
    done = start(script, port, data)
    out, err = done.communicate(timeout=120)
    assert out.startswith(f"finished|0|{ARTICLES}"), out + err


def check(asked: Asked, data: Path) -> None:
    """Assert that every page of every article is in the archive, once, and that nothing else is."""
    problems: list[Problem] = []
    (file,) = warc_files(data / "archive")
    pages = Counter(page.url for page in read_pages(file, on_problem=problems.append))
    articles = {f"http://127.0.0.1:{asked.port}/read/{n}/asn" for n in range(ARTICLES)}
    articles |= {f"{url}?page=2" for url in articles if int(url.split("/")[4]) % 3 == 0}
    assert {url for url in pages if "/read/" in url} == articles
    assert set(pages.values()) == {1}
    assert problems == []
    with file.open("rb") as stream:
        kinds = Counter(record.kind for record in records(stream, file.name))
    assert kinds == {"warcinfo": 1, "response": len(pages) + 1, "request": len(pages) + 1}
    seen = Seen(data / "crawl.sqlite")
    assert seen.waiting("kabar", replay=False) == []
    whole = "SELECT count(*) FROM articles WHERE state = 'fetched' AND whole"
    assert seen.db.execute(whole).fetchone()[0] == ARTICLES


def test_ten_kills_lose_and_double_nothing(asked: Asked, tmp_path: Path) -> None:
    script, data = tmp_path / "crawl_kabar.py", tmp_path / "data"
    script.write_text(CRAWL)
    for number in range(KILLS):
        kill_after(start(script, asked.port, data), asked, random.randint(1, 10), group=number % 3 != 2)
    finish(script, asked.port, data)
    check(asked, data)
    again = len(asked.paths) - len(set(asked.paths))
    assert again <= KILLS, "more than what was under way when it was killed was asked twice"


@pytest.mark.parametrize("largest", [30_000, 150_000])
def test_a_full_disk_is_said_and_the_crawl_goes_on_when_there_is_room(
    asked: Asked, tmp_path: Path, largest: int
) -> None:
    script, data = tmp_path / "crawl_kabar.py", tmp_path / "data"
    script.write_text(CRAWL)
    out, err = start(script, asked.port, data, largest).communicate(timeout=120)
    assert re.search(r"File too large|disk|full", out + err), out + err
    assert "Traceback" not in err
    finish(script, asked.port, data)
    check(asked, data)

"""The WARC archive: what is written can be read, and damage costs only what is damaged."""

from __future__ import annotations

import gzip
import subprocess
import sys
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawler import writer
from crawler.archive import ArchiveError, Problem, page_at, read_pages, records, warc_files
from crawler.exchange import Exchange
from crawler.recorder import Recorder
from crawler.recovery import recover
from crawler.seen import Seen, SeenError
from crawler.site import sites

SITE = sites()["toprilis"]
START = datetime(2024, 9, 17, 3, 0, 0, 5, tzinfo=UTC)
HTML = (("Content-Type", "text/html; charset=utf-8"), ("ETag", '"a"'), ("X-Twice", "1"), ("X-Twice", "2"))


def page(number: int, body: bytes = b"<html>netral</html>", headers: tuple[tuple[str, str], ...] = HTML) -> Exchange:
    url = f"https://www.toprilis.com/2024/09/asn-{number}.html"
    at = START + timedelta(seconds=number)
    return Exchange(url=url, at=at, status=200, headers=headers, body=body, sent=(("User-Agent", "Netralitas/0.1"),))


def written(root: Path, *exchanges: Exchange) -> Path:
    out = writer.ArchiveWriter(root, "toprilis", "kami@contoh.example")
    for exchange in exchanges:
        out.append(writer.response(exchange))
    return out.path


def read(path: Path, root: Path | None = None) -> tuple[list[str], list[Problem]]:
    problems: list[Problem] = []
    return [p.url.rpartition("-")[2] for p in read_pages(path, root, on_problem=problems.append)], problems


def seen_and_recorder(root: Path) -> tuple[Seen, Recorder]:
    seen = Seen(root / "crawl.sqlite")
    return seen, Recorder(SITE, root / "archive", seen, START)


def test_pages_come_back_as_they_were_and_by_offset(tmp_path: Path) -> None:
    path = written(tmp_path, page(1), page(2, "<html>Wali Kota – “netral”</html>".encode()))
    first, second = read_pages(path, tmp_path)
    assert (second.url, second.body.decode()) == (page(2).url, "<html>Wali Kota – “netral”</html>")
    assert (second.fetched, second.content_type, second.charset) == (page(2).at, "text/html", "utf-8")
    assert first.warc == "toprilis/toprilis-00001.warc.gz"
    assert page_at(tmp_path, first.warc, second.offset or 0) == second
    assert [p.url for p in read_pages(path, tmp_path, start=second.offset or 0)] == [second.url]


def test_the_file_satisfies_warcio(tmp_path: Path) -> None:
    path = written(tmp_path, page(1), page(2))
    with path.open("rb") as stream:
        kinds = [record.rec_type for record in ArchiveIterator(stream, check_digests="raise")]
    assert kinds == ["warcinfo", "response", "request", "response", "request"]


def test_what_is_no_html_page_is_no_page(tmp_path: Path) -> None:
    pdf = page(1, b"%PDF", (("Content-Type", "application/pdf"),))
    path = written(tmp_path, pdf, replace(page(2), status=404), page(3, headers=()))
    assert read(path) == (["3.html"], [])


def test_unchanged_pages_become_revisits(tmp_path: Path) -> None:
    seen, recorder = seen_and_recorder(tmp_path)
    again = replace(page(1), at=START + timedelta(hours=1))
    not_modified = replace(page(1), at=START + timedelta(hours=2), status=304, body=b"")
    other = replace(page(1, b"<html>ralat</html>"), at=START + timedelta(hours=3))
    outcomes = [recorder.record(e) for e in (page(1), page(1), again, not_modified, other)]
    assert outcomes == ["new", "known", "unchanged", "unchanged", "changed"]
    with recorder.writer.path.open("rb") as stream:
        found = [r for r in records(stream, "x") if r.kind in {"response", "revisit"}]
    assert [r.kind for r in found] == ["response", "revisit", "revisit", "response"]
    assert {r.refers for r in found if r.kind == "revisit"} == {(page(1).url, page(1).at)}
    assert seen.gained("toprilis", START - timedelta(days=1)) == 1
    assert recorder.validators(page(1).url) == {"If-None-Match": '"a"'}


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw deflate"])
def test_content_encodings_are_undone(tmp_path: Path, coding: str) -> None:
    packer = zlib.compressobj(wbits={"gzip": 31, "deflate": 15, "raw deflate": -15}[coding])
    body = packer.compress(b"<html>netral</html>") + packer.flush()
    path = written(tmp_path, page(1, body, (*HTML, ("Content-Encoding", coding.split()[-1]))))
    assert [p.body for p in read_pages(path)] == [b"<html>netral</html>"]


def test_chunks_of_a_foreign_archive_are_joined(tmp_path: Path) -> None:
    body = b"6\r\n<html>\r\n7\r\n</html>\r\n0\r\n\r\n"
    path = written(tmp_path, page(1, body, (*HTML, ("Transfer-Encoding", "chunked"))))
    assert [p.body for p in read_pages(path)] == [b"<html></html>"]


@pytest.mark.parametrize(
    ("coding", "body", "reason"),
    [
        ("gzip", gzip.compress(bytes(200 * 2**20)), "a page of more than 32 MiB when unpacked"),
        ("gzip", gzip.compress(b"<html>" * 99)[:-20], "the content encoding is cut off"),
        ("gzip", b"\x1f\x8b\x08garbage", "damaged content encoding"),
        ("br", b"x", "content encoding 'br' cannot be undone"),
    ],
)
def test_a_bad_body_is_passed_over_with_its_reason(tmp_path: Path, coding: str, body: bytes, reason: str) -> None:
    path = written(tmp_path, page(1, body, (*HTML, ("Content-Encoding", coding))), page(2))
    pages, (problem,) = read(path)
    assert pages == ["2.html"]
    assert problem.reason.startswith(reason)
    with pytest.raises(ArchiveError, match=reason):
        page_at(tmp_path, "toprilis/toprilis-00001.warc.gz", problem.offset)


@pytest.mark.parametrize("lost", range(1, 60, 7))
def test_a_cut_tail_is_set_aside_and_the_file_goes_on(tmp_path: Path, lost: int) -> None:
    seen, recorder = seen_and_recorder(tmp_path)
    for number in range(3):
        recorder.record(page(number))
    seen.close()
    (tmp_path / "crawl.sqlite").unlink()
    path = recorder.writer.path
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - lost)
    seen, recorder = seen_and_recorder(tmp_path)
    problems: list[Problem] = []
    recover(SITE, tmp_path / "archive", seen, problems.append)
    assert [p.reason for p in problems] == ["the file ends in the middle of a record"]
    assert len(list((path.parent / "damaged").iterdir())) == 1
    recorder.record(page(3))
    assert read(path) == (["0.html", "1.html", "2.html", "3.html"], [])
    assert recorder.record(page(2)) == "known"


def test_damage_in_the_middle_costs_one_record(tmp_path: Path) -> None:
    path = written(tmp_path, *(page(n) for n in range(4)))
    third = [p.offset for p in read_pages(path)][2] or 0
    data = bytearray(path.read_bytes())
    data[third + 60 : third + 80] = b"\x1f\x8b\x08" + bytes(17)
    path.write_bytes(data)
    pages, (problem,) = read(path)
    assert pages == ["0.html", "1.html", "3.html"]
    assert (problem.offset, problem.tail) == (third, False)


def test_a_lost_index_is_made_again_from_the_archive(tmp_path: Path) -> None:
    seen, recorder = seen_and_recorder(tmp_path)
    for exchange in (page(1), replace(page(1), at=START + timedelta(hours=1)), page(2)):
        recorder.record(exchange)
    rows = "SELECT url, at, article, digest, warc, offset, revisit FROM captures ORDER BY at"
    before = seen.db.execute(rows).fetchall()
    rebuilt = Seen(tmp_path / "new.sqlite")
    recover(SITE, tmp_path / "archive", rebuilt, lambda problem: pytest.fail(str(problem)))
    assert rebuilt.db.execute(rows).fetchall() == before
    assert len(before) == 3


def test_a_plain_warc_and_one_packed_as_a_whole(tmp_path: Path) -> None:
    plain = tmp_path / "a.warc"
    plain.write_bytes(gzip.decompress(written(tmp_path, page(1), page(2)).read_bytes()))
    assert read(plain) == (["1.html", "2.html"], [])
    plain.write_bytes(plain.read_bytes()[:-150])
    pages, (problem,) = read(plain)
    assert (pages, problem.tail) == (["1.html", "2.html"], True)
    whole = tmp_path / "a.warc.gz"
    whole.write_bytes(gzip.compress(plain.read_bytes()))
    pages, (problem,) = read(whole)
    assert pages == []
    assert "warcio recompress" in problem.reason


@pytest.mark.parametrize("content", [b"", b"<html></html>", b"\x1f\x8b\x08", bytes(5000), b"WARC/1.1\r\n"])
def test_files_that_are_no_archive(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.warc.gz").write_bytes(content)
    pages, problems = read(tmp_path / "a.warc.gz")
    assert pages == []
    assert len(problems) == bool(content)


def test_a_packed_bomb_of_a_record_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, page(1, bytes(3 * 2**20)), page(2))
    monkeypatch.setattr("crawler.members.MOST_BYTES", 2**21)
    pages, (problem,) = read(path)
    assert pages == ["2.html"]
    assert "MiB when unpacked" in problem.reason


def test_places_outside_the_archive_are_not_read(tmp_path: Path) -> None:
    path = written(tmp_path / "archive", page(1))
    written(tmp_path / "elsewhere", page(1))
    for warc in (f"../elsewhere/toprilis/{path.name}", "/etc/passwd", "toprilis/none.warc.gz", "toprilis"):
        with pytest.raises(ArchiveError):
            page_at(tmp_path / "archive", warc, 0)
    for offset in (1, 10**9, -1, 0):
        with pytest.raises(ArchiveError):
            page_at(tmp_path / "archive", f"toprilis/{path.name}", offset)
    with pytest.raises(ArchiveError, match="no such archive"):
        warc_files(tmp_path / "nowhere")


def test_a_new_file_begins_when_one_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "MOST_BYTES", 2000)
    written(tmp_path, *(page(n) for n in range(5)))
    files = warc_files(tmp_path)
    assert [f.name for f in files] == [f"toprilis-{n:05}.warc.gz" for n in range(1, len(files) + 1)]
    assert len(files) > 1
    assert [p.url for f in files for p in read_pages(f)] == [page(n).url for n in range(5)]


FULL_DISK = """
import resource, sys
from pathlib import Path
from crawler import writer
from crawler.archive import ArchiveError
from crawler.exchange import Exchange
from datetime import UTC, datetime
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
out = writer.ArchiveWriter(Path(sys.argv[1]), "toprilis")
for number in range(99):
    exchange = Exchange(url=f"http://a.example/{number}", at=datetime.now(UTC), status=200,
                        headers=(("Content-Type", "text/html"),), body=b"<html></html>")
    try:
        out.append(writer.response(exchange))
    except ArchiveError as error:
        print(number, error)
        break
"""


def test_a_full_disk_is_said_and_leaves_whole_records(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FULL_DISK, tmp_path], capture_output=True, text=True, check=True)
    number, _, message = done.stdout.partition(" ")
    assert "File too large" in message
    (path,) = warc_files(tmp_path)
    problems: list[Problem] = []
    assert len(list(read_pages(path, on_problem=problems.append))) == int(number) > 0
    assert problems == []


def test_a_damaged_index_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "crawl.sqlite").write_bytes(b"no database" * 99)
    with pytest.raises(SeenError, match="move it away"):
        Seen(tmp_path / "crawl.sqlite")

"""Whatever `netralitas extract` is given: read, or said to be unreadable and passed over."""

import gzip
import json
import os
import shutil
from datetime import datetime
from pathlib import Path

import fsspec
import pytest

from extract.inputs import InputError, articles_in, kind_of
from extract.reading import Article
from sample.build import ARCHIVE

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("NETRALITAS_SHARED", ROOT.parent / "shared"))
TEXT = "Baris pertama.\r\n\n  Baris  kedua \u00a0dengan spasi.\n"
LINE = json.dumps({"id": "x1", "url": "https://aliansi.co/a-b-c/", "published": "2024-10-28", "text": TEXT, "more": 1})


def read(path: Path | str) -> tuple[list[Article], list[tuple[str, str]]]:
    problems: list[tuple[str, str]] = []
    return list(articles_in(path, lambda where, why: problems.append((where, why)))), problems


def test_json_keeps_the_text_to_the_letter(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(LINE)
    (article,), problems = read(tmp_path / "x.json")
    assert (article.id, article.text, article.site, problems) == ("x1", TEXT, "aliansi.co", [])
    assert article.published == datetime.fromisoformat("2024-10-28T00:00:00+07:00")


def test_json_without_an_id_is_named_by_its_address_or_file(tmp_path: Path) -> None:
    (tmp_path / "berita.json").write_text('{"text": "x"}')
    (tmp_path / "lain.json").write_text('{"text": "x", "url": "https://kabar.example/a/b?utm_source=y"}')
    assert [a.id for a in read(tmp_path)[0]] == ["berita", "kabar.example/a/b?utm_source=y"]


def test_json_lines_with_one_broken(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(f"{LINE}\n\nnot json\n{LINE}")
    articles, problems = read(path)
    assert len(articles) == 2
    assert [where for where, _ in problems] == [f"{path}:3"]


def test_packed(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(LINE.encode()))
    (tmp_path / "b.json.gz").write_bytes(gzip.compress(LINE.encode())[:-9])
    articles, problems = read(tmp_path)
    assert [a.id for a in articles] == ["x1"]
    assert problems[0][1].startswith("cannot be read: ")


def test_gzip_bomb_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bomb.json.gz").write_bytes(gzip.compress(b" " * 80 * 2**20))
    assert read(tmp_path / "bomb.json.gz") == ([], [(str(tmp_path / "bomb.json.gz"), "larger than 16 MB")])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b"{"),
        ("a.json", b'{"id": "a"}'),
        ("a.json", b'{"text": 5}'),
        ("a.json", b"\xff\xfe\x00"),
        ("a.json", b""),
        ("a.txt", b" \n"),
        ("a.html", b""),
        ("a.html", b"<html><body><p>Pendek.</p></body></html>"),
        ("a.pdf", b"%PDF-1.4"),
        ("a.warc.gz", b"no gzip at all"),
        ("a.warc.gz", gzip.compress(b"WARC/1.1\r\nWARC-Type: response\r\n")[:-4]),
    ],
)
def test_unreadable_is_said_and_passed_over(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    articles, problems = read(tmp_path / name)
    assert articles == []
    assert len(problems) == 1
    assert name in problems[0][0]


def test_text_file(tmp_path: Path) -> None:
    (tmp_path / "siaran.txt").write_bytes("Jakarta, IDN Times - “Netral” itu wajib.\r\nSelesai.".encode("cp1252"))
    (article,), _ = read(tmp_path / "siaran.txt")
    assert article.text == "Jakarta, IDN Times - “Netral” itu wajib.\nSelesai."
    assert (article.id, article.dateline) == ("siaran", "Jakarta, IDN Times")


def test_saved_page_is_known_by_its_canonical_address() -> None:
    (article,), _ = read(ROOT / "tests/pages/idntimes-old.html")
    assert article.id == "idntimes:sulkarnain-labandia/diduga-pose-jari-sekcam-di-kendari-diperiksa-panwaslu"


def test_saved_page_without_an_address_is_named_by_its_file() -> None:
    (article,), _ = read(ROOT / "tests/pages/unknown-plain.html")
    assert (article.id, article.url) == ("unknown-plain", None)


def test_folder_glob_and_missing(tmp_path: Path) -> None:
    for name in ("a.json", "b.json", "b.gold.json", "c.md"):
        (tmp_path / name).write_text(LINE)
    assert len(read(tmp_path)[0]) == 2
    assert len(read(f"{tmp_path}/[ab].json")[0]) == 2
    with pytest.raises(InputError, match="nothing to read there"):
        read(tmp_path / "none*.json")
    with pytest.raises(InputError, match="cannot be opened"):
        read("nosuch://bucket/a.json")


def test_a_name_with_glob_characters(tmp_path: Path) -> None:
    (tmp_path / "a[1].json").write_text(LINE)
    assert len(read(tmp_path / "a[1].json")[0]) == 1


def test_elsewhere() -> None:
    files = fsspec.filesystem("memory")
    files.pipe("/netralitas-test/a.json", LINE.encode())
    files.pipe("/netralitas-test/toprilis.warc.gz", (ARCHIVE / "toprilis.warc.gz").read_bytes())
    assert [a.id for a in read("memory://netralitas-test/*.json")[0]] == ["x1"]
    assert len(read("memory://netralitas-test/*.warc.gz")[0]) == 10


def test_kinds() -> None:
    assert [kind_of(n) for n in ("a.jsonl.gz", "b/A.WARC.GZ", "c.gz", "d.htm", "e")] == [
        ".jsonl",
        ".warc",
        "",
        ".htm",
        "",
    ]


def test_split_article_in_two_archives(tmp_path: Path) -> None:
    whole = {a.id: a for a in read(ARCHIVE)[0]}
    shutil.copy(ARCHIVE / "aliansi.warc.gz", tmp_path / "2.warc.gz")
    shutil.copy(ARCHIVE / "aliansi.warc.gz", tmp_path / "1.warc.gz")
    twice = read(tmp_path)[0]
    assert len(twice) == len({a.id for a in twice}) == 11
    assert {a.text for a in twice} <= {a.text for a in whole.values()}


def test_of_two_fetches_the_later_counts() -> None:
    (article,) = [a for a in read(ARCHIVE / "aliansi.warc.gz")[0] if "kendal" in a.id]
    assert "tidak terbukti" in article.text
    assert article.updated is not None


def test_place_in_the_archive_is_relative_to_its_folder(tmp_path: Path) -> None:
    (tmp_path / "toprilis").mkdir()
    path = tmp_path / "toprilis/toprilis-00001.warc.gz"
    shutil.copy(ARCHIVE / "toprilis.warc.gz", path)
    article = next(iter(articles_in(path, lambda where, why: None, tmp_path)))
    assert article.archive is not None
    assert article.archive.warc == "toprilis/toprilis-00001.warc.gz"


def test_gold_is_read_to_the_letter() -> None:
    gold = SHARED / "gold/articles"
    if not gold.is_dir():
        pytest.skip(f"{gold} is not here: the gold material is not part of the project")
    articles, problems = read(f"{gold}/[gmnos]*[0-9].json")
    assert not problems
    assert all(json.loads((gold / f"{a.id}.json").read_text("utf-8"))["text"] == a.text for a in articles)
    assert all(a.published for a in articles)

"""The command line as its user sees it: one clear line and exit code 2 for what cannot be done as asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = {
    "id": "a1",
    "title": "Camat Diperiksa",
    "published": "2024-10-02",
    "text": "SUKASARI - Harga cabai naik lagi. Pedagang di pasar mengeluh karena pembeli berkurang sejak Senin.",
}


def netralitas(*words: str, data: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "netralitas", "--data", str(data), *words],
        capture_output=True,
        text=True,
        env={**os.environ, "NETRALITAS_STORE": "embedded", **environment},
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nonsense",), "nonsense"),
        (("crawl", "nosuchsite"), "nosuchsite"),
        (("crawl", "--since", "yesterday"), "2024-09-30"),
        (("crawl", "--since", "2024-02-02", "--until", "2024-01-01"), "2024-02-02"),
        (("refresh", "--every", "5parsecs"), "5parsecs"),
        (("query", "nosuchquestion"), "nosuchquestion"),
        (("query", "cleared", "--param", "x"), "key=value"),
        (("query", "cleared", "--param", "nosuch=1"), "nosuch"),
        (("extract", "/nonexistent/*.json"), "/nonexistent"),
        (("evaluate", "/nonexistent"), "/nonexistent"),
        (("load", "/nonexistent.jsonl"), "/nonexistent.jsonl"),
        (("judge", "same", "a1::Umar"), "two things"),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_2(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    done = netralitas(*words, data=tmp_path)
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert said in done.stderr


def test_an_unknown_store_is_one_line(tmp_path: Path) -> None:
    done = netralitas("query", "cleared", data=tmp_path, NETRALITAS_STORE="oracle://host")
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1)
    assert "oracle" in done.stderr


def test_extract_sets_aside_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(ARTICLE), "utf-8")
    (tmp_path / "b.json").write_text("{not json", "utf-8")
    done = netralitas("extract", str(tmp_path / "*.json"), data=tmp_path)
    assert done.returncode == 0, done.stderr
    readings = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(r["id"], r["kind"], r["officials"]) for r in readings] == [("a1", "other", [])]
    assert "b.json" in done.stderr
    assert "1 set aside" in done.stderr


def test_a_reading_of_another_schema_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text('{"id": "x", "schema": 99}\n', "utf-8")
    done = netralitas("load", str(tmp_path / "r.jsonl"), data=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "r.jsonl:1" in done.stderr


@pytest.mark.parametrize(
    "statement", ["CREATE (n:X)", "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l", "CALL db.x()"]
)
def test_cypher_refuses_what_is_no_reading(tmp_path: Path, statement: str) -> None:
    done = netralitas("cypher", statement, data=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_sites_lists_five(tmp_path: Path) -> None:
    done = netralitas("sites", "--json", data=tmp_path)
    assert len(json.loads(done.stdout)) >= 5

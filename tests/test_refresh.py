"""Crawl, extract and load in turn on the sample: a second run does nothing again, a killed one is completed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from graph.connect import connect
from netralitas.read_archive import readings_in
from netralitas.refresh import AlreadyRunning, refresh
from netralitas.settings import Settings

SAMPLE = Path(__file__).parents[1] / "sample" / "archive"
COUNTS = (
    "MATCH (n) UNWIND labels(n) AS label WITH label, count(n) AS n WHERE label <> 'Run' RETURN label, n ORDER BY label"
)


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data folder after one refresh of the sample."""
    config = Settings(tmp_path_factory.mktemp("data"))
    refresh(config, replay=SAMPLE)
    return config


def counts(config: Settings) -> list[tuple[str, int]]:
    with connect(config.store, config.graph) as graph:
        return [(r["label"], r["n"]) for r in graph.read(COUNTS).rows]


def test_the_report_tells_what_was_done(done: Settings) -> None:
    (path,) = done.runs.glob("*.json")
    report = json.loads(path.read_text("utf-8"))
    assert {s["site"] for s in report["sites"]} == {"aliansi", "beritajakarta", "harianjogja", "idntimes", "toprilis"}
    assert sum(s["read"] for s in report["sites"]) == report["loaded"]["added"] >= 40
    assert not any(s["trouble"] for s in report["sites"])


def test_a_second_refresh_keeps_all_and_changes_nothing(done: Settings) -> None:
    before = counts(done)
    report = refresh(done, replay=SAMPLE)
    assert sum(s.read for s in report.sites) == 0
    assert sum(s.fetched + s.changed for s in report.sites) == 0
    assert report.loaded["added"] == report.loaded["replaced"] == 0
    assert counts(done) == before


def test_two_refreshes_never_run_in_one_folder(done: Settings) -> None:
    with FileLock(done.data / "refresh.lock"), pytest.raises(AlreadyRunning, match=r"refresh\.lock"):
        refresh(done, replay=SAMPLE)


def test_a_changed_reader_reads_the_archive_again(done: Settings) -> None:
    path = done.readings / "aliansi.jsonl"
    old = path.read_text("utf-8")
    path.write_text(old.replace('"reader":"', '"reader":"older-'), "utf-8")
    report = refresh(done, replay=SAMPLE)
    assert {s.site: s.read for s in report.sites}["aliansi"] == len(old.splitlines())
    assert path.read_text("utf-8") == old


def killed(config: Settings) -> Iterator[float]:
    """Runs of `refresh`, each killed after a longer while, until one is done before its kill."""
    wait = 1.5
    while True:
        run = subprocess.Popen(
            [sys.executable, "-m", "netralitas", "--data", str(config.data), "refresh", "--replay", str(SAMPLE)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(wait)
        if run.poll() is not None:
            return
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        yield wait
        wait *= 2


def test_kill_9_anywhere_loses_and_doubles_nothing(done: Settings, tmp_path: Path) -> None:
    config = Settings(tmp_path)
    assert len(list(killed(config))) >= 1
    refresh(config, replay=SAMPLE)
    assert counts(config) == counts(done)
    ids = [r.id for path in sorted(config.readings.glob("*.jsonl")) for r in readings_in(path)]
    assert len(ids) == len(set(ids)) >= 40

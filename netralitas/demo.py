"""`make run`: the sample archive through the whole chain, then answers on the screen."""

from __future__ import annotations

from pathlib import Path

from graph.connect import connect
from netralitas.candidates import import_candidates
from netralitas.refresh import refresh
from netralitas.settings import Settings
from netralitas.terminal import say, show_table
from queries.library import ask, library

SAMPLE = Path(__file__).parent.parent / "sample" / "archive"
LISTS = SAMPLE.parent / "candidates"
SAMPLE_MARK = "SAMPLE"
QUESTIONS = ("repeat_offenders", "cleared", "incumbents_favoured", "candidates", "pattern_favoured")
ROWS = 8


def run_demo(config: Settings) -> None:
    """Replay, read and load the sample once, then print answers; a second call finds all done and only asks."""
    if not SAMPLE.exists():
        raise FileNotFoundError(
            f"{SAMPLE}: the sample archive is missing; it comes with a checkout, not with the wheel"
        )
    config.data.mkdir(parents=True, exist_ok=True)
    (config.data / SAMPLE_MARK).write_text("All people, cases and sentences in this folder are invented.\n", "utf-8")
    say("Invented sample data: five sites' pages are crawled from an archive, read, linked and asked.")
    refresh(config, replay=SAMPLE, tell=say)
    with connect(config.store, config.graph) as graph:
        for path in sorted(LISTS.glob("*.csv")):
            said = import_candidates(config, graph, path)
            say(f"candidates: {path.name}, {len(said.found.running)} in {len(said.found.contests)} contests")
        for name in QUESTIONS:
            answer = ask(graph, name)
            columns = [c for c in answer.columns if not c.endswith("id")][:7]
            show_table(columns, answer.rows[:ROWS], library()[name].question)
    say("All people above are invented. `make serve` opens the viewer at http://127.0.0.1:8765/")

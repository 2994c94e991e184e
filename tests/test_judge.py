"""The queue of people who may be one, worked off at the command line: shown, decided, listed, undone."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.reading import Reading, encode
from graph.connect import Graph, connect
from graph.judgements import JudgementError, Judgements
from netralitas.cli import app
from queries.pairs import pairs, undecided

Run = Callable[..., tuple[str, str]]
TS, TIRTA = "idn:9112::TS", "aliansi:ikrar-ajung::Tirta Suganda"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, story: tuple[Reading, ...]) -> Path:
    """A data folder whose graph holds the story."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "readings").mkdir()
    (folder / "readings" / "story.jsonl").write_text("\n".join(encode(r) for r in story), "utf-8")
    app(["--data", str(folder), "load"], standalone_mode=False)
    return folder


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one command on a data folder without judgements; gives what it wrote to stdout and stderr."""
    monkeypatch.setenv("NETRALITAS_STORE", "embedded")
    (data / "judgements.jsonl").unlink(missing_ok=True)

    def run(*words: str, typed: str = "") -> tuple[str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        app(["--data", str(data), *words], standalone_mode=False)
        out = capsys.readouterr()
        return out.out, out.err

    return run


def waiting(data: Path) -> int:
    with connect("embedded", data / "graph") as graph:
        return len(undecided(pairs(graph), Judgements.read(data / "judgements.jsonl")))


def test_the_queue_is_shown_with_both_sides_and_the_command_that_decides(run: Run) -> None:
    out, err = run("judge")
    assert "Tirta Suganda" in out
    assert "initials" in out
    assert "1 pairs waited" in err


def test_a_pair_is_decided_with_its_sentences_in_view_and_the_decision_undone(run: Run, data: Path) -> None:
    _, err = run("judge", "--ask", "--who", "Rara", typed="x\nn\nseorang kades, seorang sekdes\n")
    assert "berinisial TS diperiksa" in err
    assert "aliansi.co" in err
    assert "persons and" in err
    assert waiting(data) == 0
    listed, _ = run("judge", "--list")
    assert "not_same" in listed
    assert "Rara" in listed


def test_what_is_undone_is_asked_again(run: Run, data: Path) -> None:
    run("judge", "same", TS, TIRTA, "--why", "the village said so", "--apply")
    assert persons_named(data, "TS") == ["Tirta Suganda"]
    assert waiting(data) == 0
    run("judge", "undo", "1", "--why", "another village", "--apply")
    assert persons_named(data, "TS") == ["TS"]
    assert waiting(data) == 1


def persons_named(data: Path, name: str) -> list[str]:
    with connect("embedded", data / "graph") as graph:
        found = graph.read(
            "MATCH (p:Person) WHERE $name IN p.names RETURN p.name AS name ORDER BY name", {"name": name}
        )
        return [row["name"] for row in found.rows]


def test_quitting_keeps_what_was_decided_before(run: Run, data: Path) -> None:
    run("judge", "--ask", typed="q\n")
    assert waiting(data) == 1
    assert not (data / "judgements.jsonl").exists()


def test_a_judgement_on_what_is_gone_is_kept_and_said(run: Run, data: Path) -> None:
    _, err = run("judge", "same", "gone::Nobody", TIRTA, "--why", "to try", "--apply")
    assert "kept without effect" in err
    assert "gone::Nobody" in err
    assert len(Judgements.read(data / "judgements.jsonl").all) == 1
    _, err = run("load")
    assert "gone::Nobody" in err


def test_a_correction_and_a_withdrawal_are_no_strays(run: Run) -> None:
    _, err = run("judge", "corrected", TS, "--set", "role=other", "--why", "misread", "--apply")
    assert "without effect" not in err
    _, err = run("judge", "withdrawn", "idn:9107", "--why", "taken down", "--apply")
    assert "without effect" not in err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("sane", TS), "'sane' is no verdict"),
        (("same",), "needs what it is about"),
        (("undo", "7"), "number from 1 to 0"),
        (("undo",), "number from 1 to 0"),
        (("corrected", TS, "--why", "x"), "what is right"),
        (("corrected", TS, "--set", "role=thief", "--why", "x"), "accused, speaker"),
        (("same", TS, TIRTA), "who decided and why"),
    ],
)
def test_what_decides_nothing_is_refused_in_one_line(run: Run, data: Path, words: tuple[str, ...], says: str) -> None:
    with pytest.raises(JudgementError, match=says) as refused:
        run("judge", *words)
    assert "\n" not in str(refused.value)
    assert not (data / "judgements.jsonl").exists()


def test_both_stores_queue_the_same(told: Graph) -> None:
    found = pairs(told)
    assert [(p.one.name, p.other.name, p.one.named.article, p.score) for p in found] == [
        ("TS", "Tirta Suganda", "idn:9112", 5.0)
    ]

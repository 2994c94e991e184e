"""What the weighed judgements learn from: each answer of an annotation stands at the draft it is about."""

import json
from pathlib import Path

from training.lessons import Lesson, hand, lessons

TEXT = """Bawaslu Grobogan Hentikan Laporan Camat

Bawaslu Kabupaten Grobogan menghentikan laporan terhadap Camat Lembah Hijau, Rosidah Umar, karena tidak terbukti.

Hal itu dikatakan Ketua Bawaslu Kabupaten Grobogan, Hadi Sucipto, Rabu. Tercatat 12 laporan masuk hingga November.
"""
GOLD = {
    "kind": "ruling",
    "procedural_status": "not_proven",
    "persons": [{"name": "Rosidah Umar", "role": "cleared"}, {"name": "Hadi Sucipto", "role": "speaker"}],
    "rulings": [{"body": "Bawaslu Grobogan", "sanction": "none"}],
    "statistics": [{"number": 12}],
    "violation_type": [],
}


def lesson(folder: Path, odds: list[list[float]]) -> Lesson:
    article = {"title": TEXT.split("\n")[0], "text": TEXT}
    (folder / "ta01.json").write_text(json.dumps(article))
    (folder / "ta01.gold.json").write_text(json.dumps(GOLD))
    (folder / "subjects.json").write_text(json.dumps({"ta01": odds}))
    [found] = lessons(folder, folder / "subjects.json")
    return found


def test_the_accused_are_those_judged_so_not_those_annotated(tmp_path: Path) -> None:
    found = lesson(tmp_path, [[0.5, 0.1, 0.2], [0.1, 0.0, 0.1]])
    assert [(p.index, p.standing) for p in found.accused] == [(0, "alleged")]


def test_answers_stand_at_their_drafts(tmp_path: Path) -> None:
    found = lesson(tmp_path, [[0.1, 0.0, 0.8], [0.0, 0.0, 0.0]])
    assert [(e.label, e.answer) for e in found.rulings if e.label == "dismissed"] == [("dismissed", "yes")]
    assert [e.answer for e in found.figures if e.answer == "yes"] == ["yes"]
    assert found.outline()["first named: cleared"] == 1.0


def test_articles_not_yet_judged_are_passed_over(tmp_path: Path) -> None:
    lesson(tmp_path, [[0.5, 0.1, 0.2], [0.1, 0.0, 0.1]])
    (tmp_path / "subjects.json").write_text("{}")
    assert lessons(tmp_path, tmp_path / "subjects.json") == []


def test_a_hand_is_the_second_letter() -> None:
    assert [hand(name) for name in ("ma01", "oc14", "tf20", "g007")] == ["a", "c", "f", "g007"]

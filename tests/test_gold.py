"""The reader on annotated articles: invariants of every Reading, and figures that may not drop.

The shipped model has learnt from these articles, so the figures are floors against mistakes in the code, not a measure
of how well it reads; that stands in docs/model_card.md, on articles not seen.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import get_args

import pytest

from extract.inputs import articles_in
from extract.read import Reader
from extract.reading import Reading, decode, encode, quotations
from extract.vocabulary import Kind
from netralitas.evaluate import evaluate
from netralitas.scoring import Score

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("NETRALITAS_SHARED", ROOT.parent / "shared")) / "gold" / "articles"
GOLD = SHARED if SHARED.exists() else ROOT / "training" / "articles"
SAMPLES = ("s001", "s002", "s003", "s004", "s005")
FLOORS = {
    "person": 0.80,
    "speaker": 0.80,
    "accused": 0.65,
    "agency": 0.75,
    "law": 0.85,
    "regency": 0.90,
    "kind": 0.85,
    "accused:evidence": 1.0,
}
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason=f"the gold articles are not at {SHARED}")


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    """All gold articles as read."""
    reader, problems = Reader(), list[tuple[str, str]]()
    found = {a.id: reader.read(a) for a in articles_in(GOLD, lambda *problem: problems.append(problem))}
    assert not problems
    return found


@pytest.fixture(scope="module")
def score(readings: dict[str, Reading]) -> Score:
    """Figures over all gold articles, printed for the log."""
    pairs = [(json.loads(p.read_text("utf-8")), p.name.removesuffix(".gold.json")) for p in GOLD.glob("*.gold.json")]
    found = evaluate((gold, readings[name]) for gold, name in pairs)
    for name in found.counts:
        print(name, *(f"{x:.3f}" for x in found.figures(name)), sep="\t")
    print(*found.unsupported, sep="\n")
    return found


def test_quotations_stand_at_their_offsets(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        for quote in quotations(reading):
            assert reading.article.text[quote.start : quote.end] == quote.quote


def test_readings_are_well_formed(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        assert reading.kind in get_args(Kind)
        assert decode(encode(reading)) == reading
        for incident in reading.incidents:
            assert all(reading.officials[i].role == "accused" for i in incident.accused)
        for official in reading.officials:
            assert (official.standing is not None) == (official.role == "accused")
            assert official.evidence


@pytest.mark.parametrize("field", FLOORS)
def test_figures_do_not_drop(score: Score, field: str) -> None:
    assert score.figures(field)[2] >= FLOORS[field]


@needs_shared
def test_nobody_is_accused_where_no_case_is_told(readings: dict[str, Reading]) -> None:
    for path in GOLD.glob("*.gold.json"):
        gold = json.loads(path.read_text("utf-8"))
        if gold["kind"] in ("prevention", "statistics", "other"):
            named = {p["name"] for p in gold["persons"] if p["role"].startswith("offender")}
            accused = [o for o in readings[gold["id"]].officials if o.role == "accused" and o.standing != "cleared"]
            assert len(accused) <= len(named), gold["id"]


@needs_shared
@pytest.mark.parametrize("name", SAMPLES)
def test_the_sample_pages_read_without_an_accusation(readings: dict[str, Reading], name: str) -> None:
    gold = json.loads((GOLD / f"{name}.gold.json").read_text("utf-8"))
    score = evaluate([(gold, readings[name])])
    assert not any(o.role == "accused" for o in readings[name].officials)
    for field in ("kind", "regency", "province", "speaker", "law", "statistic"):
        _, wrong, missed = score.counts[field]
        assert (wrong, missed) == (0, 0), (field, score.errors)
    assert score.counts["date"][0] >= 1, score.errors

"""Renews the figures in the model card, between its two marks, and draws the curve for `accused`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from training.figures import (
    Rate,
    curve,
    expected_error,
    interval,
    label,
    per_label,
    safe_threshold,
    standing,
    temperature,
    told,
)
from training.measure import Found, Judged

BEGIN, END = "<!-- figures: written by training.card -->", "<!-- end of figures -->"
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)


def write_card(path: Path, given: Sequence[Judged], named: Sequence[Judged], names: Sequence[Found]) -> None:
    """Put tables made from out-of-fold scores between the card's marks; the rest of the card is left as it is."""
    before, _, rest = path.read_text("utf-8").partition(BEGIN)
    heat = temperature(given)
    parts = [
        _names(names),
        _labels("Roles, the mentions given", given, heat),
        _labels("Roles of the persons as the model found them", named, heat),
        _calibration(given, heat),
        _curve("mentions given", given, heat),
        _curve("persons as found", named, heat),
    ]
    path.write_text("\n\n".join([before.rstrip(), BEGIN, *parts, END]) + rest.partition(END)[2], "utf-8")


def _row(name: str, rate: Rate, f1: tuple[float, float]) -> str:
    numbers = f"{rate.hits} | {rate.false} | {rate.missed} | {rate.precision:.3f} | {rate.recall:.3f} | {rate.f1:.3f}"
    return f"| {name} | {numbers} | {f1[0]:.3f}–{f1[1]:.3f} |"


HEAD = "| | hits | false | missed | P | R | F1 | 95 % |\n| --- | --- | --- | --- | --- | --- | --- | --- |"


def _names(names: Sequence[Found]) -> str:
    lines = ["### Names", "", HEAD]
    articles = [n.article for n in names]
    counts = {"persons": [n.persons for n in names], "mentions, exact span": [n.mentions for n in names]}
    for title, rows in counts.items():
        table = np.array(rows)
        lines.append(_row(title, _summed(table), interval(articles, _f1_of(table))))
    return "\n".join(lines)


def _summed(table: npt.NDArray[np.int64]) -> Rate:
    hits, false, missed = (int(x) for x in table.sum(0))
    return Rate(hits, false, missed)


def _f1_of(table: npt.NDArray[np.int64]) -> Callable[[npt.NDArray[np.int64]], float]:
    return lambda rows: _summed(table[rows]).f1


def _labels(title: str, people: Sequence[Judged], heat: float) -> str:
    said = told(people, heat)
    articles = [p.article for p in people]
    lines = [f"### {title}", "", HEAD]
    for name, rate in per_label(people, said).items():
        lines.append(_row(name, rate, interval(articles, _label_f1(people, said, name))))
    ours = interval(articles, lambda rows: standing([people[i] for i in rows], heat).f1)
    lines.append(_row("alleged or proven, of those rightly accused", standing(people, heat), ours))
    return "\n".join(lines)


def _label_f1(people: Sequence[Judged], said: Sequence[str], name: str) -> Callable[[npt.NDArray[np.int64]], float]:
    truth = np.array([label(p.role) == name for p in people])
    claim = np.array([s == name for s in said])

    def f1(rows: npt.NDArray[np.int64]) -> float:
        t, c = truth[rows], claim[rows]
        return float(2 * (t & c).sum() / max(1, t.sum() + c.sum()))

    return f1


def _calibration(people: Sequence[Judged], heat: float) -> str:
    raw, fitted = expected_error(people, 1.0), expected_error(people, heat)
    return f"Temperature {heat:.2f}; expected calibration error of `accused` {raw:.3f} before, {fitted:.3f} after."


def _curve(title: str, people: Sequence[Judged], heat: float) -> str:
    lines = [f"### Precision and recall of `accused`, {title}", ""]
    lines += ["| from | P | R | unsupported |", "| --- | --- | --- | --- |"]
    for point in curve(people, heat, [*THRESHOLDS, safe_threshold(people, heat)]):
        r = point.rate
        lines.append(f"| {point.threshold:.4g} | {r.precision:.3f} | {r.recall:.3f} | {r.false} |")
    return "\n".join(lines)

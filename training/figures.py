"""Figures from out-of-fold scores: temperature, precision and recall per label with bootstrap intervals, thresholds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extract.encoder import ROLES
from training.measure import ACCUSED, Array, Judged, accused_odds, softmax

LABELS = ("accused", "cleared", "speaker", "beneficiary", "victim", "other")
RESAMPLES = 1_000


@dataclass(frozen=True, slots=True)
class Rate:
    """Hits, false hits and misses, and what follows from them."""

    hits: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.hits + self.false)

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.hits + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.hits / max(1, 2 * self.hits + self.false + self.missed)


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the precision-recall curve for `accused`, with how many accusations nothing supports."""

    threshold: float
    rate: Rate


def temperature(people: Sequence[Judged]) -> float:
    """The temperature under which the annotated roles are likeliest, by a search over 0.5 to 4."""
    scores = [(p.scores, ROLES.index(p.role)) for p in people]
    return _likeliest(lambda t: sum(_surprise(s, truth, t) for s, truth in scores))


def _likeliest(surprise: Callable[[float], float]) -> float:
    return float(min(np.arange(0.5, 4.0, 0.05), key=surprise))


def _surprise(scores: Array, truth: int, t: float) -> float:
    return float(-np.log(softmax(scores, t)[truth] + 1e-12))


def expected_error(people: Sequence[Judged], t: float, bins: int = 10) -> float:
    """Expected calibration error of `accused`: mean gap between probability and frequency over equal bins."""
    odds = accused_odds(people, t)
    truth = np.array([p.role in ACCUSED for p in people])
    place = np.minimum((odds * bins).astype(int), bins - 1)
    gaps = [abs(odds[place == b].mean() - truth[place == b].mean()) * (place == b).mean() for b in set(place.tolist())]
    return float(sum(gaps))


def label(role: str) -> str:
    """The label that is counted: alleged and proven are both `accused`, nobody is `other`."""
    return "accused" if role in ACCUSED else "other" if role == "nobody" else role


def told(people: Sequence[Judged], t: float) -> list[str]:
    """Each person's likeliest label, alleged and proven taken together."""
    odds = softmax(np.stack([p.scores for p in people]), t)
    sums = np.stack([odds[:, [i for i, r in enumerate(ROLES) if label(r) == x]].sum(1) for x in LABELS], axis=1)
    return [LABELS[i] for i in sums.argmax(1)]


def per_label(people: Sequence[Judged], said: Sequence[str]) -> dict[str, Rate]:
    """Hits, false hits and misses of each label."""
    truth = [label(p.role) for p in people]
    pairs = list(zip(truth, said, strict=True))
    return {
        x: Rate(
            sum(a == b == x for a, b in pairs), sum(a != x == b for a, b in pairs), sum(a == x != b for a, b in pairs)
        )
        for x in LABELS
    }


def standing(people: Sequence[Judged], t: float) -> Rate:
    """Alleged or proven, of the accused whom the model also accuses; a wrong one is false and missed."""
    odds = softmax(np.stack([p.scores for p in people]), t)
    right = wrong = 0
    for person, row, said in zip(people, odds, told(people, t), strict=True):
        if person.role in ACCUSED and said == "accused":
            proven = row[ROLES.index("proven")] > row[ROLES.index("alleged")]
            right += proven == (person.role == "proven")
            wrong += proven != (person.role == "proven")
    return Rate(right, wrong, wrong)


def curve(people: Sequence[Judged], t: float, thresholds: Sequence[float]) -> list[Point]:
    """Precision and recall of `accused` when a person is accused from a probability on."""
    odds = accused_odds(people, t)
    truth = np.array([p.role in ACCUSED for p in people])
    points = []
    for threshold in thresholds:
        said = odds >= threshold
        rate = Rate(int((said & truth).sum()), int((said & ~truth).sum()), int((~said & truth).sum()))
        points.append(Point(float(threshold), rate))
    return points


def safe_threshold(people: Sequence[Judged], t: float) -> float:
    """The lowest threshold, to four places, above which nobody is accused whom the annotation does not accuse."""
    odds = accused_odds(people, t)
    wrong = [float(x) for x, p in zip(odds, people, strict=True) if p.role not in ACCUSED]
    return float(np.ceil(max(wrong) * 1e4 + 1e-6) / 1e4)


def interval(
    articles: Sequence[str], value: Callable[[npt.NDArray[np.int64]], float], seed: int = 7
) -> tuple[float, float]:
    """95% bootstrap interval of a figure over articles; `value` takes indexes of the rows that were drawn."""
    source = np.random.default_rng(seed)
    names = sorted(set(articles))
    rows = {n: np.flatnonzero(np.array(articles) == n) for n in names}
    drawn = []
    for _ in range(RESAMPLES):
        chosen = source.integers(0, len(names), len(names))
        drawn.append(value(np.concatenate([rows[names[i]] for i in chosen])))
    low, high = np.percentile(drawn, [2.5, 97.5])
    return float(low), float(high)

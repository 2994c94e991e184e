"""Counts of right, wrong and missed answers, and the pairing of what was found with what was annotated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import eq
from typing import Any, TypeVar

T = TypeVar("T")
Same = Callable[[Any, Any], bool]


@dataclass
class Score:
    """Counts per field (right, wrong, missed), the errors in words, and accusations that the gold does not support."""

    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    errors: list[str] = field(default_factory=list)
    unsupported: list[str] = field(default_factory=list)
    articles: int = 0

    def add(
        self, name: str, article: str, gold: Sequence[T], found: Sequence[Any], same: Same = eq
    ) -> list[tuple[T, Any]]:
        """Pair off two lists, count, and give the pairs."""
        pairs, missed, extra = pair_off(gold, found, same)
        for i, n in enumerate((len(pairs), len(extra), len(missed))):
            self.counts[name][i] += n
        self.errors += [f"{article} {name}: missed {g!r}" for g in missed]
        self.errors += [f"{article} {name}: not in gold {f!r}" for f in extra]
        return pairs

    def right(self, name: str, article: str, gold: object, found: object) -> None:
        """One answer that is right or wrong; nothing asked and nothing said does not count."""
        said = [[x] if x not in (None, "") else [] for x in (gold, found)]
        self.add(name, article, said[0], said[1])

    def check(self, name: str, article: str, sound: bool, what: str) -> None:
        """A statement of the reading that is sound or not."""
        self.counts[name][0 if sound else 1] += 1
        if not sound:
            self.errors.append(f"{article} {name}: {what}")

    def figures(self, name: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of a field."""
        right, wrong, missed = self.counts[name]
        precision, recall = right / ((right + wrong) or 1), right / ((right + missed) or 1)
        return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def pair_off(gold: Sequence[T], found: Sequence[Any], same: Same) -> tuple[list[tuple[T, Any]], list[T], list[Any]]:
    """Match two lists one to one, equal ones first: pairs, gold left over, found left over."""
    left, rest, pairs = list(gold), list(found), []
    for test in (eq, same):
        for g in tuple(left):
            hit = next((f for f in rest if test(g, f)), None)
            if hit is not None:
                left.remove(g)
                rest.remove(hit)
                pairs.append((g, hit))
    return pairs, left, rest

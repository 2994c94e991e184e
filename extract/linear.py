"""Linear judgements: named signs, each with a weight that a reader can look up and correct.

A file in `extract/weights` holds, for each label, the weight of each sign and of `bias`. `training/weigh.py` fits them
by logistic regression on the annotated articles; nothing but sums is needed to use them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import resources
from types import MappingProxyType

import msgspec

Signs = Mapping[str, float]


class WeightsError(ValueError):
    """A file of weights that is missing or cannot be read; the message names the file."""


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is judged and by which signs: label -> sign -> weight; the thresholds are for yes-or-no questions."""

    about: str
    fitted: str
    labels: dict[str, dict[str, float]]
    thresholds: dict[str, float] = {}


_INSTEAD: ContextVar[Mapping[str, Weights]] = ContextVar("judged by instead", default=MappingProxyType({}))


def weights(name: str) -> Weights:
    """The weights of one judgement; raises WeightsError where the file is absent or damaged."""
    return _INSTEAD.get().get(name) or _read(name)


@contextmanager
def judging_by(others: Mapping[str, Weights]) -> Iterator[None]:
    """Judge by other weights than those shipped, within a `with` block: how training measures what it has fitted."""
    token = _INSTEAD.set({**_INSTEAD.get(), **others})
    try:
        yield
    finally:
        _INSTEAD.reset(token)


@cache
def _read(name: str) -> Weights:
    try:
        content = resources.files("extract").joinpath("weights", f"{name}.toml").read_bytes()
        return msgspec.toml.decode(content, type=Weights)
    except (OSError, msgspec.DecodeError) as problem:
        raise WeightsError(f"extract/weights/{name}.toml: {problem}") from problem


def total(weights_of_label: Signs, signs: Signs) -> float:
    """The sum of the weights of the signs present, each times its strength, and the bias."""
    return weights_of_label.get("bias", 0.0) + sum(weights_of_label.get(s, 0.0) * x for s, x in signs.items())


def shares(name: str, signs: Signs) -> dict[str, float]:
    """The probability of each label of a choice of one among several."""
    totals = {label: total(of_label, signs) for label, of_label in weights(name).labels.items()}
    highest = max(totals.values())
    powers = {label: math.exp(t - highest) for label, t in totals.items()}
    return {label: p / sum(powers.values()) for label, p in powers.items()}


def likely(name: str, signs: Signs, label: str = "yes") -> float:
    """The probability of one label of a yes-or-no question."""
    t = total(weights(name).labels[label], signs)
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, t))))


def holds(name: str, signs: Signs, label: str = "yes") -> bool:
    """Tell whether a yes-or-no question is answered yes: its probability reaches the label's threshold."""
    return likely(name, signs, label) >= weights(name).thresholds.get(label, 0.5)


def why(name: str, label: str, signs: Signs, most: int = 5) -> list[tuple[str, float]]:
    """The signs that weighed most for or against a label, strongest first."""
    of_label = weights(name).labels[label]
    parts = [(s, of_label[s] * x) for s, x in signs.items() if s in of_label]
    return sorted(parts, key=lambda p: -abs(p[1]))[:most]

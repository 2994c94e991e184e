"""Linear judgements: weights as data, and what is done with them."""

import math

import pytest

from extract.linear import Weights, WeightsError, holds, judging_by, likely, shares, weights, why

TRIED = Weights(
    about="?", fitted="by hand", labels={"yes": {"bias": -1.0, "a": 2.0, "b": -0.5}}, thresholds={"yes": 0.6}
)
CHOICE = Weights(about="?", fitted="by hand", labels={"x": {"bias": 1.0}, "y": {"bias": 0.0, "a": 3.0}})


@pytest.mark.parametrize("name", ["figures", "violations", "rulings", "kind", "stage"])
def test_shipped_weights_can_be_read(name: str) -> None:
    assert all("bias" in signs for signs in weights(name).labels.values())


def test_missing_weights_are_named() -> None:
    with pytest.raises(WeightsError, match=r"extract/weights/nothing\.toml"):
        weights("nothing")


def test_sums_probabilities_and_reasons() -> None:
    with judging_by({"tried": TRIED, "choice": CHOICE}):
        assert likely("tried", {"a": 1.0, "unknown": 5.0}) == pytest.approx(1 / (1 + math.exp(-1)))
        assert holds("tried", {"a": 1.0})
        assert not holds("tried", {"a": 1.0, "b": 2.0})
        assert why("tried", "yes", {"a": 1.0, "b": 1.0}) == [("a", 2.0), ("b", -0.5)]
        odds = shares("choice", {"a": 1.0})
        assert sum(odds.values()) == pytest.approx(1)
        assert odds["y"] > odds["x"]


def test_other_weights_are_in_force_within_the_block_only() -> None:
    shipped = weights("kind")
    with judging_by({"kind": CHOICE}):
        assert weights("kind") is CHOICE
    assert weights("kind") is shipped

"""How far the main case has come, as of the article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from extract.drafts import PersonSpans
from extract.linear import shares
from extract.outline import article_signs
from extract.reading import Ruling
from extract.text import Text
from extract.violations import ViolationFound
from extract.vocabulary import Kind, Stage

NONE = "none"


def main_stage(
    text: Text,
    kind: Kind,
    rulings: Sequence[Ruling] = (),
    violations: Sequence[ViolationFound] = (),
    accused: Sequence[PersonSpans] = (),
) -> Stage | None:
    """The likeliest stage by the weights in `weights/stage.toml`; None where no case is told."""
    if kind in ("other", "prevention"):
        return None
    signs = article_signs(text, rulings, (), violations, accused) | {f"kind: {kind}": 1.0}
    odds = shares("stage", signs)
    best = max(odds, key=lambda s: odds[s])
    return None if best == NONE else cast(Stage, best)

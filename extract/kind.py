"""What kind of article it is: an incident, a ruling, statistics, prevention, or none of these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from extract.drafts import PersonSpans
from extract.linear import shares, why
from extract.outline import article_signs
from extract.reading import Ruling, Statistic
from extract.text import Text
from extract.violations import ViolationFound
from extract.vocabulary import Kind


def article_kind(
    text: Text,
    rulings: Sequence[Ruling] = (),
    figures: Sequence[Statistic] = (),
    violations: Sequence[ViolationFound] = (),
    accused: Sequence[PersonSpans] = (),
) -> Kind:
    """The likeliest kind by the weights in `weights/kind.toml`; `accused` are those accused of any standing."""
    return likeliest(kind_odds(text, rulings, figures, violations, accused))


def likeliest(odds: Mapping[str, float]) -> Kind:
    """The kind with the highest probability."""
    return cast(Kind, max(odds, key=lambda k: odds[k]))


def kind_odds(
    text: Text,
    rulings: Sequence[Ruling] = (),
    figures: Sequence[Statistic] = (),
    violations: Sequence[ViolationFound] = (),
    accused: Sequence[PersonSpans] = (),
) -> dict[str, float]:
    """The probability of each kind."""
    return shares("kind", article_signs(text, rulings, figures, violations, accused))


def why_kind(
    text: Text,
    kind: Kind,
    rulings: Sequence[Ruling] = (),
    figures: Sequence[Statistic] = (),
    violations: Sequence[ViolationFound] = (),
    accused: Sequence[PersonSpans] = (),
) -> list[tuple[str, float]]:
    """The signs that spoke most for or against a kind."""
    return why("kind", kind, article_signs(text, rulings, figures, violations, accused))

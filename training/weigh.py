"""Fit the weights of the linear judgements in `extract/weights` on the annotated articles: `python -m training.weigh`.

Each judgement is a logistic regression over named signs. The kind and the stage of an article build on its rulings,
violations and figures; they are fitted on what those judgements say of hands that they have not seen. Who is accused
is taken from `subjects.json`: as a reader judges who has not seen the article. Thresholds are a little above those of
the best F1, for a false finding is worse than a missed one. Some minutes.
"""

# mypy: disable-error-code="import-not-found,import-untyped,unused-ignore"

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from extract.linear import Weights, judging_by
from training.lessons import Example, Lesson, lessons

WEIGHTS = Path(__file__).parent.parent / "extract" / "weights"
LEAST = 0.05  # smaller weights are left out of the file
FOLDS = 5
FEW = 8  # labels with fewer examples answered yes get no weights of their own


@dataclass(frozen=True)
class Judgement:
    """One file of weights: what it says, how strongly they are held down (C), how rare a sign may be, thresholds."""

    name: str
    about: str
    c: float
    rarest: int = 4
    threshold: float = 0.35
    thresholds: dict[str, float] = field(default_factory=dict)
    others: str = ""


FIGURES = Judgement("figures", "Is a number in the text a statistic?", 0.5, thresholds={"yes": 0.4})
VIOLATIONS = Judgement(
    "violations", "Is a violation with a wording in the text one of the article's?", 0.2, others="any other"
)
RULINGS = Judgement(
    "rulings",
    "Did a body take a decision that sentences tell?",
    0.2,
    thresholds={"dismissed": 0.4, "sanctioned": 0.35, "convicted": 0.48, "violation": 0.5},
)
KIND = Judgement("kind", "What kind of article is it?", 0.3)
STAGE = Judgement("stage", "How far has the main case come?", 0.3)


def main() -> int:
    """Fit all judgements, write their files, and say on how much."""
    for name, weights in taught(lessons()).items():
        (WEIGHTS / f"{name}.toml").write_text(written(weights), "utf-8")
        print(f"{name}: {weights.fitted}", file=sys.stderr)
    return 0


def taught(material: Sequence[Lesson]) -> dict[str, Weights]:
    """All weights from some lessons."""
    outlines = unseen_outlines(material)
    kinds = [Example("", signs, lesson.gold["kind"]) for lesson, signs in outlines]
    stages = [
        Example("", signs | {f"kind: {lesson.gold['kind']}": 1.0}, lesson.gold["procedural_status"] or "none")
        for lesson, signs in outlines
        if lesson.gold["kind"] not in ("other", "prevention")
    ]
    return parts(material) | {"kind": choice(KIND, kinds), "stage": choice(STAGE, stages)}


def parts(material: Iterable[Lesson]) -> dict[str, Weights]:
    """The judgements that build on no other."""
    cases = [lesson for lesson in material if lesson.gold["kind"] != "other"]
    return {
        "figures": questions(FIGURES, [e for lesson in cases for e in lesson.figures]),
        "violations": questions(VIOLATIONS, [e for lesson in cases for e in lesson.violations]),
        "rulings": questions(RULINGS, [e for lesson in cases for e in lesson.rulings]),
    }


def unseen_outlines(material: Sequence[Lesson]) -> list[tuple[Lesson, dict[str, float]]]:
    """Each lesson's outline, by judgements fitted on other hands."""
    hands = sorted({lesson.hand for lesson in material})
    found = []
    for fold in range(FOLDS):
        mine = set(hands[fold::FOLDS])
        with judging_by(parts([x for x in material if x.hand not in mine])):
            found += [(x, x.outline()) for x in material if x.hand in mine]
    return found


def questions(judgement: Judgement, examples: Sequence[Example]) -> Weights:
    """A yes-or-no question for each label that was answered yes often enough, and one for all the others."""
    often = Counter(e.label for e in examples if e.answer == "yes")
    labels = [label for label, n in sorted(often.items()) if n >= FEW]
    found = {label: fit(judgement, [e for e in examples if e.label == label])["yes"] for label in labels}
    if judgement.others:
        found[judgement.others] = fit(judgement, examples)["yes"]
    return _weights(judgement, found, len(examples))


def choice(judgement: Judgement, examples: Sequence[Example]) -> Weights:
    """A choice of one label among several."""
    return _weights(judgement, fit(judgement, examples), len(examples))


def _weights(judgement: Judgement, labels: dict[str, dict[str, float]], number: int) -> Weights:
    fitted = f"on {number} examples of the annotated articles"
    thresholds = (
        {label: judgement.thresholds.get(label, judgement.threshold) for label in labels}
        if judgement.name in ASKED
        else {}
    )
    return Weights(about=judgement.about, fitted=fitted, labels=labels, thresholds=thresholds)


ASKED = ("figures", "violations", "rulings")


def fit(judgement: Judgement, examples: Sequence[Example]) -> dict[str, dict[str, float]]:
    """The weights per answer, of signs that occur often enough; of yes and no only those of yes."""
    often = Counter(s for e in examples for s, x in e.signs.items() if x)
    kept = [{s: x for s, x in e.signs.items() if often[s] >= judgement.rarest} for e in examples]
    vectors = DictVectorizer()
    rows = vectors.fit_transform(kept)
    model = LogisticRegression(C=judgement.c, max_iter=1000).fit(rows, [e.answer for e in examples])
    answers = model.classes_ if len(model.classes_) > 2 else model.classes_[1:]
    return {
        str(answer): {"bias": round(float(bias), 3)}
        | {s: round(float(w), 3) for s, w in zip(vectors.get_feature_names_out(), row, strict=True) if abs(w) >= LEAST}
        for answer, row, bias in zip(answers, model.coef_, model.intercept_, strict=True)
    }


def write(judgement: Judgement, examples: Sequence[Example], labels: dict[str, dict[str, float]]) -> None:
    """Write the weights of a judgement fitted elsewhere."""
    weights = _weights(judgement, labels, len(examples))
    (WEIGHTS / f"{judgement.name}.toml").write_text(written(weights), "utf-8")


def written(weights: Weights) -> str:
    """The weights as TOML, strongest first."""
    lines = [f"about = {json.dumps(weights.about)}", f"fitted = {json.dumps(weights.fitted)}"]
    if weights.thresholds:
        lines += ["", "[thresholds]", *(f"{json.dumps(k)} = {v}" for k, v in weights.thresholds.items())]
    for label, signs in weights.labels.items():
        ordered = sorted(signs.items(), key=lambda p: (p[0] != "bias", -abs(p[1]), p[0]))
        lines += ["", f"[labels.{json.dumps(label)}]"]
        lines += [f"{json.dumps(s, ensure_ascii=False)} = {w}" for s, w in ordered]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())

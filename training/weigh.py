"""Fit the weights of the linear judgements in `extract/weights` on the annotated articles: `python -m training.weigh`.

Each judgement is a logistic regression over named signs. A judgement that builds on another (the kind of an article on
its rulings) is fitted on what the other says of articles it has not seen: folds by the hand that wrote them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from extract.figures import find_figures, weighed_counts
from extract.outline import article_signs
from extract.places import find_places
from extract.rulings import PersonSpans, find_rulings
from extract.text import Text
from extract.violations import find_violations
from training.mentions import find_mentions

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "extract" / "weights"
LEAST = 0.02  # smaller weights are left out of the file


@dataclass(frozen=True)
class Example:
    """What is to be judged, as signs, and the right answer."""

    article: str
    signs: dict[str, float]
    answer: str


@dataclass(frozen=True)
class Judgement:
    """One file of weights: what it says, how strongly it is held down (C), and how rare a sign may be."""

    name: str
    about: str
    c: float
    rarest: int
    threshold: float = 0.5


FIGURES = Judgement(
    "figures", "whether a number in the text is a statistic of the neutrality of officials", 0.5, 4, 0.4
)
KIND = Judgement("kind", "what kind of article it is", 0.3, 4)
STAGE = Judgement("stage", "how far the main case has come", 0.3, 4)


def main() -> int:
    """Fit all judgements and write their files; print how many examples each had."""
    articles = [
        (path.name.removesuffix(".gold.json"), path) for path in sorted((HERE / "articles").glob("*.gold.json"))
    ]
    loaded = [(name, *_load(path)) for name, path in articles]
    for judgement, examples_of in ((FIGURES, figure_examples), (KIND, kind_examples), (STAGE, stage_examples)):
        examples = [e for name, gold, text in loaded for e in examples_of(name, gold, text)]
        write(judgement, examples, fit(judgement, examples))
        print(f"{judgement.name}: {len(examples)} examples", file=sys.stderr)
    return 0


def _load(path: Path) -> tuple[dict[str, object], Text]:
    gold = json.loads(path.read_text("utf-8"))
    article = json.loads(path.with_name(path.name.replace(".gold", "")).read_text("utf-8"))
    return gold, Text(article["text"], article["title"] or "")


def figure_examples(name: str, gold: dict, text: Text) -> list[Example]:
    """Each count in an article, right where its value is among the annotated statistics, one for one."""
    if gold["kind"] == "other":
        return []
    left = [float(s["number"]) for s in gold["statistics"] if isinstance(s["number"], (int, float))]
    examples = []
    for count, signs in weighed_counts(text, find_places(text)):
        right = count.number.value in left
        if right:
            left.remove(count.number.value)
        examples.append(Example(name, signs, "yes" if right else "no"))
    return examples


def signs_of(gold: dict, text: Text) -> dict[str, float]:
    """The signs of a whole article."""
    found = find_mentions(text, [p["name"] for p in gold["persons"]])
    people = [PersonSpans(i, tuple(spans)) for i, spans in enumerate(found)]
    figures = find_figures(text, None, (), find_places(text))
    return article_signs(text, find_rulings(text, (), people, ()), figures, find_violations(text))


def kind_examples(name: str, gold: dict, text: Text) -> list[Example]:
    return [Example(name, signs_of(gold, text), gold["kind"])]


def stage_examples(name: str, gold: dict, text: Text) -> list[Example]:
    if gold["kind"] in ("other", "prevention"):
        return []
    signs = signs_of(gold, text) | {f"kind: {gold['kind']}": 1.0}
    return [Example(name, signs, gold["procedural_status"] or "none")]


def fit(judgement: Judgement, examples: Sequence[Example]) -> dict[str, dict[str, float]]:
    """The weights per label, of signs that occur often enough."""
    often = Counter(s for e in examples for s, x in e.signs.items() if x)
    kept = [{s: x for s, x in e.signs.items() if often[s] >= judgement.rarest} for e in examples]
    vectors = DictVectorizer()
    model = LogisticRegression(C=judgement.c, max_iter=5000).fit(
        vectors.fit_transform(kept), [e.answer for e in examples]
    )
    rows = dict(zip(model.classes_, model.coef_, strict=True)) if len(model.classes_) > 2 else {"yes": model.coef_[0]}
    bias = dict(zip(rows, model.intercept_, strict=True))
    return {
        str(label): {"bias": round(float(bias[label]), 3)}
        | {s: round(float(w), 3) for s, w in zip(vectors.get_feature_names_out(), row, strict=True) if abs(w) >= LEAST}
        for label, row in rows.items()
    }


def write(judgement: Judgement, examples: Sequence[Example], labels: dict[str, dict[str, float]]) -> None:
    """Write the weights as TOML, strongest first."""
    lines = [
        f"about = {json.dumps(judgement.about)}",
        f'fitted = "on {len(examples)} examples"',
        f"threshold = {judgement.threshold}",
    ]
    for label, signs in labels.items():
        lines += ["", f"[labels.{label}]"]
        lines += [
            f"{json.dumps(s, ensure_ascii=False)} = {w}" for s, w in sorted(signs.items(), key=lambda p: -abs(p[1]))
        ]
    (WEIGHTS / f"{judgement.name}.toml").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())

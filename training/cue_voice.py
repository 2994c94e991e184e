"""Trains the second voice: logistic regression over cues, pruned and rounded so that the file can be read.

Run as `python -m training.cue_voice [OUT_FOLDER] [--without FOLD]`; with `--without` the articles of that fold are left
out, for measuring.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from extract.cues import cues, scene
from extract.name import Name
from extract.names import clean_names
from extract.people import Person, people_of
from training.corpus import Annotated, Known, annotated

STRENGTH = 0.5
"""Inverse of the L2 penalty."""
SEEN = 2
"""Persons that must show a cue for it to count."""
LEAST = 0.03
"""A cue whose every weight is smaller is dropped."""

NOBODIES = 1
"""Stretches that name nobody, taken from an article."""
RUN = re.compile(r"[A-Z][a-z]\w+(?:[ \t][A-Z][a-z]\w+){0,2}")

Example = tuple[dict[str, float], str]


def examples(articles: Sequence[Annotated]) -> list[Example]:
    """Each annotated person's cues and role; in articles about something else nobody is taken."""
    return [e for a in articles if a.kind != "other" for e in _of(a)]


def _of(article: Annotated) -> list[Example]:
    known = [p for p in article.persons if p.spans]
    people = [_person(p) for p in known] + _nobodies(article, known)
    view = scene(article.text, people)
    roles = [p.role for p in known] + ["nobody"] * (len(people) - len(known))
    return [(cues(view, i), role) for i, role in enumerate(roles)]


def _nobodies(article: Annotated, known: Sequence[Known]) -> list[Person]:
    """A few capitalised stretches that are no person's name, as a finder of names might take them for one."""
    text = article.text
    taken = sorted(s for p in known for s in p.spans)
    runs = (Name(*m.span(), 0.5) for line in text.body for m in RUN.finditer(text.raw, line.start, line.end))
    free = (n for n in runs if not any(s.start < n.end and n.start < s.end for s in taken))
    people = [p for p in people_of(text, clean_names(text, free)) if not p.initials]
    return random.Random(article.id).sample(people, min(NOBODIES, len(people)))


def _person(known: Known) -> Person:
    initials = len(known.name) <= 4 and known.name.replace(".", "").isupper()
    return Person(known.name, (known.name,), tuple(sorted(known.spans)), initials, 1.0)


def fit(rows: Sequence[Example]) -> dict[str, object]:
    """Weights of a model, as `cues.json` holds them."""
    seen = Counter(cue for found, _ in rows for cue in found)
    kept = [{cue: v for cue, v in found.items() if seen[cue] >= SEEN} for found, _ in rows]
    names = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=500, tol=1e-3).fit(names.fit_transform(kept), [r for _, r in rows])
    columns = zip(names.get_feature_names_out(), model.coef_.T, strict=True)
    weights = {str(cue): np.round(row, 2).tolist() for cue, row in columns if np.abs(row).max() >= LEAST}
    roles = [str(c) for c in model.classes_]
    return {"version": "", "roles": roles, "bias": np.round(model.intercept_, 3).tolist(), "weights": weights}


def main() -> None:
    """Train and write `cues.json`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, nargs="?", default=Path("extract/model"))
    parser.add_argument("--without", type=int, choices=(1, 2))
    args = parser.parse_args()
    articles = [a for a in annotated() if a.fold != args.without]
    model = fit(examples(articles))
    model["version"] = f"{len(articles)} articles"
    args.out.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(f"{json.dumps(c, ensure_ascii=False)}:{json.dumps(w)}" for c, w in model["weights"].items())  # type: ignore[attr-defined]
    head = json.dumps({k: model[k] for k in ("version", "roles", "bias")})[:-1]
    (args.out / "cues.json").write_text(f'{head}, "weights": {{\n{lines}\n}}}}\n', "utf-8")
    print(f"{len(articles)} articles, {len(model['weights'])} cues", file=sys.stderr)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()

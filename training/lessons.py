"""What the linear judgements learn from: the annotated articles, as signs with the right answers."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from extract.draft_signs import weighed_drafts
from extract.drafts import Draft, PersonSpans
from extract.encoder import RoleOdds
from extract.figures import find_figures, weighed_counts
from extract.outline import article_signs
from extract.people import Person
from extract.places import PlaceFound, find_places
from extract.references import references
from extract.rulings import find_rulings
from extract.speech import said
from extract.subjects import subjects
from extract.text import Span, Text
from extract.violations import find_hits, find_violations, violation_signs
from training.bodies import same_body
from training.mentions import find_mentions
from training.subjects import FILE, hand

ARTICLES = Path(__file__).parent / "articles"


@dataclass(frozen=True)
class Example:
    """What is judged, as signs, and the right answer to it: a label's name, or yes or no to `label`."""

    label: str
    signs: dict[str, float]
    answer: str


@dataclass(frozen=True)
class Lesson:
    """An annotated article with those accused as a reader would judge them; `hand` wrote it."""

    id: str
    gold: dict[str, Any]
    text: Text
    accused: tuple[PersonSpans, ...]

    @property
    def hand(self) -> str:
        """Who wrote it."""
        return hand(self.id)

    @cached_property
    def mentions(self) -> tuple[Span, ...]:
        return tuple(s for p in self.accused for s in p.spans)

    @cached_property
    def places(self) -> tuple[PlaceFound, ...]:
        return find_places(self.text)

    @cached_property
    def figures(self) -> list[Example]:
        """Each count, right where its value is among the annotated statistics, one for one."""
        left = [float(s["number"]) for s in self.gold["statistics"] if isinstance(s["number"], (int, float))]
        examples = []
        for count, signs in weighed_counts(self.text, self.places):
            right = count.number.value in left
            if right:
                left.remove(count.number.value)
            examples.append(Example("yes", signs, "yes" if right else "no"))
        return examples

    @cached_property
    def violations(self) -> list[Example]:
        """Each violation of which the text has a wording."""
        told = violation_signs(self.text, find_hits(self.text, self.mentions))
        gold = self.gold["violation_type"]
        return [Example(v, signs, "yes" if v in gold else "no") for v, signs in told.items()]

    @cached_property
    def rulings(self) -> list[Example]:
        """Each draft of a ruling, right where the annotation has one of its kind and body, one for one."""
        drafts = weighed_drafts(self.text, self.accused)
        answers = _answers(self.gold["rulings"], [d for d, _ in drafts])
        return [Example(d.group, signs, a) for (d, signs), a in zip(drafts, answers, strict=True) if a]

    def outline(self) -> dict[str, float]:
        """The signs of the whole article, by the judgements in force."""
        rulings = find_rulings(self.text, (), self.accused, ())
        figures = find_figures(self.text, None, (), self.places)
        return article_signs(self.text, rulings, figures, find_violations(self.text, self.mentions), self.accused)


def lessons(folder: Path = ARTICLES, judged: Path = FILE) -> list[Lesson]:
    """The annotated articles of a folder whose persons have been judged unseen; others wait for training.subjects."""
    known = json.loads(judged.read_text("utf-8"))
    named = ((path.name.removesuffix(".gold.json"), path) for path in sorted(folder.glob("*.gold.json")))
    return [_lesson(path, known[name]) for name, path in named if name in known]


def _lesson(path: Path, odds: list[list[float]]) -> Lesson:
    gold = json.loads(path.read_text("utf-8"))
    article = json.loads(path.with_name(path.name.replace(".gold", "")).read_text("utf-8"))
    text = Text(article["text"], article["title"] or "")
    unseen = [RoleOdds(accused, proven, cleared) for accused, proven, cleared in odds]
    return Lesson(path.name.removesuffix(".gold.json"), gold, text, _accused(text, gold["persons"], unseen))


def _accused(text: Text, persons: list[dict[str, Any]], odds: list[RoleOdds]) -> tuple[PersonSpans, ...]:
    found = find_mentions(text, [p["name"] for p in persons])
    people = [Person(p["name"], (p["name"],), tuple(s), False, 1.0) for p, s in zip(persons, found, strict=True)]
    speakers = frozenset(s.person for s in said(text, people))
    return subjects(references(text, people, speakers), odds)


def _answers(gold: list[dict[str, Any]], drafts: list[Draft]) -> list[str]:
    """yes or no for each draft; "" for a breach found that the annotation counts as a step only."""
    left = [r for r in gold if r.get("sanction") != "none yet"]
    steps = [r for r in gold if r.get("sanction") == "none yet"]
    answers = ["no"] * len(drafts)
    for i in sorted(range(len(drafts)), key=lambda i: (not drafts[i].claimed, i)):
        draft = drafts[i]
        fitting = steps if draft.group == "violation" else [r for r in left if draft.group in _groups(r)]
        ruling = next((r for r in fitting if same_body(r["body"], draft.body)), None)
        if ruling is not None:
            (steps if draft.group == "violation" else left).remove(ruling)
            answers[i] = "yes"
    return answers


def _groups(ruling: dict[str, Any]) -> tuple[str, ...]:
    """The kinds of draft that an annotated ruling can be, by its sanction."""
    sanction = (ruling.get("sanction") or "").lower()
    for pattern, group in (
        (r"^none$", "dismissed"),
        (r"prison|fine", "convicted"),
        (r"cancell|disqualif", "candidacy_cancelled"),
        (r"block", "records_blocked"),
    ):
        if re.search(pattern, sanction):
            return (group,)
    return ("sanctioned",)

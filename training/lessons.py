"""What the linear judgements learn from: the annotated articles, as signs with the right answers."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from extract.draft_signs import weighed_drafts
from extract.drafts import Draft, PersonSpans
from extract.figures import find_figures, weighed_counts
from extract.outline import article_signs
from extract.people import Person
from extract.places import PlaceFound, find_places
from extract.references import references
from extract.rulings import find_rulings
from extract.text import Span, Text
from extract.violations import find_hits, find_violations, violation_signs
from extract.vocabulary import Standing
from training.bodies import same_body
from training.mentions import find_mentions

ARTICLES = Path(__file__).parent / "articles"
STANDING: dict[str, Standing] = {"offender_alleged": "alleged", "offender_proven": "proven", "cleared": "cleared"}
MISTAKEN, INVENTED, UNKNOWN = 0.10, 0.01, 0.15
"""How often an accused is judged wrongly, another person is taken for accused, nothing is known of the accused."""
CASELESS = ("other",)


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
    blind: bool

    @property
    def hand(self) -> str:
        return self.id[1] if self.id[0] in "mnot" else self.id

    @property
    def known(self) -> tuple[PersonSpans, ...] | None:
        """The accused, or None where the lesson is to be judged without them."""
        return None if self.blind else self.accused

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
        return article_signs(self.text, rulings, figures, find_violations(self.text, self.mentions), self.known)


def lessons(folder: Path = ARTICLES, seed: int = 7) -> list[Lesson]:
    """All annotated articles of a folder."""
    chance = random.Random(seed)
    return [_lesson(path, chance) for path in sorted(folder.glob("*.gold.json"))]


def _lesson(path: Path, chance: random.Random) -> Lesson:
    gold = json.loads(path.read_text("utf-8"))
    article = json.loads(path.with_name(path.name.replace(".gold", "")).read_text("utf-8"))
    text = Text(article["text"], article["title"] or "")
    accused = tuple(_accused(text, gold["persons"], chance))
    return Lesson(path.name.removesuffix(".gold.json"), gold, text, accused, chance.random() < UNKNOWN)


def _accused(text: Text, persons: list[dict[str, Any]], chance: random.Random) -> Iterator[PersonSpans]:
    found = find_mentions(text, [p["name"] for p in persons])
    people = [Person(p["name"], (p["name"],), tuple(s), False, 1.0) for p, s in zip(persons, found, strict=True)]
    speakers = frozenset(i for i, p in enumerate(persons) if p["role"] == "speaker")
    meant = references(text, people, speakers)
    for i, person in enumerate(persons):
        standing = STANDING.get(person["role"])
        if chance.random() < (MISTAKEN if standing else INVENTED):
            standing = chance.choice((None, *STANDING.values()))
        if standing:
            yield PersonSpans(i, tuple(Span(r.start, r.end) for r in meant if r.person == i), standing)


def _answers(gold: list[dict[str, Any]], drafts: list[Draft]) -> list[str]:
    """yes or no for each draft; "" for a breach found that the annotation counts as a step only."""
    left = [r for r in gold if r.get("sanction") != "none yet"]
    steps = [r for r in gold if r.get("sanction") == "none yet"]
    answers = ["no"] * len(drafts)
    for i in sorted(range(len(drafts)), key=lambda i: (not drafts[i].claimed, i)):
        draft = drafts[i]
        fitting = steps if draft.group == "violation" else [r for r in left if draft.group in _groups(r)]
        ruling = next((r for r in fitting if same_body(r["body"], draft.body.name)), None)
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

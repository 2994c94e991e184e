"""How a reader that has not seen an article judges its persons: `python -m training.subjects` writes `subjects.json`.

Rulings, violations, kind and stage are judged by signs of who is accused. To be fitted on persons as they will be
judged, not as they are annotated, they need judgements with their mistakes: here by the cue voice, for each hand fitted
on the other hands. A few minutes; needed before `training.weigh` whenever articles or cues have changed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence

import msgspec

from extract.cue_voice import CueVoice, CueWeights
from extract.cues import Scene, scene
from extract.encoder import RoleOdds
from extract.people import Person
from training.corpus import HERE, Annotated, annotated
from training.cue_voice import examples, fit

FILE = HERE / "subjects.json"
FOLDS = 7


def hand(name: str) -> str:
    """Who wrote an article: the second letter of its name; a retold case is a hand of its own."""
    return name[1] if name[0] in "mnot" else name


def main() -> int:
    """Judge all articles of the project and write how."""
    found = dict(sorted(judged(annotated())))
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(odds)}" for name, odds in found.items())
    FILE.write_text(f"{{\n{lines}\n}}\n", "utf-8")
    print(f"{len(found)} articles", file=sys.stderr)
    return 0


def judged(articles: Sequence[Annotated]) -> Iterator[tuple[str, list[tuple[float, float, float]]]]:
    """Each article of the project with its persons' odds to be accused, proven and cleared, in the annotation's order.

    The retold cases are learnt from where they are at hand, never written of.
    """
    hands = sorted({hand(a.id) for a in articles})
    for fold in range(FOLDS):
        mine = set(hands[fold::FOLDS])
        voice = _voice([a for a in articles if hand(a.id) not in mine])
        for article in articles:
            if hand(article.id) in mine and article.id[0] in "mnot":
                yield article.id, [_odds(voice, view, i) for view, i in _views(article)]


def _voice(articles: Sequence[Annotated]) -> CueVoice:
    return CueVoice(msgspec.convert(fit(examples(articles)), CueWeights))


def _views(article: Annotated) -> Iterator[tuple[Scene | None, int]]:
    """Each annotated person as the scene and the index in it; nothing for one who is never named."""
    named = [p for p in article.persons if p.spans]
    people = [Person(p.name, (p.name,), tuple(sorted(p.spans)), len(p.name) <= 4, 1.0) for p in named]
    view = scene(article.text, people)
    yield from ((view, named.index(p)) if p.spans else (None, 0) for p in article.persons)


def _odds(voice: CueVoice, view: Scene | None, index: int) -> tuple[float, float, float]:
    odds = voice.odds(view, index) if view is not None else RoleOdds(*(0.0,) * 8)
    return round(odds.accused, 3), round(odds.proven, 3), round(odds.cleared, 3)


if __name__ == "__main__":
    sys.exit(main())

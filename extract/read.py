"""Article → Reading: the reader's steps in their order, each a module that can be tested alone.

relevance → names → people → offices, bodies, places, dates, laws → two voices → roles → rulings, figures, kind, stage.
Most pages stop at the first step, cheaply; the encoder runs only on relevant ones.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import msgspec

from extract.activities import find_activities
from extract.agencies import find_agencies
from extract.case import incidents_of, kinds_of
from extract.cue_voice import load_cue_voice
from extract.cues import Scene, scene
from extract.dates import find_dates
from extract.drafts import PersonSpans
from extract.election import find_election
from extract.encoder import Opinion, RoleOdds, load_encoder
from extract.figures import find_figures
from extract.kind import kind_odds, likeliest
from extract.laws import find_laws
from extract.name import Name
from extract.names import clean_names
from extract.officials import officials_of
from extract.people import Person, people_of
from extract.places import find_places, main_place
from extract.reading import Article, Official, Reading
from extract.relevance import relevant
from extract.roles import Limits, Verdict, judge
from extract.rulings import find_rulings, of_the_accused
from extract.stage import main_stage
from extract.subjects import subjects
from extract.text import Text
from extract.violations import find_violations
from extract.voice import Finding, findings, nearby

DOUBT = 0.15  # probability that an article is about something else, from which an accusation must be surer
NOBODY = 0.7  # probability from which a name is taken for a place, a body or a link, and left out
ACCUSING = ("incident", "ruling")


@dataclass(frozen=True)
class Heard:
    """The people of an article with what each voice says of them, and the sentences that the rules found."""

    view: Scene
    encoder: tuple[Opinion, ...]
    cues: tuple[RoleOdds, ...]
    found: tuple[tuple[Finding, ...], ...]


@dataclass(frozen=True)
class Judged(Heard):
    """The same with the verdicts."""

    verdicts: tuple[Verdict, ...]

    @property
    def subjects(self) -> tuple[PersonSpans, ...]:
        """Whom the case is about, by both voices together; more than are called accused."""
        return subjects(self.view.references, [v.odds for v in self.verdicts])


class Reader:
    """Reads articles; the same article always gives the same Reading. Raises ModelError if the model is damaged."""

    def __init__(self, model: Path | None = None, limits: Limits | None = None) -> None:
        self.encoder = load_encoder(model)
        self.cues = load_cue_voice(model)
        self.limits = limits or Limits()
        self.version = f"{self.encoder.version}+{rules_version()}"

    def read(self, article: Article) -> Reading:
        """What an article says; an irrelevant one is of kind `other` and names nobody."""
        if not relevant(article.title or "", article.text):
            return Reading(id=article.id, article=article, kind="other", reader=self.version)
        text = Text(article.text, article.title or "")
        return self._read(article, text)

    def _read(self, article: Article, text: Text) -> Reading:
        agencies, places, dates = find_agencies(text), find_places(text), find_dates(text, article.published)
        judged = self.judge(text)
        accused = judged.subjects
        violations = find_violations(text, [s for p in accused for s in p.spans])
        rulings = find_rulings(text, agencies, accused, dates)
        figures = find_figures(text, article.published, agencies, places, dates)
        odds = kind_odds(text, rulings, figures, violations, accused)
        kind = likeliest(odds)
        officials = officials_of(judged.view, judged.verdicts)
        least = self.limits.doubtful if odds["other"] >= DOUBT else 0.0
        officials = tuple(nobodys_case(o, 1.1 if kind not in ACCUSING else least) for o in officials)
        stage = main_stage(text, kind, rulings, violations, accused)
        place = main_place(text, places)
        return Reading(
            id=article.id,
            article=article,
            kind=kind,
            reader=self.version,
            election=find_election(text, article.published),
            place=place,
            officials=officials,
            agencies=agencies,
            dates=dates,
            violations=kinds_of(violations) if kind in ACCUSING else (),
            incidents=incidents_of(text, kind, officials, violations, dates, place, stage),
            stage=stage,
            rulings=of_the_accused(rulings, officials),
            laws=find_laws(text),
            statistics=figures,
            activities=find_activities(text),
        )

    def judge(self, text: Text) -> Judged:
        """Judge each of an article's people by both voices; whom both take for nobody is left out."""
        judged = self.weigh(self.hear(text, self.people(text)))
        kept = [p for p, v in zip(judged.view.people, judged.verdicts, strict=True) if v.odds.nobody < NOBODY]
        return judged if len(kept) == len(judged.view.people) else self.weigh(self.hear(text, kept))

    def people(self, text: Text) -> tuple[Person, ...]:
        """The persons whom an article names, as the encoder's names and the rules for names have them."""
        return people_of(
            text, clean_names(text, (Name(n.start, n.end, n.probability) for n in self.encoder.names(text)))
        )

    def hear(self, text: Text, people: Sequence[Person]) -> Heard:
        """What the encoder, the cues and the rules say of some people of a text."""
        view = scene(text, people)
        opinions = self.encoder.opinions(text, [p.spans for p in people])
        cues = tuple(self.cues.odds(view, i) for i in range(len(people)))
        said = findings(text, view.references, view.spoken)
        close = [tuple(f for f in said if f.person == i) for i in range(len(people))]
        found = tuple(f or tuple(nearby(view, i)) for i, f in enumerate(close))
        return Heard(view, opinions, cues, found)

    def weigh(self, heard: Heard) -> Judged:
        """The verdict on each person, from what the voices say."""
        view = heard.view
        parts = zip(heard.encoder, heard.cues, heard.found, view.people, view.offices, strict=True)
        verdicts = tuple(judge(*part, self.limits) for part in parts)
        return Judged(heard.view, heard.encoder, heard.cues, heard.found, verdicts)


def nobodys_case(official: Official, least: float) -> Official:
    """An accusation below `least` is dropped: in an article that tells no case, or perhaps another matter's."""
    if official.role != "accused" or official.confidence >= least:
        return official
    return msgspec.structs.replace(official, role="other", standing=None)


@cache
def rules_version() -> str:
    """Eight digits of the digest of all rules and phrases, so that a changed rule changes the reader's version."""
    digest = hashlib.sha256()
    folder = Path(str(resources.files("extract")))
    for path in sorted(p for p in folder.rglob("*") if p.suffix in (".py", ".toml", ".txt", ".json")):
        digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:8]

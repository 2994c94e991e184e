"""What fold models say of articles they have not seen: every person's scores, and the names found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extract.encoder import ROLES, Encoder, NameFound
from extract.name import Name
from extract.names import clean_names
from extract.people import Person, people_of, same_name
from extract.text import Span
from training.corpus import Annotated

Array = npt.NDArray[np.float32]
ACCUSED = frozenset({"alleged", "proven"})
NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Judged:
    """One person of one article: the role as annotated (`nobody` if not annotated) and each role's raw score."""

    article: str
    name: str
    role: str
    scores: Array


@dataclass(frozen=True, slots=True)
class Found:
    """Persons and mentions that an article names, and how many of them were found and how many others."""

    article: str
    persons: tuple[int, int, int]
    mentions: tuple[int, int, int]


def judged(encoder: Encoder, articles: Iterable[Annotated]) -> Iterator[Judged]:
    """Scores of the annotated persons, their mentions given."""
    for article in articles:
        scores = encoder.role_scores(article.text, [p.spans for p in article.persons])
        for i, row in scores.items():
            yield Judged(article.id, article.persons[i].name, article.persons[i].role, row)


def judged_as_found(encoder: Encoder, articles: Iterable[Annotated]) -> Iterator[Judged]:
    """Scores of the persons whom the encoder itself finds, with the role of the annotated person each one is."""
    for article in articles:
        people = found_people(encoder, article)
        scores = encoder.role_scores(article.text, [p.spans for p in people])
        roles = dict(paired(article, people))
        for i, row in scores.items():
            yield Judged(article.id, people[i].name, roles.get(i, NOBODY), row)


def found_people(encoder: Encoder, article: Annotated) -> tuple[Person, ...]:
    """The encoder's names, cleaned and grouped into persons as the reader does it."""
    names = [Name(n.start, n.end, n.probability) for n in encoder.names(article.text)]
    return people_of(article.text, clean_names(article.text, names))


def found(encoder: Encoder, articles: Iterable[Annotated]) -> Iterator[Found]:
    """How well persons and their mentions are found; articles of kind `other` are left out, as in the gold score."""
    for article in (a for a in articles if a.kind != "other"):
        people = found_people(encoder, article)
        hit = len({i for i, _ in paired(article, people)})
        persons = hit, len(people) - hit, len(article.persons) - hit
        yield Found(article.id, persons, _same_spans(article, encoder.names(article.text)))


def _same_spans(article: Annotated, names: Sequence[NameFound]) -> tuple[int, int, int]:
    gold = {s for p in article.persons for s in p.spans}
    seen = {Span(n.start, n.end) for n in names}
    return len(gold & seen), len(seen - gold), len(gold - seen)


def paired(article: Annotated, people: Sequence[Person]) -> Iterator[tuple[int, str]]:
    """Which found person is which annotated one: the one that shares most mentions, or else the name."""
    free = dict(enumerate(people))
    for known in article.persons:
        best = max(free, key=lambda i: _shared(known.spans, free[i].spans), default=None)
        if best is not None and (_shared(known.spans, free[best].spans) or _alike(known.name, free[best])):
            yield best, known.role
            del free[best]


def _shared(a: Sequence[Span], b: Sequence[Span]) -> int:
    return sum(any(s.start < t.end and t.start < s.end for t in b) for s in a)


def _alike(name: str, person: Person) -> bool:
    return same_name(tuple(name.lower().split()), person.words, person.initials)


def softmax(scores: Array, temperature: float) -> npt.NDArray[np.float64]:
    """Probabilities per row of scores."""
    scaled = scores.astype(np.float64) / temperature
    exp = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray(exp / exp.sum(axis=-1, keepdims=True))


def accused_odds(people: Sequence[Judged], temperature: float) -> npt.NDArray[np.float64]:
    """Each person's calibrated probability of being accused: alleged and proven together."""
    odds = softmax(np.stack([p.scores for p in people]), temperature)
    return np.asarray(odds[:, ROLES.index("alleged")] + odds[:, ROLES.index("proven")])

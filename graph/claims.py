"""From one Reading to claims: what each quoted sentence says, and of whom, whether or not it happened.

Claims of one kind and standing that rest on the same words are one. A person whom no evidence shows is shown by the
first sentence that names him, else by the headline; a fact without a sentence is no fact and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extract.reading import Evidence, Official, Place, Reading
from extract.text import Span, Text
from graph.facts import About, Link
from graph.keys import hashed
from graph.regions import region_id
from graph.single import Singles

ROLE_KINDS = {
    "accused": "accusation",
    "speaker": "speech",
    "beneficiary": "favour",
    "victim": "harm",
    "other": "mention",
}
Key = tuple[str, str | None, int | None, int | None, str]


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence says; `start` and `end` are characters of the article's text, None for its headline."""

    id: str
    kind: str
    quote: str
    start: int | None
    end: int | None
    standing: str | None
    confidence: float | None


@dataclass(slots=True)
class Draft:
    """A claim that may still be found to be about more people and to support more facts."""

    confidence: list[float] = field(default_factory=list)
    about: set[About] = field(default_factory=set)
    supports: set[tuple[str, str]] = field(default_factory=set)


Said = tuple[str, str | None, Evidence, float | None, tuple[About, ...], tuple[tuple[str, str], ...]]


def claims_of(reading: Reading, singles: Singles) -> tuple[tuple[Claim, ...], tuple[Link, ...]]:
    """The claims of an article and what they are linked to, in the order of the text."""
    drafts: dict[Key, Draft] = {}
    for kind, standing, at, confidence, about, supports in _said(reading, singles):
        start, end = (None, None) if at.start < 0 else (at.start, at.end)
        draft = drafts.setdefault((kind, standing, start, end, at.quote), Draft())
        draft.confidence += [] if confidence is None else [confidence]
        draft.about.update(about)
        draft.supports.update(supports)
    ordered = sorted(
        drafts.items(), key=lambda item: (item[0][2] or -1, item[0][3] or -1, item[0][0], item[0][1] or "")
    )
    claims = tuple(_claim(reading.id, key, draft) for key, draft in ordered)
    links = tuple(_link(claim.id, draft) for claim, (_, draft) in zip(claims, ordered, strict=True))
    return claims, links


def _claim(article: str, key: Key, draft: Draft) -> Claim:
    kind, standing, start, end, quote = key
    return Claim(
        f"{article}#{hashed(repr(key))}", kind, quote, start, end, standing, min(draft.confidence, default=None)
    )


def _link(claim: str, draft: Draft) -> Link:
    return Link(claim, tuple(sorted(draft.about, key=repr)), tuple(sorted(draft.supports)))


def _said(reading: Reading, singles: Singles) -> Iterator[Said]:
    text = Text(reading.article.text, reading.article.title or "")
    yield from _of_officials(reading, text)
    yield from _of_incidents(reading, text)
    yield from _of_rulings(reading, singles)
    yield from _of_agencies(reading, text, singles)
    for label, found in (("Statistic", singles.statistics), ("Activity", singles.activities), ("Law", singles.laws)):
        for fact, evidence, about in found:
            for at in evidence:
                yield label.lower(), None, at, None, about, ((label, fact.id),)


def _of_officials(reading: Reading, text: Text) -> Iterator[Said]:
    for index, official in enumerate(reading.officials):
        supports = tuple(_incidents_of(reading, index))
        evidence = official.evidence or _named(text, (official.name, *official.forms))
        for rank, at in enumerate(evidence):
            kind = ROLE_KINDS[official.role]
            yield kind, official.standing, at, official.confidence, (_about(index, official, rank),), supports


def _incidents_of(reading: Reading, index: int) -> Iterator[tuple[str, str]]:
    if _untold(reading) and reading.officials[index].role == "accused":
        yield "Incident", "0"
    for number, incident in enumerate(reading.incidents):
        if index in incident.accused or index in incident.beneficiaries:
            yield "Incident", str(number)


def _untold(reading: Reading) -> bool:
    """Tell whether the article is on a case that its Reading lists no incident of; linking takes it for one."""
    return not reading.incidents and reading.kind in ("incident", "ruling")


def _of_incidents(reading: Reading, text: Text) -> Iterator[Said]:
    if _untold(reading):
        yield "incident", None, _headline(text), None, _placed(reading.place), (("Incident", "0"),)
    for number, incident in enumerate(reading.incidents):
        region = _placed(incident.place or reading.place)
        for at in incident.evidence or (_headline(text),):
            named = _people_in(at, reading, (*incident.accused, *incident.beneficiaries))
            yield "incident", None, at, None, (*region, *named), (("Incident", str(number)),)
    for unnamed in reading.unnamed:
        for at in unnamed.evidence:
            only = (("Incident", "0"),) if len(reading.incidents) == 1 or _untold(reading) else ()
            yield "unnamed", unnamed.standing, at, None, (), only


def _placed(place: Place | None) -> tuple[About, ...]:
    region = region_id(place)
    return (About("Region", region, "place"),) if region else ()


def _headline(text: Text) -> Evidence:
    """The headline, which shows what the article is about where no sentence was found to; else the first sentence."""
    if text.title or not text.sentences:
        return Evidence(quote=text.title, start=-1, end=-1)
    first = text.sentences[0]
    return Evidence(quote=text[first], start=first.start, end=first.end)


def _of_rulings(reading: Reading, singles: Singles) -> Iterator[Said]:
    for number, ruling in enumerate(reading.rulings):
        body = singles.deciders[number]
        decider = (About("Agency", body, "decider"),) if body else ()
        for at in ruling.evidence:
            yield (
                "ruling",
                None,
                at,
                None,
                (*decider, *_people_in(at, reading, ruling.about)),
                (("Ruling", str(number)),),
            )


def _of_agencies(reading: Reading, text: Text, singles: Singles) -> Iterator[Said]:
    for body, agency in zip(singles.agencies, reading.agencies, strict=True):
        for at in agency.evidence or _named(text, (agency.name,)):
            yield "agency", None, at, None, (About("Agency", body, agency.role),), ()


def _people_in(at: Evidence, reading: Reading, people: Iterable[int]) -> tuple[About, ...]:
    """Those of some people whom a quotation names; a sentence that names nobody says nothing of anybody."""
    named = ((i, reading.officials[i]) for i in dict.fromkeys(people) if i < len(reading.officials))
    return tuple(_about(i, o) for i, o in named if any(form in at.quote for form in (o.name, *o.forms)))


def _about(index: int, official: Official, rank: int | None = None) -> About:
    return About("Person", str(index), official.role, official.standing, official.office, rank)


def _named(text: Text, forms: Sequence[str]) -> tuple[Evidence, ...]:
    for form in sorted(forms, key=len, reverse=True):
        at = text.raw.find(form)
        if form and at >= 0:
            span = text.sentence_at(at) or Span(at, at + len(form))
            return (Evidence(quote=text[span], start=span.start, end=span.end),)
    if any(form and form in text.title for form in forms):
        return (Evidence(quote=text.title, start=-1, end=-1),)
    return ()

"""What one Reading puts into the graph by itself: the article, its claims, and what linking will need of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from extract import reading as contract
from extract.reading import Evidence, Law, Place, Reading, Ruling
from graph import facts as stored
from graph import mention
from graph.claims import Claim, claims_of
from graph.facts import Decision, Facts, Region
from graph.moment import local_time, utc
from graph.regions import chain
from graph.single import Found, Singles, law_id, singles_of

# A change in what is made of a Reading changes this, so that articles loaded before are made anew.
LOADER = 2
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Base:
    """An article's node and its claims, as rows for the store; `edition` names this Reading made by this loader."""

    id: str
    edition: str
    article: dict[str, Any]
    claims: tuple[dict[str, Any], ...]


def base_of(reading: Reading, run: str | None = None) -> Base:
    """Make an article's rows from its Reading."""
    singles = singles_of(reading)
    claims, links = claims_of(reading, singles)
    facts = _facts(reading, singles, links)
    edition = edition_of(reading)
    article = _article(reading, edition) | {"facts": stored.encode(facts), "run": run}
    return Base(reading.id, edition, _known(article), tuple(_row(c, reading.reader, edition) for c in claims))


def record_of(reading: Reading) -> Base:
    """What is kept of a withdrawn article: where it was and is archived, and nothing that it said."""
    kept = ("id", "url", "site", "published", "zone", "retrieved", "sha256", "archive", "reader")
    article = {key: value for key, value in _article(reading, WITHDRAWN).items() if key in kept}
    return Base(reading.id, WITHDRAWN, _known(article | {"edition": WITHDRAWN, "withdrawn": True}), ())


def edition_of(reading: Reading) -> str:
    """A hash of everything that decides what an article becomes in the graph."""
    return blake2b(f"{LOADER}\n{contract.encode(reading)}".encode(), digest_size=12).hexdigest()


def _article(reading: Reading, edition: str) -> dict[str, Any]:
    article = reading.article
    published, zone = local_time(article.published)
    archived = article.archive
    return {
        "id": reading.id,
        "url": article.url,
        "site": article.site,
        "title": article.title,
        "published": published,
        "zone": zone,
        "retrieved": utc(article.retrieved),
        "sha256": article.sha256,
        "archive": f"{archived.warc}#{archived.offset}" if archived else None,
        "syndicated_from": article.syndicated_from,
        "kind": reading.kind,
        "reader": reading.reader,
        "edition": edition,
        "digest": mention.encode(mention.digest_of(reading)),
    }


def _row(claim: Claim, reader: str, edition: str) -> dict[str, Any]:
    return _known({
        "id": claim.id,
        "kind": claim.kind,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "standing": claim.standing,
        "confidence": claim.confidence,
        "reader": reader,
        "edition": edition,
    })  # fmt: skip


def _facts(reading: Reading, singles: Singles, links: tuple[stored.Link, ...]) -> Facts:
    return Facts(
        id=reading.id,
        links=links,
        employers=tuple(singles.employers),
        bodies={body: tuple(sorted(names)) for body, names in sorted(singles.bodies.items())},
        regions=tuple(sorted(set(_unknown_regions(reading)), key=lambda r: r.id)),
        statistics=_shown(singles.statistics),
        activities=_shown(singles.activities),
        laws=_shown(singles.laws),
        rulings=tuple(
            _decision(r, body, reading.laws) for r, body in zip(reading.rulings, singles.deciders, strict=True)
        ),
    )


def _shown(found: Iterable[Found]) -> tuple[stored.Fact, ...]:
    return tuple({fact.id: fact for fact, evidence, _ in found if evidence}.values())


def _decision(ruling: Ruling, body: str | None, laws: Iterable[Law]) -> Decision:
    sanction = ruling.sanction
    return Decision(
        track=ruling.track,
        outcome=ruling.outcome,
        sanction=sanction.kind if sanction else None,
        severity=sanction.class_ if sanction else None,
        months=sanction.months if sanction else None,
        rupiah=sanction.rupiah if sanction else None,
        suspended=sanction.suspended if sanction else None,
        date=ruling.date,
        agency=body,
        superseded=ruling.superseded,
        about=ruling.about,
        laws=tuple(sorted({law_id(w.act, w.article) for w in laws if _touch(w.evidence, ruling.evidence)})),
    )


def _touch(some: Iterable[Evidence], others: Iterable[Evidence]) -> bool:
    others = tuple(others)
    return any(a.start < b.end and b.start < a.end for a in some for b in others)


def _unknown_regions(reading: Reading) -> Iterator[Region]:
    for place in _places(reading):
        yield from (region for region in chain(place) if region.code is None)


def _places(reading: Reading) -> Iterator[Place | None]:
    yield reading.place
    yield from (incident.place for incident in reading.incidents)
    yield from (statistic.place for statistic in reading.statistics)


def _known(properties: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in properties.items() if v is not None}

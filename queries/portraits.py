"""What each node and relationship of the graph is in FollowTheMoney's terms, with the standing on every accusation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from queries.dump import Edge
from queries.entity import Entity, day, entity_id, make, web

Properties = Mapping[str, Any]
COUNTRY = "id"
STANDINGS = {
    "alleged": "Alleged, as reported by the press; no finding was read. To be presumed innocent.",
    "proven": "Found proven by a body, as reported by the press; a finding may be overturned.",
    "cleared": "Cleared: the case was stopped, not proven, or ended in an acquittal, as reported by the press.",
}
FAVOURED = "Said to have been favoured by the act; that accuses nobody."
CASE = "A case as reported by the press. An accusation is no finding: read the status of each person's link."


def person(key: str, p: Properties) -> Entity:
    """A person; neither accusation nor topic is a property of anybody."""
    others = [name for name in p.get("names", ()) if name != p["name"]]
    return make(
        entity_id("person", key), "Person", name=p["name"], alias=others, position=p.get("offices"), country=COUNTRY
    )


def body(key: str, p: Properties) -> Entity:
    """A body."""
    others = [name for name in p.get("names", ()) if name != p["name"]]
    return make(
        entity_id("agency", key),
        "PublicBody",
        name=p["name"],
        alias=others,
        country=COUNTRY,
        classification=p.get("kind"),
    )


def article(key: str, p: Properties) -> Entity:
    """An article."""
    return make(
        entity_id("article", key),
        "Article",
        title=p["title"],
        name=p["title"],
        sourceUrl=web(p.get("url")),
        publisher=p.get("site"),
        publishedAt=day(p.get("published")),
        retrievedAt=day(p.get("retrieved")),
        language="ind",
        notes=f"Archived page: {p['archive']}" if p.get("archive") else None,
    )


def case(key: str, p: Properties, place: str | None) -> Entity:
    """A case, which says of nobody how he stands in it."""
    violations = [v.replace("_", " ") for v in p.get("violations", ())]
    what = ", ".join(violations) or "not specified"
    where = f", {place}" if place else ""
    stage = f" Stage as last reported: {p['stage'].replace('_', ' ')}." if p.get("stage") else ""
    return make(
        entity_id("incident", key),
        "Event",
        name=f"Reported neutrality case: {what}{where}",
        date=day(p.get("date"), p.get("precision")),
        location=place,
        country=COUNTRY,
        keywords=violations,
        summary=CASE + stage,
    )


def accused(e: Edge) -> Entity:
    """That somebody is accused in a case, with the standing as of all sources."""
    standing = e.properties["standing"]
    conflict = " Sources contradict one another." if e.properties.get("conflict") else ""
    return make(
        entity_id("accused", e.start[1], e.end[1]),
        "UnknownLink",
        subject=entity_id("person", e.start[1]),
        object=entity_id("incident", e.end[1]),
        role=f"accused ({standing})",
        status=standing,
        startDate=day(e.properties.get("first")),
        date=day(e.properties.get("since")),
        summary=STANDINGS[standing] + conflict,
        description=e.properties.get("history"),
    )


def favoured(e: Edge) -> Entity:
    """That somebody is said to have been favoured."""
    return make(
        entity_id("favoured", e.end[1], e.start[1]),
        "UnknownLink",
        subject=entity_id("person", e.end[1]),
        object=entity_id("incident", e.start[1]),
        role="said to be favoured",
        summary=FAVOURED,
    )


def post(e: Edge) -> Entity:
    """An office, as articles print it."""
    p = e.properties
    seen = f"As printed in articles of {p['first_seen']} to {p['last_seen']}." if p.get("first_seen") else None
    return make(
        entity_id("post", e.start[1], e.end[1], str(p.get("title"))),
        "Employment",
        employee=entity_id("person", e.start[1]),
        employer=entity_id("agency", e.end[1]),
        role=p.get("title"),
        status="former" if p.get("former") else p.get("acting"),
        summary=seen,
    )


def sanction(e: Edge, ruling: Properties, authority: str | None) -> Entity:
    """A sanction that a ruling gives."""
    length = f"{ruling['months']} months" if ruling.get("months") else None
    fine = f"Rp {ruling['rupiah']}" if ruling.get("rupiah") else None
    suspended = "suspended" if ruling.get("suspended") else None
    return make(
        entity_id("sanction", e.start[1], e.end[1]),
        "Sanction",
        entity=entity_id("person", e.end[1]),
        authority=authority,
        country=COUNTRY,
        program=f"Neutrality of civil servants, {ruling['track']}",
        date=day(ruling.get("date"), ruling.get("precision")),
        provisions=[ruling.get("sanction"), ruling.get("class"), length, fine, suspended],
        status=ruling["outcome"],
        recordId=e.start[1],
        summary="As reported by the press; the documents linked to the case quote it.",
    )


def document(e: Edge, claim: Properties, article: str) -> Entity:
    """That a sentence of an article is about somebody or something."""
    standing = e.properties.get("standing") if e.end[0] == "Person" else None
    return make(
        entity_id("claim", e.start[1], e.end[1]),
        "Documentation",
        document=entity_id("article", article),
        entity=entity_id(e.end[0], e.end[1]),
        role=e.properties.get("role") or claim.get("kind"),
        status=f"{standing}, as this article says" if standing else None,
        summary=f"\u201c{claim['quote']}\u201d",
        recordId=e.start[1],
    )

"""The weight of evidence that two personas are one human being, each piece with its reason in words.

Points are added up: about three for each telling word of the name that agrees; office, region, time, age and company
add or take away. Initials and single words reach `SAME` only with an office or company, two words only with a region.
The points are set by hand and held to `tests/identity` by pairwise precision and recall.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from graph.alike import NameMatch, match_names
from graph.offices import SCHOOLS, same_holder
from graph.persona import Persona
from graph.where import Where

SAME = 6.0
POSSIBLE = 4.0
APART = -1.0
GUESS = 5.0  # at most, where initials would make an accused of somebody whom an article names in full and leaves alone
LOCAL = frozenset({"asn", "village", "elected", "candidate", "supervisor", "organiser"})
SETDA = frozenset({"kabag", "kasubag", "asisten", "sekda"})


@dataclass(frozen=True, slots=True)
class Weighed:
    """The sum of the evidence, the reasons with their points, and whether the name alone is too thin to decide."""

    score: float
    why: tuple[str, ...]
    name: NameMatch
    most: float = math.inf

    @property
    def thin(self) -> bool:
        """Tell whether the name is initials or a single word."""
        return self.name.single


Piece = tuple[str, float]


def weigh(a: Persona, b: Persona) -> Weighed:
    """Weigh what the two mentions themselves say."""
    name = best_name(a, b)
    if name.kind == "conflict":
        return Weighed(-9.0, ("the names differ",), name)
    pieces = [
        (f"name: {name.kind}", name.points),
        _region(a, b, name),
        _office(a, b, name),
        _time(a, b, name),
        _age(a, b),
        *_roles(a, b),
    ]
    most = GUESS if name.kind == "initials" and a.accused != b.accused and not _one_post(a, b) else math.inf
    score = min(most, round(sum(p for _, p in pieces), 4))
    return Weighed(score, tuple(f"{w} {p:+.2f}" for w, p in pieces if p), name, most)


def with_company(found: Weighed, points: float, met: tuple[str, ...]) -> Weighed:
    """Add the points for what the two articles share beside these two persons."""
    if not points or found.name.kind == "conflict":
        return found
    why = (*found.why, f"company: {', '.join(met)} {points:+.2f}")
    return Weighed(min(found.most, round(found.score + points, 4)), why, found.name, found.most)


def best_name(a: Persona, b: Persona) -> NameMatch:
    """The best agreement of all printed names of two personas."""
    initials = a.mention.initials, b.mention.initials
    found = (match_names(x, y, *initials) for x in a.names for y in b.names)
    return max(found, key=lambda m: (m.kind != "conflict", m.points))


def _region(a: Persona, b: Persona, name: NameMatch) -> Piece:
    if a.national or b.national:
        return ("both national", 1.5) if a.national and b.national else _national(b if a.national else a)
    sure = a.own.known + b.own.known
    if not name.single and a.office.track in LOCAL and b.office.track in LOCAL:
        sure = 2  # who holds a local office holds it where the article is
    one, other = a.region, b.region
    if not one.known or not other.known:
        return "a region is unknown", -1.0
    return _regions(one, other, sure)


def _national(local: Persona) -> Piece:
    return ("national and local", -3.0) if local.own.known else ("national, region unknown", 0.5)


def _regions(one: Where, other: Where, sure: int) -> Piece:
    if one.regencies and other.regencies:
        if set(one.regencies) & set(other.regencies):
            inner = 0.5 * bool(one.district and one.district == other.district)
            return "same regency", 1.0 + 0.5 * sure + inner
        return "other regency", -3.5 - 1.25 * sure
    if one.province and one.province == other.province:
        both = not one.regencies and not other.regencies
        return ("same province", 1.0 + 0.5 * sure) if both else ("regency in the province", 0.0)
    return "other province", -3.5 - 0.75 * sure


def _office(a: Persona, b: Persona, name: NameMatch) -> Piece:
    same = same_holder(a.office, b.office)
    if same == 1:
        return "same office", 4.0 if a.office.definite else 0.75 if a.office.vague else 2.0
    if same < 0.5 and _schools(a, b):
        return "schools of one district, years apart", 2.5
    if same == 0.5:
        return "offices agree", 2.5 if a.office.sole else 2.0
    if same == 0.25:
        return "offices are compatible", 0.75
    if same == -1:
        return "other career", -2.0 if {a.office.track, b.office.track} == {"asn", "party"} else -3.0
    if name.kind == "part":
        return "a part of the name, no office in common", -0.5 - 0.5 * name.single - 0.5 * (same < 0)
    if same < 0:
        return ("other office at the time", -1.5) if _days(a, b, 400) else _career(a, b)
    return "", 0.0


def _schools(a: Persona, b: Persona) -> bool:
    """Tell whether somebody may have gone from one school office to another in the district ("guru", "pengawas")."""
    one, other = (p.own.district or p.around.district for p in (a, b))
    return {a.office.kind, b.office.kind} <= SCHOOLS and bool(one) and one == other and not _days(a, b, 400)


def apart(a: Persona, b: Persona, found: Weighed) -> bool:
    """Tell whether two personas can never be one: evidence against, or two careers at one time."""
    careers = {a.office.track, b.office.track}
    exclusive = same_holder(a.office, b.office) == -1 and careers != {"asn", "party"}
    return found.score < APART or (exclusive and _days(a, b, 400))


def _career(a: Persona, b: Persona) -> Piece:
    if a.office.track != "asn" or b.office.track != "asn":
        return "other office", -0.5
    one, other = (o.body or ("setda" if o.kind in SETDA else "") for o in (a.office, b.office))
    return ("one body", 1.5) if one and one == other else ("one career", 0.5)


def _days(a: Persona, b: Persona, at_most: int) -> bool:
    return bool(a.day and b.day) and abs((a.day - b.day).days) <= at_most  # type: ignore[operator]


def _time(a: Persona, b: Persona, name: NameMatch) -> Piece:
    if not (a.day and b.day):
        return "", 0.0
    days = abs((a.day - b.day).days)
    if name.kind == "variant" and name.single and days > 400:
        return "one word spelt otherwise, years apart", -2.5
    if days <= 60:
        return "within two months", 0.75
    if days <= 400:
        return "within a year", 0.5
    if name.kind == "initials":
        return "initials, years apart", -2.5
    if name.single and days > 1500:
        return "one word, years apart", -1.5
    return ("years apart", -0.25) if days <= 3000 else ("many years apart", -0.75)


def _age(a: Persona, b: Persona) -> Piece:
    if not (a.mention.age and b.mention.age):
        return "", 0.0
    years = abs((a.year or 0) - (b.year or 0)) if a.year and b.year else 0
    differ = abs(abs(a.mention.age - b.mention.age) - years)
    return ("same age", 2.0) if differ <= 1 else ("other age", -4.0)


def _roles(a: Persona, b: Persona) -> list[Piece]:
    if not _days(a, b, 400):
        return []
    if a.accused and b.accused and best_name(a, b).kind == "initials":
        return [("both accused", 0.25)]
    across = {a.office.track, b.office.track} == {"asn", "candidate"}
    return (
        [("civil servant and candidate", -3.0)]
        if across and {a.mention.role, b.mention.role} >= {"accused", "beneficiary"}
        else []
    )


def _one_post(a: Persona, b: Persona) -> bool:
    """Tell whether both hold one post that only one person can hold: nobody is accused by initials alone."""
    return same_holder(a.office, b.office) == 1 and a.office.definite and b.office.definite

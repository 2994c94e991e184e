"""The graph as patterns look at it: who stands accused of what, whom it favoured, where and when.

Only people who stand accused or found against take part: who was cleared is no part of any pattern.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from extract.vocabulary import ElectionKind, Standing
from graph.calendar import Round, round_of
from graph.connect import Graph

ACCUSED = """
MATCH (p:Person)-[r:ACCUSED_IN]->(i:Incident) WHERE r.standing IN ['alleged', 'proven']
RETURN p.id AS person, i.id AS case, r.standing AS standing ORDER BY person, case
"""
OFFICES = """
MATCH (p:Person)<-[a:ABOUT {role: 'accused'}]-(c:Claim)-[:SUPPORTS]->(i:Incident) WHERE a.office IS NOT NULL
RETURN p.id AS person, i.id AS case, a.office AS office, count(c) AS n ORDER BY person, case, office
"""
CASES = """
MATCH (i:Incident)
OPTIONAL MATCH (i)-[:IN]->(x:Region)
OPTIONAL MATCH (i)-[:DURING]->(c:Contest)
RETURN
  i.id AS id, i.violations AS violations, i.date AS day, i.precision AS precision, i.first_reported AS reported,
  x.id AS region, c.id AS contest, c.kind AS election, c.year AS year
ORDER BY id
"""
# Who is accused and who is favoured must stand in one article: a case of several articles may favour several people.
FAVOURS = """
MATCH (i:Incident)-[f:FAVOURED]->(p:Person)<-[:ABOUT {role: 'beneficiary'}]-(c:Claim)-[:SUPPORTS]->(i)
MATCH (c)-[:IN]->(:Article)<-[:IN]-(d:Claim)-[:ABOUT {role: 'accused'}]->(by:Person)
MATCH (d)-[:SUPPORTS]->(i)
RETURN DISTINCT i.id AS case, p.id AS person, by.id AS by, f.incumbent AS incumbent ORDER BY person, case, by
"""
REGIONS = """
MATCH (x:Region) OPTIONAL MATCH (x)-[:PART_OF]->(above:Region)
RETURN x.id AS id, x.name AS name, x.level AS level, x.code AS code, above.id AS above ORDER BY id
"""
REPORTS = """
MATCH (x:Region)<-[:ABOUT]-(:Claim)-[:IN]->(a:Article) RETURN DISTINCT x.id AS region, a.id AS article
UNION
MATCH (x:Region)<-[:IN]-(:Incident)<-[:SUPPORTS]-(:Claim)-[:IN]->(a:Article)
RETURN DISTINCT x.id AS region, a.id AS article
"""
TIME = 300.0


@dataclass(frozen=True, slots=True)
class Accusation:
    """One person in one case, as it stands now; `office` is the one printed most often there."""

    person: str
    case: str
    standing: Standing
    office: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """A case; `day` is the day of the act as far as `precision` says, `election` and `year` those of its contest."""

    id: str
    violations: tuple[str, ...]
    day: date | None
    precision: str | None
    reported: date | None
    region: str | None
    contest: str | None
    election: ElectionKind | None
    year: int | None

    @property
    def round(self) -> Round | None:
        """The round of elections that it falls into."""
        if self.election and self.year:
            return round_of(self.election, self.year)
        return round_of(None, None, self.day or self.reported)

    @property
    def term(self) -> int | None:
        """The year of the election, else that of the act or the first report."""
        day = self.day or self.reported
        return self.year or (self.round.year if self.round else day.year if day else None)


@dataclass(frozen=True, slots=True)
class Favour:
    """That one article on a case names somebody as favoured and accuses another; to be favoured accuses nobody."""

    person: str
    case: str
    by: str
    incumbent: bool


@dataclass(frozen=True, slots=True)
class Region:
    id: str
    name: str
    level: str
    code: str | None
    above: str | None


@dataclass(frozen=True)
class View:
    """Everything that patterns are found in; `reports` are articles by the region that they speak of."""

    accused: tuple[Accusation, ...]
    cases: Mapping[str, Case]
    favours: tuple[Favour, ...]
    regions: Mapping[str, Region]
    reports: Mapping[str, frozenset[str]]

    @cached_property
    def of_case(self) -> Mapping[str, tuple[Accusation, ...]]:
        """Who stands accused in each case."""
        grouped: dict[str, list[Accusation]] = defaultdict(list)
        for one in self.accused:
            grouped[one.case].append(one)
        return {case: tuple(some) for case, some in grouped.items()}

    def within(self, region: str | None, level: str) -> str | None:
        """The region of a level that a region is or lies in: the regency of a village."""
        while region and (found := self.regions.get(region)):
            if found.level == level:
                return region
            region = found.above
        return None


def view_of(graph: Graph) -> View:
    """Read what patterns need of the graph; StoreError if the store fails."""

    def rows(cypher: str) -> tuple[dict[str, Any], ...]:
        return graph.read(cypher, timeout=TIME).rows

    offices = _offices(rows(OFFICES))
    reports: dict[str, set[str]] = defaultdict(set)
    for row in rows(REPORTS):
        reports[row["region"]].add(row["article"])
    return View(
        tuple(Accusation(**row, office=offices.get((row["person"], row["case"]))) for row in rows(ACCUSED)),
        {row["id"]: Case(**row | {"violations": tuple(row["violations"] or ())}) for row in rows(CASES)},
        tuple(Favour(**row) for row in rows(FAVOURS)),
        {row["id"]: Region(**row) for row in rows(REGIONS)},
        {region: frozenset(articles) for region, articles in reports.items()},
    )


def _offices(rows: tuple[dict[str, Any], ...]) -> dict[tuple[str, str], str]:
    """The office of each accused in each case: the one printed most, of equals the longest."""
    counted: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        counted[row["person"], row["case"]][" ".join(row["office"].split())] += row["n"]
    return {key: min(found, key=lambda o: (-found[o], -len(o), o)) for key, found in counted.items()}

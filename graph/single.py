"""Facts that one article is enough to know: statistics, activities, laws, and the bodies behind them.

Their ids come from what they say, so that two articles that publish the same figure support the same fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract import gazetteer
from extract.reading import Activity, Evidence, Official, Place, Reading, Statistic
from graph.agencies import agency_id, read_agency
from graph.facts import About, Fact
from graph.keys import hashed, short_key
from graph.regions import region_id
from graph.where import regions_in

VILLAGE = ("village_head", "village_apparatus")
HEADS = ("acting_head", "incumbent", "regional_head")
Found = tuple[Fact, tuple[Evidence, ...], tuple[About, ...]]


@dataclass(slots=True)
class Singles:
    """Facts with the evidence for each; `agencies`, `deciders`, `employers` are ids along the Reading's lists."""

    agencies: list[str] = field(default_factory=list)
    deciders: list[str | None] = field(default_factory=list)
    employers: list[str | None] = field(default_factory=list)
    bodies: dict[str, set[str]] = field(default_factory=dict)
    statistics: list[Found] = field(default_factory=list)
    activities: list[Found] = field(default_factory=list)
    laws: list[Found] = field(default_factory=list)

    def body(self, name: str | None, place: Place | None) -> str | None:
        """The id of a body, whose printed name is remembered; None where no name is given."""
        if not name:
            return None
        found = short_key(agency_id(name, place))
        self.bodies.setdefault(found, set()).add(name)
        return found


def singles_of(reading: Reading) -> Singles:
    """All of an article's own facts."""
    found = Singles()
    found.agencies += [found.body(a.name, a.place or reading.place) or "" for a in reading.agencies]
    found.deciders += [found.body(r.agency, reading.place) for r in reading.rulings]
    found.employers += [found.body(_employer(o), o.place) for o in reading.officials]
    found.statistics += [_statistic(found, s, reading) for s in reading.statistics]
    found.activities += [_activity(found, a, reading) for a in reading.activities]
    found.laws += [_law(law.act, law.article, law.canonical, law.evidence) for law in reading.laws]
    return found


def law_id(act: str, article: str | None) -> str:
    """One id for a provision: "uu10/2016:71(2)"."""
    parts = (part.replace(" ", "").lower() for part in (act, (article or "").replace("ayat", "")) if part)
    return short_key(":".join(parts))


def _employer(official: Official) -> str | None:
    """The body that an official serves: as the article names it, else the one that an office by its nature heads."""
    place, office = official.place, (official.office or "").lower()
    if official.agency or not office or place is None:
        return official.agency
    if place.village and (official.office_class in VILLAGE or office.startswith("lurah")):
        return f"{'Desa' if official.office_class in VILLAGE else 'Kelurahan'} {place.village}"
    if place.district and office.startswith("camat"):
        return f"Kecamatan {place.district}"
    if official.office_class in HEADS:
        return f"Pemerintah {place.regency}" if place.regency else f"Pemerintah Provinsi {place.province}"
    return None


def _statistic(found: Singles, statistic: Statistic, reading: Reading) -> Found:
    source = statistic.source if statistic.source and read_agency(statistic.source).known else None
    body, region = found.body(source, statistic.place or reading.place), region_id(statistic.place)
    known: dict[str, str | float | None] = {
        "measure": statistic.measure,
        "value": float(statistic.value),
        "unit": statistic.unit,
        "source": statistic.source,
    }
    ends = _ends(("BY", "Agency", body), ("COVERS", "Region", region))
    about = _about(("Agency", body, "source"), ("Region", region, "place"))
    said = (statistic.measure, f"{statistic.value:g}", statistic.unit, statistic.as_of, body, region)
    return Fact(_hashed("s", said), _known(known), statistic.as_of, ends), statistic.evidence, about


def _activity(found: Singles, activity: Activity, reading: Reading) -> Found:
    person = _person(activity.by, reading.officials)
    body = None if person or not activity.by or not read_agency(activity.by).known else activity.by
    agency, region = found.body(body, reading.place), _region(activity.place, reading.place)
    by = ("BY", "Person", person) if person else ("BY", "Agency", agency)
    known: dict[str, str | float | None] = {"kind": activity.kind, "by": activity.by, "place": activity.place}
    about = (*_about(("Agency", agency, "host"), ("Region", region, "place")), *_by(person, reading.officials))
    same = (activity.date, agency, region) if activity.date and agency else (reading.id, activity.by, activity.place)
    return Fact(_hashed("a", (activity.kind, *same)), _known(known), activity.date, _ends(by)), activity.evidence, about


def _law(act: str, article: str | None, canonical: str | None, evidence: tuple[Evidence, ...]) -> Found:
    known: dict[str, str | float | None] = {"act": act, "article": article, "canonical": canonical}
    return Fact(law_id(act, article), _known(known)), evidence, ()


def _person(name: str | None, officials: Iterable[Official]) -> str | None:
    """The index of the one official who is so called."""
    found = [str(i) for i, o in enumerate(officials) if name and name in (o.name, *o.forms)]
    return found[0] if len(found) == 1 else None


def _region(name: str | None, place: Place | None) -> str | None:
    inside = regions_in(name) if name else None
    if inside and len(inside.regencies) == 1:
        return inside.regencies[0]
    return region_id(place)


def _by(person: str | None, officials: Sequence[Official]) -> tuple[About, ...]:
    if person is None:
        return ()
    official = officials[int(person)]
    return (About("Person", person, official.role, official.standing, official.office),)


def _known(properties: dict[str, str | float | None]) -> dict[str, str | float]:
    return {k: v for k, v in properties.items() if v is not None}


def _ends(*ends: tuple[str, str, str | None]) -> tuple[tuple[str, str, str], ...]:
    return tuple((kind, label, to) for kind, label, to in ends if to)


def _about(*about: tuple[str, str | None, str]) -> tuple[About, ...]:
    return tuple(About(label, to, role) for label, to, role in about if to)


def _hashed(prefix: str, said: tuple[str | None, ...]) -> str:
    text = "\t".join(gazetteer.squeeze(str(part)) if part else "" for part in said)
    return f"{prefix}-{hashed(text)}"

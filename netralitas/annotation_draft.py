"""A first annotation, written from the reader's own Reading, for a person to correct."""

from __future__ import annotations

import json
from typing import Any

from extract.reading import Official, Place, Reading, Ruling, Sanction, Statistic
from netralitas.annotation import Annotation
from netralitas.annotation_check import DRAFT, OFFENDERS

ROLES = {"beneficiary": "beneficiary_candidate", "speaker": "speaker", "victim": "victim", "other": "other"}
STANDINGS = {"alleged": "offender_alleged", "proven": "offender_proven", "cleared": "cleared"}


def drafted(reading: Reading, url: str) -> dict[str, Any]:
    """The annotation that a Reading amounts to, with the keys of Annotation in their order."""
    accused = [o for o in reading.officials if o.role == "accused" and o.standing != "cleared"]
    found = {
        "id": reading.id,
        "url": url,
        "kind": reading.kind,
        "case": None,
        "persons": [_person(reading.id, n, o) for n, o in enumerate(reading.officials, 1)],
        "unnamed_offenders": [
            {"description": u.description, "office": u.office, "count": u.count, "region": _region_name(u.place)}
            for u in reading.unnamed
        ],
        "agencies": [{"name": a.name, "role": a.role} for a in reading.agencies],
        "region": _region(reading.place),
        "event_dates": [{"date": d.date, "what": d.what} for d in reading.dates],
        "violation_type": list(reading.violations),
        "offender_class": list(dict.fromkeys(c for o in accused if (c := o.office_class) in OFFENDERS)),
        "procedural_status": reading.stage,
        "status_detail": [],
        "rulings": [_ruling(r) for r in reading.rulings],
        "laws": [{"act": law.act, "article": law.article} for law in reading.laws],
        "statistics": [_statistic(s) for s in reading.statistics],
        "election": {"kind": reading.election.kind, "year": reading.election.year} if reading.election else None,
        "prevention": [{"kind": a.kind, "by": a.by, "date": a.date} for a in reading.activities],
        "notes": f"{DRAFT} by reader {reading.reader}: check each field against the text, then put your own notes here",
    }
    assert tuple(found) == Annotation.__struct_fields__
    return found


def as_json(annotation: dict[str, Any]) -> str:
    """An annotation as it is kept: one field a line, letters as they are."""
    return json.dumps(annotation, ensure_ascii=False, indent=1) + "\n"


def _person(article: str, number: int, official: Official) -> dict[str, Any]:
    return {
        "name": official.name,
        "office": official.office,
        "agency_or_region": official.agency or _region_name(official.place),
        "role": STANDINGS[official.standing] if official.standing else ROLES[official.role],
        "also": ["incumbent"] if official.incumbent else [],
        "pid": f"{article}-p{number}",
        "evidence": official.evidence[0].quote if official.evidence else "",
    }


def _region(place: Place | None) -> dict[str, str | None]:
    place = place or Place()
    return {
        "province": None,
        "kabupaten_kota": place.regency,
        "kecamatan": place.district,
        "desa_kelurahan": place.village,
        "province_inferred": place.province,
    }


def _region_name(place: Place | None) -> str | None:
    return (place.regency or place.province) if place else None


def _ruling(ruling: Ruling) -> dict[str, Any]:
    return {
        "body": ruling.agency,
        "outcome": ruling.outcome,
        "sanction": _sanction(ruling.sanction) if ruling.sanction else "",
        "date": ruling.date,
        "where": ruling.evidence[0].quote if ruling.evidence else "",
    }


def _sanction(sanction: Sanction) -> str:
    parts = [sanction.kind, sanction.months and f"{sanction.months} months", sanction.rupiah and f"Rp{sanction.rupiah}"]
    return ", ".join(str(p) for p in parts if p)


def _statistic(statistic: Statistic) -> dict[str, Any]:
    whole = float(statistic.value).is_integer()
    return {
        "what": statistic.measure,
        "number": int(statistic.value) if whole else statistic.value,
        "scope": _region_name(statistic.place),
        "period": statistic.as_of,
        "source_agency": statistic.source,
    }

"""The reader against annotated articles, field by field, and the accusations that the annotations do not support.

An article of kind `other` counts by its kind and by accusations alone. A gold ruling that only forwards a case is
neither asked for nor held against the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from extract.reading import Reading
from netralitas.matching import bare_place, provisions, same_agency, same_office, same_person
from netralitas.scoring import Score, pair_off

Record = dict[str, Any]
ACCUSED = {"offender_alleged": "alleged", "offender_proven": "proven"}
ROLES = {"speaker": "speaker", "beneficiary": "beneficiary_candidate", "victim": "victim"}
SANCTIONS = (
    (r"prison|fine", "criminal"),
    (r"moral|statement", "moral"),
    (r"medium", "medium"),
    (r"light", "light"),
    (r"severe|dismiss|removal", "severe"),
)


def evaluate(pairs: Iterable[tuple[Record, Reading]]) -> Score:
    """Score (gold annotation, reading) pairs."""
    score = Score()
    for gold, reading in pairs:
        score.articles += 1
        found = msgspec.to_builtins(reading)
        score.right("kind", reading.id, gold["kind"], found["kind"])
        _accusations(score, gold, found, reading.article.text)
        if gold["kind"] != "other":
            _people(score, gold, found)
            _facts(score, gold, found)
            _rulings(score, gold, found)
    return score


def _named(gold: Record, found: Record) -> bool:
    return same_person(gold["name"], found["name"])


def _accusations(score: Score, gold: Record, found: Record, text: str) -> None:
    accused = [p for p in gold["persons"] if p["role"] in ACCUSED]
    claimed = [o for o in found["officials"] if o["role"] == "accused" and o["standing"] != "cleared"]
    scored = gold["kind"] != "other" or accused
    pairs = score.add("accused", found["id"], accused, claimed, _named) if scored else []
    for g, f in pairs:
        score.add("accused:standing", found["id"], [ACCUSED[g["role"]]], [f["standing"]])
        if (ACCUSED[g["role"]], f["standing"]) == ("alleged", "proven"):
            score.unsupported.append(f"{found['id']} overstated: {f['name']!r} is only alleged")
    for o in claimed:
        sound = bool(o["evidence"]) and all(text[e["start"] : e["end"]] == e["quote"] for e in o["evidence"])
        score.check("accused:evidence", found["id"], sound, f"{o['name']!r} without a quotation")
        if not any(_named(p, o) for p in accused):
            roles = [p["role"] for p in gold["persons"] if _named(p, o)]
            score.unsupported.append(f"{found['id']} accused: {o['name']!r} is {roles[0] if roles else 'not in gold'}")


def _people(score: Score, gold: Record, found: Record) -> None:
    people, officials, ident = gold["persons"], found["officials"], found["id"]
    score.add("person", ident, people, officials, _named)
    cleared = [o for o in officials if o["standing"] == "cleared"]
    score.add("cleared", ident, [p for p in people if p["role"] == "cleared"], cleared, _named)
    for name, role in ROLES.items():
        wanted = [p for p in people if p["role"] == role]
        score.add(name, ident, wanted, [o for o in officials if o["role"] == name], _named)
    for g, f in pair_off([p for p in people if p.get("office")], officials, _named)[0]:
        right = same_office(g["office"], f["office"])
        score.add("office", ident, [g["office"]], [g["office"] if right else str(f["office"])])


def _facts(score: Score, gold: Record, found: Record) -> None:
    ident, region, where = found["id"], gold.get("region") or {}, found["place"] or {}
    score.add("agency", ident, [a["name"] for a in gold["agencies"]], _column(found, "agencies", "name"), same_agency)
    score.right("regency", ident, bare_place(region.get("kabupaten_kota")), bare_place(where.get("regency")))
    province = region.get("province") or region.get("province_inferred")
    score.right("province", ident, bare_place(province), bare_place(where.get("province")))
    dates = {d["date"]: {d["date"], *d.get("accept", [])} for d in gold["event_dates"] if d.get("date")}
    score.add("date", ident, sorted(dates), sorted(set(_column(found, "dates", "date"))), lambda g, f: f in dates[g])
    violations = [v for v in gold["violation_type"] if v != "unspecified"]
    score.add("violation", ident, violations, sorted(set(found["violations"]) - {"unspecified"}))
    score.right("stage", ident, gold.get("procedural_status"), found["stage"])
    score.add("law", ident, sorted(provisions(gold["laws"])), sorted(provisions(found["laws"])))
    counted = [float(s["number"]) for s in gold["statistics"] if isinstance(s.get("number"), int | float)]
    score.add("statistic", ident, counted, _column(found, "statistics", "value"))
    score.right("election", ident, (gold.get("election") or {}).get("kind"), (found["election"] or {}).get("kind"))


def _column(found: Record, key: str, name: str) -> list[Any]:
    return [x[name] for x in found[key]]


def _rulings(score: Score, gold: Record, found: Record) -> None:
    final = [r for r in gold["rulings"] if r.get("sanction") != "none yet"]
    forwarded = [r for r in gold["rulings"] if r.get("sanction") == "none yet"]
    spare = pair_off(final, found["rulings"], _same_body)[2]
    forgiven = [f for f in spare if any(_same_body(g, f) for g in forwarded)]
    asked = [r for r in found["rulings"] if not any(r is f for f in forgiven)]
    for g, f in score.add("ruling", found["id"], final, asked, _same_body):
        if want := sanction_in_words(g.get("sanction")):
            got = f["sanction"] or {}
            score.add(
                "sanction", found["id"], [want], [{k: got.get(k) if v is not None else None for k, v in want.items()}]
            )


def _same_body(gold: Record, found: Record) -> bool:
    bodies: Sequence[str] = [gold["body"], *re.split(r" with |/|,| on ", gold["body"] or "")]
    return any(same_agency(body, found["agency"]) for body in bodies)


def sanction_in_words(text: str | None) -> Record | None:
    """Class, months and rupiah from an annotator's words; None where no sanction is stated."""
    words = (text or "").lower()
    months, fine = re.search(r"prison (\d+) month", words), re.search(r"rp ?([\d,]+)", words)
    kind = next((kind for pattern, kind in SANCTIONS if re.search(pattern, words)), None)
    if kind is None:
        return None
    return {
        "class": kind,
        "months": int(months[1]) if months else None,
        "rupiah": int(fine[1].replace(",", "")) if fine else None,
    }

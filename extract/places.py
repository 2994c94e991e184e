"""Where the article plays: regions named in the body, and the regency or province of the case."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract import gazetteer
from extract.placenames import WORD, Hit, Label, Name, hits, label_before, names_at
from extract.reading import Place
from extract.text import Span, Text

Level = Literal["province", "regency", "district", "village"]

LEVELS: tuple[Level, ...] = ("province", "regency", "district", "village")
REGENT = re.compile(r"\b(?:bupati|pemkab|kabupaten|kades|desa)\b", re.IGNORECASE)
MAYOR = re.compile(r"\b(?:wali\s?kota|pemkot|pemko|kota|lurah|kelurahan)\b", re.IGNORECASE)
LENGTHS: dict[Level, int] = {"province": 2, "regency": 5, "district": 8, "village": 13}
DATELINE, LEAD = 60, 700
TITLE, LEAST = 3.0, 2.0
MANY_REGENCIES, PROVINCE_WIDE = 6, 5
CAPITAL = "31"  # a bare "Jakarta" is the seat of the state, or of the paper


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A region's name in the text; `certain` where a label, an office or a body stands before it."""

    start: int
    end: int
    place: Place
    level: Level
    certain: bool


def find_places(text: Text) -> tuple[PlaceFound, ...]:
    """The regions named in the body, in order; villages only within the regency of the case."""
    found = tuple(hits(text.raw, text.body))
    others = _others(found, text)
    resolved = [_found(h, code) for h in found if (code := _resolve(h, others))]
    regency = _regency(text, resolved)
    near = {p.place.code for p in resolved if p.level == "district"}
    villages = list(_villages(text, regency, near)) if regency else []
    return tuple(sorted([*resolved, *villages], key=lambda p: p.start))


def main_place(text: Text, found: Sequence[PlaceFound]) -> Place | None:
    """The regency or province of the case, with district and village where it names one; None if national."""
    regency = _regency(text, found)
    if regency is None:
        province = _province(text, found)
        return gazetteer.place_of(province) if province else None
    inner = _commonest(
        p for level in ("village", "district") for p in found if p.level == level and _within(p, regency)
    )
    return gazetteer.place_of(inner or regency)


def _within(found: PlaceFound, code: str) -> bool:
    return bool(found.place.code) and f"{found.place.code}.".startswith(f"{code}.") and found.certain


def _commonest(found: Iterable[PlaceFound]) -> str | None:
    count = Counter(p.place.code for p in found)
    return count.most_common(1)[0][0] if count else None


def _found(hit: Hit, code: str) -> PlaceFound:
    return PlaceFound(hit.start, hit.end, gazetteer.place_of(code), LEVELS[code.count(".")], hit.label is not None)


@dataclass(frozen=True, slots=True)
class Others:
    """What the other names of a text tell of one that has namesakes."""

    labels: dict[str, set[Label | None]]
    labelled: Counter[str]
    regions: Counter[str]
    city: bool


def _others(found: Sequence[Hit], text: Text) -> Others:
    labels: dict[str, set[Label | None]] = defaultdict(set)
    for hit in found:
        labels[hit.key].add(hit.label)
    labelled = Counter(h.codes[0] for h in found if len(h.codes) == 1)
    regions = Counter(part for h in found for c in h.codes if len(c) <= 5 for part in {c, c[:2]})
    return Others(labels, labelled, regions, len(MAYOR.findall(text.raw)) > len(REGENT.findall(text.raw)))


def _resolve(hit: Hit, others: Others) -> str | None:
    """The one code that is meant: as labelled elsewhere, else as the article speaks of regents or of mayors."""
    if len(hit.codes) == 1:
        return hit.codes[0]
    if len(hit.codes[0]) > 5:
        return _district(hit, others)
    if hit.label in (None, "body") and len(hit.codes[0]) == 2:
        kinds = others.labels[hit.key]
        if not kinds & {"regency", "city"} or "province" in kinds:
            return hit.codes[0]
    regencies = [c for c in hit.codes if len(c) == 5]
    labelled = max(regencies, key=lambda c: others.labelled[c])
    if others.labelled[labelled]:
        return labelled
    return next((c for c in regencies if gazetteer.is_city(c) == others.city), regencies[0])


def _district(hit: Hit, others: Others) -> str | None:
    best = max(hit.codes, key=lambda c: (others.regions[c[:5]], others.regions[c[:2]]))
    return best if others.regions[best[:2]] else None


def _regency(text: Text, found: Sequence[PlaceFound]) -> str | None:
    """The regency that the article speaks of most; None where it is about a province or the country.

    It is about a province where six regencies or more are named with a body of the province, or where bodies of the
    province are named again and again and hardly any of a regency.
    """
    scores = _scores(text, found, "regency")
    if not scores:
        return None
    best, score = max(scores.items(), key=lambda item: item[1])
    province = sum(p.certain for p in found if p.level == "province" and p.place.code == best[:2])
    own = sum(p.certain for p in found if p.place.code and p.place.code[:5] == best)
    if province and len({p.place.code[:5] for p in found if p.place.code and p.level != "province"}) >= MANY_REGENCIES:
        return None
    return best if score >= LEAST and not (province >= PROVINCE_WIDE and own <= 1) else None


def _province(text: Text, found: Sequence[PlaceFound]) -> str | None:
    scores = _scores(text, found, "province")
    return max(scores, key=lambda code: scores[code]) if scores else None


def _scores(text: Text, found: Sequence[PlaceFound], level: Level) -> dict[str, float]:
    """How much an article speaks of each region of a level, from its title and body."""
    scores: dict[str, float] = defaultdict(float)
    for code, weight in (*_in_title(text), *_in_body(found)):
        if len(code) >= LENGTHS[level]:
            scores[code[: LENGTHS[level]]] += weight
    return scores


def _in_title(text: Text) -> Iterator[tuple[str, float]]:
    for hit in hits(text.title, [Span(0, len(text.title))]):
        for code in hit.codes:
            yield code, TITLE / len(hit.codes)


def _in_body(found: Sequence[PlaceFound]) -> Iterator[tuple[str, float]]:
    for p in found:
        if p.place.code and p.level != "village" and not (p.place.code == CAPITAL and not p.certain):
            yield p.place.code, (2.0 if p.certain else 1.0) + (1.0 if DATELINE < p.start < LEAD else 0.0)


def _villages(text: Text, regency: str, near: Collection[str | None]) -> Iterator[PlaceFound]:
    """The villages of a regency that stand behind a label; of namesakes the one in a district that is named."""
    index = gazetteer.villages_of(regency)
    for line in text.body:
        words = [Name(m.start(), m.end(), m[0].lower()) for m in WORD.finditer(text.raw, line.start, line.end)]
        for at, word in enumerate(words):
            if text.raw[word.start].isupper() and label_before(text.raw, word.start, line.start) == "village":
                name = next((n for n in names_at(text.raw, words, at) if n.key in index), None)
                if name:
                    code = max(index[name.key], key=lambda c: c[:8] in near)
                    yield PlaceFound(name.start, name.end, gazetteer.place_of(code), "village", True)

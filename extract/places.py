"""Where the article plays: regions named in the body, and the regency or province of the case."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract import gazetteer
from extract.placenames import WORD, Hit, Name, hits, label_before, names_at
from extract.reading import Place
from extract.text import Span, Text

Level = Literal["province", "regency", "district", "village"]

LEVELS: tuple[Level, ...] = ("province", "regency", "district", "village")
REGENT = re.compile(r"\b(?:bupati|pemkab|kabupaten|kades|desa)\b", re.IGNORECASE)
MAYOR = re.compile(r"\b(?:wali\s?kota|pemkot|pemko|kota|lurah|kelurahan)\b", re.IGNORECASE)
DATELINE = 60
LEAD = 700


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
    resolved = [_found(h, code) for h in found if (code := _resolve(h, found, text))]
    regency = _regency(text, resolved)
    villages = list(_villages(text, regency)) if regency else []
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


def _resolve(hit: Hit, others: Sequence[Hit], text: Text) -> str | None:
    """The one code that is meant: as labelled elsewhere, else as the article speaks of regents or of mayors."""
    if len(hit.codes) == 1:
        return hit.codes[0]
    if len(hit.codes[0]) > 5:
        return _district(hit, others)
    if hit.label in (None, "body") and len(hit.codes[0]) == 2:
        kinds = {o.label for o in others if o.key == hit.key}
        if not kinds & {"regency", "city"} or "province" in kinds:
            return hit.codes[0]
    regencies = [c for c in hit.codes if len(c) == 5]
    labelled = Counter(c for o in others if o.key == hit.key and len(o.codes) == 1 for c in o.codes if c in regencies)
    if labelled:
        return labelled.most_common(1)[0][0]
    city = len(MAYOR.findall(text.raw)) > len(REGENT.findall(text.raw))
    return next((c for c in regencies if gazetteer.is_city(c) == city), regencies[0])


def _district(hit: Hit, others: Sequence[Hit]) -> str | None:
    named = Counter(c for o in others for c in o.codes if len(c) <= 5)
    best = max(hit.codes, key=lambda c: (named[c[:5]], named[c[:2]]))
    return best if named[best[:5]] or named[best[:2]] else None


def _weights(text: Text, found: Sequence[PlaceFound]) -> Iterator[tuple[str, float]]:
    title = tuple(hits(text.title, [Span(0, len(text.title))]))
    for hit in title:
        for code in hit.codes:
            yield code, 3.0 / len(hit.codes)
    for p in found:
        if p.place.code and p.level != "village":
            early = p.start < LEAD
            yield p.place.code, (2.0 if p.certain else 1.0) + (1.0 if early and p.start > DATELINE else 0.0)


def _regency(text: Text, found: Sequence[PlaceFound]) -> str | None:
    scores: Counter[str] = Counter()
    for code, weight in _weights(text, found):
        if len(code) >= 5:
            scores[code[:5]] += weight  # type: ignore[assignment]
    if not scores:
        return None
    best, score = scores.most_common(1)[0]
    return best if score >= 2 else None


def _province(text: Text, found: Sequence[PlaceFound]) -> str | None:
    scores: Counter[str] = Counter()
    for code, weight in _weights(text, found):
        scores[code[:2]] += weight  # type: ignore[assignment]
    return scores.most_common(1)[0][0] if scores else None


def _villages(text: Text, regency: str) -> Iterator[PlaceFound]:
    index = gazetteer.villages_of(regency)
    for line in text.body:
        words = [Name(m.start(), m.end(), m[0].lower()) for m in WORD.finditer(text.raw, line.start, line.end)]
        for at, word in enumerate(words):
            if text.raw[word.start].isupper() and label_before(text.raw, word.start, line.start) == "village":
                name = next((n for n in names_at(text.raw, words, at) if n.key in index), None)
                if name:
                    yield PlaceFound(name.start, name.end, gazetteer.place_of(index[name.key][0]), "village", True)

"""Regions of the graph: each with its parents, under the gazetteer's code, or under its parent's where it has none."""

from __future__ import annotations

from functools import lru_cache

from extract import gazetteer
from extract.reading import Place
from graph.facts import Region
from graph.keys import short_key
from graph.where import where_is

LEVELS = ("province", "regency", "district", "village")


@lru_cache(maxsize=1 << 14)
def chain(place: Place | None) -> tuple[Region, ...]:
    """The province, regency, district and village of a place, as far as it says; the last is the place itself.

    A name that the gazetteer does not know becomes a region below the one before it ("35.09/sukamaju").
    """
    if place is None:
        return ()
    code = _code(place)
    found = list(_coded(code)) if code else []
    names = (place.province, place.regency, place.district, place.village)
    for level, name in zip(LEVELS[len(found) :], names[len(found) :], strict=True):
        if name:
            found.append(_below(found[-1] if found else None, level, name))
    return tuple(found)


def region_id(place: Place | None) -> str | None:
    """The id of a place's own region."""
    regions = chain(place)
    return regions[-1].id if regions else None


def _code(place: Place) -> str:
    if place.code and gazetteer.exists(place.code):
        return place.code
    where = where_is(place)
    return where.regencies[0] if len(where.regencies) == 1 else where.province or ""


def _coded(code: str) -> tuple[Region, ...]:
    parts = code.split(".")
    codes = [".".join(parts[: n + 1]) for n in range(len(parts))]
    parents = [None, *codes[:-1]]
    return tuple(
        Region(c, gazetteer.name_of(c), level, c, parent)
        for c, level, parent in zip(codes, LEVELS, parents, strict=False)
    )


def _below(parent: Region | None, level: str, name: str) -> Region:
    if parent and parent.code and (code := _known_below(parent.code, level, name)):
        return Region(code, gazetteer.name_of(code), level, code, parent.id)
    squeezed = gazetteer.squeeze(name)
    key = short_key(f"{parent.id}/{squeezed}" if parent else squeezed)
    return Region(key, name, level, None, parent.id if parent else None)


def _known_below(code: str, level: str, name: str) -> str | None:
    if len(code) < 5:
        return None
    index = gazetteer.districts_of(code[:5]) if level == "district" else gazetteer.villages_of(code[:5])
    codes = [c for c in index.get(gazetteer.squeeze(name), ()) if c.startswith(code)]
    return codes[0] if len(codes) == 1 else None

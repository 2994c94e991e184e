"""Who can decide: mentions of bodies and office holders that find, dismiss or punish, each with its usual name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.agencynames import agency_mentions, region_after
from extract.text import Text

KINDS = {
    **dict.fromkeys(("panwascam", "panwaslih", "panwaslu"), "panwas"),
    "kanreg_bkn": "bkn",
    "bpasn": "bapek",
    "kejati": "prosecutor",
    "kejari": "prosecutor",
    "kejaksaan": "prosecutor",
    **dict.fromkeys(("polda", "polres", "polri"), "police"),
    **dict.fromkeys(("inspektorat", "bkd", "dinas", "kemenag", "satpolpp", "universitas", "majelis", "dpmd"), "office"),
    **dict.fromkeys(("mendagri", "kemendagri", "kementerian", "kemenpan"), "minister"),
    **dict.fromkeys(("pemkab", "pemkot", "pemprov", "pemda"), "government"),
    **{k: k for k in ("gakkumdu", "bawaslu", "kasn", "bkn", "kpu", "dkpp", "pn", "pt", "pttun", "ma", "mk")},
    "ptun": "pttun",
}
ACTING = r"(?:(?:Pjs?|Plt|Plh|Penjabat(?:\s+Sementara)?|Pelaksana\s+[Tt]ugas)\.?\s+(?:\((?:Pjs?|Plt)\)\s+)?)?"
HOLDERS = re.compile(
    rf"(?<!calon )(?<!wakil )(?<!Calon )(?<!Wakil )(?<!\w)(?:(?P<head>{ACTING}(?:[Bb]upati|[Ww]ali\s?[Kk]ota"
    rf"|[Gg]ubernur))"
    r"|(?P<ppk>[Pp]ejabat\s+[Pp]embina\s+[Kk]epegawaian(?:\s*\(PPK\))?|PPK)"
    r"|(?P<office>(?:Sekretaris\s+Daerah|Sekda)|[Rr]ektor(?:at)?(?:\s+[A-Z]\w+)?|[Aa]tasan(?:nya)?|Bapek"
    r"|Badan\s+Pertimbangan\s+Kepegawaian)"
    r"|(?P<pt>[Mm]ajelis\s+(?:hakim\s+)?(?:tinggi|banding)|[Hh]akim\s+tinggi)"
    r"|(?P<pn>[Mm]ajelis(?:\s+[Hh]akim)?|[Hh]akim(?!\s+[Tt]inggi)|[Pp]engadilan(?!\s+(?:Negeri|Tinggi|Tata))"
    r"|[Mm]eja\s+hijau)"
    r"|(?P<police>[Pp]olisi|[Pp]enyidik)|(?P<prosecutor>[Jj]aksa|JPU))(?!\w)"
)
ONE = frozenset({"kasn", "bkn", "dkpp", "ma", "mk", "bapek", "gakkumdu"})  # of which an article means one at most


@dataclass(frozen=True, slots=True)
class Decider:
    """A body or office holder where it stands; `name` is the usual name of the body that is meant."""

    start: int
    end: int
    kind: str
    name: str
    bare: bool = False
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A body with all its mentions, in order."""

    kind: str
    name: str
    mentions: tuple[Decider, ...]


def bodies_of(deciders: Sequence[Decider]) -> tuple[Body, ...]:
    """The mentions grouped by the body that is meant, in the order of first mention."""
    groups: dict[tuple[str, str], list[Decider]] = {}
    for d in deciders:
        kind = "head" if d.kind == "ppk" else d.kind
        groups.setdefault((kind, "" if kind in ONE else _last_words(d)), []).append(d)
    return tuple(Body(kind, _usual_name(found), tuple(found)) for (kind, _), found in groups.items())


def _last_words(decider: Decider) -> str:
    """What tells bodies of one kind apart: the region, else the name without the words for levels and acting heads."""
    if decider.region and decider.region[:1].isdigit():
        return decider.region
    return re.sub(r"\W+|\b(?:pjs?|plt|plh|penjabat|sementara|kabupaten|kota|provinsi)\b", " ", decider.name.lower())


@lru_cache(maxsize=16)
def find_deciders(text: Text) -> tuple[Decider, ...]:
    """All mentions in the body, in order, each with the usual name of what it means."""
    found = [*_bodies(text), *_holders(text)]
    found = _apart(sorted(found, key=lambda d: (d.start, -d.end)))
    home = _home(found)
    return tuple(_named(d, found, home) for d in found)


def _bodies(text: Text) -> Iterator[Decider]:
    for m in agency_mentions(text):
        if m.kind in KINDS:
            name = " ".join(text.raw[m.start : m.end].split())
            yield Decider(m.start, m.end, KINDS[m.kind], name, m.end == m.named and m.region is None, m.region)


def _holders(text: Text) -> Iterator[Decider]:
    for line in text.body:
        for m in HOLDERS.finditer(text.raw, line.start, line.end):
            kind = str(m.lastgroup)
            end, region = region_after(text.raw, m.end(), line, kind) if kind == "head" else (m.end(), None)
            bare = end == m.end() and kind != "office"
            yield Decider(m.start(), end, kind, " ".join(text.raw[m.start() : end].split()), bare, region)


def _apart(found: Sequence[Decider]) -> list[Decider]:
    """Leave out what stands within the one before it."""
    kept: list[Decider] = []
    for d in found:
        if not kept or d.start >= kept[-1].end:
            kept.append(d)
    return kept


def _home(found: Sequence[Decider]) -> str | None:
    """The region whose heads and bodies are named most, as printed: "Demak" of "Bupati Demak"."""
    regions = Counter(r for d in found if not d.bare and (r := _region(d)))
    return regions.most_common(1)[0][0] if regions else None


def _region(decider: Decider) -> str | None:
    """The words of a name after its office or body."""
    m = re.search(
        r"(?:[Bb]upati|[Kk]ota|[Gg]ubernur|Bawaslu\)?|Kabupaten|Panwas\w*\)?|Pemkab\)?"
        r"|Pemkot\)?)\s+((?:[A-Z][\w-]*\s?)+)$",
        decider.name,
    )
    return re.sub(r"^(?:Kabupaten|Kota|Provinsi)\s+", "", m[1].strip()) if m and m[1].strip() != "RI" else None


def _usual_name(same: Sequence[Decider]) -> str:
    """The name under which a body is named most often, the shorter of two as frequent; one with a region first."""
    count = Counter(d.name for d in same)
    placed = {d.name for d in same if not d.bare}
    return max(count, key=lambda name: (name in placed, count[name], -len(name)))


def _named(decider: Decider, found: Sequence[Decider], home: str | None) -> Decider:
    """The usual name of the same body; a bare mention ("majelis hakim", "bupati") takes the nearest body before it."""
    kind = "head" if decider.kind == "ppk" else decider.kind
    full = [d for d in found if d.kind == kind and not d.bare]
    if decider.region and decider.region[:1].isdigit():
        same = [d for d in full if d.region == decider.region]
        return replace(decider, name=_usual_name(same))
    if not decider.bare:
        return decider
    if full:
        before = [d for d in full if d.start <= decider.start]
        return replace(before[-1] if before else full[0], start=decider.start, end=decider.end, kind=kind, bare=True)
    if kind == "head":
        title = next((d.name for d in found if d.kind == "head"), "Bupati")
        return replace(decider, name=f"{title[0].upper()}{title[1:]} {home}" if home else title, kind=kind)
    return decider

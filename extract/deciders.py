"""Who can decide: mentions of bodies and office holders that find, dismiss or punish, each with its fullest name."""

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
    rf"(?<!calon )(?<!wakil )(?<!Calon )(?<!Wakil )(?<!\w)(?:(?P<head>{ACTING}(?:[Bb]upati"
    rf"|[Ww]ali\s?[Kk]ota|[Gg]ubernur))"
    r"|(?P<ppk>[Pp]ejabat\s+[Pp]embina\s+[Kk]epegawaian(?:\s*\(PPK\))?|PPK)"
    r"|(?P<office>(?:Sekretaris\s+Daerah|Sekda)|[Rr]ektor(?:at)?(?:\s+[A-Z]\w+)?|[Aa]tasan(?:nya)?"
    r"|Bapek|Badan\s+Pertimbangan\s+Kepegawaian)"
    r"|(?P<pt>[Mm]ajelis\s+(?:hakim\s+)?(?:tinggi|banding)|[Hh]akim\s+tinggi)"
    r"|(?P<pn>[Mm]ajelis(?:\s+[Hh]akim)?|[Hh]akim(?!\s+[Tt]inggi)|[Pp]engadilan(?!\s+(?:Negeri|Tinggi"
    r"|Tata))|[Mm]eja\s+hijau)"
    r"|(?P<police>[Pp]olisi|[Pp]enyidik)|(?P<prosecutor>[Jj]aksa|JPU))(?!\w)"
)
REGIONAL = frozenset({"head", "ppk", "government"})


@dataclass(frozen=True, slots=True)
class Decider:
    """A body or office holder where it stands; `name` is the fullest name that this mention can stand for."""

    start: int
    end: int
    kind: str
    name: str
    bare: bool = False


@lru_cache(maxsize=16)
def find_deciders(text: Text) -> tuple[Decider, ...]:
    """All mentions in the body, in order, each with the fullest name printed for it."""
    found = [*_bodies(text), *_holders(text)]
    found = _apart(sorted(found, key=lambda d: (d.start, -d.end)))
    return tuple(_all_named(found, _home(found)))


def _bodies(text: Text) -> Iterator[Decider]:
    for m in agency_mentions(text):
        if m.kind in KINDS:
            name = " ".join(text.raw[m.start : m.end].split())
            yield Decider(m.start, m.end, KINDS[m.kind], name, m.end == m.named and m.region is None)


def _holders(text: Text) -> Iterator[Decider]:
    for line in text.body:
        for m in HOLDERS.finditer(text.raw, line.start, line.end):
            kind = str(m.lastgroup)
            end = region_after(text.raw, m.end(), line, kind)[0] if kind == "head" else m.end()
            bare = end == m.end() and kind not in ("office",)
            yield Decider(m.start(), end, kind, " ".join(text.raw[m.start() : end].split()), bare)


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
    return m[1].strip() if m and m[1].strip() != "RI" else None


def _all_named(found: Sequence[Decider], home: str | None) -> Iterator[Decider]:
    """Each bare mention ("majelis hakim", "bupati") by the nearest earlier full name of its kind, else by the next."""
    names = {d.kind: d.name for d in reversed(found) if not d.bare}
    title = next((d.name for d in found if d.kind == "head"), "Bupati")
    head = f"{title[0].upper()}{title[1:]} {home}" if home else title
    for d in found:
        if not d.bare:
            names[d.kind] = d.name
            yield d
            continue
        kind = "head" if d.kind == "ppk" else d.kind
        name = names.get(kind) or (head if kind == "head" else None)
        yield replace(d, name=name, kind=kind) if name else d

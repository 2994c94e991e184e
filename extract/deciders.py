"""Who can decide: mentions of bodies and office holders that find, dismiss or punish, each with its usual name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.agencynames import agency_mentions, region_after
from extract.text import Span, Text, within

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
BACK, AHEAD, MOST = 6_000, 2_000, 200  # characters around a sentence, and mentions, that are looked at: linear time
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


class Bodies:
    """The bodies of an article: `mentions` in order, and `all`, grouped by the body that is meant, by first mention."""

    def __init__(self, mentions: Sequence[Decider]) -> None:
        groups: dict[tuple[str, str], list[Decider]] = {}
        for d in mentions:
            groups.setdefault(_key(d), []).append(d)
        self.mentions = mentions
        self.all = tuple(Body(kind, _usual_name(found), tuple(found)) for (kind, _), found in groups.items())
        self._numbers = {key: i for i, key in enumerate(groups)}

    def around(self, sentence: Span) -> dict[int, list[Decider]]:
        """The bodies (their numbers in `all`) named around a sentence, with their mentions there."""
        found: dict[int, list[Decider]] = {}
        for d in within(self.mentions, Span(max(0, sentence.start - BACK), sentence.end + AHEAD))[-MOST:]:
            found.setdefault(self._numbers[_key(d)], []).append(d)
        return found


def _key(decider: Decider) -> tuple[str, str]:
    kind = "head" if decider.kind == "ppk" else decider.kind
    return kind, "" if kind in ONE else _last_words(decider)


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
    return tuple(_all_named(found, _home(found)))


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


def _all_named(found: Sequence[Decider], home: str | None) -> Iterator[Decider]:
    """Each by the usual name of the same body; a bare one ("majelis hakim", "bupati") the body last named, or next."""
    usual = _usual_names(found)
    last = {d.kind: d for d in reversed(found) if not d.bare}
    head = _head(found, home)
    for d in found:
        kind = "head" if d.kind == "ppk" else d.kind
        if not d.bare:
            last[kind] = d
            yield replace(d, name=usual.get((d.kind, d.region), d.name))
        elif kind in last:
            yield replace(last[kind], start=d.start, end=d.end, kind=kind, bare=True)
        else:
            yield replace(d, name=head, kind=kind) if kind == "head" else d


def _usual_names(found: Sequence[Decider]) -> dict[tuple[str, str | None], str]:
    """For each body whose region is known its usual name."""
    groups: dict[tuple[str, str | None], list[Decider]] = {}
    for d in found:
        if d.region and d.region[:1].isdigit():
            groups.setdefault((d.kind, d.region), []).append(d)
    return {key: _usual_name(same) for key, same in groups.items()}


def _head(found: Sequence[Decider], home: str | None) -> str:
    """The regional head whose region is not printed: "Bupati Demak" where Demak is the region most named."""
    title = next((d.name for d in found if d.kind == "head"), "Bupati")
    return f"{title[0].upper()}{title[1:]} {home}" if home else title

"""Statistics: counts of cases, reports, people and sanctions, with measure, place, date and source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from extract.counts import ONE, Count, find_counts
from extract.deciders import Decider, find_deciders
from extract.evidence import quotation
from extract.linear import holds
from extract.numbers import find_numbers
from extract.places import PlaceFound
from extract.reading import Agency, Dated, Place, Statistic
from extract.text import Span, Text, within

TELLS = {
    "tally": r"\b(?:mencatat|tercatat|menangani|ditangani|menerima|total\w*|sebanyak|jumlah\w*|terdapat|rincian\w*"
    r"|merinci|data|rekap\w*|masing-masing|menembus|mencapai|menyumbang|terbanyak|angka)\b",
    "share": r"\b(?:di antara\w*|diantara\w*|sisanya|lainnya|selebihnya|dari jumlah|dari total)\b",
    "reported": r"\b(?:dilapor\w*|laporan|diadukan|temuan|diduga|terlapor)\b",
    "examined": r"\b(?:diperiksa|dipanggil|klarifikasi|dimintai|diproses|ditelusuri|kajian)\b",
    "passed_on": r"\b(?:diteruskan|direkomendasi\w*|rekomendasi\w*|dikirim|meneruskan)\b",
    "proven": r"\b(?:terbukti|melanggar|bersalah)\b",
    "punished": r"\b(?:disanksi|sanksi|dihukum|hukuman|dijatuhi|diblokir|divonis)\b",
    "dropped": r"\b(?:dihentikan|ditutup|tidak|tak|gugur|dicoret|kandas)\b",
    "until": r"\b(?:hingga|sampai|per|sejak|selama|sepanjang|terhitung)\b",
    "elsewhere": r"\b(?:protokol|politik uang|alat peraga|TPS|pemilih|suara|personel|kursi)\b",
    "neutrality": r"\bnetral\w*\b",
}
PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in TELLS.items()}
LEAD = 4  # sentences
BEFORE = re.compile(r"(\w+)\W*$")
AFTER = re.compile(r"\W*(\w+)")
AS_OF = re.compile(r"\b(?:hingga|sampai|per|terhitung|s/d)\b", re.IGNORECASE)


def find_figures(
    text: Text,
    published: datetime | None,
    agencies: Sequence[Agency],
    places: Sequence[PlaceFound],
    dates: Sequence[Dated] = (),
) -> tuple[Statistic, ...]:
    """The statistics an article gives, in order; one for each place where a value is shared out."""
    deciders = find_deciders(text)
    counts = [(c, s) for c, s in weighed_counts(text, places) if holds("figures", s)]
    return tuple(_statistic(text, c, deciders, dates, published) for c, _ in counts)


def weighed_counts(text: Text, places: Sequence[PlaceFound]) -> list[tuple[Count, dict[str, float]]]:
    """Each count once, by value, noun and place, with the signs by which it is judged."""
    counts = _once(_shared_out(text, tuple(find_counts(text, places)), places))
    view = _View(text, counts)
    of_document = _document_signs(text, counts, view)
    return [(c, {**of_document, **_signs(text, c, view)}) for c in counts]


class _View:
    """What the other counts of an article tell of one."""

    def __init__(self, text: Text, counts: Sequence[Count]) -> None:
        self.beside = Counter(c.sentence for c in counts)
        self.first: dict[float, int] = {}
        for c in reversed(counts):
            self.first[c.number.value] = c.number.start
        self.headline = {n.value for n in find_numbers(text.title)}
        self.lead = frozenset(text.sentences[:LEAD])


def _once(counts: Iterator[Count]) -> list[Count]:
    """Leave out a count that repeats an earlier one: same value, and the same or no noun and place."""
    kept: list[Count] = []
    first: dict[float, Span] = {}
    for c in counts:
        if c.place is not None or first.get(c.number.value, c.sentence) == c.sentence:
            kept.append(c)
            first.setdefault(c.number.value, c.sentence)
    return kept


def _shared_out(text: Text, counts: Sequence[Count], places: Sequence[PlaceFound]) -> Iterator[Count]:
    """ "Berau dan Bontang masing-masing 2 ASN" is two counts."""
    for c in counts:
        yield c
        lead = text.raw[max(c.sentence.start, c.number.start - 18) : c.number.start]
        if "masing-masing" in lead and c.place is not None:
            before = within(counts, Span(c.sentence.start, c.number.start))
            start = before[-1].end if before else c.sentence.start
            for p in within(places, Span(start, c.place.start)):
                yield Count(c.number, c.unit, c.noun, c.end, c.sentence, p)


def _document_signs(text: Text, counts: Sequence[Count], view: _View) -> dict[str, float]:
    digits = sum(c.number.digits for c in counts)
    crowded = sum(n >= 3 for n in view.beside.values())
    placed = sum(c.place is not None for c in counts)
    return {
        "article: counts": min(len(counts), 30) / 10,
        "article: digits": min(digits, 20) / 10,
        "article: crowded sentences": min(crowded, 4) / 2,
        "article: counts by place": min(placed, 8) / 4,
        "article: number in headline": float(bool(view.headline)),
    }


def _signs(text: Text, c: Count, view: _View) -> dict[str, float]:
    signs = {
        f"sentence: {name}": 1.0 for name, p in PATTERNS.items() if p.search(text.raw, c.sentence.start, c.sentence.end)
    }
    signs |= {f"unit: {c.unit or 'none'}": 1.0, f"size: {_size(c.number.value)}": 1.0, "bias": 0.0}
    signs |= {f"noun: {c.noun.lower()}": 1.0} if c.noun else {}
    signs |= _printed(c) | _around(text, c)
    signs["beside other counts"] = min(view.beside[c.sentence] - 1, 4) / 2
    signs["told before"] = float(view.first[c.number.value] < c.number.start)
    signs["in headline"] = float(c.number.value in view.headline)
    signs["in lead"] = float(c.sentence in view.lead)
    return signs


def _printed(c: Count) -> dict[str, float]:
    return {
        "printed: digits": float(c.number.digits),
        "printed: collective": float(c.number.collective),
        "printed: one": float(c.number.printed.lower() in ONE),
        "placed": float(c.place is not None),
    }


def _around(text: Text, c: Count) -> dict[str, float]:
    before = BEFORE.search(text.raw[c.sentence.start : c.number.start])
    after = AFTER.match(text.raw, c.end, c.sentence.end)
    signs = {
        "quoted": float(text.quoted(c.number.start)),
        "starts sentence": float(c.number.start - c.sentence.start < 3),
    }
    if before:
        signs[f"before: {before[1].lower()}"] = 1.0
    if after:
        signs[f"after: {after[1].lower()}"] = 1.0
    return signs


def _size(value: float) -> str:
    return next((name for limit, name in ((1, "0-1"), (3, "2-3"), (9, "4-9"), (99, "10-99")) if value <= limit), "100+")


def _statistic(
    text: Text, c: Count, deciders: Sequence[Decider], dates: Sequence[Dated], published: datetime | None
) -> Statistic:
    clause = text.clause_at(c.number.start) or c.sentence
    return Statistic(
        measure=" ".join(text[clause].split())[:160],
        value=c.number.value,
        unit=c.noun.lower() or c.unit or None,
        place=Place(**{f: getattr(c.place.place, f) for f in Place.__struct_fields__}) if c.place else None,
        as_of=_as_of(text, c, dates, published),
        source=_source(c, deciders),
        evidence=(quotation(text, c.sentence),),
    )


def _as_of(text: Text, c: Count, dates: Sequence[Dated], published: datetime | None) -> str | None:
    """The date in the sentence after "hingga", "per"; else the article's own date."""
    if AS_OF.search(text.raw, c.sentence.start, c.sentence.end):
        k = bisect_left(dates, c.sentence.start, key=lambda d: d.evidence[0].start)
        if k < len(dates) and c.sentence.holds(dates[k].evidence[0].start):
            return dates[k].date
    return published.date().isoformat() if published else None


def _source(c: Count, deciders: Sequence[Decider]) -> str | None:
    """The body named in the sentence, else the last one named before it."""
    k = bisect_left(deciders, c.sentence.start, key=lambda d: d.start)
    if k < len(deciders) and c.sentence.holds(deciders[k].start):
        return deciders[k].name
    return deciders[k - 1].name if k else None

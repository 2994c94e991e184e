"""Which election the article is about, and of which year: what it calls it, read in the light of the calendar.

Outside its season a word proves little: in the months before a presidential vote "pasangan calon" are candidates for
president, before a local vote they are candidates for regent.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from extract.phrases import compiled
from extract.reading import Election
from extract.text import Text
from extract.vocabulary import ElectionKind

Season = Literal["pilkada", "pemilu"]

# Voting days as the KPU set them; a later one is added here when it is set.
VOTES: tuple[tuple[date, Season], ...] = (
    (date(2009, 4, 9), "pemilu"),
    (date(2014, 4, 9), "pemilu"),
    (date(2015, 12, 9), "pilkada"),
    (date(2017, 2, 15), "pilkada"),
    (date(2018, 6, 27), "pilkada"),
    (date(2019, 4, 17), "pemilu"),
    (date(2020, 12, 9), "pilkada"),
    (date(2024, 2, 14), "pemilu"),
    (date(2024, 11, 27), "pilkada"),
)
AHEAD = 0.4
LOCAL_OFFICE = r"(?:bupati|gubernur|wali\s?kota|kepala daerah)"
WORDS = {
    "pilkades": (r"pilkades", r"pemilihan kepala desa", r"calon kepala desa"),
    "pilkada": (
        r"pilkada|pilbup|pilgub|pilwali|pilwalkot|pilwako|pilbub|pemilukada",
        r"cabup|cawabup|cagub|cawagub|cakada|cawali|cawalkot",
        rf"(?:pemilihan|calon) (?:wakil )?{LOCAL_OFFICE}",
    ),
    "pilpres": (
        r"pilpres|capres|cawapres|TKN|TKD|tim kampanye nasional",
        r"(?:calon|pemilihan|paslon) (?:wakil )?presiden|presiden dan wakil presiden",
    ),
    "pileg": (
        r"pileg|caleg\w*|bacaleg|dapil|daftar calon tetap|pemilihan legislatif",
        r"calon (?:anggota )?(?:legislatif|legislator|DPRD?|DPD|dewan)",
    ),
    "pemilu": (r"pemilu|pemilihan umum|tahun politik",),
    "pair": (r"paslon|pasangan calon|nomor urut|capres",),
}
PATTERNS = {name: compiled(words) for name, words in WORDS.items()}
NAMED_PAIR = re.compile(r"\b[A-Z][a-z’']{3,}\s?[-–]\s?[A-Z][a-z’']{3,}\b")
NOT_ELECTIONS = re.compile(
    r"(?:badan|panitia|pengawas|komisi|penyelenggara|dewan\s+kehormatan|pidana)\s+(?:\w+\s+)?pemili\w+(?:\s+umum)?",
    re.IGNORECASE,
)
APPEAL = compiled(
    (
        r"[dm]?[ei]?[mn]?g?(?:imbau|himbau|ingatkan|larang)|tegaskan|jangan|ikrar|sosialisasi|apel|wanti-wanti|jaga|paham",
    )
)
CASE = compiled(
    (
        r"dilapor\w*|laporan?|dipanggil|diperiksa|diklarifikasi|terbukti|langgar|melanggar|pelanggaran|sanksi\w*",
        r"disanksi|divonis|vonis|kasus|sidang|dugaan|diduga|gakkumdu|usut|kampanye",
    )
)
YEAR = re.compile(
    r"\b(?:pilkada|pemilu|pilpres|pileg|pilgub|pilbup|pilwal\w*|pemilihan)(?:\s+(?!20)[\w.]+){0,4}\s+(?:tahun\s+)?(20[012]\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How often the article speaks of each election; `appeal` tells that its title warns or asks."""

    pilkades: int
    pilkada: int
    pilpres: int
    pileg: int
    pemilu: int
    pair: int
    appeal: bool

    @property
    def general(self) -> int:
        return self.pilpres + self.pileg + self.pemilu


def find_election(text: Text, published: datetime | None) -> Election | None:
    """The election the body speaks of; None where it speaks of none."""
    body = NOT_ELECTIONS.sub(" ", "\n".join([text.title, *(text[line] for line in text.body)]))
    counts = _counts(body, text.title)
    kind = _kind(counts, _season(published.date()) if published else None)
    return Election(kind=kind, year=_year(kind, body, published)) if kind else None


def _counts(body: str, title: str) -> Counts:
    found = {name: len(pattern.findall(body)) for name, pattern in PATTERNS.items()}
    found["pair"] += len(NAMED_PAIR.findall(body))
    return Counts(**found, appeal=bool(APPEAL.search(title)) and not CASE.search(title))


def _season(day: date) -> Season:
    """The vote of which the press speaks on a day: the next one, or the last while its cases are still heard."""
    return min(VOTES, key=lambda vote: _distance(vote[0], day))[1]


def _distance(vote: date, day: date) -> float:
    ahead = (vote - day).days
    return ahead * AHEAD if ahead > 0 else -ahead


def _kind(counts: Counts, season: Season | None) -> ElectionKind | None:
    if counts.pilkades and not counts.pilkada + counts.general:
        return "pilkades"
    if not counts.pilkada + counts.general + counts.pair:
        return season
    return "pilkada" if _local(counts, season) else _general(counts)


def _local(counts: Counts, season: Season | None) -> bool:
    if season == "pemilu":
        return counts.pilkada > counts.general
    if season == "pilkada" and not counts.pilkada:
        return not counts.pilpres and (not counts.pileg or counts.pileg + counts.pemilu < 4)
    return counts.pilkada > 0


def _general(counts: Counts) -> ElectionKind:
    if counts.appeal:
        return "pemilu"
    if counts.pilpres and (counts.pair or counts.pilpres >= counts.pileg):
        return "pilpres"
    if counts.pileg:
        return "pileg"
    return "pilpres" if counts.pair and counts.pemilu < 3 else "pemilu"


def _year(kind: ElectionKind, body: str, published: datetime | None) -> int | None:
    named = Counter(int(y) for y in YEAR.findall(body))
    if published is None:
        return named.most_common(1)[0][0] if named else None
    season = "pilkada" if kind == "pilkada" else "pemilu"
    years = [vote.year for vote, what in VOTES if what == season and abs((vote - published.date()).days) < 900]
    likely = min(years, key=lambda y: abs(y - published.year - (published.month > 7) / 2), default=None)
    return next((y for y, _ in named.most_common() if abs(y - published.year) <= 1), likely)

"""The election calendar as the KPU set it: registration, fixing of candidates, campaign and vote.

Sources: PKPU 2/2015 (2015), 3/2016 (2017), 1/2017 (2018), 7/2017 (2019), 5/2020 (2020), 3/2022 (February 2024) and
2/2024 (November 2024). Rounds are those of the whole country: regions that vote again later (PSU) are not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from extract.vocabulary import ElectionKind

Season = Literal["pilkada", "pemilu"]
Phase = Literal["before", "registration", "registered", "fixed", "campaign", "quiet", "vote", "after"]
SEASONS: dict[ElectionKind, Season] = {"pilkada": "pilkada", "pemilu": "pemilu", "pilpres": "pemilu", "pileg": "pemilu"}
AFTER = 200


@dataclass(frozen=True, slots=True)
class Round:
    """One round of elections: the first day of each part; `closed` is the first day after registration.

    `fixed` is when the KPU fixes who is a candidate: until then a person is "bakal calon", and the SKB of 2022 counts a
    civil servant's act as a breach of ethics, from then on as one of discipline.
    """

    season: Season
    registration: date
    closed: date
    fixed: date
    campaign: date
    quiet: date
    vote: date

    @property
    def year(self) -> int:
        return self.vote.year

    @property
    def rotation_ban(self) -> date:
        """The first day on which art. 71(2) forbids to replace officials: six months before candidates are fixed."""
        return months_before(self.fixed, 6)

    def phase(self, day: date) -> Phase:
        """Where a day lies in the round."""
        borders: tuple[tuple[date, Phase], ...] = (
            (self.registration, "before"),
            (self.closed, "registration"),
            (self.fixed, "registered"),
            (self.campaign, "fixed"),
            (self.quiet, "campaign"),
            (self.vote, "quiet"),
        )
        return next((name for border, name in borders if day < border), "vote" if day == self.vote else "after")


def _round(season: Season, *days: str) -> Round:
    return Round(season, *(date.fromisoformat(d) for d in days))


ROUNDS = (
    _round("pilkada", "2015-07-26", "2015-07-29", "2015-08-24", "2015-08-27", "2015-12-06", "2015-12-09"),
    _round("pilkada", "2016-09-21", "2016-09-24", "2016-10-24", "2016-10-28", "2017-02-12", "2017-02-15"),
    _round("pilkada", "2018-01-08", "2018-01-11", "2018-02-12", "2018-02-15", "2018-06-24", "2018-06-27"),
    _round("pemilu", "2018-07-04", "2018-07-18", "2018-09-20", "2018-09-23", "2019-04-14", "2019-04-17"),
    _round("pilkada", "2020-09-04", "2020-09-07", "2020-09-23", "2020-09-26", "2020-12-06", "2020-12-09"),
    _round("pemilu", "2023-05-01", "2023-05-15", "2023-11-03", "2023-11-28", "2024-02-11", "2024-02-14"),
    _round("pilkada", "2024-08-27", "2024-08-30", "2024-09-22", "2024-09-25", "2024-11-24", "2024-11-27"),
)


def round_of(kind: ElectionKind | None, year: int | None, day: date | None = None) -> Round | None:
    """The round that an article speaks of: by kind and year, else the one that a day lies in or before."""
    season = SEASONS.get(kind) if kind else None
    if kind and season is None:
        return None
    fitting = [r for r in ROUNDS if season in (None, r.season) and (year is None or r.year == year)]
    if year is not None and (season or len(fitting) == 1):
        return fitting[0] if fitting else None
    if day is None:
        return None
    return next((r for r in fitting if day <= r.vote or ((day - r.vote).days <= AFTER and not _begun(day, r))), None)


def _begun(day: date, old: Round) -> bool:
    """Tell whether registration for the next round has begun by a day."""
    later = [r for r in ROUNDS if r.vote > old.vote]
    return bool(later) and day >= later[0].registration


def months_before(day: date, months: int) -> date:
    """The same day some months earlier; the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has a 28th")

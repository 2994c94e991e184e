"""What stands of an accusation, over time: per person, per track, and as a whole; conflicts are kept, not hidden.

Ethics, discipline, criminal and administrative track can end differently for one act (UU 10/2016, PP 94/2021). A later
"alleged" never takes back a finding or a clearing; of finding and clearing the later holds, on one day the clearing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from extract.vocabulary import Standing, Track
from graph.mention import Decided, Digest

CLEARING = re.compile(
    r"not[_ ]proven|unproven|cleared|acquit|stopped|dropped|lapsed|not[_ ]registered"
    r"|not[_ ]a[_ ]breach|not[_ ]subject|overturned|no[_ ]violation|tidak|bebas|dihentikan|gugur|onslag",
    re.IGNORECASE,
)
FORWARDING = re.compile(r"forward|referr|refer|dilimpah|diteruskan|pending|none yet|examin", re.IGNORECASE)
STRENGTH: dict[Standing, int] = {"alleged": 0, "proven": 1, "cleared": 2}


@dataclass(frozen=True, slots=True)
class Stand:
    """What one article says of one accused person on one track; `track` is None where the article names none."""

    person: str
    track: Track | None
    standing: Standing
    day: date | None
    article: str
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A standing that held from `since` to `until` (exclusive; None: still), with the articles that say so."""

    standing: Standing
    since: date | None
    until: date | None
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """One person's standing in one case: as a whole, and each track by itself; `conflict` where sources disagree."""

    person: str
    standing: Standing
    since: date | None
    periods: tuple[Period, ...]
    tracks: tuple[tuple[Track, Standing, date | None], ...]
    stands: tuple[Stand, ...]
    conflict: bool


def stands_in(digest: Digest, index: int, person: str) -> Iterator[Stand]:
    """All that an article says of the standing of one accused mention."""
    mention = digest.mentions[index]
    if mention.role == "accused":
        yield Stand(person, None, mention.standing or "alleged", digest.day, digest.id)
    for ruling in digest.rulings:
        if index in ruling.about and not ruling.superseded and (found := decided(ruling)):
            yield Stand(person, ruling.track, found, _day(ruling.date) or digest.day, digest.id, ruling.agency)


def decided(ruling: Decided) -> Standing | None:
    """What a ruling makes of an accusation; None where it only hands the case on."""
    if CLEARING.search(ruling.outcome):
        return "cleared"
    if FORWARDING.search(ruling.outcome):
        return None
    return "proven"


def standing_of(person: str, stands: Iterable[Stand]) -> PersonStanding:
    """Put together what all articles say of one person in one case; there must be at least one stand."""
    ordered = sorted(stands, key=_order)
    whole = [s for s in ordered if s.track is None] or ordered
    periods = tuple(_periods(whole))
    tracks = sorted({s.track for s in ordered if s.track})
    ends = ((t, list(_periods([s for s in ordered if s.track == t]))[-1]) for t in tracks)
    return PersonStanding(
        person,
        periods[-1].standing,
        periods[-1].since,
        periods,
        tuple((t, p.standing, p.since) for t, p in ends),
        tuple(ordered),
        _conflict(whole),
    )


def _order(s: Stand) -> tuple[str, int, str]:
    return (str(s.day or "0"), STRENGTH[s.standing], s.article)


def _periods(stands: Sequence[Stand]) -> Iterator[Period]:
    """Stretches of one standing; what is weaker than what holds does not end it."""
    held: list[Stand] = []
    for s in stands:
        if held and s.standing != held[0].standing and s.standing != "alleged":
            yield _period(held, s.day)
            held = []
        if not held or s.standing == held[0].standing:
            held.append(s)
    yield _period(held, None)


def _period(held: Sequence[Stand], until: date | None) -> Period:
    return Period(held[0].standing, held[0].day, until, tuple(dict.fromkeys(s.article for s in held)))


def _conflict(stands: Sequence[Stand]) -> bool:
    """Tell whether one article finds against and another clears, the clearing not being the later one."""
    proven = [s.day for s in stands if s.standing == "proven"]
    cleared = [s.day for s in stands if s.standing == "cleared"]
    return bool(proven and cleared) and (
        None in proven + cleared or max(d for d in proven if d) >= min(d for d in cleared if d)
    )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text and len(text) == 10 else None
    except ValueError:
        return None

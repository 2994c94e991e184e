"""What linking needs of a Reading: persons as one article mentions them, and the incidents it tells of.

A Digest is small enough to keep a million in memory and to store beside each article, so that who is who can be worked
out again without reading any article again.
"""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from extract.reading import Election, Place, Reading
from extract.vocabulary import Acting, Kind, OfficeClass, Role, SanctionClass, Stage, Standing, Track, Violation
from graph.likeness import fingerprint
from graph.names import age_in

NameWords = tuple[str, ...]


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A frozen record whose defaults are left out of the JSON."""


class MentionKey(Part, frozen=True, order=True):
    """Names one mention for ever: the article's id, the person's index in its Reading, the name as printed."""

    article: str
    index: int
    name: str


class Mention(Part, frozen=True):
    """One person of one article; `age` in years where printed, `standing` only for the accused.

    `corrected` says who corrected what was read, and why; it is never stored here.
    """

    article: str
    index: int
    name: str
    forms: NameWords = ()
    initials: bool = False
    age: int | None = None
    office: str | None = None
    office_class: OfficeClass | None = None
    acting: Acting | None = None
    former: bool = False
    agency: str | None = None
    place: Place | None = None
    role: Role = "other"
    standing: Standing | None = None
    incumbent: bool = False
    candidate: bool = False
    confidence: float = 0.0
    corrected: str = ""

    @property
    def key(self) -> MentionKey:
        return MentionKey(article=self.article, index=self.index, name=self.name)


class Told(Part, frozen=True):
    """An incident as one article tells it; `accused` and `beneficiaries` are indexes of mentions."""

    violations: tuple[Violation, ...] = ()
    accused: tuple[int, ...] = ()
    beneficiaries: tuple[int, ...] = ()
    date: str | None = None
    place: Place | None = None
    stage: Stage | None = None


class Decided(Part, frozen=True):
    """A ruling as one article reports it; `about` are indexes of mentions."""

    track: Track
    outcome: str
    agency: str | None = None
    severity: SanctionClass | None = None
    date: str | None = None
    about: tuple[int, ...] = ()
    superseded: bool = False


class Nameless(Part, frozen=True):
    """Offenders whom the article does not name."""

    description: str
    office: str | None = None
    count: int | None = None
    place: Place | None = None
    standing: Standing = "alleged"


class Digest(Part, frozen=True):
    """One article, as far as linking needs it; `dates` are (ISO date, what), `fingerprint` a MinHash of the text."""

    id: str
    kind: Kind
    url: str | None = None
    site: str | None = None
    title: str | None = None
    published: datetime | None = None
    syndicated_from: str | None = None
    election: Election | None = None
    place: Place | None = None
    stage: Stage | None = None
    violations: tuple[Violation, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    fingerprint: tuple[int, ...] = ()
    mentions: tuple[Mention, ...] = ()
    incidents: tuple[Told, ...] = ()
    rulings: tuple[Decided, ...] = ()
    unnamed: tuple[Nameless, ...] = ()

    @property
    def day(self) -> date | None:
        """The day of publication, in the article's own zone."""
        return self.published.date() if self.published else None


class DigestError(ValueError):
    """A line that is no Digest; the message says what is wrong."""


_DECODER = msgspec.json.Decoder(Digest)


def digest_of(reading: Reading) -> Digest:
    """Keep of a Reading what linking needs."""
    article = reading.article
    return Digest(
        id=reading.id,
        kind=reading.kind,
        url=article.url,
        site=article.site,
        title=article.title,
        published=article.published,
        syndicated_from=article.syndicated_from,
        election=reading.election,
        place=reading.place,
        stage=reading.stage,
        violations=reading.violations,
        dates=tuple((d.date, d.what) for d in reading.dates),
        fingerprint=fingerprint(article.text),
        mentions=tuple(_mentions(reading)),
        incidents=tuple(_told(reading)),
        rulings=tuple(_decided(reading)),
        unnamed=tuple(
            Nameless(description=u.description, office=u.office, count=u.count, place=u.place, standing=u.standing)
            for u in reading.unnamed
        ),
    )


def encode(digest: Digest) -> str:
    """Write a Digest as one line of compact JSON."""
    return msgspec.json.encode(digest).decode()


def decode(line: str | bytes) -> Digest:
    """Read one line of JSON; raise DigestError where it is no Digest."""
    try:
        return _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise DigestError(f"not a Digest: {problem}") from problem


def _mentions(reading: Reading) -> list[Mention]:
    return [
        Mention(
            article=reading.id,
            index=i,
            name=o.name,
            forms=tuple(f for f in o.forms if f != o.name),
            initials=o.initials,
            age=next((age for f in (o.name, *o.forms) if (age := age_in(f))), None) or _age(reading, i),
            office=o.office,
            office_class=o.office_class,
            acting=o.acting,
            former=o.former,
            agency=o.agency,
            place=o.place,
            role=o.role,
            standing=o.standing,
            incumbent=o.incumbent,
            candidate=o.candidate,
            confidence=o.confidence,
        )
        for i, o in enumerate(reading.officials)
    ]


def _age(reading: Reading, index: int) -> int | None:
    """The age in brackets directly behind the name, where the text prints one."""
    name = reading.officials[index].name
    at = reading.article.text.find(f"{name} (")
    return age_in(reading.article.text[at : at + len(name) + 12]) if at >= 0 else None


def _told(reading: Reading) -> list[Told]:
    return [
        Told(
            violations=i.violations,
            accused=i.accused,
            beneficiaries=i.beneficiaries,
            date=i.date,
            place=i.place,
            stage=i.stage,
        )
        for i in reading.incidents
    ]


def _decided(reading: Reading) -> list[Decided]:
    return [
        Decided(
            track=r.track,
            outcome=r.outcome,
            agency=r.agency,
            severity=r.sanction.class_ if r.sanction else None,
            date=r.date,
            about=r.about,
            superseded=r.superseded,
        )
        for r in reading.rulings
    ]

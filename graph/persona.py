"""A person as one article shows them, in the terms that linking compares; like mentions are taken together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.agencies import NATIONAL
from graph.mention import Digest, Mention
from graph.names import NameForm, form_of, forms_of, sound, weight
from graph.offices import Office, read_office
from graph.where import NOWHERE, Where, narrowed, regions_in, where_is

NamedKey = tuple[str, tuple[str, ...]]
NATIONAL_BODIES = frozenset({"kasn", "bkn", "dkpp", "kemenpanrb", "kemendagri", "ma", "mk", "ombudsman", "dpr"})


@dataclass(frozen=True, slots=True)
class Persona:
    """A mention in comparable terms: `own` is the region of the person, `around` that of the article.

    `twin` counts earlier mentions in the article that have the same name.
    """

    mention: Mention
    name: NameForm
    names: tuple[str, ...]
    office: Office
    own: Where
    around: Where
    national: bool
    day: date | None
    year: int | None
    twin: int = 0

    @property
    def order(self) -> tuple[str, str, str, int]:
        """What decides between equals, the same in whatever order articles are loaded: oldest first."""
        return (str(self.day or "9"), self.mention.article, self.mention.name, self.mention.index)

    @property
    def region(self) -> Where:
        return self.own if self.own.known or self.national else self.around

    @property
    def accused(self) -> bool:
        return self.mention.role == "accused"


def personas_of(digest: Digest) -> Iterator[Persona]:
    """All persons of one article that have a name of at least one letter."""
    around = where_is(digest.place)
    day = digest.day
    year = day.year if day else digest.election.year if digest.election else None
    seen: Counter[NameForm] = Counter()
    for mention in digest.mentions:
        name = form_of(mention.name, mention.initials)
        if name.words:
            office = read_office(mention.office, mention.agency, around)
            national = _is_national(mention, office)
            own = NOWHERE if national else _own(mention, office, around)
            yield Persona(mention, name, _names(mention), office, own, around, national, day, year, seen[name])
            seen[name] += 1


def _is_national(mention: Mention, office: Office) -> bool:
    """Tell whether somebody holds an office of the whole country: a minister, KASN, "Ketua Bawaslu RI"."""
    if office.track == "national" or (office.body in NATIONAL_BODIES and not office.where.known):
        return True
    return bool(office.body) and any(NATIONAL.search(n) for n in (mention.office or "", mention.agency or ""))


def _own(mention: Mention, office: Office, around: Where) -> Where:
    """The region of a person: as given, else in the office, else in the body; made exact by the article's."""
    given = where_is(mention.place)
    for where in (given, office.where, regions_in(mention.agency or "")):
        if where.known:
            return narrowed(where, around)
    return NOWHERE


def _names(mention: Mention) -> tuple[str, ...]:
    """The printed names that may add something: the fullest, and forms with words of their own (aliases)."""
    if mention.initials:
        return (mention.name,)
    have = {sound(w) for f in forms_of(mention.name) for w in f.words}
    more = (
        f for f in mention.forms if any(sound(w) not in have for g in forms_of(f) for w in g.words if not g.initials)
    )
    return (mention.name, *sorted(set(more)))[:4]


@dataclass(frozen=True, slots=True)
class Profile:
    """Mentions that agree in name, office and region so plainly that they are one person: the first stands for all."""

    first: Persona
    members: tuple[Persona, ...]

    @property
    def articles(self) -> frozenset[str]:
        return frozenset(p.mention.article for p in self.members)


def profiles_of(personas: Iterable[Persona], judged: Collection[NamedKey] = ()) -> tuple[Profile, ...]:
    """Take like mentions together, save those that somebody judged; ordered, whatever the order of the input."""
    groups: dict[tuple[object, ...], list[Persona]] = {}
    for p in personas:
        alone = judged and any((p.mention.article, n) in judged for n in called(p))
        groups.setdefault(_own_key(p) if alone else _likeness_key(p), []).append(p)
    members = (tuple(sorted(g, key=lambda p: p.order)) for g in groups.values())
    return tuple(sorted((Profile(m[0], m) for m in members), key=lambda p: p.first.order))


def called(p: Persona) -> frozenset[tuple[str, ...]]:
    """The names, as words, under which a judgement may name a mention."""
    return frozenset(form_of(n).words for n in (p.mention.name, *p.mention.forms))


def _own_key(p: Persona) -> tuple[object, ...]:
    return (p.mention.article, p.mention.index, p.mention.name)


def _likeness_key(p: Persona) -> tuple[object, ...]:
    """Mentions of one key are one person without any further look: full name, office and region are the same."""
    words = [w for w in p.name.words if weight(w) >= 0.4]
    placed = p.national or p.region.known
    sure = len(words) > 1 or p.office.definite or (p.office.body is not None and bool(p.name.telling))
    if p.name.initials or not p.office.kind or not placed or not sure:
        return _own_key(p)
    office = (p.office.kind, p.office.unit, p.office.body)
    when = None if len(words) > 1 else p.year
    return (p.name.words, p.names[1:], office, p.own, () if p.own.known else p.around, p.national, p.mention.age, when)

"""What people corrected: a person's role, standing, name or office, as one article's reader read it.

The claim keeps what was read beside what is right, the relationship says who corrected it and why, and taking the
correction back restores the reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from extract.vocabulary import Standing
from graph.claims import ROLE_KINDS
from graph.facts import About, Decision, Facts, Link
from graph.judgements import Judgement, Key, named_in_mention
from graph.mention import Decided, Digest, Mention, Told
from graph.persons import Article
from graph.standing import decided

T = TypeVar("T", Decided, Decision)


class Said(NamedTuple):
    """What a claim says once it is corrected, and by whom it was."""

    claim: str
    kind: str
    standing: str | None
    by: str


def corrected(article: Article, corrections: Mapping[Key, Judgement]) -> Article:
    """An article with its corrections; the same article where there are none."""
    found = {m.index: j for m in article.digest.mentions if (j := _of(article.digest.id, m, corrections))}
    if not found:
        return article
    mentions = tuple(_mention(m, found[m.index]) if m.index in found else m for m in article.digest.mentions)
    touched = {i: mentions[i] for i in found}
    digest = replace(
        article.digest,
        mentions=mentions,
        incidents=tuple(_told(n, told, touched) for n, told in enumerate(article.digest.incidents)),
        rulings=tuple(_without(r, r, touched) for r in article.digest.rulings),
    )
    return Article(digest, _facts(article.facts, article.digest, touched))


def said(article: Article) -> Iterator[Said]:
    """What the claims of a corrected article say of the persons whom they are about."""
    notes = {str(m.index): m.corrected for m in article.digest.mentions if m.corrected}
    for link in article.facts.links:
        people = [a for a in link.about if a.label == "Person"]
        note = next((notes[a.to] for a in people if a.to in notes), None)
        if note:
            first = min(people, key=lambda a: (a.role != "accused", a.to not in notes, a.to))
            yield Said(link.claim, ROLE_KINDS[first.role], first.standing, note)


def _of(article: str, mention: Mention, corrections: Mapping[Key, Judgement]) -> Judgement | None:
    keys = named_in_mention(article, mention) if corrections else ()
    return next((corrections[key] for key in keys if key in corrections), None)


def _mention(m: Mention, judgement: Judgement) -> Mention:
    right = judgement.correction
    role = right.get("role", m.role)
    standing = (right.get("standing") or m.standing or "alleged") if role == "accused" else None
    name = right.get("name", m.name)
    forms = tuple(dict.fromkeys((*m.forms, m.name))) if name != m.name else m.forms
    note = f"{judgement.who}: {judgement.why}"
    # The words are those of the closed lists: a judgement with others is refused before it is kept.
    return replace(
        m, role=role, standing=standing, name=name, forms=forms, office=right.get("office", m.office), corrected=note
    )


def _told(number: int, told: Told, touched: Mapping[int, Mention]) -> Told:
    """An incident with those accused and favoured as corrected; who is newly so is of the article's first incident."""
    return replace(
        told,
        accused=_indexes(told.accused, "accused", number, touched),
        beneficiaries=_indexes(told.beneficiaries, "beneficiary", number, touched),
    )


def _indexes(now: tuple[int, ...], role: str, number: int, touched: Mapping[int, Mention]) -> tuple[int, ...]:
    kept = tuple(i for i in now if i not in touched or touched[i].role == role)
    new = (i for i, m in sorted(touched.items()) if number == 0 and m.role == role and i not in kept)
    return (*kept, *new)


def _without(ruling: T, read: Decided, touched: Mapping[int, Mention]) -> T:
    """A ruling without those who are no longer accused, or whose corrected standing it contradicts."""
    finding = decided(read)
    return replace(ruling, about=tuple(i for i in ruling.about if i not in touched or _fits(touched[i], finding)))


def _fits(mention: Mention, finding: Standing | None) -> bool:
    return mention.role == "accused" and finding in (None, mention.standing)


def _facts(facts: Facts, read: Digest, touched: Mapping[int, Mention]) -> Facts:
    rulings = (_without(d, r, touched) for d, r in zip(facts.rulings, read.rulings, strict=True))
    return replace(facts, links=tuple(_link(link, touched) for link in facts.links), rulings=tuple(rulings))


def _link(link: Link, touched: Mapping[int, Mention]) -> Link:
    return replace(link, about=tuple(_about(a, touched) for a in link.about))


def _about(about: About, touched: Mapping[int, Mention]) -> About:
    mention = touched.get(int(about.to)) if about.label == "Person" else None
    if mention is None:
        return about
    return replace(about, role=mention.role, standing=mention.standing, office=mention.office)

"""Initials accuse nobody whom an article names in full and leaves alone, unless both hold one and the same post."""

from __future__ import annotations

from datetime import datetime

import pytest

from extract.reading import Article, Official, Place, Reading
from extract.vocabulary import Role
from graph.identity import resolve_people
from graph.judgements import Judgements
from graph.mention import digest_of


def reading(name: str, office: str, role: Role, day: str, district: str | None) -> Reading:
    place = Place(province="Jawa Timur", regency="Kabupaten Jember", district=district)
    official = Official(
        name=name,
        initials=name.isupper(),
        office=office,
        office_class="village_head" if "desa" in office else "asn",
        role=role,
        standing="alleged" if role == "accused" else None,
        place=place,
    )
    article = Article(id=name, text=f"Tentang {name}.", published=datetime.fromisoformat(f"{day}T08:00:00+07:00"))
    return Reading(id=name, kind="incident", reader="x", article=article, place=place, officials=(official,))


def persons(*readings: Reading) -> int:
    return len(resolve_people([digest_of(r) for r in readings], Judgements()).persons)


@pytest.mark.parametrize(("one", "other"), [(None, None), ("Ajung", "Ajung"), ("Ajung", "Kencong")])
def test_a_village_head_among_many_stays_apart(one: str | None, other: str | None) -> None:
    accused = reading("TS", "kepala desa", "accused", "2024-10-25", one)
    speaker = reading("Tirta Suganda", "kepala desa", "speaker", "2024-10-28", other)
    assert persons(accused, speaker) == 2


def test_one_post_joins() -> None:
    accused = reading("TS", "Camat Ajung", "accused", "2024-10-25", "Ajung")
    named = reading("Tirta Suganda", "Camat Ajung", "accused", "2024-10-28", "Ajung")
    assert persons(accused, named) == 1

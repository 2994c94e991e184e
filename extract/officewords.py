"""Offices as data: the heads of office phrases by the class of their holder, and how an office is held."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import msgspec

from extract.vocabulary import Acting, OfficeClass

ACTING: dict[Acting, str] = {
    "Pjs": r"pjs\.?|penjabat\s+sementara(?:\s+\(pjs\.?\))?",
    "Pj": r"pj\.?|penjabat(?:\s+\(pj\.?\))?",
    "Plt": r"plt\.?|pelaksana\s+tugas(?:\s+\(plt\.?\))?",
    "Plh": r"plh\.?|pelaksana\s+harian(?:\s+\(plh\.?\))?",
}
FORMER = r"mantan|eks|bekas|pensiunan"


@cache
def heads() -> dict[OfficeClass, tuple[str, ...]]:
    """The wordings of `words/offices.toml`, by class, in their order."""
    content = resources.files("extract").joinpath("words", "offices.toml").read_bytes()
    return msgspec.toml.decode(content, type=dict[str, dict[OfficeClass, tuple[str, ...]]])["heads"]


@cache
def head_pattern() -> re.Pattern[str]:
    """How an office phrase begins: what of it is past or acting, then the head in a group named after its class."""
    acting = "|".join(f"(?P<{a}>{words})" for a, words in ACTING.items())
    classes = (f"(?P<{c}>{_either(words)})" for c, words in heads().items())
    return re.compile(
        rf"(?<![\w-])(?:(?P<former>{FORMER})\s+)?(?:(?:{acting})\s+)?(?:{'|'.join(classes)})(?:nya)?(?![\w])",
        re.IGNORECASE,
    )


def _either(wordings: tuple[str, ...]) -> str:
    return "|".join(w.replace(" ", r"\s+") for w in wordings)


def class_of(m: re.Match[str]) -> OfficeClass:
    """The class of a matched head; an acting regional head is a class of its own."""
    found = next(c for c in heads() if m[c])
    return "acting_head" if found == "regional_head" and acting_of(m) else found


def acting_of(m: re.Match[str]) -> Acting | None:
    """How an office is held for the time being."""
    return next((a for a in ACTING if m[a]), None)

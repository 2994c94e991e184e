"""Titles without the site's name behind them and authors without the site among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape

from extract.paragraphs import plain

BETWEEN = re.compile(r"\s*[;|]\s*|\s+[/&]\s+")
LABEL = re.compile(r"^(?:oleh|penulis|reporter|pewarta|rep|editor|red|redaktur|laporan|by)\s*:?\s+", re.IGNORECASE)
CREDITS = re.compile(
    r"\b(?:reporter|penulis|pewarta|rep)\s*:\s*(?P<name>.+?)\s*(?:[|,;]?\s*\b(?:editor|red|redaktur|\d+)\b|$)",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"(?:https?:|www\.|@)|\.(?:com|co|id)\b"
    r"|\b(?:developer|cyber media|admin\w*|redaksi|unknown|news ?room|super ?user|tim|times)\b",
    re.IGNORECASE,
)
BEHIND = re.compile(r"\s*(?:[|:·»]|\s[-–—])\s*(?=[^|:·»–—]{2,40}$)")


def title_of(candidates: Iterable[str], suffixes: Sequence[str], names: Iterable[str]) -> str:
    """The first title given, without the site's suffixes and without its name behind a dash, bar or colon."""
    title = next((plain(unescape(c)) for c in candidates if c.strip()), "")
    for suffix in suffixes:
        title = title.removesuffix(suffix)
    head, _, tail = _parted(title)
    return head if tail and _bare(tail) in {_bare(name) for name in names} else title.strip()


def authors_of(candidates: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """Names of persons in printed by-lines, each once; the site's own names and nobody's ("Redaksi") are left out."""
    own = {_bare(name) for name in names}
    people = (plain(LABEL.sub("", part)) for c in candidates for part in BETWEEN.split(credited(c)))
    return tuple(dict.fromkeys(p for p in people if _is_person(p, own)))


def credited(line: str) -> str:
    """The reporter in a credit line ("Selasa, 19 November 2024 Reporter: X Editor: Y 1125"), else the line itself."""
    line = plain(line)[:200]
    match = CREDITS.search(line)
    return match["name"] if match else line


def _is_person(name: str, own: set[str]) -> bool:
    return 1 < len(name) <= 60 and _bare(name) not in own and not NOBODY.search(name) and name.upper() != name.lower()


def _parted(title: str) -> tuple[str, str, str]:
    match = BEHIND.search(title)
    return (title[: match.start()].strip(), match[0], title[match.end() :].strip()) if match else (title, "", "")


def _bare(name: str) -> str:
    name = re.sub(r"^(?:www|m)\.|(?<=\w)(?:\.[a-z]{2,8}){1,2}$", "", name.lower().strip())
    return re.sub(r"\b(?:news|online)\b|[\W_]", "", name)

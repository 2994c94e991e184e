"""The dateline that opens an article ("Jakarta, IDN Times -") and the outlet it was taken over from."""

from __future__ import annotations

import re

DOMAIN = r"(?i:[\w-]+\.(?:com|co|id|net|org|info|tv|news|my)(?:\.id)?)"
WORD = r"[A-Z][\w'’.]*"
PLACE = rf"{WORD}(?:[ -]{WORD}){{0,4}}"
OUTLET = rf"(?:{DOMAIN}|{WORD}(?: {WORD}){{0,2}})"
DATELINE = re.compile(
    rf"(?P<dateline>{DOMAIN}\s*[,|]?\s*{PLACE}|{PLACE}(?:,\s*{OUTLET}|(?:,\s*{PLACE})?\s*\([^)\n]{{2,40}}\)|\s+{DOMAIN})|{PLACE}|{DOMAIN})"
    r"\s*,?(?:\s*(?:--|[–—])|\s+-|(?<=[\w)])-(?=\s|$)|(?<=,)-)\s*(?=[\"“‘'(]*[A-Z0-9]|$)"
)
SYNDICATED = (
    re.compile(rf"\((?P<source>{DOMAIN}|(?i:antara)(?=/))(?:/[\w ]{{1,20}})*\)\s*$", re.MULTILINE),
    re.compile(rf"artikel ini (?:telah|sudah) (?:tayang|terbit)[^\n]{{0,40}}? di (?P<source>{DOMAIN})", re.IGNORECASE),
    re.compile(rf"^sumber\s*:\s*(?P<source>{DOMAIN}|antara)\b", re.IGNORECASE | re.MULTILINE),
    re.compile(r"^[^\n]{0,60}\((?P<source>ANTARA)\)\s*[-–—]"),
)


def dateline_of(text: str) -> str | None:
    """The dateline as printed, without the dash after it; None where the text opens without one."""
    match = DATELINE.match(text)
    return match["dateline"].strip(" ,") if match else None


def only_dateline(line: str) -> bool:
    """Tell whether a line is nothing but a dateline, cut off from its paragraph by the markup."""
    return (match := DATELINE.match(line)) is not None and match.end() == len(line)


def syndicated_from(text: str, own: tuple[str, ...] = ()) -> str | None:
    """The outlet that an article says it was taken over from, as printed; `own` are the site's hosts and names."""
    mine = {_bare(name) for name in own}
    found = (m["source"] for pattern in SYNDICATED for m in pattern.finditer(text))
    return next((source for source in found if _bare(source) not in mine), None)


def _bare(name: str) -> str:
    return re.sub(r"^(?:www|m)\.|\.(?:com|co|id|net|org)\b|[\W_]", "", name.lower())

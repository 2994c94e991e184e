"""Whom an article calls an incumbent: "petahana" said of somebody, standing again, a head of a region on leave.

That the word stands near a name is not enough: a complaint of one pair against "pasangan petahana" names the pair that
is not. Of "petahana Rina dan Danu" only the first is meant, of "pasangan petahana Rina-Danu" both.
"""

from __future__ import annotations

import re

from extract.text import Text

CUE = r"(?:petahana|incumbent|inkumben)"
BEFORE = re.compile(
    rf"(?P<pair>pasangan\s(?:calon\s)?(?:[\w.]+\s){{0,6}})?{CUE}\b(?P<between>[^.;:!?]{{0,50}})$", re.IGNORECASE
)
JOINED = re.compile(r"(?<!bupati)(?<!gubernur)(?<!kota)\s*(?:\b(?:dan|bersama|serta)\b|[-–—/&])", re.IGNORECASE)
OTHER = re.compile(
    r"\b(?:terhadap|melawan|lawan|oleh|dari|kepada|dengan|tim|kubu|pendukung|mendukung|dukung|melaporkan|dilaporkan|kata|ujar|ucap|sebut|yang)\b",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"^[\s,(]*(?:(?:yang|selaku|sebagai|adalah|merupakan|juga|kini|masih|calon|bakal|bupati|wali|kota|walikota|gubernur"
    r"|wakil|pasangan|akan|hendak|ingin|berniat|memutuskan|resmi)\s+){0,6}"
    r"(?:petahana|incumbent|inkumben|kembali maju|maju kembali|maju lagi)\b",
    re.IGNORECASE,
)
LEAVE = re.compile(r"^[^.;!?]{0,60}\bcuti (?:masa )?kampanye", re.IGNORECASE)
REACH = 120


def is_incumbent(text: Text, start: int, end: int) -> bool:
    """Tell whether the name that stands at `start` to `end` is said to be an incumbent's."""
    behind = text.raw[end : end + REACH]
    return _called(text.raw[max(0, start - REACH) : start]) or bool(AFTER.match(behind) or LEAVE.match(behind))


def _called(before: str) -> bool:
    found = BEFORE.search(before)
    if found is None or OTHER.search(found["between"]):
        return False
    return bool(found["pair"]) or not JOINED.search(found["between"])

"""How a name and an office phrase stand to each other: OFFICE NAME, NAME (OFFICE), lists, the same sentence."""

from __future__ import annotations

import re

from extract.text import Span

TITLES = (
    r"(?:(?:Drs?|Dra|drg|dr|Ir|Prof|H|Hj|Hi|KH|TGH|Tgk|Tb|Rd|R|Ny|Sdri?|St|Pdt|Apt|apt|Ust|Ustaz?|Haji|Hajah|Bapak|Pak|Ibu|Bu"
    r"|Saudara|Saudari|AKBP|AKP|Kompol|Ipda|Iptu|Kombes|Pol|Letkol|Kolonel|Mayor|Kapten|Inf|Romo|Gus|Kiai|Mas|Mbah)\b\.?,?\s*)*"
)
NAMED = (
    r"(?:(?:yang\s+)?(?:ber)?(?:inisial|nama)(?:kan|nya)?|dengan\s+inisial|atas\s+nama|a\.?n\.?|yakni|yaitu|ialah|adalah"
    r"|itu|tersebut|masing-masing|bernama|sendiri)"
)
BEFORE = re.compile(rf"[\s,:–(\"“'‘-]*(?:{NAMED}[\s,:\"“]*){{0,2}}{TITLES}")
CAPITALS = r"(?:[A-Z][\w'’/-]*|dan|untuk|\d{1,2})"
FREE_NAME = re.compile(rf"\s+{CAPITALS}(?:\s+{CAPITALS}){{0,6}}(?=,\s*{TITLES}$)")
DEGREES = (
    r"(?:[,.]?\s*(?:[SM]\.\s?[A-Z][\w.]*|SH|SE|ST|MH|MM|M\.?Si|S\.?Sos|S\.?Pd|SIP|SKM|SSTP|STP|AMd|AMK|MKP|Sp\.?[A-Z]\w*|Lc|BA|MA"
    r"|Ph\.?D|S\.?Kom|S\.?Ag|M\.?Pd|CPA|CN|LL\.?M|MPd|MAP|M\.?Hum)\.?(?![a-z]))*"
)
AGE = r"(?:\s*,?\s*\(\d{2}\)|\s*,\s*\d{2}(?:\s+tahun)?)?"
IS = (
    r"(?:(?:yang|juga|kini|saat\s+ini|waktu\s+itu|sehari-hari|masih|memang|selaku|sebagai|menjabat|merupakan|adalah|ialah|bertugas|berstatus"
    r"|seorang|salah\s+(?:satu|seorang)|sendiri|itu)\s+)*"
)
BRACKETED = re.compile(rf"{DEGREES}\s*\(\s*$")
AFTER = re.compile(rf"{DEGREES}{AGE}\s*(?:,\s*(?:alias\s+[\w ]+,\s*)?|\s[-–]\s|\s+){IS}$")
NAMES = re.compile(
    rf"(?:[\s,;:&/()\"“”–-]|(?:dan|serta|alias|bin|binti|bersama|berpasangan\s+dengan|masing-masing|yakni|yaitu|ialah)\s|{TITLES}[A-Z][\w'’.]*"
    r"|\d{2}(?=\)))*"
)
NAME_FOLLOWS = re.compile(rf"(?:,?\s*{TITLES}[A-Z][a-z’']+\s+[A-Z]|\s+{TITLES}[A-Z][a-z’'])")
CHAIN, NEAR = 160, 220


def rank(raw: str, name: Span, office: Span, *, free: bool) -> tuple[int, int] | None:
    """How well an office belongs to a name, best first, and where the office then ends; None where it does not.

    `free` tells that the office is of a body whose name is open ("Ketua …"): words with capitals up to a comma are its.
    """
    if office.start < name.start:
        return _before(raw, name, office, free=free)
    if office.end <= name.end:
        return None
    return _after(raw, name, office)


def _before(raw: str, name: Span, office: Span, *, free: bool) -> tuple[int, int] | None:
    if office.end >= name.start:
        return 0, name.start
    gap = raw[office.end : name.start]
    if BEFORE.fullmatch(gap):
        return 0, office.end
    longer = FREE_NAME.match(raw, office.end, name.start) if free else None
    if longer:
        return 1, longer.end()
    if len(gap) < CHAIN and NAMES.fullmatch(gap):
        return 4, office.end
    return (6, office.end) if len(gap) < NEAR and not re.search(r"[.!?]\s", gap) else None


def _after(raw: str, name: Span, office: Span) -> tuple[int, int] | None:
    gap = raw[name.end : office.start]
    if BRACKETED.fullmatch(gap):
        return 1, office.end
    if AFTER.fullmatch(gap):
        return (5 if NAME_FOLLOWS.match(raw, office.end) else 2), office.end
    return (7, office.end) if len(gap) < NEAR and not re.search(r"[.!?]\s", gap) else None

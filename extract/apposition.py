"""How a name and an office phrase stand to each other: OFFICE NAME, NAME (OFFICE), lists, the same sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from extract.officewords import head_pattern
from extract.text import Span

TITLES = (
    r"(?:(?:Drs?|Dra|drg|drh|dr|Ir|Prof|H|Hj|Hi|KH|TGH|Tgk|Tb|Rd|R|Ny|Sdri?|St|Sr|Pdt|Adv|Apt|apt|Ust|Ustaz?|Haji|Hajah|Bapak|Pak"
    r"|Ibu|Bu|Saudara|Saudari|AKBP|AKP|Kompol|Ipda|Iptu|Kombes|Pol|Letkol|Kolonel|Mayor|Kapten|Inf|Romo|Gus|Kiai|Mas|Mbah)\b\.?,?\s*)*"
)
NAMED = (
    r"(?:(?:yang\s+)?(?:ber)?(?:inisial|nama)(?:kan|nya)?|dengan\s+inisial|atas\s+nama|a\.?n\.?|yakni|yaitu|ialah|adalah"
    r"|itu|tersebut|setempat|(?:yang\s+)?dimaksud|masing-masing|bernama|sendiri|(?:ketika|saat|waktu|kala)\s+itu)"
)
BEFORE = re.compile(rf"[\s,:–(\"“'‘-]*(?:{NAMED}[\s,:\"“]*){{0,2}}{TITLES}")
CAPITALS = r"(?:[A-Z][\w'’/-]*|dan|untuk|dari|\d{1,2})"
FREE_NAME = re.compile(rf"\s+{CAPITALS}(?:\s+{CAPITALS}){{0,6}}(?:\s+\([A-Z][\w ]*\))?(?=,\s*{TITLES}$)")
TITLED = re.compile(rf"\s+[A-Z\d][\w'’/-]*(?:\s+[A-Z][\w'’-]*){{0,2}}(?=\s+(?!$){TITLES}$)")
WORDS_BETWEEN = re.compile(rf"(?P<words>\s[^.,;:()\"“”\n]{{1,50}}),\s*{TITLES}")
DEGREES = (
    r"(?:[,.]?\s*(?:[SM]\.\s?[A-Z][\w.]*|SH|SE|ST|MH|MM|M\.?Si|S\.?Sos|S\.?Pd|SIP|SKM|SSTP|STP|AMd|AMK|MKP|Sp\.?[A-Z]\w*|Lc|BA|MA"
    r"|Ph\.?D|S\.?Kom|S\.?Ag|M\.?Pd|CPA|CN|LL\.?M|MPd|MAP|M\.?Hum)\.?(?![a-z]))*"
)
AGE = r"(?:\s*,?\s*\(\d{2}\)|\s*,\s*\d{2}(?:\s+tahun)?)?"
IS = (
    r"(?:(?:yang|juga|kini|saat\s+ini|waktu\s+itu|sehari-hari|masih|memang|selaku|sebagai|menjabat|merupakan|adalah|ialah|bertugas"
    r"|berstatus|ini|seorang|salah\s+(?:satu|seorang)|sendiri|itu|sebelumnya|sekarang|menjadi|sama-sama|semuanya|(?:ke\w+|dua-dua)nya)\s+)*"
)
ALL = r"(?:(?:ke(?:dua|tiga|empat|lima|enam)|dua-dua|tiga-tiga|semua)nya|sama-sama)"
BRACKETED = re.compile(rf"{DEGREES}\s*\(\s*")
AFTER = re.compile(rf"{DEGREES}{AGE}\s*(?:,\s*(?:alias\s+[\w ]+,\s*)?|\s[-–]\s|\s+){IS}")
NAMES = re.compile(
    r"(?:[\s,;:&/()\"“”–-]|(?<!\w)(?:dan|serta|dimaksud|tersebut|alias|bin|binti|bersama|berpasangan\s+dengan|masing-masing|yakni|yaitu|ialah)(?=\s)"
    r"|(?<!\w)(?:drg|drh|dr|apt)\b\.?|(?<![\w'’.])[A-Z][\w'’.]*|(?<!\d)\d{2}(?=\)))*"
)
ALL_ARE = re.compile(rf",\s*{ALL}\s+(?:adalah\s+|merupakan\s+|berstatus\s+|menjabat\s+)?$")
LEVELS = r"(?!(?:Kecamatan|Kabupaten|Kota|Provinsi|Desa|Kelurahan|Distrik|Kec|Kab)\b)"
NAME_FOLLOWS = re.compile(rf"(?:,?\s*{TITLES}{LEVELS}[A-Z][a-z’']+\s+[A-Z]|\s+{TITLES}{LEVELS}[A-Z][a-z’'])")
OF_THE_NAME_BEFORE = re.compile(
    r"(?:[A-Z][\w'’.]*,|\(\d{2}\),|[A-Z]\w*\s+(?:menjabat|selaku|sebagai|adalah|ialah))\s*$"
)
LIST_BEGINS = re.compile(r"(?:ialah|yakni|yaitu|adalah|antara\s+lain|masing-masing|:)\s*", re.IGNORECASE)
NAME_NEXT = re.compile(rf",\s*{TITLES}[A-Z][a-z’']+")
LOOK_BACK = 400
NEXT_SENTENCE = re.compile(r"[^.!?\n]{0,90}[.!?][\"”]?\s+")
RESUMED = re.compile(r"[^.!?\n]{0,70}?\b(?:itu(?:lah)?|ini(?:lah)?|tersebut|dimaksud)\b")
ENDS_SENTENCE = re.compile(rf"{DEGREES}[.]\s+")
SENTENCE_END = re.compile(r"[.!?]\s")
CHAIN, NEAR = 160, 220


class Rank(IntEnum):
    """How an office stands to a name, best first."""

    BESIDE = 0
    BRACKETED = 1
    AFTER = 2
    LOOSE = 3
    LISTED = 4
    OF_ANOTHER = 5
    SENTENCE_BEFORE = 6
    SENTENCE_AFTER = 7


@dataclass(frozen=True, slots=True, order=True)
class Standing:
    """A rank, how far away the office is, and where it ends for this name."""

    rank: Rank
    distance: int
    end: int


def standing(raw: str, name: Span, office: Span, *, free: bool, kin: bool) -> Standing | None:
    """How an office stands to a name; None where the two have nothing to do with each other.

    `free` tells that the office is of a body whose name is open ("Ketua …"): words with capitals up to a comma are its.
    `kin` tells that the phrase names a relation ("istri …", "kuasa hukum …"): in "istri A, B" it is B's.
    """
    if office.start < name.start:
        found = _before(raw, name, office, free=free, kin=kin)
    elif office.end > name.end:
        found = _after(raw, name, office)
    else:
        return None
    return Standing(found[0], abs(office.start - name.start), found[1]) if found else None


def _before(raw: str, name: Span, office: Span, *, free: bool, kin: bool) -> tuple[Rank, int] | None:
    if office.end >= name.start:
        return Rank.BESIDE, name.start
    gap = raw[office.end : name.start]
    if BEFORE.fullmatch(gap):
        if kin and "," not in gap and NAME_NEXT.match(raw, name.end):
            return None
        return (Rank.OF_ANOTHER if _of_another(raw, office, gap) else Rank.BESIDE), office.end
    longer = (FREE_NAME if free or kin else TITLED).match(raw, office.end, name.start)
    if longer:
        return Rank.BRACKETED, longer.end()
    return _far_before(raw, name, office, gap, free=free)


def _of_another(raw: str, office: Span, gap: str) -> bool:
    """Tell whether an office is the name's before it: "NAME, OFFICE, NAME", unless the list begins with offices."""
    named = OF_THE_NAME_BEFORE.search(raw, max(0, office.start - 60), office.start)
    if not named or not gap.lstrip().startswith(","):
        return False
    begins = list(LIST_BEGINS.finditer(raw, max(0, office.start - LOOK_BACK), office.start))
    return not (begins and head_pattern().match(raw, begins[-1].end()))


def _far_before(raw: str, name: Span, office: Span, gap: str, *, free: bool) -> tuple[Rank, int] | None:
    if len(gap) < CHAIN and NAMES.fullmatch(gap):
        return Rank.LISTED, office.end
    between = WORDS_BETWEEN.fullmatch(gap)
    if between:
        return Rank.LOOSE, office.end + len(between["words"]) if free else office.end
    return (Rank.SENTENCE_BEFORE, office.end) if len(gap) < NEAR and not SENTENCE_END.search(gap) else None


def _after(raw: str, name: Span, office: Span) -> tuple[Rank, int] | None:
    gap = raw[name.end : office.start]
    if BRACKETED.fullmatch(gap):
        return Rank.BRACKETED, office.end
    if AFTER.fullmatch(gap):
        return (Rank.OF_ANOTHER if NAME_FOLLOWS.match(raw, office.end) else Rank.AFTER), office.end
    shared = ALL_ARE.search(gap) if len(gap) < CHAIN else None
    if shared and NAMES.fullmatch(gap, 0, shared.start()):
        return Rank.LISTED, office.end
    if NEXT_SENTENCE.fullmatch(gap) and RESUMED.match(raw, office.end):
        return Rank.LOOSE, office.end
    if ENDS_SENTENCE.fullmatch(gap) and not NAME_FOLLOWS.match(raw, office.end):
        return Rank.LOOSE, office.end
    return (Rank.SENTENCE_AFTER, office.end) if len(gap) < NEAR and not SENTENCE_END.search(gap) else None

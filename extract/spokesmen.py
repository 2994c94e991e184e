"""Which body each sentence is told by: "Ketua Bawaslu Jember Wahab mengatakan", then "ujar Wahab", then "imbuhnya"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.deciders import Decider
from extract.text import Span, Text, within

OFFICIAL = re.compile(
    r"\b(?:ketua|wakil ketua|anggota|komisioner|koordinator|kordiv|koordiv|divisi|humas|kepala|jubir|juru bicara|staf"
    r"|pimpinan|komandan|kasat|kapolres|kasi|kasubag|sekretaris|inspektur|plt|kabid)\b[^.;:”\"]{0,90}$",
    re.IGNORECASE,
)
NAME = re.compile(r"[,\s]*(?:(?:Drs?|Ir|Hj?|Dra|AKP|AKBP|Iptu|Kompol|Prof)\.?,?\s+)*((?:[A-Z][\w'’.-]*\s?){1,5})")
TITLE = re.compile(r"(?:Drs?|Ir|Hj?|Dra|SH|MH|SE|MM|MSi|MPd|SPd|SSos|SIP|ST)\W*")
KEEPS_ON = re.compile(
    r"[“\"”]|\b(?:kata|ujar|ucap|tutur|jelas|terang|tegas|ungkap|imbuh|tambah|lanjut|papar|beber|sebut|pungkas|tandas"
    r"|menurut|kami|kita|pihak)(?:nya)?\b",
    re.IGNORECASE,
)


def voices(text: Text, deciders: Sequence[Decider]) -> dict[Span, Decider]:
    """For each sentence that a body's official speaks, the body's mention that introduced him."""
    known: dict[str, Decider] = {}
    told: dict[Span, Decider] = {}
    current: Decider | None = None
    for sentence in text.sentences:
        here = within(deciders, sentence)
        introduced = [d for d in here if OFFICIAL.search(text.raw, sentence.start, d.start)]
        for d in introduced:
            known |= dict.fromkeys(_names(text, d, sentence), d)
        named = next((known[w] for w in re.findall(r"[A-Z][\w'’-]+", text[sentence]) if w in known), None)
        current = introduced[0] if introduced else named or (current if KEEPS_ON.search(text[sentence]) else None)
        if current is not None:
            told[sentence] = current
    return told


def _names(text: Text, decider: Decider, sentence: Span) -> list[str]:
    """The words of the name that follows a body's name, without titles and degrees."""
    m = NAME.match(text.raw, decider.end, sentence.end)
    words = re.findall(r"[A-Z][\w'’-]+", m[1]) if m else []
    return [w for w in words if len(w) > 2 and not TITLE.fullmatch(w)]

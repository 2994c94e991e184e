"""What a sanction is: its class, kind, months of prison, fine in rupiah and whether it is suspended."""

from __future__ import annotations

import re

from extract.numbers import number_of
from extract.phrases import Signal, group_of
from extract.reading import Sanction
from extract.text import Span, Text

_N = r"(?:\d+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|dua belas|se)"
_COUNT = rf"(?P<n>{_N})(?:\s*\(\w+\))?"
PRISON = (
    re.compile(rf"{_COUNT}\s?bulan\s+(?:\S+\s+){{0,2}}?(?:penjara|kurungan|bui|pidana|tahanan)", re.IGNORECASE),
    re.compile(
        rf"(?:penjara|kurungan|pidana|mendekam|bui|sel|hukuman)\s+(?:\S+\s+){{0,3}}?{_COUNT}\s?bulan", re.IGNORECASE
    ),
    re.compile(
        rf"(?:vonis|memvonis|divonis|dihukum|menghukum|diganjar|mengganjarnya|dijatuhi|menjatuhkan"
        rf"|dijatuhkan)\S*\s+(?:\S+\s+){{0,6}}?{_COUNT}\s?bulan",
        re.IGNORECASE,
    ),
    re.compile(rf"(?:palu|putusan|vonis|hukuman)\S*\s+(?:\S+\s+){{0,4}}?{_COUNT}\s?bulan", re.IGNORECASE),
)
MONTH = re.compile(r"\bsebulan\b", re.IGNORECASE)
TRIAL = re.compile(
    r"percobaan|pidana bersyarat|tidak perlu dijalani|tak perlu (?:di)?jalani|tanpa (?:harus )?dipenjara",
    re.IGNORECASE,
)
INSTEAD = re.compile(
    r"(?:subsid[ea]i?r|subside[rn]|gantinya|penggantinya|diganti|pengganti|atau(?:\s+diganti)?|percobaan|selama"
    r"|dalam(?: masa)?|bila|jika|asal\w*|tak sanggup|tidak dibayar)"
    r"\W+(?:\S+\s+){0,5}?$",
    re.IGNORECASE,
)
FINE = re.compile(
    r"(?:denda|didenda|mendenda\w*|membayar|kewajiban membayar)\W+(?:\S+\s+){0,5}?Rp\.?\s?(?P<rp>[\d.,]+\d"
    r"|\d)(?P<x>\s?(?:juta|ribu))?",
    re.IGNORECASE,
)
RUPIAH = re.compile(r"Rp\.?\s?(?P<rp>[\d.,]+\d|\d)(?P<x>\s?(?:juta|ribu))?", re.IGNORECASE)
SERIOUS = {"moral": 0, "light": 1, "medium": 2, "severe": 3}


def prison_months(raw: str, start: int, end: int) -> int | None:
    """Months of prison in a stretch; substitute terms ("subsider") and probation are passed over."""
    for pattern in PRISON:
        for m in pattern.finditer(raw, start, end):
            if not INSTEAD.search(raw, max(start, m.start() - 60), m.start("n")):
                return 1 if m["n"].lower() == "se" else int(number_of(m["n"]) or 0) or None
    bare = MONTH.search(raw, start, end)
    return 1 if bare and not INSTEAD.search(raw, max(start, bare.start() - 60), bare.start()) else None


def fine_rupiah(raw: str, start: int, end: int) -> int | None:
    """The fine in a stretch: "Rp 2 juta", "Rp2.000.000,-"; court fees are no fine."""
    m = FINE.search(raw, start, end)
    if m is None:
        return None
    digits, times = m["rp"], (m["x"] or "").strip().lower()
    if times:
        return int(float(digits.replace(".", "").replace(",", ".")) * {"juta": 1_000_000, "ribu": 1_000}[times])
    return int(re.sub(r",\d{1,2}$", "", digits).replace(".", "").replace(",", ""))


def suspended(raw: str, start: int, end: int) -> bool:
    """Tell whether a sentence is suspended: "masa percobaan", "pidana bersyarat"."""
    return TRIAL.search(raw, start, end) is not None


def court_sentence(text: Text, spans: tuple[Span, ...]) -> Sanction | None:
    """The court's sentence over the stretches that tell it, the first value of each kind; None where none is told."""
    months = next((n for s in spans if (n := prison_months(text.raw, s.start, s.end))), None)
    rupiah = next((n for s in spans if (n := fine_rupiah(text.raw, s.start, s.end))), None)
    held = any(suspended(text.raw, s.start, s.end) for s in spans)
    if months is None and rupiah is None and not held:
        return None
    kind = " and ".join(k for k, there in (("prison", months or held), ("fine", rupiah)) if there)
    return Sanction(kind=kind, class_="criminal", months=months, rupiah=rupiah, suspended=held)


def staff_sanction(found: tuple[Signal, ...]) -> Sanction | None:
    """The sanction that sanction phrases name together: the one with a stated form, else the one with a class."""
    named = [s.phrase.values for s in found if s.phrase in group_of("sanction")]
    if not named:
        return None
    best = max(
        named,
        key=lambda v: (bool(v.get("class")), "discipline" not in str(v["kind"]) and v["kind"] != "moral sanction"),
    )
    class_ = str(best.get("class", ""))
    return Sanction(kind=str(best["kind"]), class_=class_ if class_ in SERIOUS else None)  # type: ignore[arg-type]

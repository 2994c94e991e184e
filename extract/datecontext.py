"""What the words around a date say of it: that it is to come, that it is no date of the story, what happened then."""

from __future__ import annotations

import re

from extract.dateforms import Form
from extract.evidence import clause_of, is_quoted
from extract.phrases import compiled
from extract.text import Span, Text

FUTURE = compiled(
    (
        r"(?:di|men)?jadwalkan|akan|bakal|rencananya|direncanakan|paling lambat|diundang|mengundang|undang|dilayangkan",
        r"diagendakan|dipanggil|menunggu|baru dibacakan|ditunda|(?:men|di)?target\w*|dilanjutkan",
    )
)
PAST = compiled(
    (r"telah|sudah|tadi|kata|ujar|ucap|tutur|tegas|jelas|ungkap|mengatakan|menjelaskan|menyampaikan|kepada|saat|usai",)
)
VOTE = re.compile(
    r"(?:pilkada|pemilu|pilpres|pileg|pilgub|pencoblosan|pemungutan\s+suara|pemilihan)\W(?:[\w/]+\W+){0,4}$",
    re.IGNORECASE,
)
LIMIT = re.compile(r"(?:edisi|sebelum|sesudah|setelah|paling\s+lambat)\s+(?:hari\s+|tanggal\s+)?$", re.IGNORECASE)
SPAN = re.compile(r"(?:sejak|hingga|sampai)\s+(?:hari\s+)?$", re.IGNORECASE)
VAGUE = re.compile(r"(?:sampai|hingga|pemilu|pilkada|pekan|minggu|bulan)\s+$", re.IGNORECASE)
VAGUE_AFTER = re.compile(r"\s+(?:itu|ini)\b", re.IGNORECASE)
CAPTION = re.compile(r"\b(?:foto\s*[:/]|dok\b|istimewa|antara\s+foto)|/antara", re.IGNORECASE)
LOWER_CASE_WORD = re.compile(r"(?<!\w)[a-z][\w’'-]*")
PAGE_WORDS = frozenset({"editor", "kali", "views", "wib", "wita", "wit"})
LOOK_BACK = 160
CLOCK = re.compile(r"\b\d{1,2}\s?[:.]\s?\d\d|\b(?:wib|wita|wit)\b|\|", re.IGNORECASE)
WHAT = {
    "ruling": compiled((r"\w*vonis\w*|putusan|memutus\w*|diputus|pleno|menjatuhkan|dijatuhi|amar",)),
    "hearing": compiled((r"sidang|persidangan|klarifikasi|diklarifikasi|dipanggil|diperiksa|dimintai keterangan",)),
    "report": compiled((r"(?:di|me)lapor\w*|laporan|mengadu\w*|diadukan|aduan|pengaduan",)),
    "letter": compiled((r"surat|rekomendasi|merekomendasikan|diteruskan|meneruskan",)),
}
SAID = compiled(
    (
        r"(?:kata|ujar|ucap|tutur|tegas|jelas|ungkap|sebut|terang|imbuh|pungkas|tandas|tukas|papar|beber)(?:nya)?",
        r"mengatakan|menjelaskan|menyampaikan|dikonfirmasi|ditemui|dihubungi|kepada",
    )
)


def no_story(line: str) -> bool:
    """Tell whether a line is a caption, or only says when the page was published: a date, a time, no sentence."""
    if CAPTION.search(line):
        return True
    if len(line) > 110 or not re.search(r"\d", line):
        return False
    words = [w for w in LOWER_CASE_WORD.findall(line) if w not in PAGE_WORDS]
    return not words and (len(line) < 45 or CLOCK.search(line) is not None)


def no_event(text: Text, form: Form, line: Span) -> bool:
    """Tell whether a date is a limit, a span's end, a voting month, a vague "kemarin" or part of a dateline."""
    if _heads(text, form, line):
        return True
    before = text.raw[max(line.start, form.start - 60) : form.start]
    if form.month is not None:
        return bool(LIMIT.search(before) or (form.day is None and (VOTE.search(before) or SPAN.search(before))))
    if form.weekday is not None and not form.week:
        quoted = is_quoted(text, form.start) and not is_ahead(text, form)
        return quoted or bool(SPAN.search(before) or LIMIT.search(before))
    vague = form.weekday is None and form.day is None and form.count is None
    return vague and bool(VAGUE.search(before) or VAGUE_AFTER.match(text.raw, form.end))


def is_ahead(text: Text, form: Form) -> bool:
    """Tell whether the clause of a bare weekday speaks of what is to come."""
    if form.weekday is None or form.month is not None:
        return False
    before = _words_before(text, form)
    return bool(FUTURE.search(before)) and not PAST.search(before)


def happened(text: Text, form: Form, sentence: str) -> str:
    """What a date is of, by the words before it in its clause, else by those of its sentence."""
    for window in (_words_before(text, form), sentence):
        if SAID.search(window):
            return "statement"
        what = next((what for what, pattern in WHAT.items() if pattern.search(window)), None)
        if what:
            return what
    return "event"


def _words_before(text: Text, form: Form) -> str:
    """What stands in the clause before a date."""
    return text.raw[max(clause_of(text, form.start).start, form.start - LOOK_BACK) : form.start]


def _heads(text: Text, form: Form, line: Span) -> bool:
    """Tell whether a date stands in a dateline: "Purworejo (24/10) – …"."""
    dash = re.compile(r"\s*\)?\s*[-–—]+\s*[^\W\d]").match(text.raw, form.end, line.end)
    return form.end - line.start < 50 and dash is not None

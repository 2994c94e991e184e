"""Offices where they stand in the text, and the office of a person who stands beside one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract import gazetteer
from extract.agencynames import mentions_in
from extract.apposition import AGE, DEGREES, NAMES, Rank, Standing, standing
from extract.evidence import line_of
from extract.officetail import OPEN_PLACE, apposed_region, tail_of
from extract.officewords import acting_of, class_of, head_pattern
from extract.pairs import pair_of
from extract.text import START, Span, Text
from extract.vocabulary import Acting, OfficeClass

PART = re.compile(
    r"(?:terdakwa|pelapor|terlapor|pengadu|teradu|saksi|warga|pemilik|perwakilan|istri|suami|anak|adik|kakak|rekan|mahasisw[ai]|aktivis"
    r"|tokoh|relawan|akun|petahana|(?:bakal\s+)?calon$|pasangan$|simpatisan|kader|tetangga|janda|tukang|penjual|penjahit|pembuat"
    r"|buruh|kuli|kru|toke|agen|pelatih|pemuda|siswi|siswa|mandor|pemohon|termohon)",
    re.IGNORECASE,
)
KIN = re.compile(
    r"(?:istri|suami|anak|adik|kakak|rekan|sepupu|keponakan|menantu|(?:tim\s+)?(?:kuasa|penasi?[he]at)\s+hukum|pengacara|juru\s+bicara)",
    re.IGNORECASE,
)
BARE_MEMBER = re.compile(
    r"(?:wakil\s+)?(?:ketua|anggota|komisioner)(?:\s+merangkap\s+anggota|\s+lainnya)?", re.IGNORECASE
)
BARE = re.compile(
    r"(?:bakal\s+)?(?:pasangan(?:\s+calon)?|paslon|calon|kandidat|petahana)?\s*(?:(?:nomor\s+)?(?:urut\s+)?(?:nomor\s+)?\d+)?",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"(?:wakil\s+)?(?:ketua|koordinator|sekretaris|direktur|anggota|perwakilan|juru\s+bicara|tim|kepala)", re.IGNORECASE
)
BENCH_REACH = 200
BENCH = re.compile(r"\bmajelis\b[^.;\n]*$", re.IGNORECASE)
SEAT = re.compile(
    r"\b(?:(?P<chair>diketuai|dipimpin|diperankan|dengan\s+ketua)|(?:ber|dengan\s+)?anggota(?:kan)?)(?:\s+oleh)?(?:\s+hakim)?(?=\s)",
    re.IGNORECASE,
)
MEMBERS = frozenset({"bawaslu", "panwaslu", "panwascam", "panwaslih", "kpu", "kasn", "dprd", "dkpp"})
FROM = re.compile(
    rf"{DEGREES}{AGE}\s*(?:\(|,?\s+(?:dari|asal|dari\s+unsur)\s+|(?P<comma>,)\s+"
    r"|(?:\s*,)?\s+(?:yang\s+)?(?:sehari-hari\s+|sebelumnya\s+|kini\s+)?(?P<leads>memimpin|mengepalai)\s+"
    r"|\s+(?:yang\s+)?(?:mengajar|bertugas|berdinas|bekerja|berkantor)\s+(?:di|pada)\s+)(?=[A-Z])"
)
PLACE_ALONE = re.compile(r"\s*\((?P<place>[A-Z][\w'’-]*(?:\s+[A-Z\d][\w'’-]*){0,3})\)")
IN_A_LIST = re.compile(r"\)(?:[\s,;&]|\b(?:dan|serta)\b|[A-Z][\w'’.]*|\([A-Z][^()\n]{0,40}\))*")
THAT_ONE = re.compile(r"\s+(?:itu|ini|tersebut)(?:lah)?\b")
OTHER_NAME = re.compile(r"[A-Z][a-z’']+\s+[A-Z][a-z’']+,?\s+(?!di\b)[a-z]")
PENALTY = 3
REACH = 240
BODY_REACH = 1200
LINK_REACH = 120


@dataclass(frozen=True, slots=True)
class OfficeFound:
    """An office phrase; `title` is how it is printed, without a possessive ending and without the place that follows.

    `place_name` is the region it names, `agency` the body. `certain` is false for an office that only stands somewhere
    in the same sentence as the name: on the annotated articles two of three such are right.
    """

    start: int
    end: int
    title: str
    office_class: OfficeClass
    acting: Acting | None = None
    former: bool = False
    agency: str | None = None
    place_name: str | None = None
    certain: bool = True


def find_offices(text: Text) -> tuple[OfficeFound, ...]:
    """The office phrases in the body, in order, none within another."""
    return tuple(o for line in text.body for o in _in_line(text.raw, line))


def _in_line(raw: str, line: Span) -> Iterator[OfficeFound]:
    at = line.start
    while m := head_pattern().search(raw, at, line.end):
        if _in_a_name(raw, m, line):
            at = m.end()
            continue
        tail = tail_of(raw, m.start(), m.end(), line)
        yield OfficeFound(
            start=m.start(),
            end=apposed_region(raw, tail.end, line),
            title=_title(raw[m.start() : tail.end]),
            office_class=class_of(m),
            acting=acting_of(m),
            former=m["former"] is not None,
            agency=" ".join(raw[slice(*tail.agency)].split()) if tail.agency else None,
            place_name=gazetteer.name_of(tail.region) if tail.region else None,
        )
        at = max(tail.end, m.end())


def _in_a_name(raw: str, m: re.Match[str], line: Span) -> bool:
    """Tell whether "Hakim" ends a person's name: "Lukman Hakim"."""
    before = raw[max(line.start, m.start() - 20) : m.start()]
    return (
        m[0] == "Hakim"
        and bool(re.search(r"(?<!Majelis)(?<!Ketua)(?<=[a-z’'.])\s$", before))
        and bool(re.search(r"[A-Z][\w’'.]*\s$", before))
    )


def _title(printed: str) -> str:
    return " ".join(re.sub(r"(?<=[a-z]{3})nya\b", "", printed).split()).rstrip(" ,(")


def office_of(text: Text, person_mentions: Sequence[Span], offices: Sequence[OfficeFound]) -> OfficeFound | None:
    """The office of a person whose mentions are given: the one that stands beside one of them in the best form.

    From best to worst: OFFICE NAME; NAME (OFFICE); NAME, OFFICE; NAME selaku OFFICE; NAME dari BODY; one of a pair of
    candidates; a list of names after an office; an office in the same sentence. A part in the case ("terdakwa",
    "pelapor") counts less than an office. None where nothing is found.
    """
    found = [c for name in person_mentions for c in _candidates(text, name, offices)]
    best = min(found, key=lambda c: c[:3], default=None)
    if best is None:
        return None
    return replace(_with_body(text, best[3]), certain=best[0] < Rank.SENTENCE_BEFORE)


def _with_body(text: Text, office: OfficeFound) -> OfficeFound:
    """A bare "anggotanya" with the body last named before it."""
    if not BARE_MEMBER.fullmatch(office.title):
        return office
    near = Span(max(0, office.start - BODY_REACH), office.start)
    bodies = [m for m in mentions_in(text.raw, near) if m.end <= office.start and m.kind in MEMBERS]
    if not bodies:
        return office
    body = " ".join(text.raw[bodies[-1].start : bodies[-1].end].split())
    return replace(
        office, title=f"{office.title.removesuffix(' lainnya')} {body}", agency=body, office_class="organiser"
    )


def _candidates(text: Text, name: Span, offices: Sequence[OfficeFound]) -> Iterator[tuple[int, int, int, OfficeFound]]:
    line = line_of(text, name.start)
    if line is None:
        return
    first = bisect_left(offices, max(line.start, name.start - REACH), key=lambda o: o.start)
    last = bisect_left(offices, min(line.end, name.start + REACH), key=lambda o: o.start)
    for office in offices[first:last]:
        found = _standing(text.raw, name, office)
        if found:
            part = PENALTY if PART.match(office.title) else 0
            yield found.rank + part, name.start, found.distance, _ending(text.raw, office, found.end)
    yield from _resumed(text, name, line, offices)
    for rank, more in (
        (Rank.AFTER, _unit_of(text.raw, name, line)),
        (Rank.BRACKETED, _bench_of(text.raw, name, line)),
        (Rank.BRACKETED, _same_elsewhere(text.raw, name, offices[first:last])),
    ):
        if more:
            yield rank, name.start, 0, more
    pair = pair_of(text, name, line)
    if pair:
        yield Rank.BRACKETED, name.start, 0, OfficeFound(pair.start, pair.end, pair.title, "candidate")


def _resumed(
    text: Text, name: Span, line: Span, offices: Sequence[OfficeFound]
) -> Iterator[tuple[int, int, int, OfficeFound]]:
    """The office with which the next line goes on about the last person of a line: "Camat Kuta itu mengaku …"."""
    k = bisect_left(text.body, line.end, key=START)
    if k == len(text.body) or line.end - name.end > REACH or OTHER_NAME.search(text.raw, name.end, line.end):
        return
    at = text.body[k].start
    for office in offices[(i := bisect_left(offices, at, key=START)) : i + 1]:
        if office.start - at <= 1 and THAT_ONE.match(text.raw, office.end):
            yield Rank.LOOSE, name.start, office.start - name.start, office


def _same_elsewhere(raw: str, name: Span, near: Sequence[OfficeFound]) -> OfficeFound | None:
    """The office that a list gives once in full: "A (Lurah Rejo), B (Tambak)" are two lurah."""
    place = PLACE_ALONE.match(raw, name.end)
    before = [o for o in near if o.end < name.start and raw[o.start - 1 : o.start] == "("]
    if not place or not before or not IN_A_LIST.fullmatch(raw, before[-1].end, name.start):
        return None
    head = head_pattern().match(raw, before[-1].start)
    if not head or not OPEN_PLACE.search(head[0]):
        return None
    title = f"{head[0]} {place['place']}"
    return replace(before[-1], start=place.start("place"), end=place.end("place"), title=title, place_name=None)


def _standing(raw: str, name: Span, office: OfficeFound) -> Standing | None:
    span = Span(office.start, office.end)
    found = standing(raw, name, span, free=bool(OPEN.match(office.title)), kin=bool(KIN.match(office.title)))
    bare = office.office_class == "candidate" and BARE.fullmatch(office.title)
    return Standing(Rank.LISTED, found.distance, found.end) if found and bare and found.rank < Rank.LISTED else found


def _ending(raw: str, office: OfficeFound, end: int) -> OfficeFound:
    """The office up to an offset: without the name it ran into, or with the name of its body."""
    if end == office.end:
        return office
    return replace(office, end=end, title=_title(raw[office.start : end]))


def _bench_of(raw: str, name: Span, line: Span) -> OfficeFound | None:
    """The seat of a judge named as one of a bench: "majelis yang diketuai A dengan anggota B dan C"."""
    bench = BENCH.search(raw[max(line.start, name.start - BENCH_REACH) : name.start])
    seats = list(SEAT.finditer(bench[0])) if bench else []
    if not bench or not seats or not NAMES.fullmatch(bench[0], seats[-1].end()):
        return None
    title = "ketua majelis hakim" if seats[-1]["chair"] else "hakim anggota"
    return OfficeFound(name.start, name.start, title, "law_enforcement")


def _unit_of(raw: str, name: Span, line: Span) -> OfficeFound | None:
    """The body that a name is said to be from: "AS (Setda)", "Budi dari Dinas Sosial"."""
    link = FROM.match(raw, name.end, min(line.end, name.end + LINK_REACH))
    if not link:
        return None
    tail = tail_of(raw, link.end(), link.end(), line)
    if tail.end <= link.end() + 2 or (link["comma"] and raw[tail.end : tail.end + 1] != ","):
        return None
    title = _title(raw[link.end() : tail.end])
    title = f"Kepala {title}" if link["leads"] else title
    return OfficeFound(link.end(), tail.end, title, "asn", agency=title)

"""What the reader saw, sentence by sentence, and why it decided as it did: for people who check or correct it."""

from __future__ import annotations

from collections.abc import Iterator

from extract.encoder import RoleOdds
from extract.kind import why_kind
from extract.phrases import Signal
from extract.read import Judged, Reader
from extract.reading import Article, Reading
from extract.relevance import relevant
from extract.text import Span, Text
from extract.violations import find_violations

WHERE = ("beside", "sentence", "clause")
SHOWN = ("accused", "proven", "cleared", "speaker", "beneficiary", "victim", "other", "nobody")


def explained(reader: Reader, article: Article) -> Iterator[str]:
    """Lines for the terminal: the reading in short, the people with both voices, the sentences with their phrases."""
    yield f"{article.id}: {article.title or '(no title)'}"
    if not relevant(article.title or "", article.text):
        yield "not about civil-servant neutrality: kind other, nobody is named"
        return
    text = Text(article.text, article.title or "")
    reading, judged = reader.read(article), reader.judge(text)
    yield from _summary(reading, text, judged)
    for i, person in enumerate(judged.view.people):
        yield ""
        yield f"{person.name}{' (initials)' if person.initials else ''}, named {len(person.spans)} times"
        yield from _person(reader, judged, reading, i)
    yield ""
    for sentence in text.sentences:
        yield from _sentence(judged, sentence)
    yield from (f"  left out as page noise: {text[line]}" for line in text.noise)


def _summary(reading: Reading, text: Text, judged: Judged) -> Iterator[str]:
    accused = judged.subjects
    violations = find_violations(text, [s for p in accused for s in p.spans])
    signs = why_kind(text, reading.kind, reading.rulings, reading.statistics, violations, accused)
    why = ", ".join(f"{s} {w:+.1f}" for s, w in signs[:4])
    yield f"kind {reading.kind} ({why}); stage {reading.stage}; violations {', '.join(reading.violations) or 'none'}"
    yield f"place {reading.place.regency or reading.place.province if reading.place else None}; reader {reading.reader}"


def _person(reader: Reader, judged: Judged, reading: Reading, index: int) -> Iterator[str]:
    verdict, official = judged.verdicts[index], reading.officials[index]
    yield f"  → {official.role}{f' ({official.standing})' if official.standing else ''}: {verdict.why}"
    yield f"  office: {official.office}"
    yield f"  encoder {_odds(judged.encoder[index].odds)}"
    yield f"  cues    {_odds(judged.cues[index])}"
    yield f"  both    {_odds(verdict.odds)}"
    if shown := judged.encoder[index].shown:
        yield f"  the encoder looked most at: {judged.view.text[shown]}"
    for role in ("alleged", "cleared", "speaker"):
        cues = reader.cues.reasons(judged.view, index, role)
        yield f"    for {role}: " + ", ".join(f"{cue} {weight:+.2f}" for cue, weight in cues)
    for f in judged.found[index]:
        yield f"  {f.says} by “{f.means}” ({WHERE[f.near]}): {judged.view.text[f.sentence]}"


def _odds(odds: RoleOdds) -> str:
    return " ".join(f"{name} {getattr(odds, name):.2f}" for name in SHOWN if getattr(odds, name) >= 0.01)


def _sentence(judged: Judged, sentence: Span) -> Iterator[str]:
    view = judged.view
    yield view.text[sentence]
    here = [s for s in view.signals if sentence.holds(s.start)]
    if here:
        yield "    phrases: " + ", ".join(_phrase(view.text, s) for s in here)
    means = [f"{view.text.raw[r.start : r.end]} = {view.people[r.person].name}" for r in view.references]
    held = [m for m, r in zip(means, view.references, strict=True) if sentence.holds(r.start) and not r.named]
    if held:
        yield "    means: " + ", ".join(held)
    for s in view.spoken:
        if s.sentence == sentence:
            yield f"    said by {view.people[s.person].name}"


def _phrase(text: Text, signal: Signal) -> str:
    return f"{signal.phrase.group} {signal.means} “{text.raw[signal.start : signal.end]}”"

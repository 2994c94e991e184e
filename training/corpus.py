"""The annotated articles: texts with the persons in them, what each did, and where each is named.

`training/articles/` holds the invented ones; retold real cases (`g…`, `s…`) are read from NETRALITAS_SHARED where they
are present and are never copied. An article's second letter tells the hand that wrote it: folds never split a hand.
"""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.text import Span, Text
from training.mentions import find_mentions

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("NETRALITAS_SHARED", HERE.parent.parent / "shared"))
ROLE_OF = {
    "offender_alleged": "alleged",
    "offender_proven": "proven",
    "cleared": "cleared",
    "speaker": "speaker",
    "beneficiary_candidate": "beneficiary",
    "victim": "victim",
    "other": "other",
}


@dataclass(frozen=True, slots=True)
class Known:
    """A person as annotated: name, role (one of extract.encoder.ROLES), the spans of the mentions and of the evidence.

    `evidence` is the piece of the body that shows the role, as often as it stands there; empty where none was noted.
    """

    name: str
    role: str
    spans: tuple[Span, ...]
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Annotated:
    """An annotated article."""

    id: str
    kind: str
    text: Text
    persons: tuple[Known, ...]

    @property
    def fold(self) -> int:
        """1 or 2, by the hand that wrote the article; retold cases by number; 0 is trained on, never measured."""
        if self.id[0] == "t":
            return 0
        if self.id[0] == "g":
            return 1 if int(self.id[1:]) % 2 == 0 else 2
        return 1 if self.id[0] == "s" or self.id[1] in "abcd" else 2


def annotated() -> list[Annotated]:
    """All annotated articles at hand, in the order of their names."""
    folders = [HERE / "articles", SHARED / "gold" / "articles"]
    found = {p.name: p for folder in reversed(folders) for p in folder.glob("*.gold.json")}
    return [_read(found[name]) for name in sorted(found)]


def _read(path: Path) -> Annotated:
    gold = json.loads(path.read_text("utf-8"))
    article = json.loads(path.with_name(path.name.replace(".gold.json", ".json")).read_text("utf-8"))
    text = Text(article["text"], article.get("title") or "")
    names = [p["name"] for p in gold["persons"]]
    spans = find_mentions(text, names)
    roles = [ROLE_OF[p["role"]] for p in gold["persons"]]
    shown = [tuple(_printed(text, p.get("evidence"))) for p in gold["persons"]]
    parts = zip(names, roles, spans, shown, strict=True)
    persons = [Known(name, role, tuple(where), proof) for name, role, where, proof in parts]
    return Annotated(gold["id"], gold["kind"], text, tuple(persons))


def _printed(text: Text, evidence: str | None) -> Iterator[Span]:
    if evidence:
        yield from (Span(*m.span()) for m in re.finditer(re.escape(evidence), text.raw))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of idner-news-2k: the text, and the spans of persons' names."""

    raw: str
    names: tuple[Span, ...]


def newswire(part: str) -> list[Sentence]:
    """Sentences of idner-news-2k (MIT), part train, dev or test; none where the data is not at hand."""
    path = SHARED / "data" / "idner-news-2k" / f"{part}.conll"
    if not path.exists():
        return []
    return [_sentence(block) for block in path.read_text("utf-8").split("\n\n") if block.strip()]


def _sentence(block: str) -> Sentence:
    """One sentence from its lines "word TAB label", below "# text = …"; words are found again in that text."""
    lines = block.strip("\n").split("\n")
    raw = lines[0].removeprefix("# text = ").strip()
    names: list[Span] = []
    at = 0
    for word, label in (line.split("\t") for line in lines[1:] if "\t" in line):
        start = raw.find(word, at)
        if start < 0:
            continue
        at = start + len(word)
        if label == "B-PER":
            names.append(Span(start, at))
        elif label == "I-PER" and names:
            names[-1] = Span(names[-1].start, at)
    return Sentence(raw, tuple(names))


def candidate_names() -> list[str]:
    """Names of regional candidates (KPU, public data), all provinces: only to be put in the place of other names."""
    path = SHARED / "data" / "pilkada2024_candidates.csv"
    return sorted(set(_column(path, "calon_bersih")) | set(_column(path, "wakil_bersih"))) if path.exists() else []


def _column(path: Path, name: str) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from (row[name] for row in csv.DictReader(file) if row[name])


def texts() -> Iterator[str]:
    """All texts at hand, to prune the vocabulary by."""
    yield from (f"{a.text.title}\n{a.text.raw}" for a in annotated())
    yield from (s.raw for part in ("train", "dev", "test") for s in newswire(part))
    yield from candidate_names()

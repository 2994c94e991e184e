"""The trained voice of the reader: finds persons' names, and judges from each person's context what the person did.

A small multilingual encoder with several heads, run by onnxruntime from the files in `extract/model`; `training/` made
it and `docs/model_card.md` tells how well it does. Nothing is ever downloaded; a damaged file is an error, never a
guess.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from extract.contexts import NOWHERE, Context, Sheet
from extract.manifest import Manifest, check_files, read_manifest
from extract.text import Span, Text
from extract.windows import windows
from extract.wordpieces import WordPieces

SHIPPED = Path(__file__).parent / "model"
BATCH = 1_600
"""Pieces in a batch, padding included: keeps memory under a few hundred MB."""
MOST_WORDS = 20_000
"""Words of a text in which names are looked for; no news article is longer."""
MOST_PEOPLE = 80
"""Persons who are judged; of the rest of a longer list nothing is said but `other`."""
ROLES = ("alleged", "proven", "cleared", "speaker", "beneficiary", "victim", "other", "nobody")

Array = npt.NDArray[np.float32]
Rows = Sequence[tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class NameFound:
    """A person's name at `start:end` of the text, with the model's probability that all of it is one."""

    start: int
    end: int
    probability: float


@dataclass(frozen=True, slots=True)
class RoleOdds:
    """Calibrated probabilities of one person's role; all but `proven` add up to 1.

    `proven` is the part of `accused` that a deciding body found; `nobody` is that of a name that is no person of the
    case (a place, an office, a link to another story).
    """

    accused: float = 0.0
    proven: float = 0.0
    cleared: float = 0.0
    speaker: float = 0.0
    beneficiary: float = 0.0
    victim: float = 0.0
    other: float = 1.0
    nobody: float = 0.0


@dataclass(frozen=True, slots=True)
class Opinion:
    """The encoder's odds for one person, and the sentence of the body that most shows why; None where it saw none."""

    odds: RoleOdds
    shown: Span | None = None


def load_encoder(folder: Path | None = None, threads: int | None = None) -> Encoder:
    """Load a model, by default the shipped one, once per process; raise ModelError if it cannot be trusted.

    `threads` (else NETRALITAS_THREADS, else 1) is how many threads one inference may use.
    """
    count = threads if threads is not None else int(os.environ.get("NETRALITAS_THREADS", "1"))
    return _load((folder or SHIPPED).resolve(), count)


@lru_cache(maxsize=4)
def _load(folder: Path, threads: int) -> Encoder:
    manifest = read_manifest(folder, ROLES)
    check_files(folder, manifest)
    return Encoder(manifest, WordPieces(folder / "vocabulary.json"), _session(folder / "encoder.onnx", threads))


def _session(path: Path, threads: int) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Encoder:
    """A loaded model; safe to use again and again, the same answer to the same text always."""

    def __init__(self, manifest: Manifest, vocabulary: WordPieces, session: Any) -> None:
        self.manifest = manifest
        self.version = manifest.version
        self.vocabulary = vocabulary
        self._session = session

    def names(self, text: Text) -> tuple[NameFound, ...]:
        """Persons' names in the body lines, in order; offsets count characters of `text.raw`."""
        cut = list(windows(text, self.vocabulary, MOST_WORDS))
        (scores,) = self._run(("names",), [w.pieces for w in cut], [()] * len(cut))
        found: list[NameFound] = []
        for window, score in zip(cut, scores, strict=True):
            odds = _softmax(score[list(window.firsts)])
            found.extend(_named(window.words, odds, self.manifest.name_threshold))
        return tuple(found)

    def opinions(self, text: Text, people: Sequence[Sequence[Span]]) -> tuple[Opinion, ...]:
        """What each person did, a person being the spans of `text.raw` where he or she is named; one answer each.

        A person without a span in the body, or beyond the first MOST_PEOPLE, is `other` with certainty.
        """
        opinions = [Opinion(RoleOdds()) for _ in people]
        for person, context, scores, proof in self._judged(text, people):
            odds = odds_of(dict(zip(ROLES, _softmax(scores / self.manifest.temperature).tolist(), strict=True)))
            opinions[person] = Opinion(odds, _shown(text, context, proof))
        return tuple(opinions)

    def role_scores(self, text: Text, people: Sequence[Sequence[Span]]) -> dict[int, Array]:
        """Raw scores per person's index in the order of ROLES, before calibration: what `training` calibrates on."""
        return {person: scores for person, _, scores, _ in self._judged(text, people)}

    def _judged(self, text: Text, people: Sequence[Sequence[Span]]) -> Iterator[tuple[int, Context, Array, Array]]:
        """Each person who has a context: index, context, role scores, and each row's share in the proof."""
        sheet = Sheet(text, people, self.vocabulary)
        shown: list[tuple[int, Context]] = []
        for person in range(len(people)):
            context = sheet.context(person) if len(shown) < MOST_PEOPLE else None
            if context is not None and context.targets:
                shown.append((person, context))
        outputs = self._run(("roles", "proof"), [c.pieces for _, c in shown], [c.targets for _, c in shown])
        for (person, context), scores, proof in zip(shown, *outputs, strict=True):
            yield person, context, scores, proof[: len(context.pieces)]

    def _run(self, outputs: Sequence[str], pieces: Rows, targets: Rows) -> list[list[Array]]:
        """Each output per sequence, run in batches of like lengths."""
        results: list[list[Array]] = [[np.empty(0, np.float32)] * len(pieces) for _ in outputs]
        for batch in _batches([len(p) for p in pieces]):
            feed = padded([pieces[i] for i in batch], [targets[i] for i in batch], self.vocabulary.pad)
            for result, scores in zip(results, self._session.run(list(outputs), feed), strict=True):
                for i, row in zip(batch, scores, strict=True):
                    result[i] = row
        return results


def _shown(text: Text, context: Context, proof: Array) -> Span | None:
    """The sentence of the body that has the largest share in the proof."""
    shares: dict[Span, float] = {}
    for at, share in zip(context.places, proof.tolist(), strict=True):
        sentence = text.sentence_at(at) if at != NOWHERE else None
        if sentence is not None:
            shares[sentence] = shares.get(sentence, 0.0) + share
    return max(shares, key=lambda s: shares[s], default=None)


def padded(pieces: Rows, targets: Rows, pad: int) -> dict[str, npt.NDArray[Any]]:
    """The model's inputs for one batch: rows, which of them are there, and which are the person asked about."""
    shape = len(pieces), max(len(p) for p in pieces)
    ids = np.full(shape, pad, np.int64)
    there, asked = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    for i, (row, marks) in enumerate(zip(pieces, targets, strict=True)):
        ids[i, : len(row)] = row
        there[i, : len(row)] = 1
        asked[i, list(marks)] = 1
    return {"pieces": ids, "there": there, "asked": asked}


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        if batch and lengths[i] * (len(batch) + 1) > BATCH:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _softmax(scores: Array) -> Array:
    exp = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(exp / exp.sum(axis=-1, keepdims=True), dtype=np.float32)


def odds_of(shares: Mapping[str, float]) -> RoleOdds:
    """Odds from the probability of each of ROLES."""
    by = dict(shares)
    alleged, proven = by.pop("alleged"), by.pop("proven")
    return RoleOdds(accused=alleged + proven, proven=proven, **by)


def _named(words: Sequence[Span], odds: Array, threshold: float) -> Iterator[NameFound]:
    """Read names off per-word odds of (outside, begin, inside): a name is a begin and the insides after it."""
    start = -1
    for i in range(len(words) + 1):
        inside = i < len(words) and 1 - odds[i, 0] >= threshold
        if start >= 0 and (not inside or odds[i, 1] > odds[i, 2]):
            sure = float(1 - odds[start:i, 0].max())
            yield NameFound(words[start].start, words[i - 1].end, sure)
            start = -1
        if inside and start < 0:
            start = i

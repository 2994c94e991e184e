"""Prunes the vocabulary of about 100 languages to what Indonesian news, its names and its page noise can hold.

Kept are all pieces seen in the training texts (also in title, upper and lower case), every piece of one to four Latin
letters, digits and marks, and the most probable Latin pieces: a new name is then spelt from the same pieces or nearly.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer, models

from extract.wordpieces import MARKERS
from training.weights import Array, Weights

SPECIAL = 4
LATIN_PIECES = 30_000
LATIN = re.compile(r"▁?[A-Za-z]+")
OTHER = 1
"""The marker for every person but the one asked about (extract.wordpieces)."""
GIVEN_NAMES = ("▁Ahmad", "▁Muhammad", "▁Budi", "▁Ali", "▁Abdul", "▁Hasan", "▁Dewi", "▁Siti", "▁Rahman", "▁Sri")
DIGITS = re.compile(r"▁?[\d.,:/()\-\"'%]+")


def rows_to_keep(weights: Weights, texts: Iterable[str]) -> list[int]:
    """Rows of the vocabulary to keep, in their old order; the first four are the special ones."""
    spelt = [piece for piece, _ in weights.pieces]
    latin = [i for i, p in enumerate(spelt) if i >= SPECIAL and LATIN.fullmatch(p)]
    keep = set(range(SPECIAL)) | _seen(weights, texts) | set(latin[:LATIN_PIECES])
    keep |= {i for i in latin if len(spelt[i].lstrip("▁")) <= 4}
    keep |= {i for i, p in enumerate(spelt) if i >= SPECIAL and (DIGITS.fullmatch(p) or _one_mark(p))}
    return sorted(keep)


def _one_mark(piece: str) -> bool:
    return len(piece.lstrip("▁")) <= 1 and all(ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2100 or c == "▁" for c in piece)


def _seen(weights: Weights, texts: Iterable[str]) -> set[int]:
    model = Tokenizer(models.Unigram(list(weights.pieces), unk_id=3, byte_fallback=False)).model
    folding = str.maketrans(weights.folding)
    words = {w for text in texts for form in (text, text.title(), text.upper(), text.lower()) for w in _words(form)}
    spelt = {s for w in words for s in (w.translate(folding), "▁" + w.translate(folding))}
    return {token.id for s in spelt if s for token in model.tokenize(s.replace(" ", "▁"))}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+|[^\w\s]", text) + text.split()


def write_vocabulary(weights: Weights, keep: list[int], path: Path) -> None:
    """Write the file that `extract.wordpieces.WordPieces` reads."""
    pieces = [[weights.pieces[i][0], round(weights.pieces[i][1], 4)] for i in keep]
    path.write_text(json.dumps({"pieces": pieces, "folding": weights.folding}, ensure_ascii=False), "utf-8")


def embedding(weights: Weights, keep: list[int]) -> tuple[Array, Array]:
    """Word vectors of the kept rows, and the markers' first vectors: all as the pretrained mask's, but for OTHER.

    The person asked about and everybody else must differ from the start: alike at first, they stay nearly alike.
    """
    table = weights.tensors["emb.word"]
    row = {piece: i for i, (piece, _) in enumerate(weights.pieces)}
    markers = np.repeat(table[row["<mask>"]][None], MARKERS, axis=0)
    markers[OTHER] = table[[row[name] for name in GIVEN_NAMES if name in row]].mean(axis=0)
    return np.ascontiguousarray(table[keep]), markers

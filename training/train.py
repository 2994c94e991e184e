"""Trains the reader's encoder: `python -m training.train` does all of it, from the published weights to the model card.

For each fold a network learns from the articles of the other fold and is measured on the fold it has not seen. The
shipped model learns from everything, and is calibrated by what the fold models said. What is done already is kept in
the work folder and not done again; two hours on two cores that do nothing else.
"""

# mypy: disable-error-code="import-not-found,import-untyped,misc,no-any-return,no-untyped-call,unused-ignore"
# torch is not installed where the product is checked: what it gives is not known there.

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from extract.encoder import SHIPPED, load_encoder
from extract.wordpieces import WordPieces
from training import corpus, vocabulary, weights
from training.card import write_card
from training.corpus import Annotated, Sentence
from training.examples import Examples, name_pool
from training.export import Calibration, export, write_manifest
from training.figures import temperature
from training.fit import Recipe, fit
from training.measure import Found, Judged, found, judged, judged_as_found
from training.network import Reader

VERSION = "e5s-2"
FOLDS = (1, 2)


@dataclass(frozen=True, slots=True)
class Base:
    """The published weights, pruned, and the news sentences: what every training starts from."""

    weights: weights.Weights
    keep: list[int]
    vocabulary: Path
    sentences: list[Sentence]

    def reader(self, seed: int) -> Reader:
        torch.manual_seed(seed)
        return Reader(self.weights, *vocabulary.embedding(self.weights, self.keep))

    def examples(self, articles: Sequence[Annotated], seed: int) -> Examples:
        pool = name_pool(articles, self.sentences, corpus.candidate_names())
        return Examples(WordPieces(self.vocabulary), pool, seed)


def prepare(work: Path) -> Base:
    """Fetch, check, unpack and prune the published weights."""
    published = weights.read(weights.fetch(work / "download"))
    keep = vocabulary.rows_to_keep(published, corpus.texts())
    path = work / "vocabulary.json"
    vocabulary.write_vocabulary(published, keep, path)
    return Base(published, keep, path, corpus.newswire("train") + corpus.newswire("dev"))


def learn(base: Base, articles: Sequence[Annotated], folder: Path) -> None:
    """Train from the published weights on, and write the model in the shipped form."""
    recipe = Recipe()
    reader = base.reader(recipe.seed)
    fit(reader, base.examples(articles, recipe.seed), articles, base.sentences, recipe)
    export(reader, base.vocabulary, folder, VERSION)


@dataclass(frozen=True, slots=True)
class Unseen:
    """What the fold models say of the articles that they were not trained on."""

    given: list[Judged]
    """Persons as annotated, their mentions given."""
    named: list[Judged]
    """Persons as the model itself found them."""
    found: list[Found]


def measure(folders: dict[int, Path]) -> Unseen:
    """Read each fold's articles with the model that has not seen them."""
    unseen = Unseen([], [], [])
    for fold, folder in folders.items():
        encoder = load_encoder(folder, threads=2)
        articles = [a for a in corpus.annotated() if a.fold == fold]
        unseen.given.extend(judged(encoder, articles))
        unseen.named.extend(judged_as_found(encoder, articles))
        unseen.found.extend(found(encoder, articles))
    return unseen


def calibrated(unseen: Unseen) -> Calibration:
    """The temperature under which what the fold models say of unseen articles is as sure as it is right."""
    return Calibration(temperature(unseen.given))


def cross_validate(base: Base, work: Path) -> dict[int, Path]:
    """Train a model for each fold that has not seen it, unless that is done already."""
    folders = {fold: work / f"fold{fold}" for fold in FOLDS}
    for fold, folder in folders.items():
        articles = [a for a in corpus.annotated() if a.fold != fold]
        print(f"fold {fold}: {len(articles)} articles of other hands", file=sys.stderr)
        if not (folder / "manifest.json").exists():
            learn(base, articles, folder)
    return folders


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="folder for what is in between")
    parser.add_argument("--model", type=Path, default=SHIPPED, help="folder of the finished model")
    parser.add_argument("--card", type=Path, default=Path("docs/model_card.md"), help="card to renew figures in")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    base = prepare(options.work)
    unseen = measure(cross_validate(base, options.work))
    write_card(options.card, unseen.given, unseen.named, unseen.found)
    for fold in FOLDS:  # training.verdicts weighs a fold model's odds as the shipped model's will be
        write_manifest(options.work / f"fold{fold}", VERSION, calibrated(unseen))
    learn(base, corpus.annotated(), options.model)
    write_manifest(options.model, VERSION, calibrated(unseen))
    return 0


if __name__ == "__main__":
    sys.exit(main())

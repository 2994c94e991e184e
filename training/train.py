"""Trains the reader's encoder: `python -m training.train` does all of it, from the published weights to the model card.

Two models are trained on one half of the hands each and measured on the other half; their scores calibrate the
third, trained on everything by the same recipe, which is shipped. What is done already is kept in the work folder.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import torch

from extract.encoder import SHIPPED, load_encoder
from extract.wordpieces import WordPieces
from training import corpus, vocabulary, weights
from training.card import write_card
from training.corpus import Annotated
from training.examples import Examples, name_pool
from training.export import Calibration, export, write_manifest
from training.figures import safe_threshold, temperature
from training.fit import Recipe, fit
from training.measure import Found, Judged, found, judged, judged_as_found
from training.network import Reader

VERSION = "e5s-1"
FOLDS = (1, 2)


@dataclass(frozen=True, slots=True)
class Base:
    """The published weights, pruned: what every training starts from."""

    weights: weights.Weights
    keep: list[int]
    vocabulary: Path


def prepare(work: Path) -> Base:
    """Fetch, check, unpack and prune the published weights."""
    published = weights.read(weights.fetch(work / "download"))
    keep = vocabulary.rows_to_keep(published, corpus.texts())
    path = work / "vocabulary.json"
    vocabulary.write_vocabulary(published, keep, path)
    return Base(published, keep, path)


def train(base: Base, articles: list[Annotated], recipe: Recipe, folder: Path, version: str) -> None:
    """Train one model on some articles and all news sentences, and write it in the shipped form."""
    sentences = corpus.newswire("train") + corpus.newswire("dev")
    pool = name_pool(articles, sentences, corpus.candidate_names())
    torch.manual_seed(recipe.seed)
    reader = Reader(base.weights, *vocabulary.embedding(base.weights, base.keep))
    fit(reader, Examples(WordPieces(base.vocabulary), pool, recipe.seed), articles, sentences, recipe)
    export(reader, base.vocabulary, folder, version)


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
    """Temperature, and the threshold above which nobody was accused without support, however the name was found."""
    heat = temperature(unseen.given)
    return Calibration(heat, safe_threshold(unseen.given + unseen.named, heat))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="folder for what is in between")
    parser.add_argument("--model", type=Path, default=SHIPPED, help="folder of the finished model")
    parser.add_argument("--card", type=Path, default=Path("docs/model_card.md"), help="card to renew figures in")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    recipe, articles = Recipe(), corpus.annotated()
    base = prepare(options.work)
    folders = {fold: options.work / f"fold{fold}" for fold in FOLDS}
    for fold, folder in folders.items():
        if not (folder / "manifest.json").exists():
            print(f"fold {fold}", file=sys.stderr)
            train(base, [a for a in articles if a.fold != fold], recipe, folder, f"fold{fold}")
    unseen = measure(folders)
    write_card(options.card, unseen.given, unseen.named, unseen.found)
    train(base, articles, recipe, options.model, VERSION)
    write_manifest(options.model, VERSION, calibrated(unseen))
    return 0


if __name__ == "__main__":
    sys.exit(main())

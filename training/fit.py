"""The training loop: names and roles by turns in one network, seeds fixed, half precision where it is safe."""

# mypy: disable-error-code="import-not-found,import-untyped,misc,no-any-return,no-untyped-call,unused-ignore"

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from extract.encoder import padded
from training.corpus import Annotated, Sentence
from training.examples import UNJUDGED, Example, Examples, batches
from training.network import Reader

PROOF = 0.2
"""Weight of finding the evidence beside judging the role."""
PRETRAINED = ("layers", "eln", "positions", "table")
"""What the published weights hold: it learns more slowly."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is set by hand; the same for every fold and for the shipped model."""

    epochs: int = 4
    name_share: float = 0.3
    """Part of the news sentences that names are learnt from in each epoch."""
    article_share: float = 0.6
    """Part of the articles that names are learnt from in each epoch."""
    rate: float = 1e-4
    head_rate: float = 7e-4
    room: int = 1_400
    smoothing: float = 0.03
    warm_up: float = 0.08
    decay: float = 0.01
    seed: int = 7
    threads: int = 2


def fit(
    reader: Reader, examples: Examples, articles: Sequence[Annotated], sentences: Sequence[Sentence], recipe: Recipe
) -> None:
    """Train in place; progress goes to standard error."""
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    torch.set_flush_denormal(True)
    source = random.Random(recipe.seed)
    plan = [_epoch(examples, articles, sentences, recipe, source) for _ in range(recipe.epochs)]
    optimiser = _optimiser(reader, recipe)
    total = sum(len(p) for p in plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: pace(step, total, recipe.warm_up))
    reader.train()
    for number, epoch in enumerate(plan, 1):
        began = time.monotonic()
        losses: tuple[list[float], ...] = ([], [])
        for batch in epoch:
            loss = _loss(reader, batch, examples.vocabulary.pad, recipe.smoothing)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            schedule.step()
            losses[batch[0].role >= 0].append(loss.item())
        _tell(number, len(plan), losses, epoch, time.monotonic() - began)


def _epoch(
    examples: Examples,
    articles: Sequence[Annotated],
    sentences: Sequence[Sentence],
    recipe: Recipe,
    source: random.Random,
) -> list[list[Example]]:
    windows = [*examples.names(sentences, recipe.name_share), *examples.windows(articles, recipe.article_share)]
    named = batches(windows, recipe.room, source)
    judged = batches(list(examples.roles(articles)), recipe.room, source)
    mixed = [*named, *judged]
    source.shuffle(mixed)
    return mixed


def _optimiser(reader: Reader, recipe: Recipe) -> torch.optim.Optimizer:
    heads = [p for n, p in reader.named_parameters() if not n.startswith(PRETRAINED)]
    ids = {id(p) for p in heads}
    body = [p for p in reader.parameters() if p.requires_grad and id(p) not in ids]
    groups = [{"params": body, "lr": recipe.rate}, {"params": heads, "lr": recipe.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=recipe.decay, fused=True)


def pace(step: int, total: int, warm_up: float) -> float:
    """Rise over the first part, then fall to nearly nothing."""
    rising = warm_up * total
    return min((step + 1) / rising, max(0.01, (total - step) / (total - rising)))


def _loss(reader: Reader, batch: list[Example], pad: int, smoothing: float) -> Tensor:
    hidden, feed = _encoded(reader, batch, pad)
    if batch[0].role < 0:
        return _name_loss(reader, hidden, batch)
    return _role_loss(reader, hidden, feed, batch, smoothing)


def _encoded(reader: Reader, batch: Sequence[Example], pad: int) -> tuple[Tensor, dict[str, Tensor]]:
    feed = {k: torch.from_numpy(v) for k, v in padded([e.pieces for e in batch], [e.asked for e in batch], pad).items()}
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = reader.encode(feed["pieces"], feed["there"])
    return hidden.float(), feed


def _name_loss(reader: Reader, hidden: Tensor, batch: Sequence[Example]) -> Tensor:
    labels = torch.full(hidden.shape[:2], UNJUDGED)
    for i, example in enumerate(batch):
        labels[i, : len(example.labels)] = torch.tensor(example.labels)
    return F.cross_entropy(reader.names(hidden).flatten(0, 1), labels.flatten(), ignore_index=UNJUDGED)


def _role_loss(
    reader: Reader, hidden: Tensor, feed: dict[str, Tensor], batch: Sequence[Example], smoothing: float
) -> Tensor:
    """Surprise at the roles, and PROOF times that at where the evidence stands, for those whose evidence is shown."""
    proofs = reader.proofs(hidden, feed["there"])
    scores = reader.roles(hidden, feed["asked"], proofs)
    loss = F.cross_entropy(scores, torch.tensor([e.role for e in batch]), label_smoothing=smoothing)
    shown = [proofs[i, list(e.proof)].mean() for i, e in enumerate(batch) if e.proof]
    return loss - PROOF * torch.stack(shown).sum() / len(batch) if shown else loss


def _tell(
    number: int, of: int, losses: tuple[list[float], ...], epoch: Sequence[Sequence[Example]], seconds: float
) -> None:
    names, roles = (sum(x) / max(1, len(x)) for x in losses)
    print(
        f"epoch {number}/{of}: names {names:.4f}, roles {roles:.4f}; {len(epoch)} steps, {seconds:.0f} s",
        file=sys.stderr,
        flush=True,
    )

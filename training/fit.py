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
from training.examples import UNJUDGED, Example, Examples, Story, batches, bundles
from training.network import Reader

PROOF = 0.2
"""Weight of finding the evidence beside judging the role."""
PRETRAINED = ("layers", "eln", "positions", "table")
"""What the published weights hold: it learns more slowly."""
STORY_SHARE = 0.3
"""Weight of what the article tells beside the names in it."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is set by hand; the same for every fold and for the shipped model."""

    epochs: int = 4
    name_share: float = 0.3
    """Part of the news sentences that names are learnt from in each epoch."""
    story_share: float = 0.6
    """Part of the articles that are read as a whole in each epoch."""
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
        losses: tuple[list[float], ...] = ([], [], [])
        for batch in epoch:
            loss = _loss(reader, batch, examples.vocabulary.pad, recipe.smoothing)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            schedule.step()
            losses[_task(batch)].append(loss.item())
        _tell(number, len(plan), losses, epoch, time.monotonic() - began)


Batch = list[Example] | list[Story]


def _epoch(
    examples: Examples,
    articles: Sequence[Annotated],
    sentences: Sequence[Sentence],
    recipe: Recipe,
    source: random.Random,
) -> list[Batch]:
    named = batches(list(examples.names(sentences, recipe.name_share)), recipe.room, source)
    judged = batches(list(examples.roles(articles)), recipe.room, source)
    told = bundles(list(examples.stories(articles, recipe.story_share)), 2 * recipe.room, source)
    mixed: list[Batch] = [*named, *judged, *told]
    source.shuffle(mixed)
    return mixed


def _optimiser(reader: Reader, recipe: Recipe) -> torch.optim.Optimizer:
    heads = [
        p for n, p in reader.named_parameters() if n.startswith(("name_head", "role_", "proof_", "story", "markers"))
    ]
    ids = {id(p) for p in heads}
    body = [p for p in reader.parameters() if p.requires_grad and id(p) not in ids]
    groups = [{"params": body, "lr": recipe.rate}, {"params": heads, "lr": recipe.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=recipe.decay, fused=True)


def pace(step: int, total: int, warm_up: float) -> float:
    """Rise over the first part, then fall to nearly nothing."""
    rising = warm_up * total
    return min((step + 1) / rising, max(0.01, (total - step) / (total - rising)))


def _task(batch: Batch) -> int:
    """0 for names, 1 for roles, 2 for whole articles."""
    return 2 if isinstance(batch[0], Story) else int(batch[0].role >= 0)


def _loss(reader: Reader, batch: Batch, pad: int, smoothing: float) -> Tensor:
    if isinstance(batch[0], Story):
        return _story_loss(reader, [s for s in batch if isinstance(s, Story)], pad)
    shown = [e for e in batch if isinstance(e, Example)]
    hidden, feed = _encoded(reader, shown, pad)
    if shown[0].role < 0:
        return _name_loss(reader, hidden, shown)
    return _role_loss(reader, hidden, feed, shown, smoothing)


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


def _story_loss(reader: Reader, stories: list[Story], pad: int) -> Tensor:
    """Surprise at the names in the windows, and at kind, stage and violations of each article."""
    rows = [w for s in stories for w in s.windows]
    hidden, feed = _encoded(reader, rows, pad)
    gists = reader.gists(hidden, feed["there"]).split([len(s.windows) for s in stories])
    told = [_surprise(reader, g, s) for g, s in zip(gists, stories, strict=True)]
    return _name_loss(reader, hidden, rows) + STORY_SHARE * torch.stack(told).mean()


def _surprise(reader: Reader, gists: Tensor, story: Story) -> Tensor:
    kind, stage, violations = reader.story(gists)
    wanted = torch.zeros_like(violations)
    wanted[0, list(story.violations)] = 1.0
    return (
        F.cross_entropy(kind, torch.tensor([story.kind]), label_smoothing=0.05)
        + F.cross_entropy(stage, torch.tensor([story.stage]), label_smoothing=0.05)
        + 4 * F.binary_cross_entropy_with_logits(violations, wanted)
    )


def _role_loss(
    reader: Reader, hidden: Tensor, feed: dict[str, Tensor], batch: Sequence[Example], smoothing: float
) -> Tensor:
    """Surprise at the roles, and PROOF times that at where the evidence stands, for those whose evidence is shown."""
    proofs = reader.proofs(hidden, feed["there"])
    scores = reader.roles(hidden, feed["asked"], proofs)
    loss = F.cross_entropy(scores, torch.tensor([e.role for e in batch]), label_smoothing=smoothing)
    shown = [proofs[i, list(e.proof)].mean() for i, e in enumerate(batch) if e.proof]
    return loss - PROOF * torch.stack(shown).sum() / len(batch) if shown else loss


def _tell(number: int, of: int, losses: tuple[list[float], ...], epoch: Sequence[Batch], seconds: float) -> None:
    names, roles, stories = (sum(x) / max(1, len(x)) for x in losses)
    print(
        f"epoch {number}/{of}: names {names:.4f}, roles {roles:.4f}, articles {stories:.4f}; {len(epoch)} steps, "
        f"{seconds:.0f} s",
        file=sys.stderr,
        flush=True,
    )

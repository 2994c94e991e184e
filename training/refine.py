"""The second part of training: the upper layers and heads only, on states of the lower layers computed once.

This costs half of what training all layers does, which buys the many passes that judging roles needs.
"""

# mypy: disable-error-code="import-not-found,misc,no-any-return,no-untyped-call,untyped-decorator"

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
from training.examples import UNJUDGED, Example, Examples
from training.fit import pace
from training.network import LOWER, Reader


@dataclass(frozen=True, slots=True)
class Refinement:
    """What is set by hand."""

    epochs: int = 8
    name_share: float = 0.2
    rate: float = 1e-4
    head_rate: float = 5e-4
    room: int = 1_400
    smoothing: float = 0.05
    warm_up: float = 0.05
    decay: float = 0.02
    seed: int = 11
    threads: int = 2


@dataclass(frozen=True, slots=True)
class Kept:
    """An example with the lower layers' states of its rows."""

    example: Example
    states: Tensor


def refine(
    reader: Reader,
    examples: Examples,
    articles: Sequence[Annotated],
    sentences: Sequence[Sentence],
    recipe: Refinement,
) -> None:
    """Train the upper layers in place; progress goes to standard error."""
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    torch.set_flush_denormal(True)
    source = random.Random(recipe.seed)
    began = time.monotonic()
    judged = keep(reader, list(examples.roles(articles)))
    named = keep(reader, list(examples.names(articles, sentences)))
    _tell(f"kept {len(judged)} contexts and {len(named)} windows in {time.monotonic() - began:.0f} s")
    share = round(recipe.name_share * len(named))
    plan = [_mixed(judged, source.sample(named, share), recipe.room, source) for _ in range(recipe.epochs)]
    optimiser = _optimiser(reader, recipe)
    total = sum(len(p) for p in plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: pace(step, total, recipe.warm_up))
    reader.train()
    for number, epoch in enumerate(plan, 1):
        losses: tuple[list[float], list[float]] = ([], [])
        for batch in epoch:
            loss = _loss(reader, batch, recipe.smoothing)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(optimiser.param_groups[0]["params"], 1.0)
            optimiser.step()
            optimiser.zero_grad()
            schedule.step()
            losses[batch[0].example.role >= 0].append(loss.item())
        names, roles = (sum(x) / max(1, len(x)) for x in losses)
        _tell(f"pass {number}/{len(plan)}: names {names:.4f}, roles {roles:.4f}, {time.monotonic() - began:.0f} s")


@torch.no_grad()
def keep(reader: Reader, examples: Sequence[Example]) -> list[Kept]:
    """The lower layers' states of every example, in half precision."""
    reader.eval()
    kept = []
    ordered = sorted(examples, key=lambda e: len(e.pieces))
    for start in range(0, len(ordered), 8):
        batch = ordered[start : start + 8]
        feed = padded([e.pieces for e in batch], [e.asked for e in batch], 1)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = reader.lower(torch.from_numpy(feed["pieces"]), torch.from_numpy(feed["there"]))
        kept += [Kept(e, s[: len(e.pieces)].bfloat16().clone()) for e, s in zip(batch, states, strict=True)]
    return kept


def _mixed(judged: list[Kept], named: list[Kept], room: int, source: random.Random) -> list[list[Kept]]:
    mixed = [*_batches(judged, room, source), *_batches(named, room, source)]
    source.shuffle(mixed)
    return mixed


def _batches(kept: Sequence[Kept], room: int, source: random.Random) -> list[list[Kept]]:
    shuffled = source.sample(kept, len(kept))
    made: list[list[Kept]] = []
    for start in range(0, len(shuffled), 256):
        batch: list[Kept] = []
        for one in sorted(shuffled[start : start + 256], key=lambda k: len(k.states)):
            if batch and len(one.states) * (len(batch) + 1) > room:
                made.append(batch)
                batch = []
            batch.append(one)
        made.append(batch)
    return made


def _optimiser(reader: Reader, recipe: Refinement) -> torch.optim.Optimizer:
    body = list(reader.layers[LOWER:].parameters())
    heads = [p for n, p in reader.named_parameters() if n.startswith(("name_head", "role_"))]
    groups = [{"params": body, "lr": recipe.rate}, {"params": heads, "lr": recipe.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=recipe.decay, fused=True)


def _loss(reader: Reader, batch: list[Kept], smoothing: float) -> Tensor:
    feed = padded([k.example.pieces for k in batch], [k.example.asked for k in batch], 1)
    states = torch.nn.utils.rnn.pad_sequence([k.states for k in batch], batch_first=True)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = reader.upper(states.float(), torch.from_numpy(feed["there"]))
    hidden = hidden.float()
    if batch[0].example.role >= 0:
        scores = reader.roles(hidden, torch.from_numpy(feed["asked"]))
        return F.cross_entropy(scores, torch.tensor([k.example.role for k in batch]), label_smoothing=smoothing)
    labels = torch.full(states.shape[:2], UNJUDGED)
    for i, kept in enumerate(batch):
        labels[i, : len(kept.example.labels)] = torch.tensor(kept.example.labels)
    return F.cross_entropy(reader.names(hidden).flatten(0, 1), labels.flatten(), ignore_index=UNJUDGED)


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)

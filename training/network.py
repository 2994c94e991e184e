"""The network: the published encoder (BERT, post-LN) with heads for names, for persons' roles, and for what shows them.

The third learns from the annotated evidence where to look; the second reads there too (supervised attention: Zhang,
Marshall and Wallace, EMNLP 2016, "Rationale-Augmented Convolutional Neural Networks for Text Classification").
"""

# mypy: disable-error-code="import-not-found,import-untyped,misc,no-any-return,no-untyped-call,unused-ignore"
# torch's modules are partly untyped; what goes in and out here is typed by hand.

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from extract.encoder import ROLES
from training.weights import Array, Weights

HEADS = 12
NAME_LABELS = 3
"""Outside, begin, inside of a person's name."""
DROPOUT = 0.1
LOWER = 6
"""Layers whose states are kept while those above them are refined."""
ROLE_WIDTH = 256


class Layer(nn.Module):
    """One transformer layer; attention is not dropped out, which on a CPU would halve the speed."""

    def __init__(self, width: int, wide: int) -> None:
        super().__init__()
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.fi, self.fo = nn.Linear(width, wide), nn.Linear(wide, width)
        self.aln, self.oln = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = x.shape

        def split(t: Tensor) -> Tensor:
            return t.view(batch, length, HEADS, width // HEADS).transpose(1, 2)

        seen = F.scaled_dot_product_attention(split(self.q(x)), split(self.k(x)), split(self.v(x)), attn_mask=mask)
        x = self.aln(x + self.drop(self.ao(seen.transpose(1, 2).reshape(batch, length, width))))
        return self.oln(x + self.drop(self.fo(F.gelu(self.fi(x)))))


class Reader(nn.Module):
    """Vocabulary rows in; scores for each row to be in a name, or for the person at the marked rows to have each role.

    The word vectors stay as published, but for the last rows, the markers. `there` and `asked` are 1 or 0 per row.
    """

    def __init__(self, weights: Weights, table: Array, markers: Array) -> None:
        super().__init__()
        self.table = nn.Parameter(torch.from_numpy(table), requires_grad=False)
        self.markers = nn.Parameter(torch.from_numpy(markers))
        positions = weights.tensors["emb.pos"] + weights.tensors["emb.type"].reshape(-1, table.shape[1])[0]
        self.positions = nn.Parameter(torch.from_numpy(positions))
        width = table.shape[1]
        self.eln, self.drop = nn.LayerNorm(width, eps=1e-12), nn.Dropout(DROPOUT)
        depth = 1 + max(int(name.split(".")[0][1:]) for name in weights.tensors if name.startswith("l"))
        self.layers = nn.ModuleList(Layer(width, weights.tensors["l0.fi.w"].shape[0]) for _ in range(depth))
        self.name_head = nn.Linear(width, NAME_LABELS)
        self.proof_head = nn.Linear(width, 1)
        self.role_hidden, self.role_head = nn.Linear(4 * width, ROLE_WIDTH), nn.Linear(ROLE_WIDTH, len(ROLES))
        self.role_drop = nn.Dropout(2 * DROPOUT)
        self._take_over(weights)

    def _take_over(self, weights: Weights) -> None:
        state = {"eln.weight": weights.tensors["emb.ln.w"], "eln.bias": weights.tensors["emb.ln.b"]}
        for name, tensor in weights.tensors.items():
            if name.startswith("l"):
                layer, part, kind = name.split(".")
                state[f"layers.{layer[1:]}.{part}.{'weight' if kind == 'w' else 'bias'}"] = tensor
        missing = self.load_state_dict({k: torch.from_numpy(v.copy()) for k, v in state.items()}, strict=False)
        if missing.unexpected_keys:
            raise ValueError(f"the published weights hold unknown tensors: {missing.unexpected_keys}")

    def words(self, pieces: Tensor) -> Tensor:
        """Word vectors, the markers' from their own table."""
        known = self.table.shape[0]
        plain = F.embedding(pieces.clamp(max=known - 1), self.table)
        marked = F.embedding((pieces - known).clamp(min=0), self.markers)
        return torch.where((pieces >= known)[..., None], marked, plain)

    def encode(self, pieces: Tensor, there: Tensor) -> Tensor:
        """Hidden states: (batch, length, width)."""
        return self.upper(self.lower(pieces, there), there)

    def lower(self, pieces: Tensor, there: Tensor) -> Tensor:
        """Hidden states after the first LOWER layers."""
        x = self.drop(self.eln(self.words(pieces) + self.positions[: pieces.shape[1]][None]))
        return self._through(self.layers[:LOWER], x, there)

    def upper(self, x: Tensor, there: Tensor) -> Tensor:
        """Hidden states after all layers, from those after the first LOWER ones."""
        return self._through(self.layers[LOWER:], x, there)

    def _through(self, layers: nn.ModuleList, x: Tensor, there: Tensor) -> Tensor:
        mask = there[:, None, None, :] > 0
        for layer in layers:
            x = layer(x, mask)
        return x

    def names(self, hidden: Tensor) -> Tensor:
        """Scores per row: (batch, length, NAME_LABELS)."""
        return self.name_head(self.drop(hidden))

    def proofs(self, hidden: Tensor, there: Tensor) -> Tensor:
        """Logarithm of each row's share in what shows the role: (batch, length)."""
        return torch.log_softmax(self.proof_head(self.drop(hidden)).squeeze(-1) + (there - 1) * 1e4, dim=-1)

    def roles(self, hidden: Tensor, asked: Tensor, proofs: Tensor) -> Tensor:
        """Scores per sequence: (batch, roles), from the marked rows' mean and maximum, the first row and the proof."""
        marked = asked[..., None]
        mean = (hidden * marked).sum(1) / marked.sum(1).clamp(min=1.0)
        highest = (hidden + (marked - 1) * 1e4).amax(1).clamp(min=-1e2)
        shown = (hidden * proofs.exp()[..., None]).sum(1)
        pooled = self.role_drop(torch.cat([mean, highest, hidden[:, 0], shown], dim=-1))
        return self.role_head(self.role_drop(F.gelu(self.role_hidden(pooled))))

    def forward(self, pieces: Tensor, there: Tensor, asked: Tensor) -> tuple[Tensor, ...]:
        """What the model is shipped with: names, roles, and each row's share in the proof."""
        hidden = self.encode(pieces, there)
        proofs = self.proofs(hidden, there)
        return self.names(hidden), self.roles(hidden, asked, proofs), proofs.exp()

"""The second voice: a linear model over cues, small enough to read and to correct by hand.

`model/cues.json` holds one row of weights a cue; `training/cue_voice.py` made it. A person's probabilities are the
softmax of the summed rows, so that the cues behind a verdict can be listed with what each added.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec

from extract.cues import Scene, cues
from extract.encoder import SHIPPED, RoleOdds
from extract.manifest import ModelError

ROLES = ("alleged", "proven", "cleared", "speaker", "beneficiary", "victim", "other", "nobody")


class CueWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `cues.json` holds: for each role a bias, for each cue a weight a role, in the order of `roles`."""

    version: str
    roles: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]


@dataclass(frozen=True)
class CueVoice:
    """Judges persons by the cues around their names."""

    model: CueWeights

    def odds(self, view: Scene, person: int) -> RoleOdds:
        """A person's probabilities; `alleged` and `proven` add up to `accused`."""
        sums = list(self.model.bias)
        for cue, strength in cues(view, person).items():
            if row := self.model.weights.get(cue):
                sums = [s + strength * w for s, w in zip(sums, row, strict=True)]
        top = max(sums)
        parts = [math.exp(s - top) for s in sums]
        share = dict(zip(self.model.roles, (p / sum(parts) for p in parts), strict=True))
        proven = share.pop("proven", 0.0)
        return RoleOdds(accused=share.pop("alleged", 0.0) + proven, proven=proven, **share)

    def reasons(self, view: Scene, person: int, role: str, most: int = 6) -> tuple[tuple[str, float], ...]:
        """The cues that speak most for a role (`alleged`, `speaker`, …), with what each added."""
        column = self.model.roles.index(role)
        found = cues(view, person).items()
        added = [(cue, v * self.model.weights[cue][column]) for cue, v in found if cue in self.model.weights]
        return tuple(sorted(added, key=lambda x: (-x[1], x[0]))[:most])


@lru_cache(maxsize=4)
def load_cue_voice(folder: Path | None = None) -> CueVoice:
    """Load the weights; raise ModelError if they are missing or damaged."""
    path = (folder or SHIPPED) / "cues.json"
    try:
        model = msgspec.json.decode(path.read_bytes(), type=CueWeights)
    except OSError as problem:
        raise ModelError(f"{path}: cannot be read ({problem.strerror}); install netralitas again") from problem
    except msgspec.DecodeError as problem:
        raise ModelError(f"{path}: damaged ({problem}); install netralitas again") from problem
    if set(model.roles) - set(ROLES) or any(len(row) != len(model.roles) for row in model.weights.values()):
        raise ModelError(f"{path}: made for another version of netralitas; install netralitas again")
    return CueVoice(model)

"""Settings from the environment: where the data folder is, which store to use, how to name oneself to news sites."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Paths and addresses; `store` is "embedded" or a Bolt address such as neo4j://host:7687."""

    data: Path
    store: str = "embedded"
    contact: str = ""

    @property
    def archive(self) -> Path:
        return self.data / "archive"

    @property
    def readings(self) -> Path:
        return self.data / "readings"

    @property
    def graph(self) -> Path:
        return self.data / "graph"

    @property
    def crawl_state(self) -> Path:
        return self.data / "crawl.sqlite"

    @property
    def judgements(self) -> Path:
        return self.data / "judgements.jsonl"

    @property
    def runs(self) -> Path:
        return self.data / "runs"


def settings(data: Path | None = None) -> Settings:
    """Settings from NETRALITAS_DATA, NETRALITAS_STORE and NETRALITAS_CONTACT; an argument wins."""
    folder = data or Path(os.environ.get("NETRALITAS_DATA", "data"))
    return Settings(folder, os.environ.get("NETRALITAS_STORE", "embedded"), os.environ.get("NETRALITAS_CONTACT", ""))

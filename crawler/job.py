"""What a crawling process is to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from crawler.pace import Pace
from crawler.plan import Plan
from crawler.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """The sites, the plan and the pace; `data` is the data folder, `replay` the archive that answers for the net."""

    sites: tuple[Site, ...]
    data: Path
    plan: Plan
    pace: Pace
    replay: Path | None
    contact: str

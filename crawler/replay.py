"""Answers from a WARC file or folder in place of the net."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from w3lib.url import canonicalize_url

from crawler.archive import ArchiveError, OnProblem, record_at, records, warc_files
from crawler.exchange import Exchange


class Replay:
    """Where each answer in an archive lies; raises ArchiveError when there is no archive."""

    def __init__(self, path: Path, on_problem: OnProblem) -> None:
        self.root = path.parent if path.is_file() else path
        self.places: dict[str, list[tuple[str, int]]] = defaultdict(list)
        files = warc_files(path)
        if not files:
            raise ArchiveError(f"{path}: no *.warc.gz file in this folder")
        for file in files:
            self._index(file, on_problem)

    def _index(self, file: Path, on_problem: OnProblem) -> None:
        name = file.relative_to(self.root).as_posix()
        try:
            with file.open("rb") as stream:
                for record in records(stream, name, 0, on_problem):
                    if record.kind == "response":
                        self.places[canonicalize_url(record.url)].append((name, record.offset))
        except OSError as error:
            raise ArchiveError(f"{file}: {error.strerror}") from error

    def answers(self, url: str) -> list[Exchange]:
        """All answers that an address gave, the oldest first; the order of a query's parameters does not matter."""
        places = self.places.get(canonicalize_url(url), [])
        return sorted((record_at(self.root, *place).exchange() for place in places), key=lambda e: e.at)

"""The manifest beside a trained model: what its files are, their checksums, and how its scores are to be read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FORMAT = 2


class ModelError(Exception):
    """A model file that is missing or damaged; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `manifest.json` beside a model says of it."""

    version: str
    files: dict[str, str]
    temperature: float
    name_threshold: float


def check_files(folder: Path, manifest: Manifest) -> None:
    """Raise ModelError unless all files of a model are there and whole."""
    for name, digest in manifest.files.items():
        if _digest(folder / name) != digest:
            raise ModelError(f"{folder / name}: damaged (its checksum is not the manifest's); install netralitas again")


def read_manifest(folder: Path, roles: Sequence[str]) -> Manifest:
    """Read `manifest.json`; raise ModelError if it is missing or not of this format and these roles."""
    path = folder / "manifest.json"
    try:
        content = json.loads(path.read_text("utf-8"))
        if content["format"] != FORMAT or tuple(content["roles"]) != tuple(roles):
            raise ModelError(f"{path}: made for another version of netralitas; install netralitas again")
        files = {str(name): str(digest) for name, digest in content["files"].items()}
        return Manifest(
            str(content["version"]),
            files,
            float(content["temperature"]),
            float(content["name_threshold"]),
        )
    except FileNotFoundError as problem:
        raise ModelError(f"{path}: missing; the trained model is not there, install netralitas again") from problem
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise ModelError(f"{path}: damaged ({type(problem).__name__}); install netralitas again") from problem


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as problem:
        raise ModelError(f"{path}: cannot be read ({problem.strerror}); install netralitas again") from problem

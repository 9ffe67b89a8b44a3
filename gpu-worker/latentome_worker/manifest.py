"""model.json: what a model is, exactly as `modelManifest` of core/contracts/model.ts."""

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from . import VERSION
from .canonical import canonical_bytes
from .corpus import SCALE_UM, Corpus
from .metrics import METRICS

FILES = {"encoder": "encoder.onnx", "decoder": "decoder.onnx", "map": "map.safetensors"}
WEIGHTS_FILE = {"weights": "weights.onnx"}


def manifest_of(
    corpus: Corpus,
    spec: dict[str, Any],
    folder: Path,
    scale: tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]],
    prior: dict[str, Any],
    principal: dict[str, Any],
    figures: dict[str, Any],
    weights: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """The manifest of the files in folder.

    scale: mean, sd [8] of training circuits' metrics. weights: of a model that tells weights, which
    has weights.onnx too.
    """
    files = FILES if weights is None else {**FILES, **WEIGHTS_FILE}
    header, settings = corpus.header, spec["settings"]
    return {
        "format": "latentome-model-1",
        "name": spec["name"],
        "files": {key: _file(folder / name) for key, name in files.items()},
        "latent": {"z": settings["latentZ"], "u": settings["latentU"]},
        "size": header["recipe"]["size"],
        "conditions": {
            "scaleUm": SCALE_UM,
            "depth": header["depth"],
            "categories": header["categories"],
            "width": corpus.width,
        },
        "hasPositions": header["hasPositions"],
        "selfEdges": header["selfEdges"],
        "metrics": [
            {"metric": name, "mean": float(mean), "sd": float(sd)}
            for name, mean, sd in zip(METRICS, *scale, strict=True)
        ],
        "prior": prior,
        "principal": principal,
        "recipe": {
            "preset": spec["preset"],
            "settings": settings,
            "seed": spec["seed"],
            "corpusSha256": corpus.sha256,
            "corpus": header,
            "code": VERSION,
        },
        "figures": figures,
        **({} if weights is None else {"weights": weights}),
    }


def _file(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}


def write_manifest(path: Path, manifest: dict[str, Any]) -> str:
    """Write the canonical bytes; returns their SHA-256, the identity of the model."""
    content = canonical_bytes(manifest)
    path.write_bytes(content)
    return hashlib.sha256(content).hexdigest()

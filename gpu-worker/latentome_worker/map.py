"""The map file: every circuit of the corpus, placed by its z."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save

from .corpus import FOLDS, Corpus
from .metrics import measure
from .network import Encoded


def write_map(
    path: Path,
    corpus: Corpus,
    circuits: dict[str, npt.NDArray[np.int64]],
    encoded: dict[str, Encoded],
) -> None:
    """Write map.safetensors: circuits [C, N] in the order train, validation, test."""
    members = np.concatenate([circuits[fold] for fold in FOLDS])
    wiring = corpus.wiring(members)
    count = members.shape[0]
    header: dict[str, Any] = {
        "format": "latentome-map-1",
        "size": members.shape[1],
        "ids": corpus.ids,
        "categories": corpus.header["categories"],
    }
    zeros = np.zeros(corpus.size, np.int64)
    tensors = {
        "z": np.concatenate([encoded[fold].z_mean for fold in FOLDS]).astype(np.float32),
        "fold": np.concatenate([np.full(len(circuits[f]), FOLDS[f], np.uint8) for f in FOLDS]),
        "members": members.astype(np.uint16),
        "adjacency": np.packbits(wiring.reshape(count, -1), axis=1, bitorder="little"),
        "metrics": measure(wiring).astype(np.float32),
        "position": corpus.position,
        "class": corpus.codes.get("class", zeros).astype(np.uint8),
        "layer": corpus.codes.get("layer", zeros).astype(np.uint8),
        "type": corpus.codes.get("type", zeros).astype(np.uint16),
    }
    path.write_bytes(save(tensors, metadata={"map": json.dumps(header, ensure_ascii=False)}))

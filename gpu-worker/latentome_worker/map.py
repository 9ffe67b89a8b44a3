"""The map file: every circuit of the corpus, placed by its z."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save

from .corpus import FOLDS, Corpus
from .metrics import measure
from .network import Floats


class Group(NamedTuple):
    """Circuits of one size, by fold."""

    members: dict[str, npt.NDArray[np.int64]]
    """[C, N]"""
    z: dict[str, Floats]
    """[C, Z] posterior means"""


def write_map(
    path: Path,
    corpus: Corpus,
    groups: Sequence[Group],
) -> None:
    """Write map.safetensors: circuits in the order train, validation, test.

    groups: one for each size, the recipe's own first. Where there are several sizes, members and
    adjacency stand one circuit after another in one row, and `sizes` [C] tells where each ends.
    """
    parts = [group.members[fold] for group in groups for fold in FOLDS]
    wiring = [corpus.wiring(members) for members in parts]
    packed = [np.packbits(a.reshape(len(a), -1), axis=1, bitorder="little") for a in wiring]
    header: dict[str, Any] = {
        "format": "latentome-map-1" if len(groups) == 1 else "latentome-map-2",
        "size": parts[0].shape[1],
        "ids": corpus.ids,
        "categories": corpus.header["categories"],
    }
    zeros = np.zeros(corpus.size, np.int64)
    tensors = {
        "z": np.concatenate([group.z[fold] for group in groups for fold in FOLDS]),
        "fold": np.concatenate(
            [np.full(len(group.z[f]), FOLDS[f], np.uint8) for group in groups for f in FOLDS]
        ),
        "members": _joined(parts).astype(np.uint16),
        "adjacency": _joined(packed),
        "metrics": np.concatenate([measure(a) for a in wiring]).astype(np.float32),
        "position": corpus.position,
        "class": corpus.codes.get("class", zeros).astype(np.uint8),
        "layer": corpus.codes.get("layer", zeros).astype(np.uint8),
        "type": corpus.codes.get("type", zeros).astype(np.uint16),
    }
    if len(groups) > 1:
        tensors["sizes"] = np.concatenate(
            [np.full(len(members), members.shape[1], np.uint16) for members in parts]
        )
    path.write_bytes(save(tensors, metadata={"map": json.dumps(header, ensure_ascii=False)}))


def _joined(parts: list[npt.NDArray[Any]]) -> npt.NDArray[Any]:
    """Rows of parts [C, D] as one array, or as one row where they differ in length."""
    same = len({part.shape[1] for part in parts}) == 1
    return np.concatenate(parts if same else [part.ravel() for part in parts])

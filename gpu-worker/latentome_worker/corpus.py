"""The corpus file: neurons that pass a recipe's filters, their edges and their folds."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors import safe_open

from .graph import Graph
from .padding import ABSENT

FOLDS = {"train": 1, "validation": 2, "test": 3}


@dataclass(frozen=True)
class Corpus:
    """K neurons of one connectome and E edges among them (pre, post; autapses included)."""

    header: dict[str, Any]
    sha256: str
    position: npt.NDArray[np.float32]
    """[K, 3] µm, y below the pia; zeros where there are none"""
    edges: npt.NDArray[np.int32]
    """[E, 2] row = (presynaptic, postsynaptic)"""
    weight: npt.NDArray[np.float32]
    """[E]"""
    fold: npt.NDArray[np.uint8]
    """[K] 0 gap, 1 train, 2 validation, 3 test"""
    codes: dict[str, npt.NDArray[np.int64]]
    """field -> [K] code into the header's categories, in the header's order"""
    neuron: npt.NDArray[np.int32]
    """[K] row in the connectome"""
    ids: list[str]
    """[K] the neurons' names, as text"""
    features: npt.NDArray[np.float32]
    """[K, F] conditions, columns 0..2 still absolute positions / scale"""
    graph: Graph

    @property
    def size(self) -> int:
        """Number of neurons, K."""
        return self.position.shape[0]

    @property
    def width(self) -> int:
        """Number of condition columns, F."""
        return self.features.shape[1]

    def conditions(self, members: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """f [C, N, F] of circuits given as corpus indices [C, N]; 0 for absent neurons."""
        made = self.features[members]
        here = (members != ABSENT)[..., None]
        if here.all():
            made[..., :3] -= made[..., :3].mean(axis=1, keepdims=True)
            return made
        made *= here
        centre = made[..., :3].sum(axis=1, keepdims=True) / here.sum(axis=1, keepdims=True)
        made[..., :3] -= centre.astype(np.float32) * here
        return made

    def wiring(self, members: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
        """Adjacency [C, N, N] of circuits; the diagonal only where the corpus has autapses."""
        wiring = self.graph.among(members)
        here = members != ABSENT
        return wiring if here.all() else wiring * (here[:, :, None] & here[:, None, :])


SCALE_UM = 60.0
POSITIONAL = 4
_MOST_TYPES = 32


def one_hot_fields(categories: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The categories that become columns: more than one value; type only up to 32 values."""
    return [
        category
        for category in categories
        if len(category["values"]) > 1
        and (category["field"] != "type" or len(category["values"]) <= _MOST_TYPES)
    ]


def _features(
    header: dict[str, Any],
    position: npt.NDArray[np.float32],
    codes: dict[str, npt.NDArray[np.int64]],
) -> npt.NDArray[np.float32]:
    columns = np.zeros((position.shape[0], POSITIONAL), np.float32)
    if header["hasPositions"]:
        columns[:, :3] = position / SCALE_UM
        columns[:, 3] = (position[:, 1] - header["depth"]["mean"]) / header["depth"]["sd"]
    parts = [columns]
    for category in one_hot_fields(header["categories"]):
        parts.append(np.eye(len(category["values"]), dtype=np.float32)[codes[category["field"]]])
    return np.concatenate(parts, axis=1)


def read_corpus(path: Path) -> Corpus:
    """Read corpus.safetensors. Raises ValueError where the file is not a corpus."""
    with safe_open(path, framework="numpy") as file:
        metadata = file.metadata() or {}
        if "corpus" not in metadata:
            raise ValueError(f"{path.name} carries no corpus header")
        header = json.loads(metadata["corpus"])
        names: list[str] = file.keys()
        tensors = {name: file.get_tensor(name) for name in names}
    if header.get("format") != "latentome-corpus-1":
        raise ValueError(f"{path.name} has format {header.get('format')!r}")
    count = tensors["position"].shape[0]
    edges = tensors["edges"].reshape(-1, 2)
    codes = {
        category["field"]: tensors[category["field"]].astype(np.int64)
        for category in header["categories"]
    }
    return Corpus(
        header=header,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        position=tensors["position"],
        edges=edges,
        weight=tensors["weight"],
        fold=tensors["fold"],
        codes=codes,
        neuron=tensors["neuron"],
        ids=json.loads(metadata["ids"])
        if "ids" in metadata
        else tensors["neuron"].astype(str).tolist(),
        features=_features(header, tensors["position"], codes),
        graph=Graph(edges, count, header["selfEdges"]),
    )

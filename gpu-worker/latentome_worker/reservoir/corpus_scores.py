"""Reservoir scores of a corpus, stored with the protocol they were taken under."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save

from ..corpus import FOLDS, Corpus
from ..sampling import map_circuits
from .parallel import sweep_in_parallel
from .protocol import Protocol
from .sweep import Floats
from .weights import signed_weights


def inhibitory_of(corpus: Corpus, members: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_] | None:
    """Which neurons of circuits [C, N] are of class I; None where classes are not known."""
    for category in corpus.header["categories"]:
        if category["field"] == "class" and "I" in category["values"]:
            return corpus.codes["class"][members] == category["values"].index("I")
    return None


def weights_of(corpus: Corpus, members: npt.NDArray[np.int64], protocol: Protocol) -> Floats:
    """W [C, N, N] of circuits [C, N], 1 a connection, signed where the protocol asks for it."""
    inhibitory = inhibitory_of(corpus, members) if protocol["signed"] else None
    return signed_weights(corpus.wiring(members), inhibitory)


def write_scores(
    path: Path,
    corpus: Corpus,
    protocol: Protocol,
    dtype: npt.DTypeLike = np.float32,
    processes: int | None = None,
    told: Callable[[int, int], None] = lambda done, total: None,
) -> None:
    """Write scores.safetensors of the circuits of the map: train, validation, test.

    Tensors: `score` f64 [C, S, V], `parts` f32 [C, S, V, L], `radius` f64 [C] (NaN: not defined),
    `fold` u8 [C], `members` u16 [C, N]; metadata `reservoir` holds protocol, corpus, precision.
    """
    circuits = map_circuits(corpus)
    members = np.concatenate([circuits[fold] for fold in FOLDS])
    weights = weights_of(corpus, members, protocol)
    found = []
    for first, scores in sweep_in_parallel(weights, protocol, dtype, processes):
        found.append(scores)
        told(first + len(scores.score), len(members))
    header = {
        "format": "latentome-reservoir-scores-1",
        "corpus": corpus.sha256,
        "protocol": protocol,
        "precision": np.dtype(dtype).name,
    }
    tensors = {
        "score": np.concatenate([one.score for one in found]),
        "parts": np.concatenate([one.parts for one in found]).astype(np.float32),
        "radius": np.concatenate([one.radius for one in found]),
        "fold": np.concatenate([np.full(len(circuits[f]), FOLDS[f], np.uint8) for f in FOLDS]),
        "members": members.astype(np.uint16),
    }
    path.write_bytes(save(tensors, metadata={"reservoir": json.dumps(header)}))

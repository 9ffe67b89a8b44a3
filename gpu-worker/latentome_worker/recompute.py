"""The figures of a published model once more, from its files alone."""

import json
from pathlib import Path
from typing import Any

from .corpus import read_corpus
from .evaluate import network_figures
from .network import OnnxNetwork
from .prior import kept_prior
from .sampling import map_circuits, other_circuits


def recomputed_figures(folder: Path, corpus_path: Path) -> dict[str, Any]:
    """Bits, edges, metrics from z and generation on the test fold, by onnxruntime.

    Raises ValueError when the corpus is not the one the model was trained on.
    """
    manifest = json.loads((folder / "model.json").read_text())
    corpus = read_corpus(corpus_path)
    wanted = manifest["recipe"]["corpusSha256"]
    if corpus.sha256 != wanted:
        raise ValueError(f"the model was trained on corpus {wanted}, this is {corpus.sha256}")
    return network_figures(
        OnnxNetwork(folder),
        corpus,
        map_circuits(corpus),
        other_circuits(corpus),
        kept_prior(manifest, folder),
        manifest["recipe"]["seed"],
    )

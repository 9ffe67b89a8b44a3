"""One training run from a corpus to a published model."""

from pathlib import Path
from typing import Any

from .callbacks import Callbacks


def run_training(
    corpus_path: Path,
    spec: dict[str, Any],
    out_dir: Path,
    callbacks: Callbacks,
    checkpoint_path: Path | None = None,
) -> dict[str, Any]:
    """Train, evaluate and export; returns the manifest (`modelManifest`).

    corpus_path: corpus.safetensors. spec: `trainSpec`. out_dir receives model.json (canonical
    bytes of the manifest), encoder.onnx, decoder.onnx and map.safetensors, and while training
    checkpoint.safetensors, which callbacks.checkpoint is told of. checkpoint_path: continue from
    there. Raises Cancelled (callbacks.py) when asked to stop, ValueError for a corpus or spec
    that cannot be trained, ExportMismatch when ONNX and JAX disagree.
    """
    raise NotImplementedError

"""One training run from a corpus to a published model."""

import time
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from .apply import edge_marginals
from .baselines import DistanceType, conditions_only
from .callbacks import Callbacks, check, patiently, phase, say
from .corpus import FOLDS, Corpus, read_corpus
from .decoder import Decoder
from .evaluate import network_figures
from .export import export
from .manifest import manifest_of, write_manifest
from .map import write_map
from .network import DecoderNetwork, Floats, OnnxNetwork
from .prior import fitted_prior, principal
from .sampling import map_circuits
from .scores import edge_scores, off_diagonal
from .train import metric_scale, train


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
    began = time.monotonic()

    def listen() -> None:
        check(callbacks)

    phase(callbacks, "sampling", 0)
    corpus = read_corpus(corpus_path)
    circuits = patiently(callbacks, lambda: map_circuits(corpus))

    model, trained_seconds = train(corpus, spec, circuits, callbacks, out_dir, checkpoint_path)

    # The figures are of the files that people get, so the export comes first.
    phase(callbacks, "exporting", 0.84)
    compared = export_circuits(corpus, circuits["validation"])
    agreement = patiently(callbacks, lambda: export(model, compared, out_dir))
    network = OnnxNetwork(out_dir, listen)
    encoded = {
        fold: network.encode(corpus.conditions(circuits[fold]), corpus.wiring(circuits[fold]))
        for fold in FOLDS
    }
    write_map(out_dir / "map.safetensors", corpus, circuits, encoded)
    mean, covariance = fitted_prior(encoded["train"])
    prior = {"mean": mean.tolist(), "covariance": covariance.tolist()}

    phase(callbacks, "evaluating", 0.88)
    figures = network_figures(network, corpus, circuits, prior, spec["seed"])
    phase(callbacks, "evaluating", 0.92)
    plain = conditions_only(corpus, spec, circuits["validation"], listen)
    figures["edges"] |= baseline_figures(plain, corpus, circuits, spec)
    figures |= {
        "circuits": {fold: len(circuits[fold]) for fold in FOLDS},
        "onnxMaxError": agreement.worst,
        "seconds": round(trained_seconds + time.monotonic() - began, 1),
    }
    manifest = manifest_of(
        corpus,
        spec,
        out_dir,
        metric_scale(corpus, circuits["train"]),
        prior,
        principal(encoded["train"]),
        figures,
    )
    write_manifest(out_dir / "model.json", manifest)
    edges = figures["edges"]["model"]
    say(
        callbacks,
        f"Test fold: AUC {edges['auc']:.3f}, AP {edges['ap']:.3f}, mean R2 of metrics "
        f"{figures['metricR2Mean']:.3f}. ONNX within {agreement.latents:.1e} of JAX in latents, "
        f"{agreement.probabilities:.1e} in probabilities, {agreement.logits:.1e} in logits "
        "(of those above 1 relative to them).",
    )
    return manifest


def export_circuits(
    corpus: Corpus, validation: npt.NDArray[np.int64]
) -> list[tuple[Floats, Floats]]:
    """Circuits the export is checked on: three as sampled, and two without every fourth neuron."""
    fewer = validation[:2, np.arange(validation.shape[1]) % 4 != 0]
    return [
        (corpus.conditions(members), corpus.wiring(members).astype(np.float32))
        for members in (validation[:3], fewer)
    ]


def baseline_figures(
    plain: Decoder, corpus: Corpus, circuits: dict[str, Any], spec: dict[str, Any]
) -> dict[str, dict[str, float]]:
    """Edge figures of the two baselines on the test fold."""
    test = circuits["test"]
    truth = off_diagonal(corpus.wiring(test))
    network = DecoderNetwork(plain)
    z = np.zeros((len(test), spec["settings"]["latentZ"]), np.float32)
    u = np.zeros((*test.shape, network.latent_u), np.float32)
    marginals = edge_marginals(network, corpus.conditions(test), z, u)
    logistic = DistanceType(corpus)
    logistic.fit(circuits["train"])
    return {
        "conditionsOnly": edge_scores(off_diagonal(marginals), truth),
        "distanceType": edge_scores(off_diagonal(logistic.score(test)), truth),
    }

"""One training run from a corpus to a published model."""

import time
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from .batches import metric_scale
from .callbacks import Callbacks, check, patiently, phase, say
from .corpus import FOLDS, Corpus, read_corpus
from .evaluate import network_figures
from .export import export
from .generation import Rivals
from .manifest import manifest_of, write_manifest
from .map import Group, write_map
from .network import DecoderNetwork, Encoded, Floats, OnnxNetwork
from .prior import matched_prior, principal
from .report import baseline_scores, fitted_logistic, model_report
from .report_baseline import kept_conditions_only
from .sampling import map_circuits, other_circuits
from .train import train
from .weights_figures import Weighing, weight_figures
from .weights_file import OnnxWeigher, export_weigher
from .weights_fit import fit_weigher

# Samples of each generator in the report at a run's end; `report` takes as many as it is asked for.
_DRAWS = 1


def run_training(
    corpus_path: Path,
    spec: dict[str, Any],
    out_dir: Path,
    callbacks: Callbacks,
    checkpoint_path: Path | None = None,
) -> dict[str, Any]:
    """Train, evaluate and export; returns the manifest (`modelManifest`).

    corpus_path: corpus.safetensors. spec: `trainSpec`. out_dir receives model.json (canonical
    bytes of the manifest), encoder.onnx, decoder.onnx, map.safetensors and, where the corpus has
    weights, weights.onnx; while training checkpoint.safetensors, which callbacks.checkpoint is told
    of. checkpoint_path: continue from there. Raises Cancelled (callbacks.py) when asked to stop,
    ValueError for a corpus or spec that cannot be trained, ExportMismatch when ONNX and JAX
    disagree.
    """
    began = time.monotonic()

    def listen() -> None:
        check(callbacks)

    phase(callbacks, "sampling", 0)
    corpus = read_corpus(corpus_path)
    circuits = patiently(callbacks, lambda: map_circuits(corpus))
    others = patiently(callbacks, lambda: other_circuits(corpus))

    model, trained_seconds = train(
        corpus, spec, circuits, others, callbacks, out_dir, checkpoint_path
    )

    # The figures are of the files that people get, so the export comes first.
    phase(callbacks, "exporting", 0.84)
    compared = export_circuits(corpus, circuits["validation"])
    agreement = patiently(callbacks, lambda: export(model, compared, out_dir))
    network = OnnxNetwork(out_dir, listen)

    def encode(by_fold: dict[str, npt.NDArray[np.int64]]) -> dict[str, Encoded]:
        return {
            fold: network.encode(corpus.conditions(members), corpus.wiring(members))
            for fold, members in by_fold.items()
        }

    encoded = encode(circuits)
    groups = [
        Group(members, {fold: found.z_mean for fold, found in latents.items()})
        for members, latents in [
            (circuits, encoded),
            *((found, encode(found)) for found in others.values()),
        ]
    ]
    write_map(out_dir / "map.safetensors", corpus, groups)
    weighing, weights_apart = _weighing(corpus, circuits, encoded, spec, out_dir, callbacks)
    phase(callbacks, "evaluating", 0.87)
    f, a = corpus.conditions(circuits["train"]), corpus.wiring(circuits["train"])
    prior = matched_prior(network, f, a, encoded["train"], spec["seed"])

    phase(callbacks, "evaluating", 0.88)
    figures = network_figures(network, corpus, circuits, others, prior, spec["seed"])
    phase(callbacks, "evaluating", 0.92)
    plain = kept_conditions_only(out_dir, corpus, spec, circuits["validation"], listen)
    rivals = Rivals(DecoderNetwork(plain), fitted_logistic(corpus, circuits["train"]))
    latent_z = spec["settings"]["latentZ"]
    figures["edges"] |= baseline_scores(rivals, corpus, circuits["test"], latent_z)
    phase(callbacks, "evaluating", 0.96)
    figures["report"] = patiently(
        callbacks,
        lambda: model_report(
            network, rivals, corpus, circuits, prior, spec["seed"], _DRAWS, listen
        ),
    )
    if weighing is not None:
        test = circuits["test"], encoded["test"]
        told = weight_figures(network, weighing, corpus, *test, prior, spec["seed"])
        figures |= {"weights": told} if told else {}
    figures |= {
        "circuits": {fold: len(circuits[fold]) for fold in FOLDS},
        "onnxMaxError": max(agreement.worst, weights_apart),
        "seconds": round(trained_seconds + time.monotonic() - began, 1),
    }
    manifest = manifest_of(
        corpus,
        spec,
        out_dir,
        metric_scale(corpus, [circuits["train"]]),
        prior.told(),
        principal(encoded["train"]),
        figures,
        weighing and weighing.told,
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


def _weighing(
    corpus: Corpus,
    circuits: dict[str, npt.NDArray[np.int64]],
    encoded: dict[str, Encoded],
    spec: dict[str, Any],
    out_dir: Path,
    callbacks: Callbacks,
) -> tuple[Weighing | None, float]:
    """What the model tells of weights, in its file, and how far that is from JAX.

    None and 0 for a corpus without weights. The model itself is finished before and stays so.
    """
    fitted = patiently(callbacks, lambda: fit_weigher(corpus, circuits, encoded, spec["seed"]))
    if fitted is None:
        return None, 0.0
    latent = spec["settings"]["latentZ"], spec["settings"]["latentU"]
    compared = [f for f, _ in export_circuits(corpus, circuits["validation"])]
    apart = patiently(callbacks, lambda: export_weigher(fitted.weigher, latent, compared, out_dir))
    return Weighing(OnnxWeigher(out_dir), fitted.scale.manifest(fitted.sd)), apart


def export_circuits(
    corpus: Corpus, validation: npt.NDArray[np.int64]
) -> list[tuple[Floats, Floats]]:
    """Circuits the export is checked on: three as sampled, and two without every fourth neuron."""
    fewer = validation[:2, np.arange(validation.shape[1]) % 4 != 0]
    return [
        (corpus.conditions(members), corpus.wiring(members).astype(np.float32))
        for members in (validation[:3], fewer)
    ]

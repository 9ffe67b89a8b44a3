"""The evaluation of models, from their files alone: what `npm run report` writes down."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from .apply import edge_marginals, individuals_metrics
from .baselines import DistanceType
from .corpus import Corpus, read_corpus
from .evaluate import network_figures
from .generation import Rivals, generation_figures, ground_of
from .manifest import write_manifest
from .metrics import measure
from .network import DecoderNetwork, Network, OnnxNetwork
from .prior import Prior, kept_prior
from .report_baseline import kept_conditions_only
from .report_code import code_lengths
from .sampling import map_circuits, other_circuits
from .scores import edge_scores, mean_of_known, off_diagonal, r_squared
from .weights_figures import Weighing, weight_figures
from .weights_file import OnnxWeigher

Ints = npt.NDArray[np.int64]

_INDIVIDUALS = 20
_STREAM = 6


def model_report(
    network: Network,
    rivals: Rivals,
    corpus: Corpus,
    circuits: dict[str, Ints],
    prior: Prior,
    seed: int,
    draws: int,
    listen: Callable[[], None],
) -> dict[str, Any]:
    """`modelReport` of core/contracts/report.ts: generation, code and the split of the literature.

    circuits: members [C, N] by fold; at most 300 of each are used. draws: samples of a generator.
    """
    ground = ground_of(corpus, circuits)
    chance = np.random.default_rng((seed, _STREAM))
    test = ground.test
    generation = generation_figures(network, rivals, ground, prior, seed, draws, listen)
    code = code_lengths(
        network,
        rivals,
        rivals.logistic.score(test),
        corpus.conditions(test),
        corpus.wiring(test),
        chance,
    )
    return {
        "generation": generation,
        "code": code,
        "sameTissue": _same_tissue(network, corpus, ground.train, chance, listen),
    }


def _same_tissue(
    network: Network,
    corpus: Corpus,
    members: Ints,
    chance: np.random.Generator,
    listen: Callable[[], None],
) -> dict[str, Any]:
    """Figures on circuits that were not trained on though their neurons were.

    This is what a random split of circuits measures; training draws other circuits than the map's.
    """
    f, a = corpus.conditions(members), corpus.wiring(members)
    listen()
    found = network.encode(f, a)
    marginals = edge_marginals(network, f, found.z_mean, found.u_mean)
    told = individuals_metrics(network, f, found.z_mean, _INDIVIDUALS, chance)
    return {
        "circuits": len(members),
        **edge_scores(off_diagonal(marginals), off_diagonal(a)),
        "metricR2Mean": mean_of_known(r_squared(told, measure(a))),
    }


def fitted_logistic(corpus: Corpus, train: Ints) -> DistanceType:
    """Distance x type, fitted to training circuits [C, N]."""
    logistic = DistanceType(corpus)
    logistic.fit(train)
    return logistic


def baseline_scores(
    rivals: Rivals, corpus: Corpus, test: Ints, latent_z: int
) -> dict[str, dict[str, float]]:
    """Edge figures of the two baselines on test circuits [C, N]."""
    truth = off_diagonal(corpus.wiring(test))
    plain = rivals.plain
    z = np.zeros((len(test), latent_z), np.float32)
    u = np.zeros((*test.shape, plain.latent_u), np.float32)
    marginals = edge_marginals(plain, corpus.conditions(test), z, u)
    return {
        "conditionsOnly": edge_scores(off_diagonal(marginals), truth),
        "distanceType": edge_scores(off_diagonal(rivals.logistic.score(test)), truth),
    }


def evaluated(folder: Path, corpus_path: Path, seed: int, draws: int) -> dict[str, Any]:
    """One model of a report: name, identity, recipe, its figures once more, and its report.

    Raises ValueError when the corpus is not the one the model was trained on.
    """
    content = (folder / "model.json").read_bytes()
    manifest = json.loads(content)
    corpus = read_corpus(corpus_path)
    recipe = manifest["recipe"]
    if corpus.sha256 != recipe["corpusSha256"]:
        raise ValueError(
            f"{folder.name} was trained on corpus {recipe['corpusSha256']}, "
            f"{corpus_path.name} is {corpus.sha256}"
        )
    circuits, others = map_circuits(corpus), other_circuits(corpus)
    network = OnnxNetwork(folder)
    plain = kept_conditions_only(folder, corpus, recipe, circuits["validation"], _quiet)
    rivals = Rivals(DecoderNetwork(plain), fitted_logistic(corpus, circuits["train"]))
    prior = kept_prior(manifest, folder)
    figures = network_figures(network, corpus, circuits, others, prior, recipe["seed"])
    figures["edges"] |= baseline_scores(
        rivals, corpus, circuits["test"], recipe["settings"]["latentZ"]
    )
    figures |= {name: manifest["figures"][name] for name in ("circuits", "onnxMaxError", "seconds")}
    if "weights" in manifest:
        test = circuits["test"]
        told = weight_figures(
            network,
            Weighing(OnnxWeigher(folder), manifest["weights"]),
            corpus,
            test,
            network.encode(corpus.conditions(test), corpus.wiring(test)),
            prior,
            recipe["seed"],
        )
        figures |= {"weights": told} if told else {}
    figures["report"] = model_report(network, rivals, corpus, circuits, prior, seed, draws, _quiet)
    return {
        "folder": folder.name,
        "name": manifest["name"],
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": manifest["size"],
        "recipe": recipe,
        "figures": figures,
    }


def report(folders: list[Path], corpus_path: Path | None, seed: int, draws: int) -> dict[str, Any]:
    """`evaluationReport` of core/contracts/report.ts: models in the order of their folders.

    corpus_path: of all of them; else each folder has its corpus.safetensors. The somas are those of
    the first model's corpus.
    """
    corpora = [corpus_path or folder / "corpus.safetensors" for folder in folders]
    return {
        "format": "latentome-report-1",
        "seed": seed,
        "models": [
            evaluated(folder, corpus, seed, draws)
            for folder, corpus in zip(folders, corpora, strict=True)
        ],
        "somas": _somas(read_corpus(corpora[0])),
    }


def complete(folder: Path, corpus_path: Path) -> None:
    """Put its report into the model.json of a model made before runs ended with one.

    The nets and the map stay as they are; the manifest, and so the model's identity, is another.
    """
    manifest = json.loads((folder / "model.json").read_text())
    told = evaluated(folder, corpus_path, manifest["recipe"]["seed"], draws=1)
    manifest["figures"]["report"] = told["figures"]["report"]
    write_manifest(folder / "model.json", manifest)


def _somas(corpus: Corpus) -> dict[str, Any] | None:
    """Where the neurons lie and which fold is theirs; None without positions."""
    if not corpus.header["hasPositions"]:
        return None
    return {
        **{axis: corpus.position[:, k].round(1).tolist() for k, axis in enumerate("xyz")},
        "fold": corpus.fold.tolist(),
    }


def _quiet() -> None:
    return None

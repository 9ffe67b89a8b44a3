"""Small corpora and settings that every test can afford."""

import os
from pathlib import Path
from typing import Any, NamedTuple

import jax
import numpy as np
import pytest
from plan_corpus import plan_corpus

from latentome_worker.callbacks import Silent
from latentome_worker.pipeline import run_training

SMALL = {
    "latentZ": 4,
    "latentU": 2,
    "hidden": 16,
    "layers": 2,
    "refinements": 1,
    "circuitsPerEpoch": 160,
    "epochs": 4,
    "batch": 8,
    "learningRate": 5e-3,
    "betaZ": 0.05,
    "betaU": 0.4,
    "blueprintWeight": 8,
    "blueprintFromEpoch": 1,
    "headWeight": 2,
    "checkpointEveryEpochs": 2,
}


def small_recipe(method: str = "nearest", **changes: Any) -> dict[str, Any]:
    """A recipe of circuits of 16 neurons."""
    return {
        "size": 16,
        "method": method,
        "filters": [],
        "jitterUm": 10,
        "spreads": [1, 1.5],
        "degreePowers": [-0.5, 0, 1],
        "minConnectionsPerNeuron": 0.5,
        "folds": {
            "axis": "x",
            "slabs": 5,
            "pattern": ["train", "train", "test", "train", "validation"],
            "gapUm": 10,
        },
        "counts": {"train": 48, "validation": 24, "test": 24},
        "seed": 5,
        **changes,
    }


def column(seed: int = 1, count: int = 420) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A crude slab of tissue: positions [K, 3] µm, edges [E, 2], class codes [K] (0 E, 1 I)."""
    chance = np.random.default_rng(seed)
    position = chance.random((count, 3)).astype(np.float32) * np.array([500, 120, 120], np.float32)
    kind = (chance.random(count) < 0.2).astype(np.int64)
    away = np.linalg.norm(position[:, None] - position[None], axis=-1)
    readiness = chance.lognormal(0, 0.6, count)[:, None] * chance.lognormal(0, 0.4, count)[None]
    likely = 0.25 * np.exp(-((away / 70) ** 2)) * readiness * (1 + kind[:, None])
    np.fill_diagonal(likely, 0)
    wired = chance.random((count, count)) < likely
    # Some connections are answered, so that reciprocity is above chance.
    wired |= wired.T & (chance.random((count, count)) < 0.15)
    np.fill_diagonal(wired, False)
    return position, np.argwhere(wired).astype(np.int32), kind


def small_spec(**settings: Any) -> dict[str, Any]:
    """A `trainSpec` of a few seconds; its sampling is that of the corpus.

    Most of it is compiling, which is done once for all tests that train the same settings on the
    same corpus; the number of epochs is among them, as it sets the learning rate.
    """
    return {
        "kind": "train",
        "connectomeId": "con_test",
        "name": "Small",
        "preset": "smoke",
        "settings": {**SMALL, **settings},
        "seed": 11,
    }


@pytest.fixture(scope="session", autouse=True)
def compilations(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Tests train the same small model several times; each program is compiled once."""
    if "JAX_COMPILATION_CACHE_DIR" in os.environ:  # `npm test` has one for all its stages
        return
    jax.config.update("jax_compilation_cache_dir", str(tmp_path_factory.mktemp("compiled")))
    jax.config.update("jax_persistent_cache_min_compile_time_secs", 0.2)


@pytest.fixture(scope="session")
def corpus_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus with positions and two classes."""
    position, edges, kind = column()
    path = tmp_path_factory.mktemp("corpus") / "corpus.safetensors"
    return plan_corpus(path, small_recipe(), position, edges, {"class": (["E", "I"], kind)})


@pytest.fixture(scope="session")
def bare_corpus_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus without positions and with autapses, as of C. elegans."""
    _, edges, _ = column(2)
    own = np.repeat(np.arange(0, 420, 3, dtype=np.int32)[:, None], 2, axis=1)
    path = tmp_path_factory.mktemp("bare") / "corpus.safetensors"
    recipe = small_recipe("neighbourhood", jitterUm=0)
    return plan_corpus(path, recipe, None, np.concatenate([edges, own]), count=420)


class Ran(NamedTuple):
    """A whole run: its corpus, the folder it left, its manifest, and what it told."""

    corpus: Path
    folder: Path
    manifest: dict[str, Any]
    told: Silent


def ran_model(corpus: Path, folder: Path) -> Ran:
    """A whole run on a corpus."""
    told = Silent()
    return Ran(corpus, folder, run_training(corpus, small_spec(), folder, told), told)


@pytest.fixture(scope="session")
def ran_small(corpus_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """A run on the corpus with positions and classes; tests leave its folder as it is."""
    return ran_model(corpus_path, tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="session")
def ran_bare(bare_corpus_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """A run on the corpus without positions; tests leave its folder as it is."""
    return ran_model(bare_corpus_path, tmp_path_factory.mktemp("model"))

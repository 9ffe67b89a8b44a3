"""Shifts between folds: none where folds are alike, the right one where they are not."""

import dataclasses
from pathlib import Path

import numpy as np
from conftest import small_recipe
from plan_corpus import plan_corpus

from latentome_worker.corpus import read_corpus
from latentome_worker.fold_shift import fold_shift


def tissue(tmp_path: Path, denser: float) -> Path:
    """Somata on a line of five slabs, wired at random within 60 µm; the last slab more densely."""
    chance = np.random.default_rng(3)
    position = np.zeros((500, 3), np.float32)
    position[:, 0] = np.sort(chance.random(500)) * 1000
    position[:, 1] = chance.random(500) * 50
    away = np.abs(position[:, None, 0] - position[None, :, 0])
    likely = np.where(position[:, 0] > 800, 0.1 * denser, 0.1)[:, None] * (away < 60)
    np.fill_diagonal(likely, 0)
    edges = np.argwhere(chance.random((500, 500)) < likely).astype(np.int32)
    recipe = small_recipe(counts={"train": 200, "validation": 100, "test": 100}, spreads=[1])
    return plan_corpus(tmp_path / "c.safetensors", recipe, position, edges)


def test_a_denser_end_slab_is_seen_and_the_middle_one_is_alike(tmp_path: Path) -> None:
    told = fold_shift(read_corpus(tissue(tmp_path, 2)))
    assert told["validation"]["shift"]["density"] > 2
    assert abs(told["test"]["shift"]["density"]) < 1
    assert told["validation"]["largestShift"] >= told["validation"]["meanShift"]
    assert sum(told["neurons"].values()) == 500


def test_a_fold_has_the_shift_of_its_neurons_and_not_of_its_name(tmp_path: Path) -> None:
    corpus = read_corpus(tissue(tmp_path, 2))
    swapped = corpus.fold.copy()
    swapped[corpus.fold == 2], swapped[corpus.fold == 3] = 3, 2
    told = fold_shift(dataclasses.replace(corpus, fold=swapped))
    assert told["test"]["shift"]["density"] > 2

"""The logistic baseline finds what was put into the wiring."""

from pathlib import Path

import numpy as np
from conftest import small_recipe
from plan_corpus import plan_corpus

from latentome_worker.baselines import DistanceType
from latentome_worker.corpus import read_corpus
from latentome_worker.sampling import map_circuits


def test_distance_and_class_are_recovered(tmp_path: Path) -> None:
    chance = np.random.default_rng(1)
    position = chance.random((600, 3)).astype(np.float32) * np.array([600, 100, 100], np.float32)
    kind = (chance.random(600) < 0.4).astype(np.int64)
    away = np.linalg.norm(position[:, None] - position[None], axis=-1)
    logit = 0.5 - away / 40 + 1.5 * kind[:, None] - 1.0 * kind[None]
    wired = chance.random((600, 600)) < 1 / (1 + np.exp(-logit))
    np.fill_diagonal(wired, False)
    recipe = small_recipe(counts={"train": 300, "validation": 20, "test": 100})
    corpus = read_corpus(
        plan_corpus(
            tmp_path / "c.safetensors",
            recipe,
            position,
            np.argwhere(wired).astype(np.int32),
            {"class": (["E", "I"], kind)},
        )
    )
    circuits = map_circuits(corpus)
    model = DistanceType(corpus)
    model.fit(circuits["train"])
    told = model.score(circuits["test"])
    members = circuits["test"]
    expected = logit[members[:, :, None], members[:, None]]
    off = ~np.eye(members.shape[1], dtype=bool)
    # Sampling by degree shifts the level a little; the shape has to be right.
    assert np.corrcoef(told[:, off].ravel(), expected[:, off].ravel())[0, 1] > 0.97

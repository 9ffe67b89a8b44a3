"""Null models: the draws of TypeScript, and the laws they keep."""

import json
from pathlib import Path

import numpy as np
import pytest
from test_structure import unpack

from latentome_worker.metrics import METRICS, measure
from latentome_worker.null_scores import beside_null
from latentome_worker.nulls import NULLS

VECTORS = json.loads(
    (Path(__file__).parents[2] / "core" / "nulls" / "nulls.vectors.json").read_text()
)


def circuits(count: int, n: int, seed: int = 1) -> np.ndarray:
    """Circuits of different densities, some with autapses."""
    chance = np.random.default_rng(seed)
    likely = np.linspace(0, 0.5, count)[:, None, None] * chance.lognormal(0, 0.5, (count, n, 1))
    return (chance.random((count, n, n)) < likely).astype(np.uint8)


def known_of(null: str, count: int, n: int) -> dict:
    if null != "distance_type":
        return {}
    chance = np.random.default_rng(2)
    return {"positions": chance.random((count, n, 3)) * 200}


@pytest.mark.parametrize("null", NULLS)
@pytest.mark.parametrize("case", VECTORS["circuits"])
def test_the_draws_of_typescript(case: dict, null: str) -> None:
    n, draws = case["n"], np.array([0, 1, 5])
    given = np.repeat(unpack(case["adjacency"], n)[None], 3, axis=0)
    known = {}
    if null == "distance_type":
        known["positions"] = np.repeat(np.reshape(case["positions"], (1, n, 3)), 3, axis=0)
        known["kinds"] = np.repeat(np.array(case["kinds"])[None], 3, axis=0)
    made = NULLS[null](given, case["seed"], draws, **known)
    expected = [unpack(text, n) for text in case["draws"][null]]
    np.testing.assert_array_equal(made, expected)


@pytest.mark.parametrize("null", NULLS)
def test_every_draw_keeps_what_its_null_says(null: str) -> None:
    given = circuits(12, 15)
    made = NULLS[null](given, 4, np.arange(12), **known_of(null, 12, 15))
    off = 1 - np.eye(15, dtype=int)
    np.testing.assert_array_equal(made * (1 - off), given * (1 - off))
    before, after = given * off, made * off
    if null == "erdos_renyi":
        np.testing.assert_array_equal(after.sum((1, 2)), before.sum((1, 2)))
    if null in ("degree", "reciprocity"):
        np.testing.assert_array_equal(after.sum(1), before.sum(1))
        np.testing.assert_array_equal(after.sum(2), before.sum(2))
    if null == "reciprocity":
        mutual = [(x * np.swapaxes(x, 1, 2)).sum(1) for x in (after, before)]
        np.testing.assert_array_equal(*mutual)
    assert (after != before).any((1, 2))[1:].all()


@pytest.mark.parametrize("null", NULLS)
def test_a_draw_does_not_depend_on_the_circuits_beside_it(null: str) -> None:
    given, known = circuits(6, 11), known_of(null, 6, 11)
    together = NULLS[null](given, 8, np.full(6, 3), **known)
    for row in range(6):
        one = {name: value[row : row + 1] for name, value in known.items()}
        alone = NULLS[null](given[row : row + 1], 8, np.array([3]), **one)
        np.testing.assert_array_equal(alone[0], together[row])


def test_a_corpus_beside_its_null() -> None:
    def eight(adjacency: np.ndarray) -> dict:
        return dict(zip(METRICS, measure(adjacency).T, strict=True))

    given = circuits(5, 20)
    given[4] = np.maximum(given[4], given[4].T)
    found = beside_null(given, "degree", eight, draws=40, seed=6)
    reciprocity = found["reciprocity"]
    assert np.isnan(found["density"]["z"]).all(), "degrees fix the density"
    assert (reciprocity["defined"] == [0, 40, 40, 40, 40]).all()
    assert reciprocity["z"][4] > 4, "all mutual"
    assert (np.abs(reciprocity["z"][1:4]) < 4).all()
    inside = slice(1, None)
    assert (reciprocity["low"] <= reciprocity["mean"])[inside].all()
    assert (reciprocity["mean"] <= reciprocity["high"])[inside].all()


@pytest.mark.parametrize("null", NULLS)
@pytest.mark.parametrize("n", [1, 2, 5])
def test_circuits_without_edges_and_complete_ones_are_their_own_nulls(null: str, n: int) -> None:
    full = np.ones((n, n), np.uint8)
    for given in (np.zeros((2, n, n), np.uint8), np.stack([full, full])):
        made = NULLS[null](given, 1, np.array([0, 1]), **known_of(null, 2, n))
        np.testing.assert_array_equal(made, given)


def test_distance_and_kind_need_one_of_both() -> None:
    with pytest.raises(ValueError, match="positions"):
        NULLS["distance_type"](circuits(1, 5), 1, np.array([0]))

"""The seeded draw: the same circuits as TypeScript, and the probabilities it promises."""

import base64
import json
from pathlib import Path

import numpy as np
import pytest

from latentome_worker.draw import draw, draw_many, edge_probabilities, pair_states
from latentome_worker.progress import pack
from latentome_worker.random import STREAM_PAIRS, uniforms

VECTORS = Path(__file__).parents[2] / "core" / "decoder" / "draw.vectors.json"


def logits(n: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    lo = chance.normal(-1.5, 1.5, (n, n))
    rho = chance.normal(0.5, 1, (n, n))
    return lo, (rho + rho.T) / 2


@pytest.mark.parametrize("case", json.loads(VECTORS.read_text())["circuits"])
def test_the_circuits_of_typescript(case: dict) -> None:
    n = case["n"]
    lo, rho = (np.array(case[name]).reshape(n, n) for name in ("lo", "rho"))
    drawn = draw(lo, rho, case["seed"], case["selfEdges"])
    assert base64.b64encode(pack(drawn.adjacency)).decode() == case["adjacency"]
    assert drawn.borderline == case["borderline"]


def test_row_is_presynaptic() -> None:
    lo = np.full((2, 2), -30.0)
    lo[0, 1] = 30.0
    assert draw(lo, np.zeros((2, 2)), 1).adjacency.tolist() == [[0, 1], [0, 0]]


def test_states_of_a_pair_sum_to_one_and_swap_with_direction() -> None:
    states = pair_states(*logits(9, 1))
    np.testing.assert_allclose(states.sum(-1), 1)
    np.testing.assert_allclose(states[2, 5], states[5, 2][[0, 2, 1, 3]])


def test_drawn_frequencies_are_the_probabilities() -> None:
    lo, rho = logits(6, 2)
    many = np.mean([draw(lo, rho, seed).adjacency for seed in range(3000)], axis=0)
    expected = edge_probabilities(lo, rho)
    # Four and a half standard errors of 3,000 draws.
    assert np.abs(many - expected).max() < 4.5 * 0.5 / np.sqrt(3000)


def test_drawing_many_is_drawing_each() -> None:
    pairs = [logits(20, seed) for seed in range(4)]
    chance = np.stack([uniforms(seed, STREAM_PAIRS, 0, 0, np.arange(190)) for seed in range(4)])
    lo, rho = (np.stack(side) for side in zip(*pairs, strict=True))
    for seed, made in enumerate(draw_many(lo, rho, chance)):
        assert (made == draw(*pairs[seed], seed).adjacency).all()

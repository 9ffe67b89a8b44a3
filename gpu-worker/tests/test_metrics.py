"""Metrics of circuits whose answers are known, and of random ones by walking every triple."""

from itertools import permutations

import numpy as np
import pytest

from latentome_worker.metrics import METRICS, measure


def circuit(n: int, edges: list[tuple[int, int]]) -> np.ndarray:
    made = np.zeros((1, n, n))
    for pre, post in edges:
        made[0, pre, post] = 1
    return made


NAN = float("nan")
KNOWN = {
    "complete": (circuit(4, list(permutations(range(4), 2))), [1, 1, 1, 0, 0, 1, 1, NAN]),
    "ring": (circuit(3, [(0, 1), (1, 2), (2, 0)]), [0.5, 0, 1, 0, 0, 0, 1, NAN]),
    "feed-forward": (
        circuit(3, [(0, 1), (1, 2), (0, 2)]),
        [0.5, 0, 1, (2 / 3) ** 0.5, (2 / 3) ** 0.5, 1, 0, -1],
    ),
    "fan out": (
        circuit(4, [(0, 1), (0, 2), (0, 3)]),
        [0.25, 0, 0, 3**0.5, (1 / 3) ** 0.5, NAN, NAN, -1],
    ),
    "no edges": (circuit(5, []), [0] + [NAN] * 7),
}


@pytest.mark.parametrize("name", KNOWN)
def test_known_answers(name: str) -> None:
    adjacency, expected = KNOWN[name]
    np.testing.assert_allclose(measure(adjacency)[0], expected, atol=1e-12)


def by_walking(a: np.ndarray) -> dict[str, float]:
    n = len(a)
    found = {"paths": 0, "forward": 0, "cyclic": 0, "triples": 0, "closed": 0}
    either = (a + a.T) > 0
    for i, j, k in permutations(range(n), 3):
        if a[i, j] and a[j, k]:
            found["paths"] += 1
            found["forward"] += a[i, k]
            found["cyclic"] += a[k, i]
        if either[i, j] and either[j, k]:
            found["triples"] += 1
            found["closed"] += either[i, k]
    return {
        "clustering": found["closed"] / found["triples"],
        "feed_forward": found["forward"] / found["paths"],
        "cycles": found["cyclic"] / found["paths"],
        "in_out_correlation": np.corrcoef(a.sum(0), a.sum(1))[0, 1],
        "cv_out": a.sum(1).std() / a.sum(1).mean(),
        "cv_in": a.sum(0).std() / a.sum(0).mean(),
    }


@pytest.mark.parametrize("seed", range(3))
def test_counting_agrees_with_walking_every_triple(seed: int) -> None:
    chance = np.random.default_rng(seed)
    a = (chance.random((12, 12)) < 0.3).astype(int)
    np.fill_diagonal(a, 0)
    with_autapses = a + np.eye(12, dtype=int)
    for adjacency in (a, with_autapses):
        told = measure(adjacency[None])[0]
        for name, value in by_walking(a).items():
            assert told[METRICS.index(name)] == pytest.approx(value, abs=1e-12)

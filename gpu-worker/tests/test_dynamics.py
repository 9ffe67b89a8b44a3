"""Dynamics of circuits against NumPy and SciPy, and on graphs whose answer is known."""

import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
import pytest
from scipy.sparse.csgraph import connected_components

from latentome_worker.dynamics import dynamics


def told(a: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Of one circuit, the growth |A^p|^(1/p) for p = 2, 4, 8, 64, then the largest component."""
    found = np.asarray(dynamics(jnp.asarray(a[None], jnp.float32)), np.float64)[0]
    return np.append(np.expm1(found[:4]), found[4])


def cycle(n: int) -> npt.NDArray[np.float64]:
    return np.roll(np.eye(n), 1, axis=1)


@pytest.mark.parametrize("n", [16, 64, 256])
@pytest.mark.parametrize("density", [0.01, 0.05, 0.3])
def test_agrees_with_matrix_powers_and_scipy(n: int, density: float) -> None:
    a = (np.random.default_rng(n).random((n, n)) < density).astype(np.float64)
    np.fill_diagonal(a, 0)
    growth = []
    for p in (2, 4, 8, 64):
        size = np.linalg.norm(np.linalg.matrix_power(a, p))
        growth.append(size ** (1 / p))
    _, label = connected_components(a, directed=True, connection="strong")
    np.testing.assert_allclose(told(a), [*growth, np.bincount(label).max() / n], rtol=1e-4)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_longest_power_is_near_the_spectral_radius(seed: int) -> None:
    a = (np.random.default_rng(seed).random((64, 64)) < 0.06).astype(np.float64)
    np.fill_diagonal(a, 0)
    radius = np.abs(np.linalg.eigvals(a)).max()
    assert told(a)[3] == pytest.approx(radius, rel=0.03)


def test_known_answers() -> None:
    n = 256
    whole = told(cycle(n))
    assert whole[4] == 1
    np.testing.assert_allclose(whole[:4], [n ** (0.5 / p) for p in (2, 4, 8, 64)], rtol=1e-5)
    forward = told(np.triu(np.ones((n, n)), 1))
    assert forward[4] == pytest.approx(1 / n)
    short = told(np.triu(np.ones((8, 8)), 1))
    assert short[3] == pytest.approx(0, abs=1e-6)  # no walk of 64 steps
    assert told(np.zeros((16, 16)))[3] == pytest.approx(0, abs=1e-6)


def test_connections_of_a_neuron_to_itself_do_not_count() -> None:
    a = np.triu(np.ones((12, 12)), 1)
    np.testing.assert_array_equal(told(a + np.eye(12)), told(a))

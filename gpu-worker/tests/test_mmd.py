"""The discrepancy of samples, where its answer is known."""

import numpy as np
import pytest

from latentome_worker.mmd import distances, median_width, mmd_squared


def normal(size: int, shift: float = 0.0, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).normal(shift, 1, (size, 1))


def test_a_sample_is_at_no_distance_from_itself() -> None:
    sample = np.random.default_rng(1).random((40, 7))
    assert mmd_squared(sample, sample, 1 / 7, median_width(sample, 1 / 7)) == pytest.approx(
        0, abs=1e-12
    )


def test_two_normal_distributions() -> None:
    """Kernel of width 1: MMD² = (2 / sqrt 3)(1 - exp(-shift² / 6)) for N(0, 1) and N(shift, 1)."""
    first, second = normal(3000), normal(3000, 1.5, seed=2)
    expected = 2 / np.sqrt(3) * (1 - np.exp(-(1.5**2) / 6))
    assert mmd_squared(first, second, 1, 1) == pytest.approx(expected, abs=0.02)
    assert mmd_squared(first, normal(3000, seed=3), 1, 1) < 0.002


def test_sorted_values_give_the_earth_mover() -> None:
    """Moving everything by 2 costs 2; exchanging two neurons costs nothing."""
    values = np.sort(np.random.default_rng(4).random((1, 9)), axis=1)
    assert distances(values, values + 2, 1 / 9)[0, 0] == pytest.approx(2)
    assert distances(np.array([[0.0, 0, 3]]), np.array([[0.0, 1, 2]]), 1 / 3)[0, 0] == (
        pytest.approx(2 / 3)
    )


def test_shares_give_total_variation() -> None:
    assert distances(np.array([[1.0, 0, 0]]), np.array([[0, 0.5, 0.5]]), 0.5)[0, 0] == 1


def test_the_width_is_the_median_of_different_pairs() -> None:
    assert median_width(np.array([[0.0], [1.0], [5.0]]), 1) == 4
    assert median_width(np.zeros((3, 2)), 1) == 1

"""The closed forms under the blueprint loss are the means of drawn circuits."""

import jax.numpy as jnp
import numpy as np

from latentome_worker.draw import draw_many, pair_states
from latentome_worker.expected import (
    expected_counts,
    expected_metrics,
    observed_metrics,
    pair_probabilities,
)
from latentome_worker.metrics import counts, measure

N = 7
DRAWS = 40_000


def logits() -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(3)
    rho = chance.normal(0.5, 1, (1, N, N))
    return chance.normal(-0.8, 1.2, (1, N, N)), (rho + rho.swapaxes(1, 2)) / 2


def test_probabilities_are_those_of_the_draw() -> None:
    lo, rho = logits()
    states = pair_states(lo, rho)
    partition, q, both = (np.asarray(x) for x in pair_probabilities(*map(jnp.asarray, logits())))
    off = ~np.eye(N, dtype=bool)
    np.testing.assert_allclose(q[:, off], (states[..., 1] + states[..., 3])[:, off], atol=1e-6)
    np.testing.assert_allclose(both[:, off], states[..., 3][:, off], atol=1e-6)
    np.testing.assert_allclose(partition[:, off], -np.log(states[..., 0])[:, off], atol=1e-5)
    assert (q[:, ~off] == 0).all()


def test_expected_counts_are_means_over_draws() -> None:
    lo, rho = logits()
    _, q, both = pair_probabilities(jnp.asarray(lo), jnp.asarray(rho))
    expected = expected_counts(q, both)
    chance = np.random.default_rng(4).random((DRAWS, N * (N - 1) // 2))
    drawn = counts(draw_many(np.repeat(lo, DRAWS, 0), np.repeat(rho, DRAWS, 0), chance))
    for name, values in drawn.items():
        error = 4.5 * values.std() / DRAWS**0.5 + 1e-4
        assert abs(float(np.squeeze(expected[name])) - values.mean()) < error, name


def test_certain_pairs_have_the_metrics_of_their_circuit() -> None:
    a = (np.random.default_rng(5).random((3, 20, 20)) < 0.25).astype(np.float32)
    a *= 1 - np.eye(20, dtype=np.float32)
    told = expected_metrics(jnp.asarray(a), jnp.asarray(a * a.swapaxes(1, 2)))
    np.testing.assert_allclose(np.asarray(told), measure(a), rtol=2e-3, atol=2e-3)


def test_the_encoder_is_told_the_metrics_of_its_circuit_and_never_nan() -> None:
    a = (np.random.default_rng(6).random((3, 20, 20)) < 0.25).astype(np.float32)
    own = a * np.eye(20, dtype=np.float32)
    np.testing.assert_allclose(np.asarray(observed_metrics(jnp.asarray(a))), measure(a), rtol=2e-3)
    np.testing.assert_array_equal(
        np.asarray(observed_metrics(jnp.asarray(a))),
        np.asarray(observed_metrics(jnp.asarray(a - own))),
    )
    strange = np.stack([np.zeros((20, 20)), np.ones((20, 20)), np.eye(20, k=1)])
    assert np.isfinite(np.asarray(observed_metrics(jnp.asarray(strange, jnp.float32)))).all()

"""Draws from the prior spread as the training circuits do."""

import numpy as np

from latentome_worker.apply import draw_circuits
from latentome_worker.metrics import measure
from latentome_worker.network import Array, Encoded
from latentome_worker.prior import fitted_prior, matched_prior

CIRCUITS, N, Z = 600, 16, 3


class Level:
    """The first of z sets how likely a pair is, individuals differ in it; the rest is idle."""

    latent_u = 1

    def decode(self, f: Array, z: Array, u: Array) -> tuple[Array, Array]:
        own = u.mean(1)[:, 0] * np.sqrt(N) * 0.6
        lo = np.broadcast_to((z[:, 0] * 0.5 - 1.5 + own)[:, None, None], (len(z), N, N))
        return lo.astype(np.float32), np.zeros((len(z), N, N), np.float32)


def corpus_of(spread: float) -> tuple[Array, Array, Encoded]:
    """Circuits whose z is known but for individuals, and what an encoder would say of them.

    The level of each circuit lies in its z, its individual's part included, as encoders have it.
    """
    chance = np.random.default_rng(3)
    z = (chance.standard_normal((CIRCUITS, Z)) * spread).astype(np.float32)
    likely = 1 / (1 + np.exp(1.5 - z[:, 0] * 0.5))
    a = chance.random((CIRCUITS, N, N)) < likely[:, None, None] / (1 + likely[:, None, None]) * 2
    a = (a * (1 - np.eye(N))).astype(np.float32)
    small = np.full_like(z, -6)
    none = np.zeros((CIRCUITS, N, 1), np.float32)
    f = np.zeros((CIRCUITS, N, 4), np.float32)
    return f, a, Encoded(z, small, none, none)


def spread_of(prior: tuple[np.ndarray, np.ndarray], f: Array) -> float:
    """Standard deviation of the density of draws."""
    chance = np.random.default_rng(8)
    z = chance.multivariate_normal(*prior, len(f)).astype(np.float32)
    return float(measure(draw_circuits(Level(), f, z, chance))[:, 0].std())


def test_what_individuals_add_to_the_spread_is_taken_from_the_prior() -> None:
    f, a, encoded = corpus_of(1.0)
    wanted = float(measure(a)[:, 0].std())
    plain, matched = fitted_prior(encoded), matched_prior(Level(), f, a, encoded, 1)
    assert spread_of(plain, f) > 1.1 * wanted
    assert abs(spread_of(matched, f) / wanted - 1) < 0.06
    # what no metric reads is left as it was
    np.testing.assert_allclose(matched[1][1:, 1:], plain[1][1:, 1:], atol=0.15)
    np.testing.assert_array_equal(matched[0], plain[0])


def test_a_matched_prior_has_a_covariance_whatever_is_asked() -> None:
    """Here individuals spread wider than the circuits do: nothing of z could mend that."""
    f, a, encoded = corpus_of(0.1)
    _, covariance = matched_prior(Level(), f, a, encoded, 1)
    assert np.linalg.eigvalsh(covariance).min() > 0
    np.testing.assert_allclose(covariance, covariance.T, atol=1e-12)

"""Draws from the prior spread as the training circuits do."""

import numpy as np
from conftest import Ran
from safetensors import safe_open

from latentome_worker.apply import draw_circuits
from latentome_worker.corpus import FOLDS
from latentome_worker.metrics import measure
from latentome_worker.network import Array, Encoded
from latentome_worker.prior import Prior, fitted_prior, kept_prior, matched_prior

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


def spread_of(prior: Prior, f: Array) -> float:
    """Standard deviation of the density of draws."""
    chance = np.random.default_rng(8)
    z = prior.draw(len(f), chance)
    return float(measure(draw_circuits(Level(), f, z, chance))[:, 0].std())


def test_what_individuals_add_to_the_spread_is_taken_from_the_prior() -> None:
    f, a, encoded = corpus_of(1.0)
    wanted = float(measure(a)[:, 0].std())
    plain, matched = fitted_prior(encoded), matched_prior(Level(), f, a, encoded, 1)
    assert spread_of(plain, f) > 1.1 * wanted
    assert matched.scale < 1
    assert abs(spread_of(matched, f) / wanted - 1) < abs(spread_of(plain, f) / wanted - 1)
    np.testing.assert_array_equal(matched.mean, plain.mean)


def test_draws_have_the_moments_that_are_told_and_the_shape_of_what_was_encoded() -> None:
    """Two clusters stay two, which a Gaussian of the same moments does not keep."""
    chance = np.random.default_rng(1)
    z = chance.standard_normal((2000, 2)) * [0.3, 1.0]
    z[:, 0] += np.where(np.arange(2000) % 2, 3.0, -3.0)
    open_ = np.full((2000, 2), np.log(0.05))
    none = np.zeros((2000, 4, 1), np.float32)
    prior = fitted_prior(Encoded(z.astype(np.float32), open_.astype(np.float32), none, none))
    drawn = prior.draw(40_000, np.random.default_rng(2)).astype(float)
    np.testing.assert_allclose(drawn.mean(0), prior.mean, atol=0.05)
    np.testing.assert_allclose(np.cov(drawn, rowvar=False), prior.covariance, rtol=0.05, atol=0.1)
    between = np.abs(drawn[:, 0]) < 1
    assert between.mean() < 0.05  # a Gaussian has 0.26 there
    again = prior.draw(5, np.random.default_rng(3))
    np.testing.assert_array_equal(again, prior.draw(5, np.random.default_rng(3)))


def test_a_scale_has_an_end_whatever_is_asked() -> None:
    """Here individuals spread wider than the circuits do: nothing of z could mend that."""
    f, a, encoded = corpus_of(0.1)
    prior = matched_prior(Level(), f, a, encoded, 1)
    assert 0.5 <= prior.scale <= 1
    assert np.linalg.eigvalsh(prior.covariance).min() > 0


def test_a_model_of_before_draws_from_the_gaussian_it_has(ran_small: Ran) -> None:
    folder, manifest = ran_small.folder, ran_small.manifest
    kept = kept_prior(manifest, folder)
    with safe_open(folder / "map.safetensors", framework="numpy") as file:
        z, fold = file.get_tensor("z"), file.get_tensor("fold")
    np.testing.assert_array_equal(kept.places, z[fold == FOLDS["train"]])
    old = manifest | {"prior": {k: manifest["prior"][k] for k in ("mean", "covariance")}}
    drawn = kept_prior(old, folder).draw(20_000, np.random.default_rng(1))
    np.testing.assert_allclose(np.cov(drawn, rowvar=False), kept.covariance, atol=0.1)
    with_kernel = kept.draw(20_000, np.random.default_rng(1))
    np.testing.assert_allclose(np.cov(with_kernel, rowvar=False), kept.covariance, atol=0.1)
    assert not np.array_equal(drawn, with_kernel)

"""Refinements use what the decoder still gets wrong, and nothing else of the pairs."""

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
from conftest import SMALL

from latentome_worker.decoder import RANK, Factors
from latentome_worker.encoder import KNOWN, factor_slopes
from latentome_worker.expected import pair_probabilities
from latentome_worker.loss import edge_nats
from latentome_worker.model import Model

WIDTH, N = 5, 16


def test_order_of_neurons_does_not_matter() -> None:
    model = Model(WIDTH, {**SMALL, "refinements": 2}, jnp.ones((2, KNOWN)), jax.random.key(4))
    chance = np.random.default_rng(5)
    f = chance.standard_normal((2, N, WIDTH)).astype(np.float32)
    a = (chance.random((2, N, N)) < 0.2).astype(np.float32)
    order = chance.permutation(N)
    told = model.encode(jnp.asarray(f), jnp.asarray(a))
    turned = model.encode(jnp.asarray(f[:, order]), jnp.asarray(a[:, order][:, :, order]))
    np.testing.assert_allclose(turned.z_mean, told.z_mean, atol=1e-4)
    np.testing.assert_allclose(turned.u_mean, told.u_mean[:, order], atol=1e-4)
    np.testing.assert_allclose(turned.u_logvar, told.u_logvar[:, order], atol=1e-4)


def test_a_refinement_changes_the_posterior_of_u_alone() -> None:
    scale, key = jnp.ones((2, KNOWN)), jax.random.key(4)
    plain = Model(WIDTH, {**SMALL, "refinements": 0}, scale, key)
    refined = Model(WIDTH, {**SMALL, "refinements": 1}, scale, key)
    chance = np.random.default_rng(6)
    f = jnp.asarray(chance.standard_normal((1, N, WIDTH)), jnp.float32)
    a = jnp.asarray(chance.random((1, N, N)) < 0.2, jnp.float32)
    before, after = plain.encode(f, a), refined.encode(f, a)
    np.testing.assert_array_equal(before.z_mean, after.z_mean)
    assert np.abs(np.asarray(before.u_mean - after.u_mean)).max() > 1e-4


def test_slopes_of_factors_are_those_of_the_likelihood() -> None:
    chance = np.random.default_rng(7)
    a = jnp.asarray(chance.random((2, N, N)) < 0.2, jnp.float32)
    a = a * (1 - jnp.eye(N))
    base = jnp.asarray(chance.standard_normal((2, N, N)), jnp.float32)
    factors = Factors(
        *(
            jnp.asarray(chance.standard_normal((2, N, width)), jnp.float32)
            for width in (RANK, RANK, RANK, 1, 1)
        )
    )

    def logits(factors: Factors) -> tuple[jax.Array, jax.Array]:
        lo = factors.source @ jnp.swapaxes(factors.target, 1, 2) / 4
        lo = lo + factors.out + jnp.swapaxes(factors.into, 1, 2)
        return lo + base, factors.mutual @ jnp.swapaxes(factors.mutual, 1, 2) / 4

    def likelihood(factors: Factors) -> jax.Array:
        lo, rho = logits(factors)
        return -edge_nats(a, lo, rho, pair_probabilities(lo, rho)[0]).sum()

    _, q, both = pair_probabilities(*logits(factors))
    off = 1 - jnp.eye(N)
    told = factor_slopes(factors, (a - q) * off, (a * jnp.swapaxes(a, 1, 2) - both) * off)
    for name, mine, right in zip(Factors._fields, told, jax.grad(likelihood)(factors), strict=True):
        np.testing.assert_allclose(mine, right, atol=2e-4, err_msg=name)


def test_means_of_u_stay_within_what_is_told_apart() -> None:
    model = Model(WIDTH, {**SMALL, "refinements": 2}, jnp.ones((2, KNOWN)), jax.random.key(4))
    wild = jax.tree.map(lambda leaf: leaf * 1e3, model.refinements)
    model = eqx.tree_at(lambda m: m.refinements, model, wild)
    chance = np.random.default_rng(8)
    f = jnp.asarray(chance.standard_normal((2, N, WIDTH)), jnp.float32)
    a = jnp.asarray(chance.random((2, N, N)) < 0.2, jnp.float32)
    found = model.encode(f, a)
    assert np.isfinite(np.asarray(found.u_logvar)).all()
    assert 5.9 < np.abs(np.asarray(found.u_mean)).max() <= 6

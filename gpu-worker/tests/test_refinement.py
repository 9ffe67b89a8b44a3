"""Refinements use what the decoder still gets wrong, and nothing else of the pairs."""

import jax
import jax.numpy as jnp
import numpy as np
from conftest import SMALL

from latentome_worker.model import Model

WIDTH, N = 5, 16


def test_order_of_neurons_does_not_matter() -> None:
    model = Model(WIDTH, {**SMALL, "refinements": 2}, jnp.ones((2, 8)), jax.random.key(4))
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
    scale, key = jnp.ones((2, 8)), jax.random.key(4)
    plain = Model(WIDTH, {**SMALL, "refinements": 0}, scale, key)
    refined = Model(WIDTH, {**SMALL, "refinements": 1}, scale, key)
    chance = np.random.default_rng(6)
    f = jnp.asarray(chance.standard_normal((1, N, WIDTH)), jnp.float32)
    a = jnp.asarray(chance.random((1, N, N)) < 0.2, jnp.float32)
    before, after = plain.encode(f, a), refined.encode(f, a)
    np.testing.assert_array_equal(before.z_mean, after.z_mean)
    assert np.abs(np.asarray(before.u_mean - after.u_mean)).max() > 1e-4

"""z says how many pairs are connected, whatever conditions and individuals are."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from conftest import SMALL

from latentome_worker.decoder import Decoder, _levelled
from latentome_worker.expected import pair_probabilities

WIDTH, N, INDIVIDUALS = 5, 24, 16


def test_individuals_of_a_blueprint_share_density_and_reciprocity() -> None:
    decoder = Decoder(WIDTH, SMALL, jax.random.key(1))
    # As trained decoders are: a few pairs much likelier than the others.
    decoder = jax.tree.map(lambda leaf: leaf * 2 if leaf.ndim == 2 else leaf, decoder)
    chance = np.random.default_rng(2)
    f = jnp.asarray(chance.standard_normal((INDIVIDUALS, N, WIDTH)), jnp.float32)
    z = jnp.broadcast_to(
        jnp.asarray(chance.standard_normal((1, SMALL["latentZ"]))), (INDIVIDUALS, SMALL["latentZ"])
    )
    u = jnp.asarray(chance.standard_normal((INDIVIDUALS, N, SMALL["latentU"])), jnp.float32)
    _, q, both = pair_probabilities(*decoder(f, z, u))
    _, shares = decoder.pairs(f, z)
    asked = np.exp(np.asarray(shares)) * N * (N - 1)
    np.testing.assert_allclose(np.asarray(q.sum((1, 2))), asked[:, 0], rtol=0.02)
    np.testing.assert_allclose(np.asarray(both.sum((1, 2))), asked[:, 1], rtol=0.1, atol=0.05)


@pytest.mark.parametrize("bind", [0.0, 5.0])
@pytest.mark.parametrize("level", [-6.0, 0.0, 6.0])
def test_shares_are_met_whatever_level_the_logits_drifted_to(level: float, bind: float) -> None:
    """Levelling takes the level of the logits away, so training leaves it anywhere."""
    chance = np.random.default_rng(4)
    lo = 3 * chance.standard_normal((20, N, N)) + level
    rho = 3 * chance.standard_normal((20, N, N)) + bind
    logits = jnp.asarray(lo, jnp.float32), jnp.asarray((rho + rho.swapaxes(1, 2)) / 2, jnp.float32)
    asked = np.stack([np.geomspace(0.01, 0.15, 20), np.geomspace(0.0005, 0.05, 20)], axis=1)
    levelled = _levelled(*logits, jnp.asarray(np.log(asked), jnp.float32))
    _, q, both = pair_probabilities(*levelled)
    for k, found in enumerate((q, both)):
        share = np.asarray(found.sum((1, 2))) / (N * (N - 1))
        np.testing.assert_allclose(share, asked[:, k], rtol=0.02)

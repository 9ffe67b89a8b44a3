"""The decoder: conditions, blueprint and individuality -> logits of pairs.

Letters as in the contracts: B circuits, N neurons, F condition columns, Z and U latent dimensions.
f [B, N, F], z [B, Z], u [B, N, U]; row = presynaptic.
"""

import math
from typing import Any, NamedTuple

import equinox as eqx
import jax
import jax.numpy as jnp
from jax import Array

from .layers import Perceptron, dense
from .padding import pairs_present, sizes

RANK = 16
_BUMPS = 8
_BUMP_WIDTH = 0.4
_LOGIT_BOUND = 20.0
_RISE, _FALL = 8.0, 32.0
_STEP = 4.0
_LEVELLINGS = 4
_LEAST = 1e-7
# Logs of the shares of ordered pairs that are connected and reciprocal before anything is learnt.
_CONNECTED = -4.0
_RECIPROCAL = -7.0


class Factors(NamedTuple):
    """What a neuron brings to its pairs."""

    source: Array
    """[B, N, RANK]"""
    target: Array
    """[B, N, RANK]"""
    mutual: Array
    """[B, N, RANK] of the energy of reciprocity"""
    out: Array
    """[B, N, 1]"""
    into: Array
    """[B, N, 1]"""


class Decoder(eqx.Module):
    """Conditions, z and standard u -> logits lo [B, N, N] and rho [B, N, N].

    The prior of the individuality given f and z, N(mean, sd), is inside: outside u stays standard
    normal, so that one seed is one individual.
    """

    prior: Perceptron
    node: Perceptron
    mix: eqx.nn.Linear
    near: Perceptron
    width: int = eqx.field(static=True)
    latent_u: int = eqx.field(static=True)
    hidden: int = eqx.field(static=True)

    def __init__(self, width: int, settings: dict[str, Any], key: Array):
        latent_z, hidden = settings["latentZ"], settings["hidden"]
        self.width, self.latent_u, self.hidden = width, settings["latentU"], hidden
        keys = jax.random.split(key, 4)
        self.prior = Perceptron(width + latent_z, 64, 2 * self.latent_u, keys[0], 0.1)
        self.node = Perceptron(width + latent_z + self.latent_u, hidden, hidden, keys[1])
        self.mix = eqx.nn.Linear(hidden, 3 * RANK + 2, key=keys[2])
        self.near = Perceptron(latent_z, 64, 2 * _BUMPS + 2, keys[3], 0.3)

    def pairs(self, f: Array, z: Array) -> tuple[Array, Array]:
        """What z and the positions say of pairs: logit [B, N, N]; log of the two shares [B, 2]."""
        weight = self.near(z)
        away = f[:, :, None, :3] - f[:, None, :, :3]
        distance = jnp.sqrt((away * away).sum(-1) + 1e-6)
        deeper = f[:, :, None, 3] - f[:, None, :, 3]
        base = jnp.zeros_like(distance)
        for k in range(_BUMPS):
            bump = jnp.exp(-(((distance - 3.0 * k / (_BUMPS - 1)) / _BUMP_WIDTH) ** 2) / 2)
            slope = weight[:, _BUMPS + k, None, None]
            base = base + bump * (weight[:, k, None, None] + slope * deeper)
        return base, weight[:, -2:] + jnp.array([_CONNECTED, _RECIPROCAL])

    def factors(self, f: Array, z: Array, u: Array) -> Factors:
        """What each neuron of one individual brings to its pairs."""
        wide = jnp.broadcast_to(z[:, None], (*f.shape[:2], z.shape[-1]))
        known = jnp.concatenate([f, wide], axis=-1)
        prior = self.prior(known)
        own = prior[..., : self.latent_u] + jnp.exp(prior[..., self.latent_u :]) * u
        h = jax.nn.silu(self.node(jnp.concatenate([known, own], axis=-1)))
        out = dense(self.mix, h)
        source, target, mutual = (out[..., k * RANK : (k + 1) * RANK] for k in range(3))
        return Factors(source, target, mutual, out[..., -2:-1], out[..., -1:])

    def wire(
        self, factors: Factors, pairs: tuple[Array, Array], present: Array | None = None
    ) -> tuple[Array, Array]:
        """Logits lo and rho of one individual given `pairs(f, z)`; present as in padding.py."""
        base, shares = pairs
        lo = factors.source @ jnp.swapaxes(factors.target, 1, 2) / 4
        lo = lo + factors.out + jnp.swapaxes(factors.into, 1, 2)
        rho = factors.mutual @ jnp.swapaxes(factors.mutual, 1, 2) / 4
        return _levelled(lo + base + _CONNECTED, rho, shares, present)

    def __call__(self, f: Array, z: Array, u: Array) -> tuple[Array, Array]:
        return self.wire(self.factors(f, z, u), self.pairs(f, z))


def _levelled(
    lo: Array, rho: Array, shares: Array, present: Array | None = None
) -> tuple[Array, Array]:
    """Logits shifted so that the asked shares of pairs are connected, and reciprocal.

    shares [B, 2]: logs of the expected shares of ordered pairs with i -> j, and with i <-> j. So z
    sets density and reciprocity whatever the conditions are, and the rest of the decoder says who
    is connected. Newton's method on the logs of both shares: one step is exact where connections
    are few, more where a few pairs hold most of the probability. It begins where connections are
    few whatever the logits are: nothing holds their own level, since it is taken away here, and
    from above Newton's method may swing between two wrong levels for ever (LOG.md, sixth round).
    """
    n = sizes(lo.shape[1], present)
    lo, rho = _bounded(lo), _bounded(rho)
    single = jnp.exp(lo)
    double = single * jnp.swapaxes(single, 1, 2) * jnp.exp(rho)
    off = pairs_present(lo, present)
    # Shares are at most these sums, so that with this shift neither is above what is asked.
    alone, mutual = ((x * off).sum((1, 2)) / (n * (n - 1)) for x in (single, double))
    asked = shares[:, 0] - math.log(2)
    more = jnp.minimum(asked - jnp.log(alone + _LEAST), (asked - jnp.log(mutual + _LEAST)) / 2)
    more = jnp.clip(more, -_FALL, _RISE)
    closer = jnp.zeros_like(more)
    for turn in range(_LEVELLINGS):
        if turn == _LEVELLINGS - 1:
            # Where Newton's method has arrived, its last step alone has the slope of the solution.
            more, closer = jax.lax.stop_gradient((more, closer))
        forward = single * jnp.exp(more)[:, None, None]
        both = double * jnp.exp(2 * more + closer)[:, None, None]
        share = off / (1 + forward + jnp.swapaxes(forward, 1, 2) + both)
        one, two = forward * share, both * share
        edges = one + jnp.swapaxes(one, 1, 2) + 2 * two
        # Per ordered pair: means of edges and of reciprocity, and how they move with the shifts,
        # which are the natural parameters, so that slopes are variances.
        connected = edges.sum((1, 2)) / 2 + _LEAST
        reciprocal = two.sum((1, 2)) + _LEAST
        spread = (edges + 2 * two - edges * edges).sum((1, 2)) / 2 / connected
        shared = (two * (2 - edges)).sum((1, 2))
        own = (two * (1 - two)).sum((1, 2)) / reciprocal
        rise = shares[:, 0] + jnp.log(n * (n - 1) / connected)
        bind = shares[:, 1] + jnp.log(n * (n - 1) / reciprocal)
        slopes = spread * own - shared / connected * shared / reciprocal / 2 + _LEAST
        rise, bind = (
            (own * rise - shared / connected / 2 * bind) / slopes,
            (spread * bind - shared / reciprocal * rise) / slopes,
        )
        more = jnp.clip(more + jnp.clip(rise, -_STEP, _STEP), -_FALL, _RISE)
        closer = jnp.clip(closer + jnp.clip(bind, -_STEP, _STEP), -_RISE, _RISE)
    return _bounded(lo + more[:, None, None]), _bounded(rho + closer[:, None, None])


def _bounded(logits: Array) -> Array:
    """Within what exponentials of sums of three can bear in float32."""
    return jnp.clip(logits, -_LOGIT_BOUND, _LOGIT_BOUND)

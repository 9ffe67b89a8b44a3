"""The encoder: a circuit -> posteriors of its blueprint and of its neurons' individualities.

f [B, N, F] conditions, a [B, N, N] wiring (row = presynaptic), h [B, N, H] node states.
"""

from typing import Any, NamedTuple

import equinox as eqx
import jax
import jax.numpy as jnp
from jax import Array

from .decoder import RANK, Decoder, Factors
from .dynamics import FEATURES, dynamics
from .expected import observed_metrics, pair_probabilities
from .layers import Perceptron, dense
from .padding import neuron_mean, pairs_present

_METRICS = 8
KNOWN = _METRICS + FEATURES
"""what is measured of a circuit before it is encoded: the eight metrics, then its dynamics"""
# Standard deviations beyond which nothing is told apart: metrics of a strange circuit among the
# training circuits, means of z and u under their priors.
_FAR = 6.0


class Encoder(eqx.Module):
    """Circuit -> first guess of the posteriors; `Refinement` betters that of u."""

    embed: Perceptron
    layers: list[eqx.nn.Linear]
    pooled: Perceptron
    node: Perceptron
    scale: Array
    """[2, KNOWN] mean and standard deviation over the training circuits; not learnt"""
    latent_z: int = eqx.field(static=True)
    latent_u: int = eqx.field(static=True)

    def __init__(self, width: int, settings: dict[str, Any], scale: Array, key: Array):
        hidden, depth = settings["hidden"], settings["layers"]
        self.latent_z, self.latent_u = settings["latentZ"], settings["latentU"]
        self.scale = scale
        keys = jax.random.split(key, depth + 3)
        self.embed = Perceptron(width + 6, hidden, hidden, keys[0])
        self.layers = [eqx.nn.Linear(4 * hidden, hidden, key=keys[3 + k]) for k in range(depth)]
        self.pooled = Perceptron(3 * hidden + KNOWN, hidden, 2 * self.latent_z, keys[1], 0.3)
        self.node = Perceptron(hidden + self.latent_z, hidden, 2 * self.latent_u, keys[2], 0.3)

    def states(self, f: Array, a: Array) -> Array:
        """Node states [B, N, H] after message passing."""
        back = jnp.swapaxes(a, 1, 2)
        both = a * back
        either = a + back - both
        two_steps = a @ a
        # How often two steps from a neuron are closed forwards, backwards, in either direction.
        closed = [(two_steps * a).sum(2), (two_steps * back).sum(2)]
        closed.append(((either @ either) * either).sum(2))
        counts = jnp.stack([a.sum(2), a.sum(1), both.sum(2), *closed], axis=-1)
        h = self.embed(jnp.concatenate([f, jnp.log1p(counts)], axis=-1))
        for layer in self.layers:
            # Sums over neighbours grow with N; the root keeps N 16 and N 256 in one range.
            told = jnp.concatenate([h, a @ h * 0.2, back @ h * 0.2, both @ h * 0.5], axis=-1)
            h = h + jax.nn.silu(dense(layer, told))
        return h

    def standard(self, a: Array, present: Array | None = None) -> Array:
        """What is known of circuits [B, KNOWN], in standard deviations of the training circuits."""
        scale = jax.lax.stop_gradient(self.scale)
        known = jnp.concatenate([observed_metrics(a, present), dynamics(a, present)], axis=-1)
        return (known - scale[0]) / scale[1]

    def blueprint(self, h: Array, a: Array, present: Array | None = None) -> tuple[Array, Array]:
        """z mean and log-variance [B, Z] from node states and what is known of the circuit."""
        if present is None:
            mean, most = h.mean(1), h.max(1)
            spread = ((h - mean[:, None]) ** 2).mean(1)
        else:
            here = present[:, :, None]
            mean = neuron_mean(h * here, present)
            most = jnp.where(here > 0, h, -jnp.inf).max(1)
            spread = neuron_mean((h - mean[:, None]) ** 2 * here, present)
        known = jnp.clip(self.standard(a, present), -_FAR, _FAR)
        out = self.pooled(jnp.concatenate([mean, most, jnp.sqrt(spread + 1e-6), known], axis=-1))
        return _bounded(out[:, : self.latent_z]), _log_variance(out[:, self.latent_z :])

    def individuals(self, h: Array, z: Array) -> tuple[Array, Array]:
        """Standard u mean and log-variance [B, N, U] from node states and z."""
        wide = jnp.broadcast_to(z[:, None], (*h.shape[:2], z.shape[-1]))
        out = self.node(jnp.concatenate([h, wide], axis=-1))
        return _bounded(out[..., : self.latent_u]), _log_variance(out[..., self.latent_u :])


class Circuit(NamedTuple):
    """What is known of circuits when u is inferred."""

    f: Array
    a: Array
    z: Array
    present: Array | None = None
    """[B, N], as in padding.py"""


class Refinement(eqx.Module):
    """One step that betters the posterior of u by what the decoder still gets wrong.

    Learned iterative inference (Marino, Yue & Mandt 2018, arXiv 1807.09356): the means are decoded,
    and what is observed less what was expected of each pair is the slope of the likelihood in the
    decoder's factors, which its network carries back to u. A learned share of the step goes along
    the slope of the whole bound, as far as the posterior is wide and at most one
    standard deviation of the prior; the rest is free.
    """

    step: Perceptron
    price: Array
    """of a nat of u, as in training; not learnt"""

    def __init__(self, settings: dict[str, Any], key: Array):
        hidden, latent_u = settings["hidden"], settings["latentU"]
        self.price = jnp.asarray(settings["betaU"], jnp.float32)
        told = hidden + 3 * latent_u + 3 * RANK + 4
        self.step = Perceptron(told, hidden, 3 * latent_u, key, 0.1)

    def __call__(
        self,
        decoder: Decoder,
        h: Array,
        circuit: Circuit,
        pairs: tuple[Array, Array],
        guess: tuple[Array, Array],
    ) -> tuple[Array, Array]:
        """Better mean and log-variance [B, N, U] of u. pairs: decoder.pairs."""
        f, a, z, present = circuit
        mean, logvar = guess
        factors, carry = jax.vjp(lambda u: decoder.factors(f, z, u), mean)
        _, q, both = pair_probabilities(*decoder.wire(factors, pairs, present), present)
        off = pairs_present(a, present)
        wrong = (a - q) * off
        mutual = (a * jnp.swapaxes(a, 1, 2) - both) * off
        slopes = factor_slopes(factors, wrong, mutual)
        (slope,) = carry(slopes)
        expected = [q.sum(axis)[..., None] for axis in (2, 1)]
        wide = [0.8 * part for part in (slopes.source, slopes.target, slopes.mutual)]
        counts = [0.2 * part for part in (slopes.out, slopes.into, *expected)]
        told = _compressed(jnp.concatenate([slope, *wide, *counts], axis=-1))
        change = self.step(jnp.concatenate([h, mean, logvar, told], axis=-1))
        free, wider, share = jnp.split(change, 3, axis=-1)
        uphill = slope - jax.lax.stop_gradient(self.price) * mean
        along = jnp.tanh(jax.nn.sigmoid(share) * jnp.exp(logvar) * uphill)
        return _bounded(mean + free + along), _log_variance(logvar + wider)


def factor_slopes(factors: Factors, wrong: Array, mutual: Array) -> Factors:
    """Slope of the log-likelihood of circuits in the factors, the levels of z held.

    wrong, mutual [B, N, N]: observed less expected connections, and reciprocal pairs.
    """
    back = jnp.swapaxes(wrong, 1, 2)
    return Factors(
        wrong @ factors.target / 4,
        back @ factors.source / 4,
        mutual @ factors.mutual / 4,
        wrong.sum(2)[..., None],
        back.sum(2)[..., None],
    )


def _bounded(mean: Array) -> Array:
    """Smoothly within `_FAR` standard deviations of the prior.

    Means can run away on a strange circuit, and one such circuit undid a training.
    """
    return _FAR * jnp.tanh(mean / _FAR)


def _compressed(x: Array) -> Array:
    """As it is where small, as its logarithm where large.

    Slopes of a strange circuit grow to thousands, and rounding with them.
    """
    return jnp.sign(x) * jnp.log1p(jnp.abs(x))


def _log_variance(x: Array) -> Array:
    return jnp.clip(x, -8.0, 3.0)

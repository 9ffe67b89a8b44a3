"""The encoder: a circuit -> posteriors of its blueprint and of its neurons' individualities.

f [B, N, F] conditions, a [B, N, N] wiring (row = presynaptic), h [B, N, H] node states.
"""

from typing import Any

import equinox as eqx
import jax
import jax.numpy as jnp
from jax import Array

from .decoder import RANK, Decoder
from .expected import observed_metrics, pair_probabilities
from .layers import Perceptron, dense

_METRICS = 8
# Metrics of a strange circuit are cut here, in standard deviations of the training circuits.
_FAR = 6.0


class Encoder(eqx.Module):
    """Circuit -> first guess of the posteriors; `Refinement` betters that of u."""

    embed: Perceptron
    layers: list[eqx.nn.Linear]
    pooled: Perceptron
    node: Perceptron
    scale: Array
    """[2, 8] mean and standard deviation of the metrics of the training circuits; not learnt"""
    latent_z: int = eqx.field(static=True)
    latent_u: int = eqx.field(static=True)

    def __init__(self, width: int, settings: dict[str, Any], scale: Array, key: Array):
        hidden, depth = settings["hidden"], settings["layers"]
        self.latent_z, self.latent_u = settings["latentZ"], settings["latentU"]
        self.scale = scale
        keys = jax.random.split(key, depth + 3)
        self.embed = Perceptron(width + 6, hidden, hidden, keys[0])
        self.layers = [eqx.nn.Linear(4 * hidden, hidden, key=keys[3 + k]) for k in range(depth)]
        self.pooled = Perceptron(3 * hidden + _METRICS, hidden, 2 * self.latent_z, keys[1], 0.3)
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

    def blueprint(self, h: Array, a: Array) -> tuple[Array, Array]:
        """z mean and log-variance [B, Z] from node states and the circuit's own metrics."""
        mean = h.mean(1)
        spread = jnp.sqrt(((h - mean[:, None]) ** 2).mean(1) + 1e-6)
        scale = jax.lax.stop_gradient(self.scale)
        metrics = jnp.clip((observed_metrics(a) - scale[0]) / scale[1], -_FAR, _FAR)
        out = self.pooled(jnp.concatenate([mean, h.max(1), spread, metrics], axis=-1))
        return out[:, : self.latent_z], _log_variance(out[:, self.latent_z :])

    def individuals(self, h: Array, z: Array) -> tuple[Array, Array]:
        """Standard u mean and log-variance [B, N, U] from node states and z."""
        wide = jnp.broadcast_to(z[:, None], (*h.shape[:2], z.shape[-1]))
        out = self.node(jnp.concatenate([h, wide], axis=-1))
        return out[..., : self.latent_u], _log_variance(out[..., self.latent_u :])


class Refinement(eqx.Module):
    """One step that betters the posterior of u by what the decoder still gets wrong.

    Learned iterative inference (Marino, Yue & Mandt 2018, arXiv 1807.09356): the means are decoded,
    and what is observed less what was expected of each pair is carried back to its two neurons
    along the decoder's own factors, which is how the likelihood depends on them.
    """

    step: Perceptron
    latent_u: int = eqx.field(static=True)

    def __init__(self, settings: dict[str, Any], key: Array):
        hidden, self.latent_u = settings["hidden"], settings["latentU"]
        told = hidden + 2 * self.latent_u + 3 * RANK + 4
        self.step = Perceptron(told, hidden, 2 * self.latent_u, key, 0.1)

    def __call__(
        self,
        decoder: Decoder,
        h: Array,
        circuit: tuple[Array, Array, Array],
        pairs: tuple[Array, Array],
        guess: tuple[Array, Array],
    ) -> tuple[Array, Array]:
        """Better mean and log-variance [B, N, U] of u. circuit: f, a, z; pairs: decoder.pairs."""
        f, a, z = circuit
        mean, logvar = guess
        factors = decoder.factors(f, z, mean)
        _, q, both = pair_probabilities(*decoder.wire(factors, pairs))
        off = 1 - jnp.eye(a.shape[-1], dtype=a.dtype)
        wrong = (a - q) * off
        mutual = (a * jnp.swapaxes(a, 1, 2) - both) * off
        told = [wrong @ factors.target, jnp.swapaxes(wrong, 1, 2) @ factors.source]
        told.append(mutual @ factors.mutual)
        told += [x.sum(axis)[..., None] for x in (wrong, q) for axis in (2, 1)]
        change = self.step(
            jnp.concatenate([h, mean, logvar, *(0.2 * part for part in told)], axis=-1)
        )
        return mean + change[..., : self.latent_u], _log_variance(
            logvar + change[..., self.latent_u :]
        )


def _log_variance(x: Array) -> Array:
    return jnp.clip(x, -8.0, 3.0)

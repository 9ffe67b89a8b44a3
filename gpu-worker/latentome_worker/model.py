"""The hierarchical variational auto-encoder: a blueprint z a circuit, an individuality u a neuron.

Letters as in the contracts: B circuits, N neurons, F condition columns, Z and U latent dimensions,
H hidden width. f [B, N, F], a [B, N, N] (row = presynaptic), z [B, Z], u [B, N, U].
"""

from typing import Any, NamedTuple

import equinox as eqx
import jax
import jax.numpy as jnp
from jax import Array

_BUMPS = 8
_BUMP_WIDTH = 0.4
_RANK = 16
_LOGIT_BOUND = 20.0
_SHIFT = 8.0
_LEAST = 1e-7
# Logs of the shares of ordered pairs that are connected and reciprocal before anything is learnt.
_CONNECTED = -4.0
_RECIPROCAL = -7.0


def dense(layer: eqx.nn.Linear, x: Array) -> Array:
    """A linear layer over the last axis of any shape."""
    assert layer.bias is not None
    return x @ layer.weight.T + layer.bias


class Perceptron(eqx.Module):
    """One hidden layer: [..., I] -> [..., O]."""

    first: eqx.nn.Linear
    second: eqx.nn.Linear

    def __init__(self, inputs: int, hidden: int, outputs: int, key: Array, scale: float = 1.0):
        one, two = jax.random.split(key)
        self.first = eqx.nn.Linear(inputs, hidden, key=one)
        second = eqx.nn.Linear(hidden, outputs, key=two)
        # A small last layer starts training from an almost constant answer.
        self.second = jax.tree.map(lambda leaf: leaf * scale, second)

    def __call__(self, x: Array) -> Array:
        return dense(self.second, jax.nn.silu(dense(self.first, x)))


class Posterior(NamedTuple):
    """Means and log-variances; those of u are of the *standard* u, whose prior is N(0, I)."""

    z_mean: Array
    z_logvar: Array
    u_mean: Array
    u_logvar: Array


class Encoder(eqx.Module):
    """Circuit -> posterior of z, and of u given z."""

    embed: Perceptron
    layers: list[eqx.nn.Linear]
    pooled: Perceptron
    node: Perceptron
    latent_z: int = eqx.field(static=True)
    latent_u: int = eqx.field(static=True)

    def __init__(self, width: int, settings: dict[str, Any], key: Array):
        hidden, depth = settings["hidden"], settings["layers"]
        self.latent_z, self.latent_u = settings["latentZ"], settings["latentU"]
        keys = jax.random.split(key, depth + 3)
        self.embed = Perceptron(width + 4, hidden, hidden, keys[0])
        self.layers = [eqx.nn.Linear(4 * hidden, hidden, key=keys[3 + k]) for k in range(depth)]
        self.pooled = Perceptron(3 * hidden, hidden, 2 * self.latent_z, keys[1], 0.3)
        self.node = Perceptron(hidden + self.latent_z, hidden, 2 * self.latent_u, keys[2], 0.3)

    def states(self, f: Array, a: Array) -> Array:
        """Node states [B, N, H] after message passing."""
        back = jnp.swapaxes(a, 1, 2)
        both = a * back
        # Closure: how often two steps out of a neuron end where one step does.
        closure = ((a @ a) * a).sum(2)
        counts = jnp.stack([a.sum(2), a.sum(1), both.sum(2), closure], axis=-1)
        h = self.embed(jnp.concatenate([f, jnp.log1p(counts)], axis=-1))
        for layer in self.layers:
            # Sums over neighbours grow with N; the root keeps N 16 and N 256 in one range.
            told = jnp.concatenate([h, a @ h * 0.2, back @ h * 0.2, both @ h * 0.5], axis=-1)
            h = h + jax.nn.silu(dense(layer, told))
        return h

    def blueprint(self, h: Array) -> tuple[Array, Array]:
        """z mean and log-variance [B, Z] from node states."""
        mean = h.mean(1)
        spread = jnp.sqrt(((h - mean[:, None]) ** 2).mean(1) + 1e-6)
        out = self.pooled(jnp.concatenate([mean, h.max(1), spread], axis=-1))
        return out[:, : self.latent_z], jnp.clip(out[:, self.latent_z :], -8.0, 3.0)

    def individuals(self, h: Array, z: Array) -> tuple[Array, Array]:
        """Standard u mean and log-variance [B, N, U] from node states and z."""
        wide = jnp.broadcast_to(z[:, None], (*h.shape[:2], z.shape[-1]))
        out = self.node(jnp.concatenate([h, wide], axis=-1))
        return out[..., : self.latent_u], jnp.clip(out[..., self.latent_u :], -8.0, 3.0)

    def __call__(self, f: Array, a: Array) -> Posterior:
        h = self.states(f, a)
        z_mean, z_logvar = self.blueprint(h)
        return Posterior(z_mean, z_logvar, *self.individuals(h, z_mean))


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
        self.mix = eqx.nn.Linear(hidden, 3 * _RANK + 2, key=keys[2])
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

    def wire(self, f: Array, z: Array, u: Array, pairs: tuple[Array, Array]) -> tuple[Array, Array]:
        """Logits of one individual given `pairs(f, z)`."""
        wide = jnp.broadcast_to(z[:, None], (*f.shape[:2], z.shape[-1]))
        known = jnp.concatenate([f, wide], axis=-1)
        prior = self.prior(known)
        own = prior[..., : self.latent_u] + jnp.exp(prior[..., self.latent_u :]) * u
        h = jax.nn.silu(self.node(jnp.concatenate([known, own], axis=-1)))
        out = dense(self.mix, h)
        s, t, r = (out[..., k * _RANK : (k + 1) * _RANK] for k in range(3))
        base, shares = pairs
        lo = s @ jnp.swapaxes(t, 1, 2) / 4 + out[..., -2:-1] + jnp.swapaxes(out[..., -1:], 1, 2)
        rho = r @ jnp.swapaxes(r, 1, 2) / 4
        return _levelled(lo + base + _CONNECTED, rho, shares)

    def __call__(self, f: Array, z: Array, u: Array) -> tuple[Array, Array]:
        return self.wire(f, z, u, self.pairs(f, z))


def _levelled(lo: Array, rho: Array, shares: Array) -> tuple[Array, Array]:
    """Logits shifted so that about the asked shares of pairs are connected, and reciprocal.

    shares [B, 2]: logs of the expected shares of ordered pairs with i -> j, and with i <-> j. So z
    sets density and reciprocity whatever the conditions are, and the rest of the decoder says who
    is connected. One step is exact where connections are few.
    """
    n = lo.shape[1]
    lo, rho = _bounded(lo), _bounded(rho)
    forward = jnp.exp(lo)
    backward = jnp.swapaxes(forward, 1, 2)
    both = forward * backward * jnp.exp(rho)
    share = (1 - jnp.eye(n, dtype=lo.dtype)) / (1 + forward + backward + both)
    pairs = n * (n - 1)
    connected = jnp.log(((forward + both) * share).sum((1, 2)) / pairs + _LEAST)
    reciprocal = jnp.log((both * share).sum((1, 2)) / pairs + _LEAST)
    more = jnp.clip(shares[:, 0] - connected, -_SHIFT, _SHIFT)
    closer = jnp.clip(shares[:, 1] - reciprocal - 2 * more, -_SHIFT, _SHIFT)
    return _bounded(lo + more[:, None, None]), _bounded(rho + closer[:, None, None])


def _bounded(logits: Array) -> Array:
    """Within what exponentials of sums of three can bear in float32."""
    return jnp.clip(logits, -_LOGIT_BOUND, _LOGIT_BOUND)


class Model(eqx.Module):
    """Encoder, decoder and the head that reads the standardised metrics from z."""

    encoder: Encoder
    decoder: Decoder
    head: eqx.nn.Linear

    def __init__(self, width: int, settings: dict[str, Any], key: Array):
        keys = jax.random.split(key, 3)
        self.encoder = Encoder(width, settings, keys[0])
        self.decoder = Decoder(width, settings, keys[1])
        self.head = eqx.nn.Linear(settings["latentZ"], 8, key=keys[2])

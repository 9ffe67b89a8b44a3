"""What training minimises: the evidence bound and the blueprint loss.

Blueprint loss: with z of an encoded circuit, two individuals are drawn from the prior of u and
their expected metrics computed in closed form. The product of their two standardised errors is an
unbiased estimate of the squared error of the expectation over individuals; a part of the loss is
each individual's own squared error, because z leaves little of the metrics open. Far errors are
compressed one by one: a bound on the product itself is a reward for rare wild individuals, and was
found by training (LOG.md).
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jax import Array

from .encoder import Circuit
from .expected import expected_metrics, pair_probabilities
from .layers import dense
from .model import Model

# Errors beyond this many standard deviations count less and less.
_FAR = 4.0
# Share of the blueprint loss that is each individual's own error. What z leaves open of the metrics
# is little, so individuals may differ little; it narrows their spread (LOG.md, nos. 22 and 42).
_OWN = 0.7
# What dynamics weigh in the head beside the metrics, which the blueprint loss asks for as well.
_DYNAMICS = 2.0


class Batch(NamedTuple):
    """f [B, N, F], a [B, N, N]; target [B, 8]: standardised metrics, with known [B, 8] 0 where not
    defined; present [B, N] where circuits differ in size (padding.py).
    """

    f: Array
    a: Array
    target: Array
    known: Array
    present: Array | None = None


class Weights(NamedTuple):
    """Weights of the terms, numbers or scalars so that none of them is compiled in."""

    beta_z: float
    beta_u: float
    blueprint: float
    head: float


class Scale(NamedTuple):
    """Mean and standard deviation [8] of the metrics of the training circuits."""

    mean: Array
    sd: Array


def divergence(mean: Array, logvar: Array) -> Array:
    """Kullback-Leibler divergence [B] of N(mean, exp(logvar)) from N(0, I), in nats."""
    each = (jnp.exp(logvar) + mean * mean - 1 - logvar) / 2
    return each.reshape(each.shape[0], -1).sum(1)


def edge_nats(a: Array, lo: Array, rho: Array, partition: Array) -> Array:
    """Negative log-likelihood [B] of circuits under the four-state pairs (and autapses, if any)."""
    n = a.shape[-1]
    eye = jnp.eye(n, dtype=a.dtype)
    both = a * jnp.swapaxes(a, 1, 2) * (1 - eye)
    inside = (a * (1 - eye) * lo).sum((1, 2)) + (both * rho).sum((1, 2)) / 2
    return partition.sum((1, 2)) / 2 - inside


def autapse_nats(a: Array, lo: Array, present: Array | None = None) -> Array:
    """Negative log-likelihood [B] of the diagonal."""
    own = jnp.diagonal(lo, axis1=1, axis2=2)
    each = jax.nn.softplus(own) - jnp.diagonal(a, axis1=1, axis2=2) * own
    return (each if present is None else each * present).sum(1)


def agreement(first: Array, second: Array) -> Array:
    """Product of two individuals' standardised errors; on average the square of the common one."""
    return _FAR**2 * jnp.arcsinh(first / _FAR) * jnp.arcsinh(second / _FAR)


def missed(first: Array, second: Array) -> Array:
    """Blueprint loss of two individuals' standardised errors: mostly the square of what they share,
    and a part of the mean of their own squares.
    """
    own = (agreement(first, first) + agreement(second, second)) / 2
    return (1 - _OWN) * agreement(first, second) + _OWN * own


def loss(
    model: Model, batch: Batch, weights: Weights, scale: Scale, key: Array, self_edges: bool
) -> tuple[Array, dict[str, Array]]:
    """Mean loss a circuit in nats, and its parts."""
    noise, count, present = jax.random.split(key, 3), len(batch.f), batch.present
    h = model.encoder.states(batch.f, batch.a)
    z_mean, z_logvar = model.encoder.blueprint(h, batch.a, present)
    z = z_mean + jnp.exp(z_logvar / 2) * jax.random.normal(noise[0], z_mean.shape)
    pairs = model.decoder.pairs(batch.f, z)
    u_mean, u_logvar = model.individuals(h, Circuit(batch.f, batch.a, z, present), pairs)
    u = u_mean + jnp.exp(u_logvar / 2) * jax.random.normal(noise[1], u_mean.shape)

    # The encoded individual and two of the prior, one after the other in the batch.
    drawn = jax.random.normal(noise[2], (2, *u.shape))
    factors = model.decoder.factors(_thrice(batch.f), _thrice(z), jnp.concatenate([u, *drawn]))
    thrice = None if present is None else _thrice(present)
    lo, rho = model.decoder.wire(factors, (_thrice(pairs[0]), _thrice(pairs[1])), thrice)
    partition, q, both = pair_probabilities(lo, rho, thrice)
    nats = edge_nats(batch.a, lo[:count], rho[:count], partition[:count])
    if self_edges:
        nats = nats + autapse_nats(batch.a, lo[:count], present)

    twice = None if thrice is None else thrice[count:]
    expected = expected_metrics(q[count:], both[count:], twice)
    standard = ((expected - scale.mean) / scale.sd).reshape(2, count, -1)
    first, second = (standard - batch.target) * batch.known
    blueprint = missed(first, second).sum(1)
    guess = dense(model.head, z)
    eight = batch.target.shape[1]
    head = ((guess[:, :eight] - batch.target) ** 2 * batch.known).sum(1)
    beyond = model.encoder.standard(batch.a, present)[:, eight:]
    head = head + _DYNAMICS * ((guess[:, eight:] - beyond) ** 2).sum(1)

    parts = {
        "nats": nats,
        "nats_z": divergence(z_mean, z_logvar),
        "nats_u": divergence(*_of_present(present, u_mean, u_logvar)),
        "blueprint": blueprint,
        "head": head,
    }
    each = (
        nats
        + weights.beta_z * parts["nats_z"]
        + weights.beta_u * parts["nats_u"]
        + weights.blueprint * blueprint
        + weights.head * head
    )
    means = {name: value.mean() for name, value in parts.items()}
    return each.mean(), {"loss": each.mean(), **means}


def _of_present(present: Array | None, *parts: Array) -> tuple[Array, ...]:
    """Parts [B, N, D] with 0 for absent neurons, where their posterior is their prior."""
    return parts if present is None else tuple(part * present[..., None] for part in parts)


def _thrice(x: Array) -> Array:
    return jnp.concatenate([x, x, x])

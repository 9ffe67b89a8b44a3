"""Expected counts of a circuit drawn from pair probabilities, in closed form.

Given z and u the pairs of neurons are independent, so the expectation of a product over distinct
pairs is the product of the expectations. These are the sums under the blueprint loss.
"""

from typing import Any

import jax
import jax.numpy as jnp
from jax import Array

from .metrics import ratios
from .padding import neuron_mean, pairs_present, sizes


def expected_counts(q: Array, both: Array, present: Array | None = None) -> dict[str, Any]:
    """Expectations of metrics.counts, [B] each.

    q [B, N, N]: marginal probability of i -> j; both [B, N, N] symmetric: probability of i <-> j;
    zero diagonals, and zero for absent neurons (padding.py). `mean_square` is exact: the variance
    of the number of edges is in it.
    """
    n = sizes(q.shape[-1], present)
    back = jnp.swapaxes(q, 1, 2)
    either = q + back - both
    two_steps = q @ q
    off = 1 - jnp.eye(q.shape[-1], dtype=q.dtype)
    out, into, touch = q.sum(2), q.sum(1), either.sum(2)
    spread = (q * (1 - q)).sum((1, 2)) + (both - q * back).sum((1, 2))
    edges = q.sum((1, 2))
    return {
        "n": n,
        "edges": edges,
        "reciprocal": both.sum((1, 2)),
        "triangles": ((either @ either) * either).sum((1, 2)),
        "wedges": (touch * touch - (either * either).sum(2)).sum(1),
        "paths": (two_steps * off).sum((1, 2)),
        "feed_forward": (two_steps * q).sum((1, 2)),
        "cycles": (two_steps * back).sum((1, 2)),
        "out_square": neuron_mean(out * out + (q * (1 - q)).sum(2), present),
        "in_square": neuron_mean(into * into + (q * (1 - q)).sum(1), present),
        "in_out": neuron_mean(out * into + (both - q * back).sum(2), present),
        "mean_square": (edges * edges + spread) / n**2,
    }


def expected_metrics(q: Array, both: Array, present: Array | None = None) -> Array:
    """Metrics [B, 8] of the expected counts; denominators are kept from zero for gradients."""
    c = expected_counts(q, both, present)
    floors = {"edges": 1e-3, "wedges": 1e-3, "paths": 1e-3}
    kept = {name: jnp.maximum(value, floors.get(name, 0.0)) for name, value in c.items()}
    least = kept["mean_square"] + 1e-3
    kept["out_square"] = jnp.maximum(kept["out_square"], least)
    kept["in_square"] = jnp.maximum(kept["in_square"], least)
    return ratios(kept, jnp)


def observed_metrics(a: Array, present: Array | None = None) -> Array:
    """Metrics [B, 8] of circuits a [B, N, N] of 0 and 1, always finite: what the encoder is told.

    Denominators of nothing count as one. Autapses do not count.
    """
    n = a.shape[-1]
    a = a * (1 - jnp.eye(n, dtype=a.dtype))
    # Of pairs that are certain, expected counts are the observed ones.
    c = expected_counts(a, a * jnp.swapaxes(a, 1, 2), present)
    kept = c | {name: jnp.maximum(c[name], 1.0) for name in ("edges", "wedges", "paths")}
    for name in ("out_square", "in_square"):
        kept[name] = jnp.maximum(kept[name], kept["mean_square"] + 1e-3)
    return ratios(kept, jnp)


def pair_probabilities(
    lo: Array, rho: Array, present: Array | None = None
) -> tuple[Array, Array, Array]:
    """(log partition, q, both), each [B, N, N] with zero diagonal, of the four-state soft-max.

    The decoder bounds its logits, so the exponentials cannot overflow.
    """
    off = pairs_present(lo, present)
    forward = jnp.exp(lo)
    backward = jnp.swapaxes(forward, 1, 2)
    reciprocal = forward * backward * jnp.exp(rho)
    partition = 1 + forward + backward + reciprocal
    share = off / partition
    return jnp.log(partition) * off, (forward + reciprocal) * share, reciprocal * share


compiled_probabilities = jax.jit(pair_probabilities)

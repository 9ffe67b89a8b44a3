"""Eigenvalues of batches of circuits, by strongly connected components."""

import jax
import jax.numpy as jnp


def spectrum(a: jax.Array, steps: jax.Array) -> dict[str, jax.Array]:
    """Spectral metrics [B] of circuits [B, N, N] and the steps between their neurons.

    Connections between two components do not change the eigenvalues; left in, they would turn the
    zeros of a feed-forward circuit into the N-th root of the rounding error.
    """
    joined = steps > 0
    within = a * (joined & jnp.swapaxes(joined, 1, 2))
    # Not every accelerator has eigenvalues of general matrices.
    where = jax.devices("cpu")[0]
    moduli = jnp.abs(jnp.linalg.eigvals(jax.device_put(within, where)))
    return _measures(jnp.sort(moduli, axis=1)[:, ::-1], jax.device_put(a, where))


@jax.jit
def _measures(moduli: jax.Array, a: jax.Array) -> dict[str, jax.Array]:
    first = moduli[:, 0]
    # A single neuron has no second eigenvalue, and no first one that is not zero.
    second = moduli[:, 1] if moduli.shape[1] > 1 else jnp.zeros_like(first)
    edges = a.sum((1, 2))
    # A loop has radius 1 at least; less is rounding.
    looped = first > 0.5
    gap = jnp.maximum(0, (first - second) / first)
    departure = jnp.sqrt(jnp.maximum(0, 1 - (moduli**2).sum(1) / edges))
    return {
        "spectral_radius": jnp.where(looped, first, 0),
        "spectral_gap": jnp.where(looped, gap, jnp.nan),
        "non_normality": jnp.where(edges > 0, departure, jnp.nan),
    }

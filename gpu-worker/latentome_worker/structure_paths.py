"""Shortest directed paths between all neurons of batches of circuits."""

import jax
import jax.numpy as jnp

State = tuple[jax.Array, jax.Array, jax.Array]


@jax.jit
def shortest_paths(a: jax.Array) -> jax.Array:
    """Steps [B, N, N] from row to column; 0 where there is no path, and on the diagonal."""
    own = jnp.eye(a.shape[-1], dtype=bool)[None]

    def grow(state: State) -> State:
        steps, newest, length = state
        next_ones = ((newest.astype(a.dtype) @ a) > 0) & (steps == 0) & ~own
        return jnp.where(next_ones, length, steps), next_ones, length + 1

    begun = jnp.where(a > 0, 1, 0)
    steps, _, _ = jax.lax.while_loop(
        lambda state: state[1].any(), grow, (begun, a > 0, jnp.asarray(2, begun.dtype))
    )
    return steps


@jax.jit
def reach(steps: jax.Array) -> dict[str, jax.Array]:
    """Metrics [B] of the steps [B, N, N] between neurons."""
    n = steps.shape[-1]
    joined = steps > 0
    pairs = joined.sum((1, 2))
    inverse = jnp.where(joined, 1 / jnp.maximum(steps, 1), 0.0).sum((1, 2))
    together = (joined & jnp.swapaxes(joined, 1, 2)).sum(2) + 1
    # Without pairs a quotient is 0 / 0, which is what not defined looks like here.
    possible = jnp.asarray(n * (n - 1), inverse.dtype)
    return {
        "largest_component": together.max(1) / n,
        "reachability": pairs / possible,
        "path_length": steps.sum((1, 2)) / pairs,
        "efficiency": inverse / possible,
    }

"""What of a circuit its dynamics hang on, from products of its wiring alone.

The eight metrics do not tell how activity grows, and memory and prediction hang on it: told the
spectral radius beside them, a regression explains far more of both (LOG.md). Here is what leads to
it in products of matrices, which ONNX and any accelerator have.
"""

import jax.numpy as jnp
from jax import Array

FEATURES = 5
_DOUBLINGS = 6
_KEPT = (1, 2, 3, _DOUBLINGS)
# Enough for paths of 256 steps.
_SQUARINGS = 8
# Squares of norms below this are zero but for rounding; powers have norm 1 before each squaring.
_NOTHING = 1e-20


def dynamics(a: Array, present: Array | None = None) -> Array:
    """[B, 5] of circuits a [B, N, N] of 0 and 1, row = presynaptic; autapses do not count.

    log(1 + |A^p|^(1/p)) with the Frobenius norm for p = 2, 4, 8, 64, which comes near to that of
    the spectral radius (Gelfand 1941, Mat. Sb. 9:3) and is 0 where there is no walk of p steps;
    then the share of neurons in the largest strongly connected component.
    """
    n = a.shape[-1]
    eye = jnp.eye(n, dtype=a.dtype)
    a = a * (1 - eye)
    power = a
    size = a.sum((1, 2)) * 0
    alive = size + 1
    found: list[Array] = []
    for doubling in range(_DOUBLINGS + 1):
        square = (power * power).sum((1, 2))
        alive = alive * (square > _NOTHING)
        norm = jnp.sqrt(jnp.maximum(square, _NOTHING))
        size = size + jnp.log(norm)
        if doubling in _KEPT:
            found.append(alive * jnp.log1p(jnp.exp(size / 2**doubling)))
        power = power / norm[:, None, None]
        power, size = power @ power, 2 * size
    reached = a + eye
    for _ in range(_SQUARINGS):
        reached = jnp.clip(reached @ reached, 0.0, 1.0)
    mutual = reached * jnp.swapaxes(reached, 1, 2)
    together = mutual.mean(2) if present is None else mutual.sum(2) / present.sum(1)[:, None]
    return jnp.stack([*found, together.max(1)], axis=-1)

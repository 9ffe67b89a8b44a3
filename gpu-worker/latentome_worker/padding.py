"""Circuits of different N in one batch: which neurons and pairs of a padded array are there.

present [B, N] is 1 for the neurons of a circuit and 0 behind them; None where all are there, so
that nothing is multiplied by one.
"""

from collections.abc import Sequence

import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
from jax import Array

ABSENT = -1
"""what stands behind the members of a circuit that is smaller than the array"""


def pairs_present(like: Array, present: Array | None) -> Array:
    """1 for ordered pairs of different neurons, as [N, N], or [B, N, N] where some are absent.

    like [B, N, N]: gives N and the kind of number.
    """
    off = 1 - jnp.eye(like.shape[-1], dtype=like.dtype)
    return off if present is None else off * present[:, :, None] * present[:, None, :]


def sizes(n: int, present: Array | None) -> int | Array:
    """Neurons in a circuit: n of all, or [B]."""
    return n if present is None else present.sum(1)


def neuron_mean(x: Array, present: Array | None) -> Array:
    """Mean over the neurons of x [B, N] or [B, N, D]; what stands for absent ones must be 0."""
    if present is None:
        return x.mean(1)
    count = present.sum(1)
    return x.sum(1) / count.reshape(-1, *[1] * (x.ndim - 2))


def padded(groups: Sequence[npt.NDArray[np.int64]]) -> npt.NDArray[np.int64]:
    """Members of circuits [C, N] of several sizes as one array [sum C, largest N]."""
    width = max(group.shape[1] for group in groups)
    return np.concatenate(
        [
            np.pad(group, ((0, 0), (0, width - group.shape[1])), constant_values=ABSENT)
            for group in groups
        ]
    )

"""From the means of standardised log weights to the weights of one drawn circuit.

The twin of core/decoder/weights.ts. Matrices are [N, N], row = presynaptic.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from .random import STREAM_WEIGHTS, normals

Floats = npt.NDArray[np.float64]


def weights_of(mu: npt.ArrayLike, noise: npt.ArrayLike, scale: dict[str, Any]) -> Floats:
    """exp(logMean + logSd (mu + sd noise)), in the shape of mu; of synapses the nearest count.

    noise: standard normal. scale: `weights` of the manifest.
    """
    standard = np.asarray(mu, np.float64) + scale["sd"] * np.asarray(noise, np.float64)
    weight = np.exp(scale["logMean"] + scale["logSd"] * standard)
    return np.maximum(1, np.floor(weight + 0.5)) if scale["of"] == "synapses" else weight


def draw_weights(
    mu: npt.ArrayLike, adjacency: npt.NDArray[np.uint8], seed: int, scale: dict[str, Any]
) -> Floats:
    """Weights [N, N] of a drawn circuit, 0 where there is no connection."""
    n = adjacency.shape[0]
    noise = normals(seed, STREAM_WEIGHTS, 0, 0, np.arange(n * n)).reshape(n, n)
    return np.where(adjacency == 1, weights_of(mu, noise, scale), 0)

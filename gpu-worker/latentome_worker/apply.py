"""What is asked of a network over and over: edge probabilities, drawn circuits, their metrics."""

import numpy as np
import numpy.typing as npt

from .draw import draw_many
from .metrics import measure
from .network import Array, Floats, Wires

# Draws need a few arrays of pairs in float64, so a few hundred circuits at a time.
_CHUNK = 256


def edge_marginals(network: Wires, f: Array, z: Array, u: Array) -> Floats:
    """Probability of i -> j, [C, N, N]; the diagonal means nothing."""
    parts: list[Floats] = []
    for start in range(0, f.shape[0], _CHUNK):
        cut = slice(start, start + _CHUNK)
        lo, rho = network.decode(f[cut], z[cut], u[cut])
        # Logits are bounded in the decoder, so the exponentials cannot overflow.
        forward = np.exp(lo)
        backward = np.swapaxes(forward, 1, 2)
        both = forward * backward * np.exp(rho)
        marginals = (forward + both) / (1 + forward + backward + both)
        parts.append(marginals.astype(np.float32))
    return np.concatenate(parts)


def draw_circuits(
    network: Wires, f: Array, z: Array, chance: np.random.Generator
) -> npt.NDArray[np.uint8]:
    """One circuit [C, N, N] for each row, of a new individual each; without autapses."""
    n = f.shape[1]
    drawn: list[npt.NDArray[np.uint8]] = []
    for start in range(0, f.shape[0], _CHUNK):
        cut = slice(start, start + _CHUNK)
        rows = f[cut].shape[0]
        u = chance.standard_normal((rows, n, network.latent_u), np.float32)
        lo, rho = network.decode(f[cut], z[cut], u)
        drawn.append(draw_many(lo, rho, chance.random((rows, n * (n - 1) // 2), np.float32)))
    return np.concatenate(drawn)


def individuals_metrics(
    network: Wires, f: Array, z: Array, individuals: int, chance: np.random.Generator
) -> npt.NDArray[np.float64]:
    """Metrics [C, 8], each the mean over the individuals where it is defined."""
    made = np.stack([measure(draw_circuits(network, f, z, chance)) for _ in range(individuals)])
    return mean_known(made)


def mean_known(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Mean over axis 0 of what is not NaN; NaN where nothing is."""
    known = np.isfinite(values)
    total = np.where(known, values, 0).sum(0)
    return np.where(known.any(0), total / np.maximum(known.sum(0), 1), np.nan)

"""From the decoder's logits to pair probabilities and to one seeded circuit.

The twin of core/decoder. Matrices are [N, N], row = presynaptic.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .random import STREAM_AUTAPSES, STREAM_INDIVIDUALITY, STREAM_PAIRS, normals, uniforms

Floats = npt.NDArray[np.float64]

# Float backends differ in the last digits of a logit; a draw this near to a boundary may fall
# either way and is counted.
BORDER = 1e-4


@dataclass(frozen=True)
class Circuit:
    """adjacency uint8 [N, N]; borderline: draws within BORDER of a boundary."""

    adjacency: npt.NDArray[np.uint8]
    borderline: int


def individuality(seed: int, n: int, latent: int) -> npt.NDArray[np.float32]:
    """Standard normal u [N, U] of one individual."""
    return (
        normals(seed, STREAM_INDIVIDUALITY, 0, 0, np.arange(n * latent))
        .reshape(n, latent)
        .astype(np.float32)
    )


def pair_states(lo: npt.ArrayLike, rho: npt.ArrayLike) -> Floats:
    """Probabilities [..., N, N, 4] of none, forward, backward, reciprocal, read for i < j."""
    forward = np.asarray(lo, np.float64)
    backward = np.swapaxes(forward, -1, -2)
    both = forward + backward + np.asarray(rho, np.float64)
    scores = np.stack([np.zeros_like(forward), forward, backward, both], axis=-1)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)


def edge_probabilities(lo: npt.ArrayLike, rho: npt.ArrayLike) -> Floats:
    """Marginal probability of i -> j, [..., N, N], zero on the diagonal."""
    states = pair_states(lo, rho)
    marginal = states[..., 1] + states[..., 3]
    n = marginal.shape[-1]
    marginal[..., np.arange(n), np.arange(n)] = 0
    return marginal


def draw(lo: npt.ArrayLike, rho: npt.ArrayLike, seed: int, self_edges: bool = False) -> Circuit:
    """One circuit from logits lo, rho [N, N] and a seed."""
    logits = np.asarray(lo, np.float64)
    n = logits.shape[0]
    # np.triu_indices goes row by row, which is the order of the pair number.
    i, j = np.triu_indices(n, 1)
    inner = np.cumsum(pair_states(logits, rho)[i, j], axis=-1)[:, :3]
    chance = uniforms(seed, STREAM_PAIRS, 0, 0, np.arange(i.size))[:, None]
    state = (chance >= inner).sum(axis=1)
    borderline = int((np.abs(chance - inner) < BORDER).any(axis=1).sum())
    adjacency = np.zeros((n, n), np.uint8)
    adjacency[i, j] = state & 1
    adjacency[j, i] = state >> 1
    if self_edges:
        probability = 1 / (1 + np.exp(-np.diagonal(logits)))
        chance = uniforms(seed, STREAM_AUTAPSES, 0, 0, np.arange(n))
        # State 0, no autapse, comes first, as for pairs.
        np.fill_diagonal(adjacency, chance >= 1 - probability)
        borderline += int((np.abs(chance - (1 - probability)) < BORDER).sum())
    return Circuit(adjacency, borderline)


def draw_many(
    lo: npt.ArrayLike, rho: npt.ArrayLike, chance: npt.NDArray[np.floating]
) -> npt.NDArray[np.uint8]:
    """Circuits [B, N, N] without autapses from logits [B, N, N] and uniforms [B, N(N-1)/2].

    The same draw as `draw`, in the precision of its inputs.
    """
    n = np.shape(lo)[-1]
    i, j = np.triu_indices(n, 1)
    forward, backward = np.asarray(lo)[:, i, j], np.asarray(lo)[:, j, i]
    # Logits are bounded in the decoder, so the exponentials cannot overflow.
    first, second = np.exp(forward), np.exp(backward)
    both = first * second * np.exp(np.asarray(rho)[:, i, j])
    mark = chance * (1 + first + second + both)
    state = (mark >= 1).astype(np.uint8) + (mark >= 1 + first) + (mark >= 1 + first + second)
    adjacency = np.zeros((state.shape[0], n, n), np.uint8)
    adjacency[:, i, j] = state & 1
    adjacency[:, j, i] = state >> 1
    return adjacency

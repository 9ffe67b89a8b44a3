"""Null models of batches of circuits; the twins of core/nulls, draw for draw.

What they keep and why is said in core/nulls alone; core/nulls/nulls.vectors.json holds both to the
same circuits. Draw d of a circuit uses the stream (nulls, d, code of the model), whichever circuits
stand beside it, and all circuits go through the steps side by side. Row = presynaptic; autapses
stay where they are.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from .nulls_rewiring import degree_preserving, reciprocity_preserving
from .random import STREAM_NULLS, uniforms

Bits = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_ERDOS_RENYI, _DEGREE, _RECIPROCITY, _DISTANCE_TYPE = 1, 2, 3, 4
_BINS = 8


def erdos_renyi(adjacency: Bits, seed: int, draws: Ints) -> Bits:
    """Circuits [B, N, N] with as many edges as those given, anywhere; draws [B]."""
    a = _without_autapses(adjacency)
    circuits, n = a.shape[:2]
    pairs, rows = n * (n - 1), np.arange(circuits)
    edges = a.sum((1, 2), dtype=np.int64)
    chance = _uniforms(seed, _ERDOS_RENYI, draws, int(edges.max(initial=0)))
    order = np.tile(np.arange(pairs), (circuits, 1))
    for k in range(chance.shape[1]):
        other = k + np.floor(chance[:, k] * (pairs - k)).astype(np.int64)
        order[rows, other], order[:, k] = order[:, k].copy(), order[rows, other]
    made = adjacency * np.eye(n, dtype=np.uint8)
    row, k = np.nonzero(np.arange(chance.shape[1]) < edges[:, None])
    pre, post = np.divmod(order[row, k], max(n - 1, 1))
    made[row, pre, post + (post >= pre)] = 1
    return made


def degrees_kept(adjacency: Bits, seed: int, draws: Ints) -> Bits:
    """Circuits [B, N, N] with the in- and out-degrees of those given; draws [B]."""
    return degree_preserving(adjacency, lambda count: _numbers(seed, _DEGREE, draws, count))


def reciprocity_kept(adjacency: Bits, seed: int, draws: Ints) -> Bits:
    """Circuits [B, N, N] with the one-way and mutual degrees of those given; draws [B]."""
    return reciprocity_preserving(
        adjacency, lambda count: _numbers(seed, _RECIPROCITY, draws, count)
    )


def distance_type(
    adjacency: Bits,
    seed: int,
    draws: Ints,
    positions: Floats | None = None,
    kinds: npt.NDArray[np.str_] | None = None,
) -> Bits:
    """Circuits [B, N, N] with each pair by chance, as often as in its bin of distance and kinds.

    positions [B, N, 3], kinds [B, N] texts. Raises ValueError where neither tells pairs apart.
    """
    a = _without_autapses(adjacency)
    circuits, n = a.shape[:2]
    off = ~np.eye(n, dtype=bool)
    made = adjacency.copy()
    chance = _uniforms(seed, _DISTANCE_TYPE, draws, n * n).reshape(circuits, n, n)
    for row in range(circuits):
        cells = _cells(
            n, None if positions is None else positions[row], None if kinds is None else kinds[row]
        )
        pairs = np.bincount(cells[off], minlength=cells.max() + 1)
        edges = np.bincount(cells[off], a[row][off], minlength=cells.max() + 1)
        likely = edges / np.maximum(pairs, 1)
        made[row][off] = (chance[row] < likely[cells])[off]
    return made


NULLS: dict[str, Callable[..., Bits]] = {
    "erdos_renyi": erdos_renyi,
    "distance_type": distance_type,
    "degree": degrees_kept,
    "reciprocity": reciprocity_kept,
}


def _cells(n: int, positions: Floats | None, kinds: npt.NDArray[np.str_] | None) -> Ints:
    if kinds is None:
        kind, count = np.zeros(n, np.int64), 1
    else:
        names, kind = np.unique(kinds, return_inverse=True)
        count = len(names)
    if positions is None and count < 2:
        raise ValueError("distance and kind need positions, or neurons of two kinds")
    place = np.zeros((n, n), np.int64) if positions is None else _bins(n, positions)
    return (place * count + kind[:, None]) * count + kind[None, :]


def _bins(n: int, positions: Floats) -> Ints:
    between = positions[:, None] - positions[None]
    away = np.hypot(np.hypot(between[..., 0], between[..., 1]), between[..., 2])
    if n < 2:
        return np.zeros((n, n), np.int64)
    ordered = np.sort(away[~np.eye(n, dtype=bool)])
    borders = [ordered[(b + 1) * len(ordered) // _BINS] for b in range(_BINS - 1)]
    return np.searchsorted(borders, away, side="right")


def _numbers(seed: int, code: int, draws: Ints, count: int) -> tuple[Floats, Ints]:
    """The first count uniform numbers of the D different draws, [count, D], and which each is."""
    names, which = np.unique(draws, return_inverse=True)
    each = [uniforms(seed, STREAM_NULLS, int(draw), code, np.arange(count)) for draw in names]
    return np.stack(each, axis=1), which


def _uniforms(seed: int, code: int, draws: Ints, count: int) -> Floats:
    """The first count uniform numbers of each draw: [B, count]."""
    numbers, which = _numbers(seed, code, draws, count)
    return numbers.T[which]


def _without_autapses(adjacency: Bits) -> Bits:
    return adjacency * (1 - np.eye(adjacency.shape[-1], dtype=np.uint8))

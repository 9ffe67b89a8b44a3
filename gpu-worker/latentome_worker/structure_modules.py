"""Directed modularity of batches of circuits; the same search as core/metrics/communities.ts.

Louvain's method (Blondel et al. 2008) with the directed gain of Dugué & Perez 2015. Circuits are
searched side by side: all are visited in the same order, and gains are whole numbers, so that each
ends with the communities that TypeScript finds.
"""

import numpy as np
import numpy.typing as npt

from .random import STREAM_MODULARITY, Generator

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_SEED = 1
_STARTS = 4


def modularity(a: Floats) -> Floats:
    """Q [B] of the best of four searches in circuits [B, N, N] without autapses."""
    found = [_quality(a, communities(a, _SEED + start)) for start in range(_STARTS)]
    return np.max(found, axis=0)


def communities(a: Floats, seed: int) -> Ints:
    """Community [B, N] of each neuron."""
    circuits, n = a.shape[:2]
    weight, own = a, np.tile(np.arange(n), (circuits, 1))
    size = np.full(circuits, n)
    level = 0
    while True:
        labels = _settled(weight, _shuffled(n, seed, level))
        alive = np.arange(n) < size[:, None]
        used = np.zeros((circuits, n), bool)
        np.logical_or.at(used, (np.arange(circuits)[:, None], labels), alive)
        if (used.sum(1) == size).all():
            return own
        group = np.take_along_axis(used.cumsum(1) - 1, labels, 1)
        own = np.take_along_axis(group, own, 1)
        into = (group[:, :, None] == np.arange(n)) * alive[:, :, None].astype(float)
        weight = np.swapaxes(into, 1, 2) @ weight @ into
        size = used.sum(1)
        level += 1


def _shuffled(n: int, seed: int, level: int) -> list[int]:
    chance = Generator(seed, STREAM_MODULARITY, level)
    order = list(range(n))
    for i in range(n - 1, 0, -1):
        j = chance.below(i + 1)
        order[i], order[j] = order[j], order[i]
    return order


def _settled(weight: Floats, order: list[int]) -> Ints:
    """Labels [B, N] after moving one by one until no move raises modularity."""
    circuits, n = weight.shape[:2]
    rows = np.arange(circuits)
    out, into = weight.sum(2), weight.sum(1)
    m = out.sum(1)
    out_of, into_of = out.copy(), into.copy()
    labels = np.tile(np.arange(n), (circuits, 1))
    moved = True
    while moved:
        moved = False
        for i in order:
            here = labels[:, i].copy()
            out_of[rows, here] -= out[:, i]
            into_of[rows, here] -= into[:, i]
            tie = weight[:, i] + weight[:, :, i]
            tie[:, i] = 0
            places = (rows[:, None] * n + labels).ravel()
            tied = np.bincount(places, tie.ravel(), circuits * n).reshape(circuits, n)
            gain = m[:, None] * tied - out[:, i, None] * into_of - into[:, i, None] * out_of
            best = gain.argmax(1)
            better = gain[rows, best] > gain[rows, here]
            moved |= bool(better.any())
            there = np.where(better, best, here)
            labels[:, i] = there
            out_of[rows, there] += out[:, i]
            into_of[rows, there] += into[:, i]
    return labels


def _quality(a: Floats, own: Ints) -> Floats:
    member = (own[:, :, None] == np.arange(a.shape[1])).astype(float)
    between = np.swapaxes(member, 1, 2) @ a @ member
    m = between.sum((1, 2))
    inside = np.trace(between, axis1=1, axis2=2)
    expected = (between.sum(1) * between.sum(2)).sum(1)
    with np.errstate(invalid="ignore"):
        return (m * inside - expected) / m**2

"""Whether generated circuits are valid, unique and novel."""

from typing import Any

import numpy as np
import numpy.typing as npt

Bits = npt.NDArray[np.uint8]
Words = npt.NDArray[np.uint64]

_ROUNDS = 4


def valid_unique_novel(generated: Bits, known: Bits, fewest_connections: float) -> dict[str, float]:
    """Shares of generated circuits [C, N, N], known ones being [T, N, N], all without autapses.

    valid: at least as many connections as the sampler asks of a circuit. unique: of distinct
    wirings, however the neurons are named, the share of all. novel: not the wiring of a known one.
    all: valid, novel, and the first of its wiring.
    """
    mark, old = fingerprints(generated), fingerprints(known)
    valid = generated.sum((1, 2), dtype=np.int64) >= fewest_connections
    first = np.zeros(len(mark), bool)
    first[np.unique(mark, return_index=True)[1]] = True
    novel = ~np.isin(mark, old)
    shares = {"valid": valid, "unique": first, "novel": novel, "all": valid & first & novel}
    return {name: float(share.mean()) for name, share in shares.items()}


def fingerprints(adjacency: Bits) -> Words:
    """A number [C] of each circuit that does not depend on how its neurons are numbered.

    Colour refinement (Weisfeiler & Leman 1968) with directions: circuits of different numbers are
    different; different circuits that refinement cannot tell apart count as the same.
    """
    a = adjacency.astype(np.uint64)
    back = np.swapaxes(a, 1, 2)
    colour = np.full(a.shape[:2], 1, np.uint64)
    for _ in range(_ROUNDS):
        told = _mixed(colour)[..., None]
        out, into = (a @ told)[..., 0], (back @ told)[..., 0]
        colour = _mixed(colour * np.uint64(3) + _mixed(out) * np.uint64(5) + _mixed(into + _ODD))
    return _mixed(_mixed(colour).sum(1))


_ODD = np.uint64(0x9E3779B97F4A7C15)


def _mixed(x: Any) -> Words:
    """The finaliser of splitmix64 (Steele, Lea & Flood 2014); sums wrap at 2^64."""
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))

"""Rewiring of batches of circuits, side by side; the moves are those of core/nulls.

An edge stays in its slot while its ends change, so that attempt t of a circuit meets the same edges
as in TypeScript.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Bits = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_ATTEMPTS_PER_EDGE = 30
_TURN_EVERY = 4


class _Wiring:
    """Circuits [B, N, N] being rewired: their edges in slots [B, E], and the slot of each edge."""

    def __init__(self, adjacency: Bits) -> None:
        circuits, n = adjacency.shape[:2]
        self.n = n
        self.has = adjacency.astype(bool)
        row, pre, post = np.nonzero(self.has & ~np.eye(n, dtype=bool))
        self.edges = np.bincount(row, minlength=circuits)
        slot = np.arange(len(row)) - np.repeat(self.edges.cumsum() - self.edges, self.edges)
        self.ends = np.zeros((circuits, int(self.edges.max(initial=0)), 2), np.int64)
        self.ends[row, slot] = np.stack([pre, post], axis=1)
        self.slot = np.zeros((circuits, n, n), np.int64)
        self.slot[row, pre, post] = slot

    def move(self, row: Ints, old: list[tuple[Ints, Ints]], new: list[tuple[Ints, Ints]]) -> None:
        """In the circuits row [R], edges old become edges new, each a pair of arrays [R]."""
        slots = [self.slot[row, pre, post] for pre, post in old]
        for pre, post in old:
            self.has[row, pre, post] = False
        for slot, (pre, post) in zip(slots, new, strict=True):
            self.put(row, slot, pre, post)

    def put(self, row: Ints, slot: Ints, pre: Ints, post: Ints) -> None:
        self.has[row, pre, post] = True
        self.slot[row, pre, post] = slot
        self.ends[row, slot, 0] = pre
        self.ends[row, slot, 1] = post

    def between(self, row: Ints, a: Ints, b: Ints) -> Ints:
        return self.has[row, a, b] + 2 * self.has[row, b, a].astype(np.int64)


Attempt = Callable[[_Wiring, Ints, Ints, Ints, Ints, Ints], None]
# Asked for a count: uniform numbers [count, D] of D draws, and which of them each circuit [B] is.
Chance = Callable[[int], tuple[Floats, Ints]]


def _rewired(adjacency: Bits, chance: Chance, swap: Attempt, turn: Attempt) -> Bits:
    wiring = _Wiring(adjacency)
    attempts = wiring.edges * _ATTEMPTS_PER_EDGE
    numbers, draw = chance(2 * int(attempts.max(initial=0)))
    everyone = np.arange(len(adjacency))
    for t in range(len(numbers) // 2):
        row = everyone[t < attempts]
        edges = wiring.edges[row]
        first = (numbers[2 * t, draw[row]] * edges).astype(np.int64)
        second = (numbers[2 * t + 1, draw[row]] * edges).astype(np.int64)
        a, b = wiring.ends[row, first].T
        c, d = wiring.ends[row, second].T
        (turn if t % _TURN_EVERY == _TURN_EVERY - 1 else swap)(wiring, row, a, b, c, d)
    return np.where(np.eye(wiring.n, dtype=bool), adjacency, wiring.has).astype(np.uint8)


def degree_preserving(adjacency: Bits, chance: Chance) -> Bits:
    """Circuits [B, N, N] with the in- and out-degrees of those given."""
    return _rewired(adjacency, chance, _swap, _turn)


def reciprocity_preserving(adjacency: Bits, chance: Chance) -> Bits:
    """Circuits [B, N, N] with the one-way and mutual degrees of those given."""
    return _rewired(adjacency, chance, _swap_partners, _turn_partners)


def _swap(wiring: _Wiring, row: Ints, a: Ints, b: Ints, c: Ints, d: Ints) -> None:
    """a -> b and c -> d become a -> d and c -> b."""
    has = wiring.has
    ok = (a != d) & (c != b) & ~has[row, a, d] & ~has[row, c, b]
    row, a, b, c, d = row[ok], a[ok], b[ok], c[ok], d[ok]
    wiring.move(row, [(a, b), (c, d)], [(a, d), (c, b)])


def _turn(wiring: _Wiring, row: Ints, a: Ints, b: Ints, c: Ints, d: Ints) -> None:
    """a -> b -> c -> d becomes a -> c -> b -> d; d may be a."""
    has = wiring.has
    ok = (b != c) & (a != c) & (b != d) & has[row, b, c]
    ok &= ~has[row, c, b] & ~has[row, a, c] & ~has[row, b, d]
    row, a, b, c, d = row[ok], a[ok], b[ok], c[ok], d[ok]
    wiring.move(row, [(a, b), (b, c), (c, d)], [(a, c), (c, b), (b, d)])


def _swap_partners(wiring: _Wiring, row: Ints, a: Ints, b: Ints, c: Ints, d: Ints) -> None:
    """b and d exchange what joins them to a and c, where all four keep what they had."""
    ok = (a != c) & (a != d) & (b != c) & (b != d)
    ok &= wiring.between(row, a, b) == wiring.between(row, c, d)
    ok &= wiring.between(row, a, d) == wiring.between(row, c, b)
    row, a, b, c, d = row[ok], a[ok], b[ok], c[ok], d[ok]
    _exchange(
        wiring, row, b, d, [(a, np.ones(len(row), bool)), (c, np.ones(len(row), bool))], False
    )


def _turn_partners(wiring: _Wiring, row: Ints, a: Ints, b: Ints, c: Ints, d: Ints) -> None:
    """b and c exchange what joins them to a, to d, and to each other, where both keep theirs."""
    apart = a != d

    def tally(one: Ints, other: Ints) -> Ints:
        last = np.where(apart, 1 << 3 * wiring.between(row, one, d), 0)
        first = 1 << 3 * wiring.between(row, one, a)
        return first + last + (1 << 3 * wiring.between(row, one, other))

    ok = (b != c) & (a != c) & (b != d) & (tally(b, c) == tally(c, b))
    row, a, b, c, d, apart = row[ok], a[ok], b[ok], c[ok], d[ok], apart[ok]
    _exchange(wiring, row, b, c, [(a, np.ones(len(row), bool)), (d, apart)], True)


def _exchange(
    wiring: _Wiring, row: Ints, p: Ints, q: Ints, partners: list[tuple[Ints, Mask]], inner: bool
) -> None:
    """p and q change places in what joins them to the partners (by their masks) and each other."""
    arrows = [
        arrow
        for other, there in partners
        for arrow in (
            (other, p, other, q, there),
            (p, other, q, other, there),
            (other, q, other, p, there),
            (q, other, p, other, there),
        )
    ]
    if inner:
        always = np.ones(len(row), bool)
        arrows += [(p, q, q, p, always), (q, p, p, q, always)]
    found = [
        (there & wiring.has[row, pre, post], wiring.slot[row, pre, post])
        for pre, post, _, _, there in arrows
    ]
    for (moved, _), (pre, post, _, _, _) in zip(found, arrows, strict=True):
        wiring.has[row[moved], pre[moved], post[moved]] = False
    for (moved, slot), (_, _, pre, post, _) in zip(found, arrows, strict=True):
        wiring.put(row[moved], slot[moved], pre[moved], post[moved])

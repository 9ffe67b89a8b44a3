"""Philox4x32-10, the counter-based generator every draw of the project comes from.

Salmon, Moraes, Dror & Shaw 2011, Parallel random numbers: as easy as 1, 2, 3. The same generator
stands in core/random.ts; core/random.vectors.json holds them to each other. A stream is named by
(seed, stream, a, b); word i of it is lane i % 4 of block i // 4, so that any word can be had
without those before it.
"""

from math import cos, log, pi, sqrt

import numpy as np
import numpy.typing as npt

Words = npt.NDArray[np.uint32]
Floats = npt.NDArray[np.float64]

STREAM_INDIVIDUALITY = 1
STREAM_PAIRS = 2
STREAM_AUTAPSES = 3
STREAM_SAMPLING = 4
STREAM_TRAINING = 7
STREAM_WEIGHTS = 8
STREAM_MODULARITY = 20
STREAM_NULLS = 21
STREAM_RESERVOIR_INPUT = 16
STREAM_RESERVOIR_SIGNAL = 17

_MASK = np.uint64(0xFFFFFFFF)
_SHIFT = np.uint64(32)
_MULTIPLIERS = np.uint64(0xD2511F53), np.uint64(0xCD9E8D57)
_WEYL = 0x9E3779B9, 0xBB67AE85
_TWO_32 = 2.0**32


def philox(counters: Words, key: tuple[int, int]) -> Words:
    """Ten rounds over counters [..., 4] with one key (two words); returns words [..., 4]."""
    c0, c1, c2, c3 = (counters[..., lane].astype(np.uint64) for lane in range(4))
    k0, k1 = key
    for _ in range(10):
        first = _MULTIPLIERS[0] * c0
        second = _MULTIPLIERS[1] * c2
        c0, c1, c2, c3 = (
            (second >> _SHIFT) ^ c1 ^ np.uint64(k0),
            second & _MASK,
            (first >> _SHIFT) ^ c3 ^ np.uint64(k1),
            first & _MASK,
        )
        k0 = (k0 + _WEYL[0]) & 0xFFFFFFFF
        k1 = (k1 + _WEYL[1]) & 0xFFFFFFFF
    return np.stack([c0, c1, c2, c3], axis=-1).astype(np.uint32)


def key_of(seed: int) -> tuple[int, int]:
    """The key of a seed in 0..2^53-1."""
    if not 0 <= seed < 2**53:
        raise ValueError(f"a seed is a whole number from 0 to 2^53 - 1, not {seed}")
    return seed & 0xFFFFFFFF, seed >> 32


def words(seed: int, stream: int, a: int, b: int, index: npt.ArrayLike) -> Words:
    """Words at any indices of a stream, in the shape of index."""
    wanted = np.asarray(index, dtype=np.int64)
    blocks, where = np.unique(wanted // 4, return_inverse=True)
    counters = np.empty((blocks.size, 4), np.uint32)
    counters[:, 0] = blocks
    counters[:, 1:] = a, b, stream
    made = philox(counters, key_of(seed))
    return made[where.reshape(wanted.shape), wanted % 4]


def leading_words(seed: int, stream: int, a: npt.ArrayLike, b: int, count: int) -> Words:
    """The first count words of the streams of several a: [len(a), count]."""
    rows = np.asarray(a, dtype=np.uint32)
    blocks = -(-count // 4)
    counters = np.empty((rows.size, blocks, 4), np.uint32)
    counters[..., 0] = np.arange(blocks, dtype=np.uint32)
    counters[..., 1] = rows[:, None]
    counters[..., 2:] = b, stream
    return philox(counters, key_of(seed)).reshape(rows.size, blocks * 4)[:, :count]


def to_uniform(word: npt.NDArray[np.uint32]) -> Floats:
    """Words as numbers strictly between 0 and 1, exact in float64."""
    return (word.astype(np.float64) + 0.5) / _TWO_32


def uniforms(seed: int, stream: int, a: int, b: int, index: npt.ArrayLike) -> Floats:
    """Uniform numbers at any indices of a stream."""
    return to_uniform(words(seed, stream, a, b, index))


def normals(seed: int, stream: int, a: int, b: int, index: npt.ArrayLike) -> Floats:
    """Standard normal numbers (Box & Muller 1958); normal i takes uniforms 2i and 2i + 1."""
    wanted = np.asarray(index, dtype=np.int64)
    radius = uniforms(seed, stream, a, b, 2 * wanted)
    angle = uniforms(seed, stream, a, b, 2 * wanted + 1)
    return np.sqrt(-2 * np.log(radius)) * np.cos(2 * np.pi * angle)


class Generator:
    """Takes the numbers of one stream in order."""

    def __init__(
        self, seed: int, stream: int, a: int = 0, b: int = 0, leading: Words | None = None
    ) -> None:
        """`leading`: the first words of the stream where a caller has already made them."""
        self._name = seed, stream, a, b
        self._words = np.empty(0, np.uint32) if leading is None else leading
        self._next = 0

    def uniforms(self, count: int) -> Floats:
        """The next count uniform numbers."""
        end = self._next + count
        if end > self._words.size:
            grown = max(64, 2 * end)
            self._words = words(*self._name, np.arange(grown))
        taken = to_uniform(self._words[self._next : end])
        self._next = end
        return taken

    def uniform(self) -> float:
        """The next uniform number."""
        return float(self.uniforms(1)[0])

    def normal(self) -> float:
        """The next standard normal number: takes two uniforms."""
        radius, angle = self.uniforms(2)
        return sqrt(-2 * log(radius)) * cos(2 * pi * angle)

    def below(self, n: int) -> int:
        """A whole number from 0 to n-1: takes one uniform."""
        return int(self.uniform() * n)

"""What of a circuit is compared when samples of circuits are: six distributions inside it."""

from collections.abc import Callable
from dataclasses import dataclass

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt

from .structure_triads import DRAWINGS, triad_shares

Bits = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]

CONNECTED_TRIADS = tuple(name for name in DRAWINGS if name not in ("003", "012", "102"))
"""The thirteen kinds of three neurons none of which stands apart (Milo et al. 2002)."""

_QUANTILES = 100
_CHUNK = 256


@dataclass(frozen=True)
class Sample:
    """Circuits [C, N, N] without autapses, row = presynaptic, and where their neurons lie.

    position [C, N, 3] in µm, None where the connectome has none.
    """

    wiring: Bits
    position: Floats | None


@dataclass(frozen=True)
class Statistic:
    """One distribution inside a circuit; rows [C, D] of `describe` are NaN where it is not defined.

    per_neuron: D are the values of the neurons (weight 1/D), sorted; else quantiles or shares.
    """

    id: str
    distance: str
    describe: Callable[[Sample], Floats]

    def weight(self, width: int) -> float:
        """What makes the sum of differences over `width` columns the distance."""
        return 0.5 if self.distance == "total variation" else 1 / width

    def known(self, sample: Sample) -> Floats:
        """Rows of the circuits for which it is defined."""
        rows = self.describe(sample)
        return rows[np.isfinite(rows).all(1)]


def _degrees(axis: int) -> Callable[[Sample], Floats]:
    return lambda sample: np.sort(sample.wiring.sum(axis, dtype=np.float64), axis=1)


def _either(sample: Sample) -> Floats:
    return np.maximum(sample.wiring, np.swapaxes(sample.wiring, 1, 2)).astype(np.float64)


def _clustering(sample: Sample) -> Floats:
    """Share of a neuron's pairs of neighbours that are joined, whichever way; 0 below two."""
    either = _either(sample).astype(np.float32)
    degree = either.sum(2, dtype=np.float64)
    closed = ((either @ either) * either).sum(2, dtype=np.float64)
    return np.sort(closed / np.maximum(degree * (degree - 1), 1), axis=1)


def _laplacian(sample: Sample) -> Floats:
    """Eigenvalues of I - D^-1/2 S D^-1/2 of the undirected circuit; 0 for a neuron alone."""
    parts: list[Floats] = []
    for start in range(0, len(sample.wiring), _CHUNK):
        cut = slice(start, start + _CHUNK)
        either = _either(Sample(sample.wiring[cut], None))
        degree = either.sum(2)
        root = np.where(degree > 0, 1 / np.sqrt(np.maximum(degree, 1)), 0)
        matrix = -either * root[:, :, None] * root[:, None]
        diagonal = np.arange(matrix.shape[1])
        matrix[:, diagonal, diagonal] = degree > 0
        parts.append(np.asarray(np.linalg.eigvalsh(matrix), np.float64))
    return np.concatenate(parts)


def _triads(sample: Sample) -> Floats:
    """Shares of the thirteen connected triads among themselves; NaN where there is none."""
    parts: list[Floats] = []
    with jax.enable_x64(True):
        for start in range(0, len(sample.wiring), _CHUNK):
            a = sample.wiring[start : start + _CHUNK].astype(np.float64)
            rows = len(a)
            # The last chunk is filled up, so that one compilation serves all.
            filled = np.concatenate([a, np.zeros((_CHUNK - rows, *a.shape[1:]))])
            found = triad_shares(jnp.asarray(filled))
            columns = [np.asarray(found[f"triad_{name}"])[:rows] for name in CONNECTED_TRIADS]
            parts.append(np.stack(columns, axis=1))
    shares = np.concatenate(parts)
    total = shares.sum(1, keepdims=True)
    return np.where(total > 0, shares / np.where(total > 0, total, 1), np.nan)


def _lengths(sample: Sample) -> Floats:
    """Quantiles of the connection lengths in µm; NaN where there is no connection or no place."""
    places = (np.arange(_QUANTILES) + 0.5) / _QUANTILES
    rows = np.full((len(sample.wiring), _QUANTILES), np.nan)
    if sample.position is None:
        return rows
    for row, (a, where) in enumerate(zip(sample.wiring, sample.position, strict=True)):
        pre, post = np.nonzero(a)
        if pre.size:
            rows[row] = np.quantile(np.linalg.norm(where[pre] - where[post], axis=1), places)
    return rows


STATISTICS = (
    Statistic("in_degree", "earth mover", _degrees(1)),
    Statistic("out_degree", "earth mover", _degrees(2)),
    Statistic("clustering", "earth mover", _clustering),
    Statistic("laplacian", "earth mover", _laplacian),
    Statistic("triads", "total variation", _triads),
    Statistic("connection_length", "earth mover", _lengths),
)
"""Between circuits of the same number of neurons, as those of one corpus are."""

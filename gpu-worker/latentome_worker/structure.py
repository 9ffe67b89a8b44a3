"""Every structure metric of batches of circuits, in JAX; the twin of core/metrics.

What the metrics are is said in core/metrics alone; here they are computed, held to the same values
by core/metrics/structure.vectors.json. Row = presynaptic. Autapses do not count. In double
precision, since counts of triples and eigenvalues need it.
"""

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt

from .metrics import METRICS, measure
from .structure_modules import modularity
from .structure_paths import reach, shortest_paths
from .structure_spectrum import spectrum
from .structure_triads import triad_shares

Floats = npt.NDArray[np.float64]

_CHUNK = 256


def measure_structure(
    adjacency: npt.ArrayLike,
    positions: npt.ArrayLike | None = None,
    classes: npt.ArrayLike | None = None,
) -> dict[str, Floats]:
    """Metrics by id, each [B], of circuits [B, N, N]; NaN where a metric is not defined.

    positions [B, N, 3] in µm; classes [B, N] texts, of which E and I count.
    """
    circuits = np.array(adjacency, dtype=np.float64)
    diagonal = np.arange(circuits.shape[-1])
    circuits[:, diagonal, diagonal] = 0
    parts: list[dict[str, Floats]] = []
    for start in range(0, len(circuits), _CHUNK):
        rows = slice(start, start + _CHUNK)
        parts.append(
            _measure(
                circuits[rows],
                None if positions is None else np.asarray(positions, np.float64)[rows],
                None if classes is None else np.asarray(classes)[rows],
            )
        )
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _measure(a: Floats, positions: Floats | None, classes: npt.NDArray[Any] | None) -> dict:
    blueprint = measure(a)
    values = {name: blueprint[:, column] for column, name in enumerate(METRICS)}
    with jax.enable_x64(True):
        wiring = jnp.asarray(a)
        steps = shortest_paths(wiring)
        found = {
            **_directed_clustering(wiring),
            **triad_shares(wiring),
            **reach(steps),
            **spectrum(wiring, steps),
        }
        values |= {name: np.asarray(value) for name, value in found.items()}
    values["modularity"] = modularity(a)
    values["connection_length"] = _connection_length(a, positions)
    values["ei_balance"] = _ei_balance(a, classes)
    return {
        name: np.where(np.isfinite(value), value, np.nan).astype(np.float64)
        for name, value in values.items()
    }


@jax.jit
def _directed_clustering(a: jax.Array) -> dict[str, jax.Array]:
    """Fagiolo 2007, Table I: means over the neurons at which a triangle of the kind could be."""
    back = jnp.swapaxes(a, 1, 2)
    into, out, both = a.sum(1), a.sum(2), (a * back).sum(2)
    through = into * out - both

    def mean(first: jax.Array, last: jax.Array, possible: jax.Array) -> jax.Array:
        # closed_i = sum over j, k of first_ij a_jk last_ki
        closed = jnp.einsum("bij,bji->bi", first @ a, last)
        there = possible > 0
        share = jnp.where(there, closed / jnp.where(there, possible, 1), 0)
        return share.sum(1) / there.sum(1)

    return {
        "clustering_cycle": mean(a, a, through),
        "clustering_middleman": mean(back, back, through),
        "clustering_in": mean(back, a, into * (into - 1)),
        "clustering_out": mean(a, back, out * (out - 1)),
    }


def _connection_length(a: Floats, positions: Floats | None) -> Floats:
    if positions is None:
        return np.full(len(a), np.nan)
    away = np.linalg.norm(positions[:, :, None] - positions[:, None], axis=-1)
    with np.errstate(invalid="ignore"):
        return (away * a).sum((1, 2)) / a.sum((1, 2))


def _ei_balance(a: Floats, classes: npt.NDArray[Any] | None) -> Floats:
    if classes is None:
        return np.full(len(a), np.nan)
    excitatory, inhibitory = (classes == kind for kind in ("E", "I"))
    e, i = (np.einsum("bj,bji->bi", known.astype(float), a) for known in (excitatory, inhibitory))
    there = e + i > 0
    share = np.where(there, (e - i) / np.where(there, e + i, 1), 0)
    known = excitatory.any(1) & inhibitory.any(1) & there.any(1)
    return np.where(known, share.sum(1) / np.maximum(there.sum(1), 1), np.nan)

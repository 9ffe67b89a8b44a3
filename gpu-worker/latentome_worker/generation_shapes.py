"""The distributions themselves, pooled over circuits, for the plots of a report."""

from typing import Any

import numpy as np
import numpy.typing as npt

from .generation_statistics import CONNECTED_TRIADS, Sample, Statistic

Floats = npt.NDArray[np.float64]

_BINS = 24
_DIGITS = 6


def shapes(
    statistics: list[Statistic], train: Sample, test: Sample, generated: Sample
) -> list[dict[str, Any]]:
    """Of each statistic where it is looked at (x) and the share of each sample there.

    x: middles of bins, or names of triads. Each circuit counts the same. What lies beyond the last
    bin (the upper half per cent) is counted in it.
    """
    made: list[dict[str, Any]] = []
    for statistic in statistics:
        rows = {
            "train": statistic.known(train),
            "test": statistic.known(test),
            "generated": statistic.known(generated),
        }
        if statistic.id == "triads":
            x: list[Any] = list(CONNECTED_TRIADS)
            shares = {name: known.mean(0) if len(known) else None for name, known in rows.items()}
        else:
            edges = _edges(np.concatenate([known.ravel() for known in rows.values()]), statistic)
            x = ((edges[:-1] + edges[1:]) / 2).tolist()
            shares = {name: _share(known.ravel(), edges) for name, known in rows.items()}
        made.append(
            {
                "id": statistic.id,
                "x": [round(value, _DIGITS) if isinstance(value, float) else value for value in x],
                **{
                    name: [0.0] * len(x) if share is None else share.round(_DIGITS).tolist()
                    for name, share in shares.items()
                },
            }
        )
    return made


def _edges(values: Floats, statistic: Statistic) -> Floats:
    low, high = float(values.min()), float(np.quantile(values, 0.995))
    if statistic.id in ("in_degree", "out_degree"):
        step = max(1, int(np.ceil((high + 1) / _BINS)))
        return np.arange(0, high + 1 + step, step) - 0.5
    return np.linspace(low, high if high > low else low + 1, _BINS + 1)


def _share(values: Floats, edges: Floats) -> Floats | None:
    if not values.size:
        return None
    counts, _ = np.histogram(np.minimum(values, np.nextafter(edges[-1], -np.inf)), edges)
    return counts / values.size

"""The eight structure metrics of a circuit, from counts; the twin of core/metrics.

A metric is a ratio of counts, so the same `ratios` serve observed circuits and, with expected
counts (expected.py), the blueprint loss. Autapses do not count.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

METRICS = (
    "density",
    "reciprocity",
    "clustering",
    "cv_out",
    "cv_in",
    "feed_forward",
    "cycles",
    "in_out_correlation",
)

Floats = npt.NDArray[np.float64]


def counts(
    adjacency: npt.ArrayLike, sizes: npt.NDArray[np.int64] | None = None
) -> dict[str, Floats]:
    """Counts [B] of circuits [B, N, N] of 0 and 1, exact in float64.

    sizes [B]: neurons of each where they are fewer than N; rows and columns behind them are 0.
    """
    # Two-step counts are at most N, so exact in float32, and much faster there.
    a = np.array(adjacency, dtype=np.float32)
    n = a.shape[-1]
    a[:, np.arange(n), np.arange(n)] = 0
    back = np.swapaxes(a, 1, 2)
    either = np.maximum(a, back)
    two_steps = a @ a
    off = 1 - np.eye(n, dtype=np.float32)
    out, into, touch = (x.sum(2, dtype=np.float64) for x in (a, back, either))

    neurons = np.full(a.shape[0], n) if sizes is None else sizes

    def mean(x: Floats) -> Floats:
        return x.mean(1) if sizes is None else x.sum(1) / sizes

    def total(x: npt.NDArray[np.float32]) -> Floats:
        return x.sum((1, 2), dtype=np.float64)

    return {
        "n": neurons.astype(np.float64),
        "edges": total(a),
        "reciprocal": total(a * back),
        "triangles": total((either @ either) * either),
        "wedges": (touch * (touch - 1)).sum(1),
        "paths": total(two_steps * off),
        "feed_forward": total(two_steps * a),
        "cycles": total(two_steps * back),
        "out_square": mean(out * out),
        "in_square": mean(into * into),
        "in_out": mean(out * into),
        "mean_square": mean(out) ** 2,
    }


def ratios(c: dict[str, Any], np_like: Any = np) -> Any:
    """Metrics [B, 8] in the order of METRICS; NaN or infinite where a denominator is zero."""
    edges, n = c["edges"], c["n"]
    mean = edges / n
    out_variance = c["out_square"] - c["mean_square"]
    in_variance = c["in_square"] - c["mean_square"]
    return np_like.stack(
        [
            edges / (n * (n - 1)),
            c["reciprocal"] / edges,
            c["triangles"] / c["wedges"],
            out_variance**0.5 / mean,
            in_variance**0.5 / mean,
            c["feed_forward"] / c["paths"],
            c["cycles"] / c["paths"],
            (c["in_out"] - c["mean_square"]) / (out_variance * in_variance) ** 0.5,
        ],
        axis=-1,
    )


def measure(
    adjacency: npt.ArrayLike, chunk: int = 256, sizes: npt.NDArray[np.int64] | None = None
) -> Floats:
    """Metrics [B, 8] of circuits [B, N, N], sizes as in `counts`; NaN where one is not defined."""
    circuits = np.asarray(adjacency)
    parts: list[Floats] = []
    for start in range(0, circuits.shape[0], chunk):
        cut = slice(start, start + chunk)
        c = counts(circuits[cut], None if sizes is None else sizes[cut])
        # Rounding leaves a variance of equal degrees at 1e-17 instead of zero.
        for name in ("out_square", "in_square"):
            equal = np.abs(c[name] - c["mean_square"]) <= 1e-12 * (c["mean_square"] + 1)
            c[name] = np.where(equal, c["mean_square"], c[name])
        with np.errstate(divide="ignore", invalid="ignore"):
            values = ratios(c)
        parts.append(np.where(np.isfinite(values), values, np.nan))
    return np.concatenate(parts) if parts else np.empty((0, len(METRICS)))

"""Where encoded circuits lie: the Gaussian that draws of z come from, and principal components."""

from typing import Any

import numpy as np
import numpy.typing as npt

from .apply import draw_circuits
from .metrics import measure
from .network import Array, Encoded, Wires

Floats = npt.NDArray[np.float64]

# Most circuits that a round of matching is judged by, and rounds.
_JUDGED = 1000
_ROUNDS = 6
# Metrics of a wild draw are cut here, in standard deviations of the training circuits.
_FAR = 6.0
# Least share of a direction's variance that matching leaves.
_LEAST = 0.05


def fitted_prior(train: Encoded) -> tuple[Floats, Floats]:
    """Mean [Z] and covariance [Z, Z] of the aggregate posterior of the training circuits.

    N(0, I) is not where encoded circuits lie; draws of z come from this Gaussian.
    """
    z = train.z_mean.astype(np.float64)
    inside = np.exp(train.z_logvar.astype(np.float64)).mean(0)
    return z.mean(0), np.cov(z, rowvar=False, bias=True) + np.diag(inside)


def matched_prior(
    network: Wires, f: Array, a: Array, encoded: Encoded, seed: int
) -> tuple[Floats, Floats]:
    """Mean [Z] and covariance [Z, Z] of draws whose metrics spread as those of circuits do.

    f [C, N, F], a [C, N, N]: training circuits, encoded. A circuit's z tells its very metrics, and
    its individuals differ around them, so that draws from the aggregate posterior spread too wide
    by what individuals add. What the covariance of drawn metrics has in excess is taken from that
    of z, as far as the regression of drawn z on drawn metrics carries it there, a few times over.
    """
    mean, covariance = fitted_prior(encoded)
    start = np.random.default_rng((seed, 6))
    count = min(len(f), _JUDGED)
    rows = start.permutation(len(f))[:count]
    normals = start.standard_normal((count, len(mean)))
    observed = measure(a)
    level, scale = np.nanmean(observed, 0), np.nanstd(observed, 0)
    kept = scale > 1e-6
    wanted = _covariance(_standard(observed, level, scale, kept))
    for _ in range(_ROUNDS):
        chance = np.random.default_rng((seed, 7))
        offset = normals @ _root(covariance)
        drawn = measure(draw_circuits(network, f[rows], (mean + offset).astype(np.float32), chance))
        told = _standard(drawn, level, scale, kept)
        spread = _covariance(told)
        carried = offset.T @ (told - told.mean(0)) / count @ np.linalg.pinv(spread, hermitian=True)
        changed = covariance - carried @ (spread - wanted) @ carried.T
        covariance = _at_least(changed, covariance)
    return mean, covariance


def _standard(metrics: Floats, level: Floats, scale: Floats, kept: npt.NDArray[np.bool_]) -> Floats:
    """Metrics in standard deviations, 0 where not defined, without those that never vary."""
    standard = np.clip((metrics - level)[:, kept] / scale[kept], -_FAR, _FAR)
    return np.where(np.isfinite(standard), standard, 0)


def _covariance(rows: Floats) -> Floats:
    return np.atleast_2d(np.cov(rows, rowvar=False, bias=True))


def _root(covariance: Floats) -> Floats:
    """Symmetric square root."""
    variance, axes = np.linalg.eigh(covariance)
    return (axes * np.sqrt(np.maximum(variance, 0))) @ axes.T


def _at_least(changed: Floats, before: Floats) -> Floats:
    """The changed covariance, in no direction below a share of what it was before."""
    root = _root(before)
    inverse = np.linalg.pinv(root, hermitian=True)
    share, axes = np.linalg.eigh(inverse @ ((changed + changed.T) / 2) @ inverse)
    return root @ (axes * np.maximum(share, _LEAST)) @ axes.T @ root


def principal(train: Encoded) -> dict[str, Any]:
    """Principal components of the encoded training circuits: origin, unit axes, share of variance.

    An axis points where its largest component is positive.
    """
    z = train.z_mean.astype(np.float64)
    origin = z.mean(0)
    variance, vectors = np.linalg.eigh(np.cov(z - origin, rowvar=False, bias=True))
    axes = vectors.T[::-1]
    largest = axes[np.arange(len(axes)), np.abs(axes).argmax(1)]
    axes = axes * np.sign(largest)[:, None]
    share = np.maximum(variance[::-1], 0)
    return {
        "origin": origin.tolist(),
        "axes": axes.tolist(),
        "share": (share / share.sum()).tolist(),
    }

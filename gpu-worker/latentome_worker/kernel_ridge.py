"""Kernel ridge regression with its two settings chosen by an inner cross-validation.

Saunders, Gammerman & Vovk 1998, ICML, 515: f(x) = k(x, X) (K + ridge I)^-1 (y - mean) + mean, with
k the Gaussian exp(-|x - x'|^2 / (2 width^2 D)) over D features standardised by the training rows.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.linalg import cho_factor, cho_solve
from scipy.spatial.distance import cdist

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

WIDTHS = (0.7, 1.4, 2.8, 5.6, 11.2)
"""in typical distances of two rows; the widest is nearly linear"""
RIDGES = (1e-4, 1e-3, 1e-2, 1e-1, 1.0)


@dataclass(frozen=True)
class Fitted:
    """A regression that was fitted; `width` and `ridge` were chosen for each output."""

    rows: Floats
    centre: Floats
    scale: Floats
    weights: Floats
    mean: Floats
    width: Floats
    ridge: Floats

    def predict(self, features: Floats) -> Floats:
        """Outputs [C, L] of features [C, D]."""
        apart = _apart((features - self.centre) / self.scale, self.rows)
        said = [
            _kernel(apart, width) @ weights
            for width, weights in zip(self.width, self.weights.T, strict=True)
        ]
        return np.stack(said, axis=1) + self.mean


def fit(features: Floats, outputs: Floats, groups: Ints) -> Fitted:
    """Fit outputs [C, L] by features [C, D].

    Width and ridge of each output are those of the least squared error when each group of `groups`
    [C] is left out in turn, so rows of one region are judged by those of others.
    """
    centre, scale = features.mean(axis=0), features.std(axis=0)
    scale = np.where(scale > 0, scale, 1)
    rows = (features - centre) / scale
    apart = _apart(rows, rows)
    errors = np.zeros((len(WIDTHS), len(RIDGES), outputs.shape[1]))
    for group in np.unique(groups):
        out, kept = groups == group, groups != group
        mean = outputs[kept].mean(axis=0)
        for i, width in enumerate(WIDTHS):
            kernel = _kernel(apart[kept], width)
            for j, ridge in enumerate(RIDGES):
                weights = _solved(kernel[:, kept], ridge, outputs[kept] - mean)
                said = kernel[:, out].T @ weights + mean
                errors[i, j] += ((said - outputs[out]) ** 2).sum(axis=0)
    best = [np.unravel_index(np.argmin(each), each.shape) for each in np.moveaxis(errors, -1, 0)]
    width = np.array([WIDTHS[i] for i, _ in best])
    ridge = np.array([RIDGES[j] for _, j in best])
    mean = outputs.mean(axis=0)
    weights = [
        _solved(_kernel(apart, w), r, outputs[:, k] - mean[k])
        for k, (w, r) in enumerate(zip(width, ridge, strict=True))
    ]
    return Fitted(rows, centre, scale, np.stack(weights, axis=1), mean, width, ridge)


def _apart(one: Floats, other: Floats) -> Floats:
    """Squared distances a feature: about 2 between two rows of the data."""
    return cdist(one, other, "sqeuclidean") / max(1, one.shape[1])


def _kernel(apart: Floats, width: float) -> Floats:
    return np.exp(-apart / (2 * width**2))


def _solved(kernel: Floats, ridge: float, outputs: Floats) -> Floats:
    system = kernel.copy()
    system[np.diag_indices_from(system)] += ridge
    # What is positive definite needs no look for what is not finite, nor a copy of its own.
    factor = cho_factor(system, lower=True, overwrite_a=True, check_finite=False)
    return cho_solve(factor, outputs, check_finite=False)

"""Where encoded circuits lie: the Gaussian fitted to them and their principal components."""

from typing import Any

import numpy as np
import numpy.typing as npt

from .network import Encoded

Floats = npt.NDArray[np.float64]


def fitted_prior(train: Encoded) -> tuple[Floats, Floats]:
    """Mean [Z] and covariance [Z, Z] of the aggregate posterior of the training circuits.

    N(0, I) is not where encoded circuits lie; draws of z come from this Gaussian.
    """
    z = train.z_mean.astype(np.float64)
    inside = np.exp(train.z_logvar.astype(np.float64)).mean(0)
    return z.mean(0), np.cov(z, rowvar=False, bias=True) + np.diag(inside)


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

"""Where encoded circuits lie: the prior that draws of z come from, and principal components."""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from safetensors import safe_open

from .apply import draw_circuits
from .metrics import measure
from .network import Array, Encoded, Wires

Floats = npt.NDArray[np.float64]

# Most circuits that the scale is judged by, and halvings that it is found in.
_JUDGED = 1000
_HALVINGS = 6
# No draw comes from nearer together than this share of where encoded circuits lie.
_LEAST = 0.5


class Prior(NamedTuple):
    """The aggregate posterior of the training circuits, smoothed.

    A draw: one of the places z_i, moved by noise as wide as `width` of the places' covariance and
    drawn towards the mean so that the covariance stays (smoothed bootstrap, Silverman & Young 1987,
    Biometrika 74:469), all of it scaled about the mean; and what an encoder leaves open of z.
    """

    mean: Floats
    """[Z]"""
    covariance: Floats
    """[Z, Z] of draws"""
    places: Floats
    """[C, Z] encoded training circuits"""
    width: float
    scale: float
    noise: Floats
    """[Z] standard deviations that the encoder leaves open"""

    def draw(self, count: int, chance: np.random.Generator) -> npt.NDArray[np.float32]:
        """Blueprints [count, Z]."""
        if not self.width:
            drawn = chance.multivariate_normal(self.mean, self.covariance, count, method="eigh")
            return drawn.astype(np.float32)
        chosen = self.places[chance.integers(len(self.places), size=count)] - self.mean
        moved = chance.standard_normal((count, len(self.mean))) @ _root(_covariance(self.places))
        near = np.sqrt(1 - self.width**2) * chosen + self.width * moved
        open_ = self.noise * chance.standard_normal((count, len(self.mean)))
        return (self.mean + self.scale * near + open_).astype(np.float32)

    def told(self) -> dict[str, Any]:
        """As it stands in model.json; the places are those of the map."""
        return {
            "mean": self.mean.tolist(),
            "covariance": self.covariance.tolist(),
            "kernel": {"width": self.width, "scale": self.scale, "noise": self.noise.tolist()},
        }


def fitted_prior(train: Encoded, scale: float = 1.0) -> Prior:
    """The prior of encoded training circuits, its width by Silverman's rule (1986, eq. 4.14).

    N(0, I) is not where encoded circuits lie, and no one Gaussian is either (LOG.md).
    """
    z = train.z_mean.astype(np.float64)
    inside = np.exp(train.z_logvar.astype(np.float64)).mean(0)
    count, d = z.shape
    return Prior(
        mean=z.mean(0),
        covariance=scale**2 * _covariance(z) + np.diag(inside),
        places=z,
        width=min(1.0, float((4 / (d + 2) / count) ** (1 / (d + 4)))),
        scale=scale,
        noise=np.sqrt(inside),
    )


def matched_prior(network: Wires, f: Array, a: Array, encoded: Encoded, seed: int) -> Prior:
    """The prior, so scaled that metrics of draws spread as those of circuits do, on average.

    f [C, N, F], a [C, N, N]: training circuits, encoded. A circuit's z tells its very metrics, and
    its individuals differ around them, so that draws about the places as they are spread too wide
    by what individuals add.
    """
    start = np.random.default_rng((seed, 6))
    rows = start.permutation(len(f))[: min(len(f), _JUDGED)]
    wanted = np.nanstd(measure(a), 0)
    kept = wanted > 1e-6

    def too_wide(scale: float) -> bool:
        chance = np.random.default_rng((seed, 7))
        z = fitted_prior(encoded, scale).draw(len(rows), chance)
        drawn = measure(draw_circuits(network, f[rows], z, chance))[:, kept]
        known = np.isfinite(drawn).sum(0) > 1
        spread = np.nanstd(drawn[:, known], 0) / wanted[kept][known]
        return bool(spread.size) and float(spread.mean()) > 1

    if not too_wide(1.0):
        return fitted_prior(encoded)
    low, high = _LEAST, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if too_wide(middle) else (middle, high)
    return fitted_prior(encoded, (low + high) / 2)


def kept_prior(manifest: dict[str, Any], folder: Path) -> Prior:
    """The prior of a model from its files; a Gaussian where it is older than smoothed ones."""
    told = manifest["prior"]
    kernel = told.get("kernel", {"width": 0.0, "scale": 1.0, "noise": []})
    # Training circuits of the model's own size come first.
    count = manifest["recipe"]["corpus"]["recipe"]["counts"]["train"]
    with safe_open(folder / "map.safetensors", framework="numpy") as file:
        places = file.get_tensor("z")[:count].astype(np.float64)
    return Prior(
        mean=np.array(told["mean"]),
        covariance=np.array(told["covariance"]),
        places=places,
        width=kernel["width"],
        scale=kernel["scale"],
        noise=np.array(kernel["noise"]),
    )


def _covariance(rows: Floats) -> Floats:
    return np.atleast_2d(np.cov(rows, rowvar=False, bias=True))


def _root(covariance: Floats) -> Floats:
    """Symmetric square root."""
    variance, axes = np.linalg.eigh(covariance)
    return (axes * np.sqrt(np.maximum(variance, 0))) @ axes.T


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

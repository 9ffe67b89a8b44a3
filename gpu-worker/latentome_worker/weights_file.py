"""weights.onnx: f [B, N, F], z [B, Z], u [B, N, U] -> mu [B, N, N], the mean of y (weights.py)."""

from pathlib import Path
from typing import Any

import jax.numpy as jnp
import numpy as np

from .export import TOLERANCE, ExportMismatch, write_net
from .network import Array, Floats, session
from .weights import Weigher

FILE = "weights.onnx"
_CHUNK = 64


def export_weigher(
    weigher: Weigher, latent: tuple[int, int], conditions: list[Floats], folder: Path
) -> float:
    """Write weights.onnx; returns the largest difference seen from JAX, of means above 1 relative.

    latent: dimensions of z and u. conditions: f [B, N, F] to compare on, of at least two sizes and
    batches. Raises ExportMismatch when the difference is above TOLERANCE.
    """
    latent_z, latent_u = latent

    def net(f: Any, z: Any, u: Any) -> Any:
        return weigher(f, z, u)

    inputs: list[tuple[int | str, ...]] = [
        ("B", "N", conditions[0].shape[2]),
        ("B", latent_z),
        ("B", "N", latent_u),
    ]
    write_net(net, inputs, ["f", "z", "u"], ["mu"], folder, "weights")
    told = OnnxWeigher(folder)
    chance = np.random.default_rng(0)
    apart: list[float] = []
    for f in conditions:
        z = chance.standard_normal((len(f), latent_z), np.float32)
        u = chance.standard_normal((*f.shape[:2], latent_u), np.float32)
        right = np.asarray(weigher(jnp.asarray(f), jnp.asarray(z), jnp.asarray(u)))
        difference = np.abs(told.means(f, z, u) - right) / np.maximum(1, np.abs(right))
        apart.append(float(difference.max()))
    # Unlike Python's max, this keeps a NaN, which is then refused.
    found = float(np.max(apart))
    if not found <= TOLERANCE:
        raise ExportMismatch(f"weights: ONNX and JAX differ by {found}, allowed is {TOLERANCE}")
    return found


class OnnxWeigher:
    """A weigher from its file, over any number of circuits."""

    def __init__(self, folder: Path) -> None:
        self._net = session(folder / FILE)

    def means(self, f: Array, z: Array, u: Array) -> Floats:
        """mu [C, N, N] of conditions f [C, N, F], blueprints z [C, Z], standard u [C, N, U]."""
        parts: list[Floats] = []
        for start in range(0, f.shape[0], _CHUNK):
            cut = [np.asarray(x[start : start + _CHUNK], np.float32) for x in (f, z, u)]
            (made,) = self._net.run(["mu"], dict(zip("fzu", cut, strict=True)))
            parts.append(np.asarray(made))
        return np.concatenate(parts)

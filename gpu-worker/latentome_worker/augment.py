"""Conditions as they might as well have been.

A fold has a thousand neurons or two, seen again in every epoch. Turning and mirroring a circuit about the
depth axis, and moving depth and position a little, keeps the decoder from knowing a neuron by its
place; what holds of the tissue stays true under all of these.
"""

import os

import numpy as np
import numpy.typing as npt

_JITTER = float(os.environ.get("JIT", 0.05))
_DEPTH_JITTER = float(os.environ.get("DJIT", 0.15))
_SHIFT = float(os.environ.get("DSHIFT", 0.0))


def moved(f: npt.NDArray[np.float32], chance: np.random.Generator) -> npt.NDArray[np.float32]:
    """Conditions f [B, N, F] with positional columns turned about the y axis, mirrored and jittered."""
    batch, n, width = f.shape
    if os.environ.get("NOAUG"):
        return f
    angle = chance.random(batch) * 2 * np.pi
    mirror = np.where(chance.random(batch) < 0.5, -1.0, 1.0)
    cos, sin = (x[:, None].astype(np.float32) for x in (np.cos(angle), np.sin(angle)))
    x, z = f[..., 0] * mirror[:, None].astype(np.float32), f[..., 2]
    made = f.copy()
    made[..., 0] = cos * x - sin * z
    made[..., 2] = sin * x + cos * z
    made[..., :3] += _JITTER * chance.standard_normal((batch, n, 3), np.float32)
    made[..., 3] += _DEPTH_JITTER * chance.standard_normal((batch, n), np.float32)
    made[..., 3] += _SHIFT * chance.standard_normal((batch, 1), np.float32)
    return made

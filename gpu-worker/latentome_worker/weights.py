"""What a connection weighs if it exists: a log-normal for each pair of neurons.

Letters as in the contracts: B circuits, N neurons, F condition columns, Z and U latent dimensions.
f [B, N, F], z [B, Z], u [B, N, U]; row = presynaptic. A weight is a size or a synapse count, always
above 0; log is the natural logarithm, and y the log of a weight standardised over the connections
of the training fold. Synaptic sizes and counts are spread nearly log-normally (Song et al. 2005,
PLoS Biol 3:e68; Loewenstein et al. 2011, J Neurosci 31:9481).
"""

from dataclasses import dataclass
from typing import Any, Literal

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
from jax import Array

from .corpus import FOLDS, Corpus
from .layers import Perceptron

Floats = npt.NDArray[np.float32]

RANK = 8
_HIDDEN = 32
_BUMPS = 8
_BUMP_WIDTH = 0.4
# No mean is further than so many standard deviations from that of all connections: a probe may be
# far from every circuit, and weights are exponentials.
_FAR = 6.0
_LEAST_SPREAD = 1e-6


class Weigher(eqx.Module):
    """Conditions, z and standard u -> mean of y [B, N, N] of each connection, if it exists.

    Weights are told by what z and u say of existence: those are taken as they are (no gradient
    leads back into them), no bits are spent on weights, and what a model says of connections is
    exactly what it says without weights. Around the mean, y is normal with one standard deviation.
    """

    node: Perceptron
    near: Perceptron
    log_sd: Array
    """natural log of the standard deviation of y around its mean"""

    def __init__(self, width: int, latent_z: int, latent_u: int, key: Array):
        one, two = jax.random.split(key)
        self.node = Perceptron(width + latent_z + latent_u, _HIDDEN, 2 * RANK + 2, one, 0.3)
        self.near = Perceptron(latent_z, _HIDDEN, _BUMPS, two, 0.1)
        self.log_sd = jnp.zeros(())

    def __call__(self, f: Array, z: Array, u: Array) -> Array:
        z, u = jax.lax.stop_gradient((z, u))
        wide = jnp.broadcast_to(z[:, None], (*f.shape[:2], z.shape[-1]))
        told = self.node(jnp.concatenate([f, wide, u], axis=-1))
        source, target = told[..., :RANK], told[..., RANK : 2 * RANK]
        mean = source @ jnp.swapaxes(target, 1, 2) / 4
        mean = mean + told[..., -2:-1] + jnp.swapaxes(told[..., -1:], 1, 2)
        height = self.near(z)
        away = f[:, :, None, :3] - f[:, None, :, :3]
        distance = jnp.sqrt((away * away).sum(-1) + 1e-6)
        for k in range(_BUMPS):
            bump = jnp.exp(-(((distance - 3.0 * k / (_BUMPS - 1)) / _BUMP_WIDTH) ** 2) / 2)
            mean = mean + bump * height[:, k, None, None]
        return jnp.clip(mean, -_FAR, _FAR)


def weight_nats(mean: Array, log_sd: Array, y: Array, known: Array) -> Array:
    """Negative log-likelihood of y a connection, in nats: the mean over where known [B, N, N] is 1.

    y and mean [B, N, N] may hold anything finite where known is 0.
    """
    away = (y - mean) * jnp.exp(-log_sd)
    each = away * away / 2 + log_sd + jnp.log(2 * jnp.pi) / 2
    return (each * known).sum() / jnp.maximum(known.sum(), 1)


@dataclass(frozen=True)
class WeightScale:
    """What weights are, and mean and standard deviation of their logs in the training fold."""

    of: Literal["size", "synapses"]
    log_mean: float
    log_sd: float

    def manifest(self, sd: float) -> dict[str, Any]:
        """`weights` of the manifest. sd: of y around its mean."""
        return {"of": self.of, "logMean": self.log_mean, "logSd": self.log_sd, "sd": sd}


def scale_of(corpus: Corpus) -> WeightScale | None:
    """The scale of the connections inside the training fold.

    None where the corpus does not say what its weights are, or where they do not vary.
    """
    of = corpus.header.get("weight")
    if of is None:
        return None
    inside = (corpus.fold[corpus.edges] == FOLDS["train"]).all(1) & (corpus.weight > 0)
    if not corpus.header["selfEdges"]:
        inside &= corpus.edges[:, 0] != corpus.edges[:, 1]
    logs = np.log(corpus.weight[inside].astype(np.float64))
    if logs.size < 2 or logs.std() < _LEAST_SPREAD:
        return None
    return WeightScale(of, float(logs.mean()), float(logs.std()))


class LogWeights:
    """Looks up y of the connections of circuits."""

    def __init__(self, corpus: Corpus, scale: WeightScale) -> None:
        keys = corpus.edges[:, 0].astype(np.int64) * corpus.size + corpus.edges[:, 1]
        order = np.argsort(keys)
        self._count, self._keys = corpus.size, keys[order]
        weight = corpus.weight[order].astype(np.float64)
        logs = np.log(np.where(weight > 0, weight, 1))
        self._known = weight > 0
        self._y = np.where(self._known, (logs - scale.log_mean) / scale.log_sd, 0)

    def of(
        self, members: npt.NDArray[np.int64], wiring: npt.NDArray[np.uint8]
    ) -> tuple[Floats, Floats]:
        """y and known [C, N, N] of members [C, N] that are wired so: both 0 without a connection.

        A weight that is not above 0 has no log and is not known.
        """
        y, known = np.zeros(wiring.shape, np.float32), np.zeros(wiring.shape, np.float32)
        row, pre, post = np.nonzero(wiring)
        place = self.places(members, wiring)
        y[row, pre, post], known[row, pre, post] = self._y[place], self._known[place]
        return y, known

    def places(
        self, members: npt.NDArray[np.int64], wiring: npt.NDArray[np.uint8]
    ) -> npt.NDArray[np.int64]:
        """Which connection each 1 of the wiring is, in the order of np.nonzero."""
        row, pre, post = np.nonzero(wiring)
        asked = members[row, pre].astype(np.int64) * self._count + members[row, post]
        return np.searchsorted(self._keys, asked)

"""Fits the weigher to the encoded circuits of a model that is trained and stays as it is."""

from typing import NamedTuple

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
import optax

from .corpus import Corpus
from .network import Encoded
from .weights import LogWeights, Weigher, WeightScale, scale_of, weight_nats

Ints = npt.NDArray[np.int64]

_STEPS = 800
_BATCH = 16
_RATE = 3e-3
_DECAY = 1e-2
# So often the validation fold is asked; the weigher that tells it best is kept.
_LOOK = 20
# After so many steps without a better one nothing better is expected.
_PATIENCE = 300
_WATCHED = 300


class Fitted(NamedTuple):
    """A weigher and what its y is."""

    weigher: Weigher
    scale: WeightScale

    @property
    def sd(self) -> float:
        """Standard deviation of y around its mean."""
        return float(np.exp(float(self.weigher.log_sd)))


def fit_weigher(
    corpus: Corpus, circuits: dict[str, Ints], encoded: dict[str, Encoded], seed: int
) -> Fitted | None:
    """Fit on the training circuits of the map; None for a corpus without weights.

    circuits: members [C, N] by fold; encoded: their posteriors. z and u are drawn from those anew
    at each step, as the decoder knew them when it learnt, so that a drawn individual is nothing
    new. The connections of a tissue are few, so what is kept is the weigher that tells those of the
    validation fold best, at the means of z and u.
    """
    scale = scale_of(corpus)
    if scale is None:
        return None
    logs = LogWeights(corpus, scale)
    found = encoded["train"]
    latent_z, latent_u = found.z_mean.shape[-1], found.u_mean.shape[-1]
    root = jax.random.key(seed)
    weigher = Weigher(corpus.width, latent_z, latent_u, jax.random.fold_in(root, 0))
    adam = optax.adamw(optax.cosine_decay_schedule(_RATE, _STEPS), weight_decay=_DECAY)

    def total(weigher: Weigher, f: jax.Array, z: jax.Array, u: jax.Array, *y: jax.Array):
        return weight_nats(weigher(f, z, u), weigher.log_sd, *y)

    @eqx.filter_jit
    def step(weigher: Weigher, moments: optax.OptState, f: jax.Array, *y: jax.Array):
        gradient = eqx.filter_grad(total)(weigher, f, *y)
        update, moments = adam.update(gradient, moments, eqx.filter(weigher, eqx.is_array))
        return eqx.apply_updates(weigher, update), moments

    judge = eqx.filter_jit(total)
    watched = circuits["validation"][:_WATCHED]
    seen = encoded["validation"]
    asked = tuple(
        jnp.asarray(x, jnp.float32)
        for x in (
            corpus.conditions(watched),
            seen.z_mean[:_WATCHED],
            seen.u_mean[:_WATCHED],
            *logs.of(watched, corpus.wiring(watched)),
        )
    )
    moments = adam.init(eqx.filter(weigher, eqx.is_array))
    chance = np.random.default_rng((seed, 8))
    best, least, since = weigher, float(judge(weigher, *asked)), 0
    for index in range(1, _STEPS + 1):
        rows = chance.integers(len(circuits["train"]), size=_BATCH)
        members = circuits["train"][rows]
        z = _sampled(found.z_mean[rows], found.z_logvar[rows], chance)
        u = _sampled(found.u_mean[rows], found.u_logvar[rows], chance)
        known = logs.of(members, corpus.wiring(members))
        given = (jnp.asarray(x) for x in (corpus.conditions(members), z, u, *known))
        weigher, moments = step(weigher, moments, *given)
        if index % _LOOK == 0 and (nats := float(judge(weigher, *asked))) < least:
            best, least, since = weigher, nats, index
        if index - since >= _PATIENCE:
            break
    return Fitted(best, scale)


def _sampled(
    mean: npt.NDArray[np.float32], logvar: npt.NDArray[np.float32], chance: np.random.Generator
) -> npt.NDArray[np.float32]:
    """One draw of posteriors with these means and log-variances."""
    return mean + np.exp(logvar / 2) * chance.standard_normal(mean.shape, np.float32)

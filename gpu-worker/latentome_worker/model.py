"""The hierarchical variational auto-encoder: a blueprint z a circuit, an individuality u a neuron.

Letters as in the contracts: B circuits, N neurons, F condition columns, Z and U latent dimensions,
H hidden width. f [B, N, F], a [B, N, N] (row = presynaptic), z [B, Z], u [B, N, U].
"""

from typing import Any, NamedTuple

import equinox as eqx
import jax
from jax import Array

from .decoder import Decoder
from .encoder import KNOWN, Circuit, Encoder, Refinement


class Posterior(NamedTuple):
    """Means and log-variances; those of u are of the *standard* u, whose prior is N(0, I)."""

    z_mean: Array
    z_logvar: Array
    u_mean: Array
    u_logvar: Array


class Model(eqx.Module):
    """Encoder, its refinements, decoder, and the head that reads what is known from z."""

    encoder: Encoder
    refinements: list[Refinement]
    decoder: Decoder
    head: eqx.nn.Linear

    def __init__(self, width: int, settings: dict[str, Any], scale: Array, key: Array):
        """scale [2, KNOWN]: mean and standard deviation over the training circuits."""
        keys = jax.random.split(key, 4)
        self.encoder = Encoder(width, settings, scale, keys[0])
        self.decoder = Decoder(width, settings, keys[1])
        self.head = eqx.nn.Linear(settings["latentZ"], KNOWN, key=keys[2])
        steps = jax.random.split(keys[3], max(settings["refinements"], 1))
        self.refinements = [Refinement(settings, key) for key in steps[: settings["refinements"]]]

    def individuals(
        self, h: Array, circuit: Circuit, pairs: tuple[Array, Array]
    ) -> tuple[Array, Array]:
        """Standard u mean and log-variance [B, N, U]. pairs: decoder.pairs."""
        guess = self.encoder.individuals(h, circuit.z)
        for refine in self.refinements:
            guess = refine(self.decoder, h, circuit, pairs, guess)
        return guess

    def encode(self, f: Array, a: Array, present: Array | None = None) -> Posterior:
        """Posteriors of circuits, u given the mean of z; u of absent neurons means nothing."""
        h = self.encoder.states(f, a)
        mean, logvar = self.encoder.blueprint(h, a, present)
        pairs = self.decoder.pairs(f, mean)
        return Posterior(mean, logvar, *self.individuals(h, Circuit(f, a, mean, present), pairs))

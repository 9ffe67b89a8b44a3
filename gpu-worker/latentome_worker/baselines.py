"""What the model is compared with: the same decoder without z and u, and a logistic model."""

from collections.abc import Callable
from typing import Any

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt

from .corpus import SCALE_UM, Corpus
from .decoder import Decoder
from .expected import pair_probabilities
from .loss import edge_nats
from .sampling import Sampler, epoch_circuits
from .schedule import optimiser

Floats = npt.NDArray[np.float64]

_PATIENCE = 2
# Validation circuits that an epoch is judged by.
_JUDGED = 128


def conditions_only(
    corpus: Corpus,
    spec: dict[str, Any],
    validation: npt.NDArray[np.int64],
    listen: Callable[[], None],
) -> Decoder:
    """The decoder with z = 0 and u = 0, trained on the same fresh circuits by likelihood alone.

    Stops when an epoch has not bettered the validation circuits [C, N] twice in a row, at latest
    after the epochs of the model, and keeps the best.
    """
    settings = spec["settings"]
    batch = min(settings["batch"], settings["circuitsPerEpoch"])
    steps = settings["circuitsPerEpoch"] // batch
    key = jax.random.fold_in(jax.random.key(spec["seed"]), 2**31)
    params, static = eqx.partition(Decoder(corpus.width, settings, key), eqx.is_array)
    adam = optimiser(settings["learningRate"] / 2, settings["epochs"] * steps)
    moments = adam.init(params)

    def nats(params: Decoder, f: jax.Array, a: jax.Array) -> jax.Array:
        decoder: Decoder = eqx.combine(params, static)
        z, u = _nothing(decoder, settings["latentZ"], f)
        lo, rho = decoder(f, z, u)
        return edge_nats(a, lo, rho, pair_probabilities(lo, rho)[0]).mean()

    @jax.jit
    def step(params: Decoder, moments: Any, f: jax.Array, a: jax.Array) -> Any:
        update, moments = adam.update(jax.grad(nats)(params, f, a), moments)
        return eqx.apply_updates(params, update), moments

    def circuits(members: npt.NDArray[np.int64]) -> tuple[jax.Array, jax.Array]:
        wiring = jnp.asarray(corpus.wiring(members), jnp.float32)
        return jnp.asarray(corpus.conditions(members)), wiring

    judge = jax.jit(nats)
    sampler = Sampler(corpus, "train")
    best, best_nats, waited = params, np.inf, 0
    for epoch in range(settings["epochs"]):
        members = epoch_circuits(sampler, epoch, steps * batch)
        for start in range(0, steps * batch, batch):
            listen()
            params, moments = step(params, moments, *circuits(members[start : start + batch]))
        seen = float(judge(params, *circuits(validation[:_JUDGED])))
        waited = 0 if seen < best_nats else waited + 1
        if seen < best_nats:
            best, best_nats = params, seen
        if waited >= _PATIENCE:
            break
    return eqx.combine(best, static)


def _nothing(decoder: Decoder, latent_z: int, f: jax.Array) -> tuple[jax.Array, jax.Array]:
    return jnp.zeros((f.shape[0], latent_z)), jnp.zeros((*f.shape[:2], decoder.latent_u))


class DistanceType:
    """Logistic model of the edge i -> j: kind of i x kind of j, each with its fall with distance.

    A kind is a combination of the categories of the header, as far as they give 24 kinds or
    fewer. Fitted by Newton's method to counts in
    bins of distance, with a weak ridge so that rare pairs of kinds stay near the average.
    """

    _BIN_UM = 10.0
    _BINS = 60
    _RIDGE = 1.0
    _MOST_KINDS = 24

    def __init__(self, corpus: Corpus) -> None:
        self._kind = np.zeros(corpus.size, np.int64)
        for codes in corpus.codes.values():
            finer = self._kind * (int(codes.max(initial=0)) + 1) + codes
            _, finer = np.unique(finer, return_inverse=True)
            # The design grows with the fourth power of the kinds: a category too many is left out.
            if finer.max(initial=0) < self._MOST_KINDS:
                self._kind = finer
        self._kinds = int(self._kind.max(initial=0)) + 1
        self._corpus = corpus

    def fit(self, members: npt.NDArray[np.int64]) -> None:
        """Fit to training circuits [C, N]."""
        cells, edges = self._cells(members), self._corpus.wiring(members)
        off = ~np.eye(members.shape[1], dtype=bool)
        size = self._kinds**2 * self._BINS
        pairs = np.bincount(cells[:, off].ravel(), minlength=size).astype(np.float64)
        hits = np.bincount(cells[:, off].ravel(), edges[:, off].ravel(), minlength=size)
        seen = np.flatnonzero(pairs)
        design = self._design(seen)
        weight = np.zeros(design.shape[1])
        for _ in range(30):
            p = 1 / (1 + np.exp(-design @ weight))
            gradient = design.T @ (hits[seen] - pairs[seen] * p) - self._RIDGE * weight
            curvature = (design * (pairs[seen] * p * (1 - p))[:, None]).T @ design
            move = np.linalg.solve(curvature + self._RIDGE * np.eye(len(weight)), gradient)
            # Far from the optimum a full Newton step overshoots.
            weight += move * min(1.0, 2.0 / np.abs(move).max(initial=1e-12))
            if np.abs(move).max() < 1e-6:
                break
        self._logit = self._design(np.arange(size)) @ weight

    def score(self, members: npt.NDArray[np.int64]) -> npt.NDArray[Any]:
        """Logits [C, N, N] of circuits."""
        return self._logit[self._cells(members)]

    def _cells(self, members: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        f = self._corpus.conditions(members)[..., :3].astype(np.float64) * SCALE_UM
        square = (f * f).sum(-1)
        inner = f @ np.swapaxes(f, 1, 2)
        distance = np.sqrt(np.maximum(square[:, :, None] + square[:, None] - 2 * inner, 0))
        where = np.minimum(distance / self._BIN_UM, self._BINS - 1).astype(np.int64)
        kind = self._kind[members]
        pair = kind[:, :, None] * self._kinds + kind[:, None]
        return pair * self._BINS + where

    def _design(self, cells: npt.NDArray[np.int64]) -> npt.NDArray[Any]:
        pair, where = cells // self._BINS, cells % self._BINS
        distance = (where + 0.5) * self._BIN_UM / SCALE_UM
        common = np.stack([np.ones_like(distance), distance, distance**2], axis=1)
        own = np.eye(self._kinds**2)[pair]
        return np.concatenate([common, own, own * distance[:, None]], axis=1)

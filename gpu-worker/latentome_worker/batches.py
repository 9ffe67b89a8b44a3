"""Batches of circuits as training takes them, and the scale their metrics are standardised by."""

from collections.abc import Sequence
from dataclasses import dataclass

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt

from .corpus import Corpus
from .dynamics import dynamics
from .loss import Batch, Scale
from .metrics import measure
from .padding import ABSENT

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_CHUNK = 128


@dataclass(frozen=True)
class Batches:
    """Makes batches of a corpus: conditions, wiring and standardised metrics."""

    corpus: Corpus
    scale: Scale
    padded: bool = False
    """whether circuits differ in size"""

    def make(self, members: Ints) -> Batch:
        """The batch of circuits given as corpus indices [B, N]."""
        wiring, here = self.corpus.wiring(members), members != ABSENT
        metrics = measure(wiring, sizes=here.sum(1) if self.padded else None)
        standard = (metrics - np.asarray(self.scale.mean)) / np.asarray(self.scale.sd)
        known = np.isfinite(standard)
        return Batch(
            f=jnp.asarray(self.corpus.conditions(members)),
            a=jnp.asarray(wiring, jnp.float32),
            target=jnp.asarray(np.where(known, standard, 0), jnp.float32),
            known=jnp.asarray(known, jnp.float32),
            present=jnp.asarray(here, jnp.float32) if self.padded else None,
        )


def metric_scale(corpus: Corpus, groups: Sequence[Ints]) -> tuple[Floats, Floats]:
    """Mean and standard deviation [8] of circuits' metrics where defined; 0 and 1 where none is.

    groups: members [C, N] of circuits of one size each.
    """
    metrics = np.concatenate([measure(corpus.wiring(members)) for members in groups])
    known = np.isfinite(metrics)
    count = np.maximum(known.sum(0), 1)
    mean = np.where(known, metrics, 0).sum(0) / count
    spread = np.sqrt((np.where(known, metrics - mean, 0) ** 2).sum(0) / count)
    return mean, np.where(spread > 1e-6, spread, 1.0)


def dynamics_scale(corpus: Corpus, groups: Sequence[Ints]) -> jax.Array:
    """Mean and standard deviation [2, 5] of circuits' dynamics; 1 for what is the same in all."""
    rows = jnp.concatenate(
        [
            dynamics(jnp.asarray(corpus.wiring(members[start : start + _CHUNK]), jnp.float32))
            for members in groups
            for start in range(0, len(members), _CHUNK)
        ]
    )
    spread = rows.std(0)
    return jnp.stack([rows.mean(0), jnp.where(spread > 1e-6, spread, 1.0)])

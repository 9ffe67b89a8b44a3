"""What a page shows of a model while it trains, on the validation fold."""

import base64
from typing import Any

import numpy as np
import numpy.typing as npt

from .apply import draw_circuits, edge_marginals, individuals_metrics
from .corpus import Corpus
from .metrics import METRICS, measure
from .model import Model
from .network import JaxNetwork
from .scores import edge_scores, mean_of_known, off_diagonal, r_squared

_WATCHED = 128
_INDIVIDUALS = 6
_PICTURES = 4


def pack(adjacency: npt.NDArray[np.uint8]) -> bytes:
    """An adjacency [N, N] as bits: bit k = row * N + column, lowest bit of a byte first."""
    return np.packbits(adjacency.ravel(), bitorder="little").tobytes()


class Watch:
    """Judges a model on some validation circuits after each epoch."""

    def __init__(self, corpus: Corpus, members: npt.NDArray[np.int64], seed: int) -> None:
        self.members = members[:_WATCHED]
        self.f = corpus.conditions(self.members)
        self.a = corpus.wiring(self.members)
        self.metrics = measure(self.a)
        self.position = corpus.position[self.members] if corpus.header["hasPositions"] else None
        self.seed = seed

    def look(self, model: Model) -> dict[str, float | None]:
        """Edge AUC and AP with z and u; R2 of each metric of individuals drawn from z."""
        network = JaxNetwork(model)
        found = network.encode(self.f, self.a)
        marginals = edge_marginals(network, self.f, found.z_mean, found.u_mean)
        scores = edge_scores(off_diagonal(marginals), off_diagonal(self.a))
        chance = np.random.default_rng((self.seed, 1))
        told = individuals_metrics(network, self.f, found.z_mean, _INDIVIDUALS, chance)
        fit = r_squared(told, self.metrics)
        return {
            **scores,
            "r2": mean_of_known(fit),
            **{f"r2_{name}": value for name, value in zip(METRICS, fit, strict=True)},
        }

    def pictures(self, model: Model, epoch: int) -> dict[str, Any]:
        """A few validation circuits, and beside each an individual drawn from its blueprint."""
        f, a = self.f[:_PICTURES], self.a[:_PICTURES]
        network = JaxNetwork(model)
        chance = np.random.default_rng((self.seed, 2, epoch))
        drawn = draw_circuits(network, f, network.encode(f, a).z_mean, chance)
        return {
            "generated": [self._packed(k, drawn[k]) for k in range(len(drawn))],
            "observed": [self._packed(k, a[k]) for k in range(len(a))],
        }

    def _packed(self, index: int, adjacency: npt.NDArray[np.uint8]) -> dict[str, Any]:
        packed: dict[str, Any] = {
            "n": adjacency.shape[0],
            "adjacency": base64.b64encode(pack(adjacency)).decode(),
        }
        if self.position is not None:
            where = self.position[index].astype(float).round(2)
            packed |= {"x": where[:, 0].tolist(), "y": where[:, 1].tolist()}
        return packed

"""Scores of circuits beside those of their nulls, and what reciprocity does with degrees kept."""

from typing import Any

import numpy as np
import numpy.typing as npt

from .corpus import Corpus
from .metrics import METRICS, measure
from .null_scores import beside
from .nulls import NULLS
from .parts import Told, within
from .reservoir.corpus_scores import inhibitory_of
from .reservoir.parallel import sweep_in_parallel
from .reservoir.protocol import Protocol
from .reservoir.weights import signed_weights
from .structure_report import needed

Bits = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_RESAMPLES = 1000
_RECIPROCITY = METRICS.index("reciprocity")


def averaged(weights: Floats, protocol: Protocol, told: Told) -> Floats:
    """Scores [C, S, V] of weights [C, N, N]; told hears how far it is."""
    shares: list[Floats] = []
    for first, scores in sweep_in_parallel(weights, protocol):
        shares.append(scores.score)
        told((first + len(scores.score)) / len(weights))
    return np.concatenate(shares)


class NullCircuits:
    """Circuits [C, N] and D draws of each null for which the corpus knows enough."""

    def __init__(
        self, corpus: Corpus, members: Ints, nulls: list[str], draws: int, seed: int
    ) -> None:
        self.draws = draws
        self.wiring = corpus.wiring(members)
        self.inhibitory = inhibitory_of(corpus, members)
        self.drawn: dict[str, Bits] = {}
        self.reciprocity: dict[str, Floats] = {}
        for null in nulls:
            known = needed(corpus, members, null)
            try:
                circuits = NULLS[null](
                    np.tile(self.wiring, (draws, 1, 1)),
                    seed,
                    np.repeat(np.arange(draws), len(members)),
                    **{name: np.concatenate([value] * draws) for name, value in known.items()},
                )
            except ValueError:
                continue
            self.drawn[null] = circuits
            self.reciprocity[null] = measure(circuits)[:, _RECIPROCITY]


class NullScores:
    """Scores of circuits [C, V] and of the draws of each null [D, C, V]."""

    def __init__(self, circuits: NullCircuits, protocol: Protocol, told: Told) -> None:
        self.protocol = protocol
        self._reciprocity = circuits.reciprocity
        signs = circuits.inhibitory if protocol["signed"] else None
        share = 1 / (1 + circuits.draws * len(circuits.drawn))
        own = signed_weights(circuits.wiring, signs)
        self.own = averaged(own, protocol, within(told, 0, share)).mean(axis=1)
        self.drawn: dict[str, Floats] = {}
        for index, (null, drawn) in enumerate(circuits.drawn.items()):
            again = None if signs is None else np.tile(signs, (circuits.draws, 1))
            begin = share * (1 + circuits.draws * index)
            there = within(told, begin, begin + share * circuits.draws)
            scores = averaged(signed_weights(drawn, again), protocol, there).mean(axis=1)
            self.drawn[null] = scores.reshape(circuits.draws, len(self.own), -1)

    def beside(self, chance: np.random.Generator) -> list[dict[str, Any]]:
        """Of each null and value of the protocol: scores, how they differ, z-scores."""
        rows: list[dict[str, Any]] = []
        for null, drawn in self.drawn.items():
            for k, radius in enumerate(self.protocol["values"]):
                found = beside(self.own[:, k], drawn[:, :, k])
                apart = found["value"] - found["mean"]
                there = np.isfinite(found["z"])
                outside = (found["value"] < found["low"]) | (found["value"] > found["high"])
                rows.append(
                    {
                        "null": null,
                        "radius": radius,
                        "circuits": int(np.isfinite(apart).sum()),
                        "mean": mean_of(found["value"]),
                        "nullMean": mean_of(found["mean"]),
                        "difference": mean_of(apart),
                        **interval_of(apart, chance),
                        "zMean": mean_of(found["z"]),
                        "outside95": float(outside[there].mean()) if there.any() else None,
                    }
                )
        return rows

    def reciprocity_effect(self, chance: np.random.Generator) -> list[dict[str, Any]]:
        """By value: draws that keep degrees and reciprocity less those that keep degrees alone.

        All else of the wiring is by chance in both, so reciprocity is what they differ in. Empty
        where either null was not drawn.
        """
        if not {"degree", "reciprocity"} <= self.drawn.keys():
            return []
        kept, free = (_mean_of_draws(self.drawn[name]) for name in ("reciprocity", "degree"))
        return [
            {
                "radius": radius,
                "effect": mean_of(kept[:, k] - free[:, k]),
                **interval_of(kept[:, k] - free[:, k], chance),
                "kept": mean_of(self._reciprocity["reciprocity"]),
                "rewired": mean_of(self._reciprocity["degree"]),
            }
            for k, radius in enumerate(self.protocol["values"])
        ]


def _mean_of_draws(drawn: Floats) -> Floats:
    """[C, V] of [D, C, V], over the draws that have a score; NaN where none has."""
    there = np.isfinite(drawn)
    total = np.where(there, drawn, 0).sum(axis=0)
    return np.where(there.any(axis=0), total / np.maximum(there.sum(axis=0), 1), np.nan)


def mean_of(values: Floats) -> float | None:
    """The mean of those that are defined."""
    there = values[np.isfinite(values)]
    return float(there.mean()) if there.size else None


def interval_of(values: Floats, chance: np.random.Generator) -> dict[str, float | None]:
    """95 % of the means of resampled circuits; they share neurons, so it is too narrow."""
    there = values[np.isfinite(values)]
    rows = chance.integers(max(1, there.size), size=(_RESAMPLES, max(1, there.size)))
    if there.size < 2:
        return {"low": None, "high": None}
    low, high = np.quantile(there[rows].mean(axis=1), (0.025, 0.975))
    return {"low": float(low), "high": float(high)}

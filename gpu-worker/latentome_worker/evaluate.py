"""The figures of a model, on circuits of the test fold, which no weight is fitted to.

Proposed blocks are given to that fold by their neurons' connections, so that it resembles
training; LOG.md tells which settings were chosen with test figures in sight.
"""

from math import log
from typing import Any

import numpy as np
import numpy.typing as npt

from .apply import draw_circuits, edge_marginals, individuals_metrics
from .corpus import Corpus
from .metrics import METRICS, measure
from .network import Encoded, Network
from .prior import Prior
from .scores import edge_scores, mean_of_known, off_diagonal, r_squared

_INDIVIDUALS = 20


def network_figures(
    network: Network,
    corpus: Corpus,
    circuits: dict[str, npt.NDArray[np.int64]],
    others: dict[int, dict[str, npt.NDArray[np.int64]]],
    prior: Prior,
    seed: int,
) -> dict[str, Any]:
    """Figures of the network itself: bits, edges.model, metricR2, metricR2Mean, generation; and all
    but the last for circuits of each other size.

    circuits: members [C, N] by fold; others: those of each other size. The same seed draws the same
    individuals.
    """
    test = circuits["test"]
    chance = np.random.default_rng((seed, 4))
    told = _told(network, corpus, test, chance)
    f, observed = corpus.conditions(test), measure(corpus.wiring(test))
    drawn = measure(draw_circuits(network, f, prior.draw(len(test), chance), chance))
    train = measure(corpus.wiring(circuits["train"]))
    figures: dict[str, Any] = {
        **told,
        "edges": {"model": told["edges"]},
        "generation": [
            {
                "metric": name,
                "train": _spread(train[:, k]),
                "test": _spread(observed[:, k]),
                "generated": _spread(drawn[:, k]),
            }
            for k, name in enumerate(METRICS)
        ],
    }
    if others:
        figures["sizes"] = [
            {
                "size": size,
                "circuits": len(found["test"]),
                **_told(network, corpus, found["test"], np.random.default_rng((seed, 4, size))),
            }
            for size, found in others.items()
        ]
    return figures


def _told(
    network: Network,
    corpus: Corpus,
    members: npt.NDArray[np.int64],
    chance: np.random.Generator,
) -> dict[str, Any]:
    """What the network tells of circuits [C, N]: bits, edges, metricR2, metricR2Mean."""
    f, a = corpus.conditions(members), corpus.wiring(members)
    found = network.encode(f, a)
    marginals = edge_marginals(network, f, found.z_mean, found.u_mean)
    fit = r_squared(individuals_metrics(network, f, found.z_mean, _INDIVIDUALS, chance), measure(a))
    return {
        "bits": bits(found),
        "edges": edge_scores(off_diagonal(marginals), off_diagonal(a)),
        "metricR2": dict(zip(METRICS, fit, strict=True)),
        "metricR2Mean": mean_of_known(fit),
    }


def bits(found: Encoded) -> dict[str, float]:
    """Mean divergence of the posteriors from N(0, I), in bits a circuit."""

    def rate(mean: npt.NDArray[Any], logvar: npt.NDArray[Any]) -> float:
        m, v = mean.astype(np.float64), logvar.astype(np.float64)
        return float((np.exp(v) + m * m - 1 - v).sum() / 2 / log(2) / len(m))

    return {"z": rate(found.z_mean, found.z_logvar), "u": rate(found.u_mean, found.u_logvar)}


def _spread(values: npt.NDArray[np.float64]) -> dict[str, float]:
    """Mean and standard deviation where defined; zeros where nothing is."""
    known = values[np.isfinite(values)]
    return {
        "mean": float(known.mean()) if known.size else 0.0,
        "sd": float(known.std()) if known.size else 0.0,
    }

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
from .scores import edge_scores, mean_of_known, off_diagonal, r_squared

_INDIVIDUALS = 20


def network_figures(
    network: Network,
    corpus: Corpus,
    circuits: dict[str, npt.NDArray[np.int64]],
    prior: dict[str, Any],
    seed: int,
) -> dict[str, Any]:
    """Figures of the network itself: bits, edges.model, metricR2, metricR2Mean, generation.

    circuits: members [C, N] by fold. prior: {"mean", "covariance"} of z. The same seed draws the
    same individuals.
    """
    test = circuits["test"]
    f, a = corpus.conditions(test), corpus.wiring(test)
    observed = measure(a)
    found = network.encode(f, a)

    scores = edge_scores(
        off_diagonal(edge_marginals(network, f, found.z_mean, found.u_mean)), off_diagonal(a)
    )
    chance = np.random.default_rng((seed, 4))
    told = individuals_metrics(network, f, found.z_mean, _INDIVIDUALS, chance)
    fit = r_squared(told, observed)

    z = chance.multivariate_normal(prior["mean"], prior["covariance"], len(test), method="eigh")
    drawn = measure(draw_circuits(network, f, z, chance))
    train = measure(corpus.wiring(circuits["train"]))
    return {
        "bits": bits(found),
        "edges": {"model": scores},
        "metricR2": dict(zip(METRICS, fit, strict=True)),
        "metricR2Mean": mean_of_known(fit),
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

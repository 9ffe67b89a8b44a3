"""What a model tells of the weights of test connections, beside what is told without it."""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from .corpus import FOLDS, Corpus
from .draw import draw_many
from .network import Encoded, Network
from .prior import Prior
from .weights import LogWeights, WeightScale
from .weights_draw import weights_of
from .weights_file import OnnxWeigher

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_STREAM = 9
_CHUNK = 128
_BUMPS = 6


class Weighing(NamedTuple):
    """A model's network for weights and the scale of what it says."""

    weigher: OnnxWeigher
    told: dict[str, Any]
    """`weights` of the manifest"""


def weight_figures(
    network: Network,
    weighing: Weighing,
    corpus: Corpus,
    members: Ints,
    test: Encoded,
    prior: Prior,
    seed: int,
) -> dict[str, Any] | None:
    """`figures.weights` of the manifest; None where no weight of test circuits is known.

    members [C, N]: of the test circuits; test: their posteriors. A connection counts as often as
    they hold it; nats are of the natural log of a weight. As many circuits are drawn from the prior
    as there are of test.
    """
    told = weighing.told
    scale = WeightScale(told["of"], told["logMean"], told["logSd"])
    logs = LogWeights(corpus, scale)
    f, wiring = corpus.conditions(members), corpus.wiring(members)
    y, known = logs.of(members, wiring)
    there = known == 1
    if not there.any():
        return None
    truth = y[there].astype(np.float64)
    guess = weighing.weigher.means(f, test.z_mean, test.u_mean)[there].astype(np.float64)
    near = _by_distance(corpus, scale, f, there)
    drawn = drawn_logs(network, weighing, f, prior, seed)
    observed = truth * scale.log_sd + scale.log_mean
    return {
        "edges": int(np.unique(logs.places(members, there.astype(np.uint8))).size),
        "r2": 1 - float(((truth - guess) ** 2).sum() / (truth**2).sum()),
        "nats": _nats(truth - guess, told["sd"], scale),
        "plain": _nats(truth, 1.0, scale),
        **({} if near is None else {"distanceOnly": _nats(truth - near[0], near[1], scale)}),
        "test": _spread(observed),
        "drawn": _spread(drawn),
    }


def drawn_logs(
    network: Network, weighing: Weighing, f: npt.NDArray[Any], prior: Prior, seed: int
) -> Floats:
    """Natural logs of the weights of all connections of circuits drawn from the prior.

    One circuit for each row of f [C, N, F], of a new z and a new individual; without autapses.
    """
    chance = np.random.default_rng((seed, _STREAM))
    n = f.shape[1]
    z = prior.draw(len(f), chance)
    found: list[Floats] = []
    for start in range(0, len(f), _CHUNK):
        cut = slice(start, start + _CHUNK)
        rows = len(f[cut])
        u = chance.standard_normal((rows, n, network.latent_u), np.float32)
        lo, rho = network.decode(f[cut], z[cut], u)
        adjacency = draw_many(lo, rho, chance.random((rows, n * (n - 1) // 2), np.float32))
        mu = weighing.weigher.means(f[cut], z[cut], u)
        noise = chance.standard_normal(mu.shape)
        found.append(np.log(weights_of(mu, noise, weighing.told)[adjacency == 1]))
    return np.concatenate(found)


def _by_distance(
    corpus: Corpus, scale: WeightScale, f: npt.NDArray[Any], there: npt.NDArray[np.bool_]
) -> tuple[Floats, float] | None:
    """Means of y at `there` from distance alone, and their residual standard deviation.

    Least squares over bumps of distance, fitted to the connections inside the training fold; None
    without positions.
    """
    if not corpus.header["hasPositions"]:
        return None
    edges = corpus.edges
    inside = (corpus.fold[edges] == FOLDS["train"]).all(1) & (corpus.weight > 0)
    ends = corpus.features[edges[inside]][..., :3].astype(np.float64)
    design = _bumps(np.linalg.norm(ends[:, 0] - ends[:, 1], axis=-1))
    y = (np.log(corpus.weight[inside].astype(np.float64)) - scale.log_mean) / scale.log_sd
    slopes = np.linalg.lstsq(design, y, rcond=1e-6)[0]
    row, pre, post = np.nonzero(there)
    away = np.linalg.norm((f[row, pre, :3] - f[row, post, :3]).astype(np.float64), axis=-1)
    return _bumps(away) @ slopes, float((y - design @ slopes).std())


def _bumps(distance: Floats) -> Floats:
    """One and bumps of distance [E, 1 + _BUMPS], in the unit of the conditions."""
    middle = np.linspace(0, 3, _BUMPS)
    bumps = np.exp(-(((distance[:, None] - middle) / 0.6) ** 2) / 2)
    return np.concatenate([np.ones((len(distance), 1)), bumps], axis=1)


def _nats(away: Floats, sd: float, scale: WeightScale) -> float:
    """Negative log-likelihood of log weights a connection. away, sd: in standard deviations."""
    each = (away / sd) ** 2 / 2 + np.log(sd * scale.log_sd) + np.log(2 * np.pi) / 2
    return float(each.mean())


def _spread(logs: Floats) -> dict[str, float]:
    return {"mean": float(logs.mean()), "sd": float(logs.std())} if logs.size else _NONE


_NONE = {"mean": 0.0, "sd": 0.0}

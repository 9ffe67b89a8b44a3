"""How well the place of a circuit on the map tells what it can compute."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.stats import rankdata

from .corpus import FOLDS, Corpus
from .kernel_ridge import fit
from .metrics import METRICS, measure
from .network import Network
from .reservoir.corpus_scores import weights_of
from .reservoir.parallel import sweep_in_parallel
from .reservoir.protocol import TASKS, Protocol, default_protocol
from .sampling import map_circuits
from .scores import r_squared

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

RADII = (0.6, 0.9)
INPUTS = 8
"""input vectors and signals a score is averaged over: one alone is mostly its own noise"""
REGIONS = 5
_RESAMPLES = 1000
_STREAM = 7


def function_report(
    network: Network,
    corpus: Corpus,
    tasks: tuple[str, ...] = tuple(TASKS),
    seed: int = 1,
    told: Callable[[str], None] = lambda text: None,
    **asked: Any,
) -> dict[str, Any]:
    """R² of reservoir scores from z, beside the eight metrics, both, and the conditions alone.

    Fitted on the training fold, its settings chosen with regions of that fold left out in turn,
    and judged on the test fold, with a 95 % interval over resampled circuits (which share neurons,
    so it is too narrow). Circuits that lack a score or a metric are left out. `sameTissue` is the
    same over a random split of the training fold, which literature reports. `with` holds Spearman
    correlations of score and metrics. asked: fields of the protocol other than by default.
    """
    circuits = map_circuits(corpus)
    protocols = [
        default_protocol(
            task, **{"values": list(RADII), "inputSeeds": list(range(1, INPUTS + 1))} | asked
        )
        for task in tasks
    ]
    world = {fold: _features(network, corpus, members) for fold, members in circuits.items()}
    groups = _regions(corpus, circuits["train"], seed)
    chance = np.random.default_rng((seed, _STREAM))
    found: dict[str, Any] = {
        "circuits": {fold: len(circuits[fold]) for fold in FOLDS},
        "tasks": [],
    }
    for protocol in protocols:
        told(f"scores of {protocol['task']}")
        scores = {
            fold: averaged(weights_of(corpus, circuits[fold], protocol), protocol)
            for fold in ("train", "test")
        }
        found["tasks"].append(_one_task(protocol, world, scores, groups, chance))
    return found


def averaged(weights: Floats, protocol: Protocol) -> Floats:
    """Scores [C, V] of circuits [C, N, N], the mean over the protocol's inputs."""
    shares = [scores.score for _, scores in sweep_in_parallel(weights, protocol)]
    return np.concatenate(shares).mean(axis=1)


def _features(network: Network, corpus: Corpus, members: Ints) -> dict[str, Floats]:
    conditions, wiring = corpus.conditions(members), corpus.wiring(members)
    z = network.encode(conditions, wiring).z_mean.astype(np.float64)
    metrics = measure(wiring).astype(np.float64)
    known = [conditions.mean(axis=1), conditions.std(axis=1)]
    return {
        "z": z,
        "metrics": metrics,
        "both": np.concatenate([z, metrics], axis=1),
        "conditions": np.concatenate(known, axis=1).astype(np.float64),
    }


def _regions(corpus: Corpus, members: Ints, seed: int) -> Ints:
    """Which of some regions each circuit [C] lies in: slices across x, else groups by chance."""
    if corpus.header["hasPositions"]:
        along = corpus.position[members, 0].mean(axis=1)
    else:
        along = np.random.default_rng((seed, _STREAM, 1)).random(len(members))
    bounds = np.quantile(along, np.linspace(0, 1, REGIONS + 1)[1:-1])
    found = np.searchsorted(bounds, along)
    return found if len(np.unique(found)) > 1 else np.arange(len(members)) % REGIONS


def _one_task(
    protocol: Protocol,
    world: dict[str, dict[str, Floats]],
    scores: dict[str, Floats],
    groups: Ints,
    chance: np.random.Generator,
) -> dict[str, Any]:
    there = {
        fold: np.isfinite(score).all(axis=1) & np.isfinite(world[fold]["both"]).all(axis=1)
        for fold, score in scores.items()
    }
    wanted = {fold: score[there[fold]] for fold, score in scores.items()}
    blocks = chance.integers(REGIONS, size=int(there["train"].sum()))  # of a random split
    by_source: dict[str, Any] = {}
    for source in world["train"]:
        x = {fold: world[fold][source][there[fold]] for fold in wanted}
        said = fit(x["train"], wanted["train"], groups[there["train"]]).predict(x["test"])
        out = blocks == 0
        inner = fit(x["train"][~out], wanted["train"][~out], blocks[~out])
        by_source[source] = {
            "r2": r_squared(said, wanted["test"]),
            "interval": _interval(said, wanted["test"], chance),
            "sameTissue": r_squared(inner.predict(x["train"][out]), wanted["train"][out]),
        }
    metrics = world["test"]["metrics"][there["test"]]
    goes_with = {
        name: [_spearman(metrics[:, k], column) for column in wanted["test"].T]
        for k, name in enumerate(METRICS)
    }
    return {
        "task": protocol["task"],
        "protocol": protocol,
        "measured": {fold: int(mask.sum()) for fold, mask in there.items()},
        "mean": wanted["test"].mean(axis=0).tolist(),
        "sd": wanted["test"].std(axis=0).tolist(),
        "r2": by_source,
        "with": goes_with,
    }


def _interval(
    said: Floats, wanted: Floats, chance: np.random.Generator
) -> list[list[float] | None]:
    """[V][low, high] of R², circuits drawn again with return; None where R² is not defined."""
    rows = chance.integers(len(said), size=(_RESAMPLES, len(said)))
    drawn = np.array([r_squared(said[row], wanted[row]) for row in rows], np.float64).T
    return [
        np.quantile(one[np.isfinite(one)], (0.025, 0.975)).tolist()
        if np.isfinite(one).any()
        else None
        for one in drawn
    ]


def _spearman(one: Floats, other: Floats) -> float | None:
    """None where either is the same for all."""
    if np.ptp(one) == 0 or np.ptp(other) == 0:
        return None
    return float(np.corrcoef(rankdata(one), rankdata(other))[0, 1])

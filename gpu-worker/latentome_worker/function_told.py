"""What scores of circuits are told from: their place on the map, their metrics, their neurons."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.stats import rankdata

from .corpus import Corpus
from .kernel_ridge import fit
from .metrics import METRICS, measure
from .network import Network
from .scores import r_squared

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
World = dict[str, dict[str, Floats]]
"""fold -> source -> features [C, D]"""
Scores = dict[str, Floats]
"""of the folds train and test, [C, V]"""

REGIONS = 5
_RESAMPLES = 1000
_STREAM = 7


def features_of(network: Network, corpus: Corpus, members: Ints) -> dict[str, Floats]:
    """What circuits [C, N] are known by, source by source: [C, D]."""
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


def regions_of(corpus: Corpus, members: Ints, seed: int) -> Ints:
    """Which of some regions each circuit [C] lies in: slices across x, else groups by chance."""
    if corpus.header["hasPositions"]:
        along = corpus.position[members, 0].mean(axis=1)
    else:
        along = np.random.default_rng((seed, _STREAM, 1)).random(len(members))
    bounds = np.quantile(along, np.linspace(0, 1, REGIONS + 1)[1:-1])
    found = np.searchsorted(bounds, along)
    return found if len(np.unique(found)) > 1 else np.arange(len(members)) % REGIONS


def explained(
    world: World,
    scores: list[Scores],
    regions: Ints,
    chance: np.random.Generator,
    told: Callable[[float], None] = lambda far: None,
) -> list[list[dict[str, Any]]]:
    """By scores and source: R² on the test fold and its interval, and that of a random split.

    All scores over the same circuits are fitted together, as the kernels do not depend on them.
    regions [C] of the training circuits are left out in turn where settings are chosen.
    """
    rows: list[list[dict[str, Any]]] = [[] for _ in scores]
    alike = _alike(world, scores)
    for turn, (these, there) in enumerate(alike):
        wanted = {
            fold: np.concatenate([scores[k][fold][there[fold]] for k in these], axis=1)
            for fold in ("train", "test")
        }
        blocks = chance.integers(REGIONS, size=len(wanted["train"]))  # of a random split
        out = blocks == 0
        for step, source in enumerate(world["train"]):
            x = {fold: world[fold][source][there[fold]] for fold in wanted}
            said = fit(x["train"], wanted["train"], regions[there["train"]]).predict(x["test"])
            inner = fit(x["train"][~out], wanted["train"][~out], blocks[~out])
            found = r_squared(said, wanted["test"])
            bounds = _interval(said, wanted["test"], chance)
            same = r_squared(inner.predict(x["train"][out]), wanted["train"][out])
            at = 0
            for k in these:
                for _ in range(scores[k]["test"].shape[1]):
                    low, high = bounds[at] or (None, None)
                    rows[k].append(
                        {
                            "from": source,
                            "r2": found[at],
                            "low": low,
                            "high": high,
                            "sameTissue": same[at],
                        }
                    )
                    at += 1
            told((turn + (step + 1) / len(world["train"])) / len(alike))
    return rows


def _alike(world: World, scores: list[Scores]) -> list[tuple[list[int], dict[str, Any]]]:
    """Scores that are defined for the same circuits, and which those are."""
    found: dict[bytes, tuple[list[int], dict[str, Any]]] = {}
    for k, one in enumerate(scores):
        there = {fold: defined(world, one, fold) for fold in ("train", "test")}
        if there["train"].sum() < 2 * REGIONS or there["test"].sum() < 2:
            continue
        key = there["train"].tobytes() + there["test"].tobytes()
        found.setdefault(key, ([], there))[0].append(k)
    return list(found.values())


def defined(world: World, scores: Scores, fold: str) -> npt.NDArray[np.bool_]:
    """[C] which circuits have every score and every metric."""
    known = np.concatenate([scores[fold], world[fold]["both"]], axis=1)
    return np.asarray(np.isfinite(known).all(axis=1))


def goes_with(metrics: Floats, scores: Floats) -> list[dict[str, Any]]:
    """By score [C, V] and metric [C, 8]: Spearman, plain and with the other metrics held."""
    ranks = np.stack([rankdata(column) for column in metrics.T], axis=1)
    return [
        {
            "metric": name,
            "value": value,
            "rho": _spearman(metrics[:, k], column),
            "held": _held(np.delete(ranks, k, axis=1), ranks[:, k], rankdata(column)),
        }
        for value, column in enumerate(scores.T)
        for k, name in enumerate(METRICS)
    ]


def _held(others: Floats, one: Floats, score: Floats) -> float | None:
    """Correlation of what is left of two rankings when others [C, D] are regressed out of both."""
    if len(one) <= others.shape[1] + 2:
        return None
    known = np.concatenate([others, np.ones((len(others), 1))], axis=1)
    both = np.stack([one, score], axis=1)
    fitted, *_ = np.linalg.lstsq(known, both, rcond=None)
    left = np.asarray(both - np.matmul(known, fitted))
    if np.any(np.std(left, axis=0) < 1e-6 * len(one)):
        return None
    return float(np.corrcoef(left[:, 0], left[:, 1])[0, 1])


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

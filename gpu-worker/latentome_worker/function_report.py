"""How well the place of a circuit on the map tells what it can compute."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from .corpus import FOLDS, Corpus
from .function_told import Scores, World, defined, explained, features_of, goes_with, regions_of
from .metrics import METRICS
from .network import Network
from .reservoir.corpus_scores import weights_of
from .reservoir.parallel import sweep_in_parallel
from .reservoir.protocol import TASKS, Protocol, default_protocol
from .sampling import map_circuits

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

RADII = (0.6, 0.9)
INPUTS = 8
"""input vectors and signals a score is averaged over: one alone is mostly its own noise"""
_STREAM = 7


def function_report(
    network: Network,
    corpus: Corpus,
    tasks: tuple[str, ...] = tuple(TASKS),
    seed: int = 1,
    told: Callable[[str], None] = lambda text: None,
    most: int | None = None,
    **asked: Any,
) -> dict[str, Any]:
    """R² of reservoir scores from z, beside the eight metrics, both, and the conditions alone.

    Fitted on the training fold, its settings chosen with regions of that fold left out in turn,
    and judged on the test fold, with a 95 % interval over resampled circuits (which share neurons,
    so it is too narrow). Circuits that lack a score or a metric are left out. `sameTissue` is the
    same over a random split of the training fold, which literature reports. `with` holds Spearman
    correlations of score and metrics. most: circuits of a fold, evenly spread over it; all where
    None. asked: fields of the protocol other than by default.
    """
    circuits = {fold: _spread_out(rows, most) for fold, rows in map_circuits(corpus).items()}
    protocols = [
        default_protocol(
            task, **{"values": list(RADII), "inputSeeds": list(range(1, INPUTS + 1))} | asked
        )
        for task in tasks
    ]
    world = {fold: features_of(network, corpus, members) for fold, members in circuits.items()}
    groups = regions_of(corpus, circuits["train"], seed)
    chance = np.random.default_rng((seed, _STREAM))
    scores: list[Scores] = []
    for protocol in protocols:
        told(f"scores of {protocol['task']}")
        scores.append(
            {
                fold: averaged(weights_of(corpus, circuits[fold], protocol), protocol)
                for fold in ("train", "test")
            }
        )
    told("what tells them")
    rows = explained(world, scores, groups, chance)
    return {
        "circuits": {fold: len(circuits[fold]) for fold in FOLDS},
        "tasks": [_one_task(*one, world) for one in zip(protocols, scores, rows, strict=True)],
    }


def _one_task(
    protocol: Protocol, scores: Scores, rows: list[dict[str, Any]], world: World
) -> dict[str, Any]:
    there = {fold: defined(world, scores, fold) for fold in scores}
    wanted = scores["test"][there["test"]]
    by_source = {
        source: {
            "r2": [row["r2"] for row in rows if row["from"] == source],
            "interval": [
                None if row["low"] is None else [row["low"], row["high"]]
                for row in rows
                if row["from"] == source
            ],
            "sameTissue": [row["sameTissue"] for row in rows if row["from"] == source],
        }
        for source in world["train"]
    }
    correlated = goes_with(world["test"]["metrics"][there["test"]], wanted)
    return {
        "task": protocol["task"],
        "protocol": protocol,
        "measured": {fold: int(mask.sum()) for fold, mask in there.items()},
        "mean": wanted.mean(axis=0).tolist(),
        "sd": wanted.std(axis=0).tolist(),
        "r2": by_source,
        "with": {
            name: [row["rho"] for row in correlated if row["metric"] == name] for name in METRICS
        },
    }


def _spread_out(members: Ints, most: int | None) -> Ints:
    """Members [C, N] of at most so many circuits."""
    if most is None or len(members) <= most:
        return members
    return members[np.arange(most) * len(members) // most]


def averaged(weights: Floats, protocol: Protocol) -> Floats:
    """Scores [C, V] of circuits [C, N, N], the mean over the protocol's inputs."""
    shares = [scores.score for _, scores in sweep_in_parallel(weights, protocol)]
    return np.concatenate(shares).mean(axis=1)

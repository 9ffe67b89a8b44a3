"""What every contestant shares: its part of the circuits, its core, its clock, its answer.

    python ours.py PROBLEM OUT PART OF COUNT

Part PART of OF takes every OF-th of the first COUNT circuits and pins itself to one core; the
caller sets one BLAS thread. One circuit is scored before the clock starts. OUT receives which
circuits were scored, the scores [circuits, radii] and the seconds.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

Problem = dict[str, Any]


def contest(score: Callable[[np.ndarray, Problem], np.ndarray]) -> None:
    """Run `score` (weights [C, n, n], problem) -> [C, radii] on this process's circuits."""
    path, out = Path(sys.argv[1]), Path(sys.argv[2])
    part, of, count = map(int, sys.argv[3:6])
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[part % len(cores)]})
    with np.load(path) as file:
        problem: Problem = {name: file[name] for name in file.files}
    problem["protocol"] = json.loads(str(problem["protocol"]))
    which = np.arange(part, count, of)
    score(problem["weights"][which[:1]], problem)
    start = time.perf_counter()
    scores = score(problem["weights"][which], problem)
    seconds = time.perf_counter() - start
    np.savez(out, which=which, scores=scores, seconds=seconds)


def contest_one_by_one(capacity: Callable[[np.ndarray, float, Problem], float]) -> None:
    """Run `capacity` of one circuit at one radius over all circuits and radii."""

    def score(weights: np.ndarray, problem: Problem) -> np.ndarray:
        radii = problem["protocol"]["values"]
        return np.array([[capacity(w, radius, problem) for radius in radii] for w in weights])

    contest(score)


def memory_capacity(
    states: np.ndarray,
    problem: Problem,
    fit: Callable[[np.ndarray, np.ndarray], Callable[[np.ndarray], np.ndarray]],
) -> float:
    """Sum over lags of the squared correlation on the steps after training."""
    protocol, targets = problem["protocol"], problem["targets"]
    washout, trained = protocol["washout"], protocol["washout"] + protocol["train"]
    said = fit(states[washout:trained], targets[washout:trained])(states[trained:])
    pairs = zip(said.T, targets[trained:].T, strict=True)
    return sum(np.corrcoef(one, other)[0, 1] ** 2 for one, other in pairs)

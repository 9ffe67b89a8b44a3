"""Latentome's sweep in single precision, or in double with `--double` at the end."""

import sys

import numpy as np
from latentome_worker.reservoir.sweep import sweep

from contest import Problem, contest

PRECISION = np.float64 if sys.argv[-1] == "--double" else np.float32


def score(weights: np.ndarray, problem: Problem) -> np.ndarray:
    """Memory capacity [C, radii]."""
    return sweep(weights, problem["protocol"], PRECISION).score[:, 0]


contest(score)

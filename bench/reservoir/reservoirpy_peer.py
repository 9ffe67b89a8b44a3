"""ReservoirPy as its documentation has it: a Reservoir run over the input, then a Ridge readout.

Its W is target x source, so ours is transposed. The matrix is given sparse or dense (`--dense`).
"""

import sys

import numpy as np
from contest import Problem, contest
from reservoirpy.nodes import Reservoir, Ridge
from scipy.sparse import csr_array

DENSE = sys.argv[-1] == "--dense"


def capacity(weights: np.ndarray, radius: float, problem: Problem) -> float:
    """Memory capacity of one circuit at one spectral radius."""
    protocol = problem["protocol"]
    scaled = radius * weights.T
    reservoir = Reservoir(
        W=scaled if DENSE else csr_array(scaled), Win=problem["inputs"][:, None], bias=0.0
    )
    states = reservoir.run(problem["signal"][:, None])
    washout, trained = protocol["washout"], protocol["washout"] + protocol["train"]
    targets = problem["targets"]
    readout = Ridge(ridge=protocol["ridge"])
    readout.fit(states[washout:trained], targets[washout:trained])
    said = readout.run(states[trained:])
    pairs = zip(said.T, targets[trained:].T, strict=True)
    return sum(np.corrcoef(one, other)[0, 1] ** 2 for one, other in pairs)


def score(weights: np.ndarray, problem: Problem) -> np.ndarray:
    """Memory capacity [C, radii]."""
    radii = problem["protocol"]["values"]
    return np.array([[capacity(w, radius, problem) for radius in radii] for w in weights])


contest(score)

"""ReservoirPy as its documentation has it: a Reservoir run over the input, then a Ridge readout.

Its W is target x source, so ours is transposed. The matrix is given sparse or dense (`--dense`).
"""

import sys
from collections.abc import Callable

import numpy as np
from reservoirpy.nodes import Reservoir, Ridge
from scipy.sparse import csr_array

from contest import Problem, contest_one_by_one, memory_capacity

DENSE = sys.argv[-1] == "--dense"


def capacity(weights: np.ndarray, radius: float, problem: Problem) -> float:
    """Memory capacity of one circuit at one spectral radius."""
    scaled = radius * weights.T
    reservoir = Reservoir(
        W=scaled if DENSE else csr_array(scaled), Win=problem["inputs"][:, None], bias=0.0
    )
    states = reservoir.run(problem["signal"][:, None])

    def fit(states: np.ndarray, targets: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
        readout = Ridge(ridge=problem["protocol"]["ridge"])
        readout.fit(states, targets)
        return readout.run

    return memory_capacity(states, problem, fit)


contest_one_by_one(capacity)

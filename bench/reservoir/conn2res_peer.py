"""conn2res as its examples have it: an EchoStateNetwork simulated, then a Readout trained.

Runs with the checkout that CONN2RES names on the path. Three things are set otherwise than its
defaults, or the scores would be of something else: the radius of the directed matrix is ours (its
own comes from a symmetric solver), the ridge has an intercept, and the score is r² (not |r|).
"""

from collections.abc import Callable

import numpy as np
from conn2res.readout import Readout
from conn2res.reservoir import EchoStateNetwork
from sklearn.linear_model import Ridge

from contest import Problem, contest_one_by_one, memory_capacity


def capacity(weights: np.ndarray, radius: float, problem: Problem) -> float:
    """Memory capacity of one circuit at one spectral radius."""
    network = EchoStateNetwork(w=radius * weights)
    states = network.simulate(ext_input=problem["signal"][:, None], w_in=problem["inputs"][None, :])

    def fit(states: np.ndarray, targets: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
        readout = Readout(estimator=Ridge(alpha=problem["protocol"]["ridge"]))
        readout.train(states, targets)
        return readout.model.predict

    return memory_capacity(states, problem, fit)


contest_one_by_one(capacity)

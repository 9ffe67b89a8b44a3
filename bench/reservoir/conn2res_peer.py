"""conn2res as its examples have it: an EchoStateNetwork simulated, then a Readout trained.

Runs with the checkout that CONN2RES names on the path. Three things are set otherwise than its
defaults, or the scores would be of something else: the radius of the directed matrix is ours (its
own comes from a symmetric solver), the ridge has an intercept, and the score is r² (not |r|).
"""

import numpy as np
from conn2res.readout import Readout
from conn2res.reservoir import EchoStateNetwork
from contest import Problem, contest
from sklearn.linear_model import Ridge


def capacity(weights: np.ndarray, radius: float, problem: Problem) -> float:
    """Memory capacity of one circuit at one spectral radius."""
    protocol = problem["protocol"]
    network = EchoStateNetwork(w=radius * weights)
    states = network.simulate(ext_input=problem["signal"][:, None], w_in=problem["inputs"][None, :])
    washout, trained = protocol["washout"], protocol["washout"] + protocol["train"]
    targets = problem["targets"]
    readout = Readout(estimator=Ridge(alpha=protocol["ridge"]))
    readout.train(states[washout:trained], targets[washout:trained])
    said = readout.model.predict(states[trained:])
    pairs = zip(said.T, targets[trained:].T, strict=True)
    return sum(np.corrcoef(one, other)[0, 1] ** 2 for one, other in pairs)


def score(weights: np.ndarray, problem: Problem) -> np.ndarray:
    """Memory capacity [C, radii]."""
    radii = problem["protocol"]["values"]
    return np.array([[capacity(w, radius, problem) for radius in radii] for w in weights])


contest(score)

"""The circuits, input and targets that every contestant is given: one file for each size.

    python problem.py OUT N EDGES COUNT

Circuits are random with as many connections as circuits of that size have at the median in the
MICrONS layer 2/3 data; weights are already divided by the true spectral radius, row = presynaptic.
"""

import json
import sys
from pathlib import Path

import numpy as np
from latentome_worker.random import uniforms
from latentome_worker.reservoir.protocol import default_protocol
from latentome_worker.reservoir.signals import input_weights, signal_of
from latentome_worker.reservoir.weights import spectral_radius

BENCH_STREAM = 6


def circuits(n: int, edges: int, count: int) -> np.ndarray:
    """Weights [count, n, n] of spectral radius 1; circuits without cycles are passed over."""
    made: list[np.ndarray] = []
    seed = 0
    while len(made) < count:
        order = np.argsort(uniforms(seed, BENCH_STREAM, n, 0, np.arange(n * (n - 1))))
        seed += 1
        away = np.zeros((n, n - 1))
        away.flat[order[:edges]] = 1
        weights = np.zeros((n, n))
        weights[~np.eye(n, dtype=bool)] = away.ravel()
        radius = spectral_radius(weights)
        if radius > 0:
            made.append(weights / radius)
    return np.stack(made)


def main() -> None:
    out, n, edges, count = Path(sys.argv[1]), *map(int, sys.argv[2:5])
    # The weights have radius 1 already, for every contestant.
    protocol = default_protocol("memory", scale="gain")
    seed = protocol["inputSeeds"][0]
    signal, targets = signal_of(protocol, seed)
    np.savez(
        out,
        weights=circuits(n, edges, count),
        inputs=input_weights(seed, n, protocol["inputScaling"]),
        signal=signal,
        targets=targets,
        protocol=json.dumps(protocol),
    )


main()

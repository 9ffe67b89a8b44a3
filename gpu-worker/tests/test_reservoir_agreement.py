"""TypeScript and Python: same protocols, same signals, same scores."""

import base64
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from latentome_worker.reservoir.protocol import default_protocol
from latentome_worker.reservoir.signals import signal_of
from latentome_worker.reservoir.sweep import sweep
from latentome_worker.reservoir.weights import signed_weights, spectral_radius

VECTORS = json.loads(
    (Path(__file__).parents[2] / "core" / "reservoir" / "reservoir.vectors.json").read_text()
)
INHIBITORY = np.array(VECTORS["inhibitory"], bool)
CASES = pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["protocol"]["task"])


def _adjacency(circuit: dict[str, Any]) -> np.ndarray:
    n = circuit["n"]
    packed = np.frombuffer(base64.b64decode(circuit["adjacency"]), np.uint8)
    return np.unpackbits(packed, count=n * n, bitorder="little").reshape(n, n)


ADJACENCY = np.stack([_adjacency(circuit) for circuit in VECTORS["circuits"]])


def test_the_defaults_are_the_same() -> None:
    for stored in VECTORS["defaults"]:
        assert default_protocol(stored["task"]) == stored


def test_the_spectral_radius_is_the_same_and_0_without_cycles() -> None:
    for circuit, adjacency in zip(VECTORS["circuits"], ADJACENCY, strict=True):
        radius = spectral_radius(signed_weights(adjacency, INHIBITORY))
        assert abs(radius - circuit["radius"]) < 1e-12
        if circuit["name"] == "no cycle":
            assert radius == 0


@CASES
def test_the_signals_are_the_same_to_the_last_bit(case: dict[str, Any]) -> None:
    signal, targets = signal_of(case["protocol"], case["protocol"]["inputSeeds"][0])
    assert signal[case["shown"]].tolist() == case["input"]
    assert targets[case["shown"]].T.tolist() == case["targets"]


@CASES
@pytest.mark.parametrize(("dtype", "bound"), [(np.float64, 1e-10), (np.float32, 1e-4)])
def test_the_scores_agree(case: dict[str, Any], dtype: type, bound: float) -> None:
    protocol = case["protocol"]
    weights = signed_weights(ADJACENCY, INHIBITORY if protocol["signed"] else None)
    found = sweep(weights, protocol, dtype)
    for index, curve in enumerate(case["curves"]):
        if not curve:
            assert np.isnan(found.score[index]).all()
            continue
        scores = np.array([point["scores"] for point in curve]).T
        parts = np.array([point["parts"] for point in curve]).swapaxes(0, 1)
        accurate = protocol["task"] == "parity" and dtype is np.float32
        # One step of the test judged otherwise is a 230th.
        allowed = 2 / protocol["test"] if accurate else bound
        assert np.abs(found.score[index] - scores).max() < allowed
        assert np.abs(found.parts[index] - parts).max() < allowed

"""Every structure metric: the values of TypeScript, and laws of their own."""

import base64
import json
from pathlib import Path

import numpy as np
import pytest

from latentome_worker.structure import measure_structure
from latentome_worker.structure_modules import communities

VECTORS = json.loads(
    (Path(__file__).parents[2] / "core" / "metrics" / "structure.vectors.json").read_text()
)


def unpack(text: str, n: int) -> np.ndarray:
    """Adjacency [N, N] of a packed circuit."""
    bits = np.frombuffer(base64.b64decode(text), np.uint8)
    return np.unpackbits(bits, bitorder="little")[: n * n].reshape(n, n)


@pytest.mark.parametrize("n", sorted({case["n"] for case in VECTORS["circuits"]}))
def test_the_values_of_typescript(n: int) -> None:
    cases = [case for case in VECTORS["circuits"] if case["n"] == n]
    told = measure_structure(
        np.stack([unpack(case["adjacency"], n) for case in cases]),
        np.array([case["positions"] for case in cases]).reshape(len(cases), n, 3),
        np.array([case["classes"] for case in cases]),
    )
    for row, case in enumerate(cases):
        assert set(told) == set(case["values"])
        for name, value in case["values"].items():
            expected = np.nan if value is None else value
            np.testing.assert_allclose(
                told[name][row], expected, atol=1e-6, rtol=0, err_msg=f"{name} of {row}"
            )


def test_known_answers() -> None:
    ring = np.roll(np.eye(7), 1, axis=1)
    order = np.triu(np.ones((7, 7)), 1)
    told = measure_structure(np.stack([ring, order]))
    np.testing.assert_allclose(told["spectral_radius"], [1, 0], atol=1e-12)
    np.testing.assert_allclose(told["non_normality"], [0, 1], atol=1e-7)
    np.testing.assert_allclose(told["path_length"], [3.5, 1])
    np.testing.assert_allclose(told["triad_030T"], [0, 1])
    assert np.isnan(told["connection_length"]).all()


def test_a_circuit_has_the_same_values_alone_and_among_others() -> None:
    chance = np.random.default_rng(3)
    many = (chance.random((9, 14, 14)) < np.linspace(0, 0.6, 9)[:, None, None]).astype(float)
    together = measure_structure(many)
    for row in range(9):
        for name, value in measure_structure(many[row : row + 1]).items():
            np.testing.assert_allclose(value[0], together[name][row], atol=1e-9, err_msg=name)


def test_planted_communities_are_found() -> None:
    blocks = np.kron(np.eye(3), np.ones((6, 6))) - np.eye(18)
    own = communities(blocks[None], seed=2)[0].reshape(3, 6)
    assert (own == own[:, :1]).all()
    assert len(set(own[:, 0])) == 3

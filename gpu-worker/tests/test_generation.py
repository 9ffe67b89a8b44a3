"""What generated circuits are compared by, where the answer is known."""

import numpy as np
import pytest

from latentome_worker.generation import Comparison
from latentome_worker.generation_identity import fingerprints, valid_unique_novel
from latentome_worker.generation_statistics import CONNECTED_TRIADS, STATISTICS, Sample

BY_ID = {statistic.id: statistic for statistic in STATISTICS}


def random_circuits(count: int, likely: float, seed: int, n: int = 12) -> Sample:
    chance = np.random.default_rng(seed)
    wiring = (chance.random((count, n, n)) < likely).astype(np.uint8)
    wiring[:, np.arange(n), np.arange(n)] = 0
    return Sample(wiring, chance.random((count, n, 3)) * 100)


def circuit(n: int, *edges: tuple[int, int]) -> Sample:
    wiring = np.zeros((1, n, n), np.uint8)
    for pre, post in edges:
        wiring[0, pre, post] = 1
    return Sample(wiring, np.arange(n * 3, dtype=np.float64).reshape(1, n, 3))


def test_degrees_are_of_columns_and_rows() -> None:
    """Row = presynaptic: neuron 0 sends two connections, and nobody receives two."""
    fork = circuit(3, (0, 1), (0, 2))
    assert BY_ID["out_degree"].describe(fork).tolist() == [[0, 0, 2]]
    assert BY_ID["in_degree"].describe(fork).tolist() == [[0, 1, 1]]


def test_the_spectrum_of_a_triangle_and_a_neuron_alone() -> None:
    """Complete graph of three: 0, 3/2, 3/2 (Chung 1997); a neuron alone adds 0."""
    rows = BY_ID["laplacian"].describe(circuit(4, (0, 1), (1, 2), (2, 0)))
    assert rows[0] == pytest.approx([0, 0, 1.5, 1.5], abs=1e-12)


def test_clustering_of_a_triangle_with_a_tail() -> None:
    rows = BY_ID["clustering"].describe(circuit(4, (0, 1), (1, 2), (2, 0), (2, 3)))
    assert rows[0] == pytest.approx([0, 1 / 3, 1, 1])


def test_a_feed_forward_triangle_is_one_triad() -> None:
    rows = BY_ID["triads"].describe(circuit(3, (0, 1), (1, 2), (0, 2)))
    assert dict(zip(CONNECTED_TRIADS, rows[0], strict=True))["030T"] == pytest.approx(1)


def test_lengths_are_of_connections_alone() -> None:
    rows = BY_ID["connection_length"].describe(circuit(3, (0, 2)))
    assert rows[0] == pytest.approx(np.full(100, np.sqrt(3 * 36)))


def test_what_is_not_defined_is_left_out() -> None:
    nothing = circuit(3)
    for name in ("triads", "connection_length"):
        assert len(BY_ID[name].known(nothing)) == 0
    assert len(BY_ID["in_degree"].known(nothing)) == 1


@pytest.mark.parametrize("statistic", STATISTICS, ids=lambda statistic: statistic.id)
def test_the_training_circuits_again_have_ratio_one(statistic) -> None:
    train, test = random_circuits(60, 0.25, 1), random_circuits(60, 0.2, 2)
    comparison = Comparison(statistic, train, test)
    assert comparison.ratio(statistic.known(train)) == pytest.approx(1)
    assert comparison.ratio(statistic.known(test)) == pytest.approx(0, abs=1e-9)


def test_samples_alike_have_a_small_ratio_and_shifted_ones_a_large() -> None:
    train, test = random_circuits(80, 0.2, 1), random_circuits(80, 0.2, 2)
    for name in ("in_degree", "out_degree", "laplacian", "triads"):
        comparison = Comparison(BY_ID[name], train, test)
        again = comparison.ratio(BY_ID[name].known(random_circuits(80, 0.2, 3)))
        other = comparison.ratio(BY_ID[name].known(random_circuits(80, 0.4, 4)))
        assert again is not None
        assert other is not None
        assert 0.2 < again < 5
        assert other > 10


def test_names_of_neurons_do_not_make_a_circuit_another() -> None:
    sample = random_circuits(30, 0.2, 5)
    order = np.random.default_rng(6).permutation(12)
    renamed = sample.wiring[:, order][:, :, order]
    assert (fingerprints(renamed) == fingerprints(sample.wiring)).all()
    assert len(np.unique(fingerprints(sample.wiring))) == 30


def test_the_direction_of_a_connection_makes_it_another() -> None:
    sent, fork = circuit(3, (0, 1), (0, 2)).wiring, circuit(3, (1, 0), (2, 0)).wiring
    assert fingerprints(sent) != fingerprints(fork)


def test_valid_unique_and_novel_are_counted() -> None:
    known = random_circuits(5, 0.3, 7).wiring
    fresh = random_circuits(2, 0.3, 8).wiring
    empty = np.zeros((1, 12, 12), np.uint8)
    found = valid_unique_novel(np.concatenate([known[:1], fresh, fresh[:1], empty]), known, 6)
    assert found == {"valid": 0.8, "unique": 0.8, "novel": 0.8, "all": 0.4}

"""Bits of circuits, where the answer is known."""

import numpy as np
import pytest

from latentome_worker.report_code import edge_bits


def test_even_chances_cost_a_bit_an_ordered_pair() -> None:
    a = np.zeros((3, 5, 5), np.uint8)
    a[0, 1, 2] = a[1, 2, 1] = a[1, 1, 2] = 1
    nothing = np.zeros((3, 5, 5))
    assert edge_bits(a, nothing, nothing) == pytest.approx(20)


def test_certain_connections_cost_nothing() -> None:
    """Row = presynaptic: logits follow the wiring, not its transpose."""
    a = np.triu(np.ones((1, 4, 4), np.uint8), 1)
    lo = np.where(a == 1, 40.0, -40.0)
    assert edge_bits(a, lo, np.zeros((1, 4, 4))) == pytest.approx(0, abs=1e-9)
    assert edge_bits(np.swapaxes(a, 1, 2), lo, np.zeros((1, 4, 4))) > 100


def test_reciprocity_is_paid_by_its_own_logit() -> None:
    a = np.ones((1, 2, 2), np.uint8)
    lo, rho = np.full((1, 2, 2), np.log(2.0)), np.full((1, 2, 2), np.log(3.0))
    # none 1, each way 2, both 2 * 2 * 3
    assert edge_bits(a, lo, rho) == pytest.approx(-np.log2(12 / 17))

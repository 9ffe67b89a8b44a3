"""The blueprint loss cannot be lowered by anything but being right on average."""

import jax.numpy as jnp
import numpy as np
import pytest

from latentome_worker.loss import agreement, missed


def over_all_pairs(errors: list[float]) -> float:
    """Mean over two independent individuals whose errors are these, equally likely."""
    first, second = np.meshgrid(errors, errors)
    return float(agreement(jnp.asarray(first), jnp.asarray(second)).mean())


@pytest.mark.parametrize("errors", [[100, -1], [50, -0.5, -0.5, -0.5], [-30, 2, 3], [4, -4]])
def test_wild_individuals_are_never_a_reward(errors: list[float]) -> None:
    assert over_all_pairs(errors) > -1e-5


def test_near_errors_are_the_square_of_their_mean() -> None:
    assert over_all_pairs([0.5, 0.1, -0.2]) == pytest.approx((0.4 / 3) ** 2, rel=0.05)
    assert over_all_pairs([0.4, -0.4]) == pytest.approx(0, abs=1e-6)


def test_individuals_who_differ_cost_less_than_individuals_who_are_wrong() -> None:
    apart = float(missed(jnp.asarray(0.4), jnp.asarray(-0.4)))
    wrong = float(missed(jnp.asarray(0.4), jnp.asarray(0.4)))
    assert 0 <= float(missed(jnp.asarray(0.0), jnp.asarray(0.0))) < wrong
    assert apart < wrong
    spread, steady = [[0.5, -0.3], [0.1, 0.1]]
    means = [
        np.mean([missed(jnp.asarray(a), jnp.asarray(b)) for a in e for b in e])
        for e in (spread, steady)
    ]
    assert means[1] < means[0]

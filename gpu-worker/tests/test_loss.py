"""The blueprint loss cannot be lowered by anything but being right on average."""

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import pytest
from conftest import SMALL

from latentome_worker.encoder import KNOWN
from latentome_worker.loss import Batch, Scale, Weights, agreement, loss, missed
from latentome_worker.model import Model


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


def test_the_head_is_held_to_the_dynamics_of_a_circuit_too() -> None:
    key = jax.random.key(2)
    model = Model(3, SMALL, jnp.stack([jnp.zeros(KNOWN), jnp.ones(KNOWN)]), key)
    a = jnp.asarray(np.random.default_rng(3).random((1, 16, 16)) < 0.2, jnp.float32)
    a = a * (1 - jnp.eye(16))
    nothing = jnp.zeros((1, 8))
    batch = Batch(jax.random.normal(key, (1, 16, 3)), a, nothing, nothing)
    weights = Weights(0.1, 0.5, 0.0, 1.0)
    right = model.encoder.standard(a)[0]

    def part(said: jax.Array) -> float:
        head = (jnp.zeros_like(model.head.weight), said)
        told = eqx.tree_at(lambda m: (m.head.weight, m.head.bias), model, head)
        scale = Scale(jnp.zeros(8), jnp.ones(8))
        return float(loss(told, batch, weights, scale, key, self_edges=False)[1]["head"])

    assert part(right) == pytest.approx(0, abs=1e-6)
    assert part(right.at[8:].add(1)) > 1
    assert part(right.at[:8].add(1)) == pytest.approx(0, abs=1e-6)  # those are not known here

"""Layers that encoder and decoder share."""

import equinox as eqx
import jax
from jax import Array


def dense(layer: eqx.nn.Linear, x: Array) -> Array:
    """A linear layer over the last axis of any shape."""
    assert layer.bias is not None
    return x @ layer.weight.T + layer.bias


class Perceptron(eqx.Module):
    """One hidden layer: [..., I] -> [..., O]."""

    first: eqx.nn.Linear
    second: eqx.nn.Linear

    def __init__(self, inputs: int, hidden: int, outputs: int, key: Array, scale: float = 1.0):
        one, two = jax.random.split(key)
        self.first = eqx.nn.Linear(inputs, hidden, key=one)
        second = eqx.nn.Linear(hidden, outputs, key=two)
        # A small last layer starts training from an almost constant answer.
        self.second = jax.tree.map(lambda leaf: leaf * scale, second)

    def __call__(self, x: Array) -> Array:
        return dense(self.second, jax.nn.silu(dense(self.first, x)))

"""One step of training, compiled: `train` takes it over and over, `step_cost` measures it."""

from typing import Any, cast

import equinox as eqx
import jax
import optax

from .loss import Batch, Scale, Weights, loss
from .model import Model


def step_of(
    static: Model, adam: optax.GradientTransformation, scale: Scale, self_edges: bool
) -> jax.stages.Wrapped:
    """(params, moments, batch, weights, key) -> (params, moments, parts of the loss).

    static: what of the model is no array (`eqx.partition`). Params and moments that are given are
    used up.
    """

    def one_step(
        params: Model, moments: Any, batch: Batch, weights: Weights, key: jax.Array
    ) -> tuple[Model, Any, dict[str, jax.Array]]:
        def total(params: Model) -> tuple[jax.Array, dict[str, jax.Array]]:
            model = eqx.combine(params, static)
            return loss(model, batch, weights, scale, key, self_edges)

        (_, parts), gradient = jax.value_and_grad(total, has_aux=True)(params)
        update, moments = adam.update(gradient, moments)
        return eqx.apply_updates(params, update), moments, parts

    # What jit returns can be lowered as well, which its annotation does not say.
    return cast(jax.stages.Wrapped, jax.jit(one_step, donate_argnums=(0, 1)))

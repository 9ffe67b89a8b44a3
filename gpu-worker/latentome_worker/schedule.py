"""How fast weights move, and when which term of the loss counts."""

from typing import Any

import optax

from .loss import Weights

_WARM_UP_STEPS = 50
_LAST_RATE = 0.02
_LONGEST_GRADIENT = 100.0
# What u costs at first, at most: a model that learns while u is cheap finds codes that are worth
# their price later, and does not find them when it begins at that price (LOG.md, fourth round).
_FIRST_PRICE = 0.3
_RISE_EPOCHS = 4
# So many steps in a row may go without a finite gradient before one is taken as it is.
_PATIENCE = 20


def optimiser(rate: float, steps: int) -> optax.GradientTransformation:
    """Adam under a short warm-up and a cosine over all steps.

    A rare huge gradient is cut down, a rarer one that is not finite changes nothing.
    """
    warm = min(_WARM_UP_STEPS, max(steps // 10, 1))
    schedule = optax.warmup_cosine_decay_schedule(
        rate / 10, rate, warm, max(steps, warm + 1), rate * _LAST_RATE
    )
    moved = optax.chain(optax.clip_by_global_norm(_LONGEST_GRADIENT), optax.adam(schedule))
    return optax.apply_if_finite(moved, _PATIENCE)


def weights_of(settings: dict[str, Any], epoch: int) -> Weights:
    """Weights of the terms in an epoch, counted from 0.

    The blueprint loss comes in at its epoch. Until then u is cheap; its price rises to the asked
    one over the epochs that follow.
    """
    since = epoch + 1 - settings["blueprintFromEpoch"]
    full = settings["betaU"]
    first = min(full, _FIRST_PRICE)
    return Weights(
        beta_z=settings["betaZ"],
        beta_u=first + (full - first) * min(max(since / _RISE_EPOCHS, 0), 1),
        blueprint=settings["blueprintWeight"] * (since > 0),
        head=settings["headWeight"],
    )

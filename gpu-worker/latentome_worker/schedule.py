"""How fast weights move."""

import optax

_WARM_UP_STEPS = 50
_LAST_RATE = 0.02
_LONGEST_GRADIENT = 100.0


def optimiser(rate: float, steps: int) -> optax.GradientTransformation:
    """Adam under a short warm-up and a cosine over all steps; a rare huge gradient is cut down."""
    warm = min(_WARM_UP_STEPS, max(steps // 10, 1))
    schedule = optax.warmup_cosine_decay_schedule(
        rate / 10, rate, warm, max(steps, warm + 1), rate * _LAST_RATE
    )
    return optax.chain(optax.clip_by_global_norm(_LONGEST_GRADIENT), optax.adam(schedule))

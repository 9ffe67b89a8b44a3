"""Metrics and scores of a corpus beside their nulls."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from .nulls import NULLS

Floats = npt.NDArray[np.float64]
# Steps of many circuits side by side cost little more than those of a few.
_AT_ONCE = 4000

Measure = Callable[[npt.NDArray[np.uint8]], dict[str, Floats]]


def beside_null(
    adjacency: npt.NDArray[np.uint8],
    null: str,
    measure: Measure,
    draws: int,
    seed: int,
    told: Callable[[float], None] = lambda far: None,
    **known: Any,
) -> dict[str, dict[str, Floats]]:
    """For each measured name: value, mean, sd, low, high (95 %), z and defined, each [B].

    measure gives numbers [C] by name of circuits [C, N, N], NaN where not defined; it is asked for
    several draws of all circuits at once. known is what the null needs beside the wiring. z is NaN
    where the value is not defined or the draws do not differ. told hears how far it is, 0 to 1.
    """
    made = NULLS[null]
    observed = measure(adjacency)
    drawn: dict[str, list[Floats]] = {name: [] for name in observed}
    together = max(1, _AT_ONCE // len(adjacency))
    for start in range(0, draws, together):
        count = min(together, draws - start)
        circuits = made(
            np.tile(adjacency, (count, 1, 1)),
            seed,
            np.repeat(np.arange(start, start + count), len(adjacency)),
            **{name: np.concatenate([value] * count) for name, value in known.items()},
        )
        for name, values in measure(circuits).items():
            drawn[name].extend(values.reshape(count, -1))
        told((start + count) / draws)
    return {name: beside(observed[name], np.stack(drawn[name])) for name in observed}


def beside(value: Floats, drawn: Floats) -> dict[str, Floats]:
    """Values [B] among draws [D, B]; the rules are those of core/nulls/comparison.ts."""
    defined = np.isfinite(drawn).sum(0)
    ordered = np.sort(drawn, axis=0)
    total = np.nansum(drawn, axis=0)
    mean = np.where(defined > 0, total / np.maximum(defined, 1), np.nan)
    square = np.nansum((drawn - mean) ** 2, axis=0)
    most = np.take_along_axis(ordered, np.maximum(defined - 1, 0)[None], 0)[0]
    still = (most - ordered[0]) <= 1e-9 * np.maximum(1, np.abs(mean))
    sd = np.where(still | (defined < 2), 0.0, np.sqrt(square / np.maximum(defined - 1, 1)))
    sd = np.where(defined > 0, sd, np.nan)
    z = np.where(sd > 0, (value - mean) / np.where(sd > 0, sd, 1), np.nan)
    return {
        "value": value,
        "defined": defined.astype(np.float64),
        "mean": mean,
        "sd": sd,
        "low": _quantile(ordered, defined, 0.025),
        "high": _quantile(ordered, defined, 0.975),
        "z": z,
    }


def _quantile(ordered: Floats, defined: npt.NDArray[np.int64], share: float) -> Floats:
    """Type 7 of Hyndman & Fan 1996, over the draws that are defined; NaN are sorted last."""
    place = share * np.maximum(defined - 1, 0)
    low, high = (np.take_along_axis(ordered, f(place).astype(int)[None], 0)[0] for f in _ROUNDINGS)
    return low + (place % 1) * (high - low)


_ROUNDINGS = (np.floor, np.ceil)

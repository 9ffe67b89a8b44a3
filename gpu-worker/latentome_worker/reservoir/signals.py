"""Input and targets of the tasks, the same numbers as in core/reservoir/tasks for the same seed."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from ..random import STREAM_RESERVOIR_INPUT, STREAM_RESERVOIR_SIGNAL, uniforms
from .chaos import lorenz, mackey_glass
from .protocol import TASKS, Protocol

Floats = npt.NDArray[np.float64]
Signal = tuple[Floats, Floats]
"""input [T], targets [T, L]"""


def input_weights(seed: int, n: int, scaling: float) -> Floats:
    """Input weights [n], uniform in ± scaling."""
    return scaling * (2 * uniforms(seed, STREAM_RESERVOIR_INPUT, 0, 0, np.arange(n)) - 1)


def signal_of(protocol: Protocol, seed: int) -> Signal:
    """Input and targets of a protocol's steps under one of its seeds."""
    steps = protocol["washout"] + protocol["train"] + protocol["test"]
    return _signal(protocol["task"], tuple(sorted(protocol["parameters"].items())), seed, steps)


@lru_cache(maxsize=64)
def _signal(task: str, parameters: tuple[tuple[str, int], ...], seed: int, steps: int) -> Signal:
    given = dict(parameters)
    match task:
        case "memory":
            return _memory(seed, steps, given["firstLag"], given["lastLag"])
        case "narma10":
            return _narma10(seed, steps)
        case "mackey-glass":
            return _mackey_glass(seed, steps, given["horizon"])
        case "lorenz":
            return _lorenz(seed, steps, given["horizon"])
        case "parity":
            return _parity(seed, steps, given["bits"])
    raise ValueError(f"no reservoir task {task}")


def _uniforms(task: str, seed: int, count: int, attempt: int = 0) -> Floats:
    return uniforms(seed, STREAM_RESERVOIR_SIGNAL, TASKS[task].code, attempt, np.arange(count))


def _memory(seed: int, steps: int, first: int, last: int) -> Signal:
    u = 2 * _uniforms("memory", seed, steps) - 1
    lags = range(first, last + 1)
    return u, np.stack([np.append(np.zeros(lag), u[: steps - lag]) for lag in lags], axis=1)


def narma10_series(u: Floats) -> Floats:
    """y [T + 1] of Atiya & Parlos 2000, eq. 86, from input [T]; 0 up to t = 9."""
    inputs = u.tolist()
    y = [0.0] * 10
    for t in range(9, len(inputs)):
        total = 0.0
        for i in range(10):
            total += y[t - i]
        now = y[t]
        y.append(0.3 * now + 0.05 * now * total + 1.5 * inputs[t - 9] * inputs[t] + 0.1)
        if not y[-1] < 1:
            break
    return np.array(y)


def _narma10(seed: int, steps: int) -> Signal:
    # For a rare input the recursion runs away; then the next attempt's input is taken.
    for attempt in range(100):
        u = _uniforms("narma10", seed, steps, attempt) / 2
        y = narma10_series(u)
        if y.size == steps + 1 and y[-1] < 1:
            return u, y[1:, None]
    raise ValueError(f"no input of {steps} steps keeps NARMA-10 bounded under seed {seed}")


def _mackey_glass(seed: int, steps: int, horizon: int) -> Signal:
    start = 1.2 + 0.2 * (float(_uniforms("mackey-glass", seed, 1)[0]) - 0.5)
    fine = mackey_glass(start, 17, 170, (500 + steps + horizon) * 10)
    x = 4 * (fine[5000::10] - 0.93)
    return x[:steps], x[horizon : horizon + steps, None]


def _lorenz(seed: int, steps: int, horizon: int) -> Signal:
    a, b, c = _uniforms("lorenz", seed, 3).tolist()
    x = lorenz((a, 1 + b, 25 + c), 1000 + steps + horizon)[1000:] / 8
    return x[:steps], x[horizon : horizon + steps, None]


def _parity(seed: int, steps: int, bits: int) -> Signal:
    u = np.where(_uniforms("parity", seed, steps) < 0.5, -1.0, 1.0)
    padded = np.append(np.ones(bits - 1), u)
    windows = np.lib.stride_tricks.sliding_window_view(padded, bits)
    return u, windows.prod(axis=1)[:, None]

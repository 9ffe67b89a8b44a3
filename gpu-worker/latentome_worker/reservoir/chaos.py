"""Chaotic signals, operation for operation those of core/reservoir/tasks.

Chaos grows a last bit to everything, so the order of operations is part of the definition; plain
floats are used, because an array library may fuse or reorder them.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Point = tuple[float, float, float]


def _tenth_power(x: float) -> float:
    square = x * x
    fourth = square * square
    return fourth * fourth * square


def _relaxing(now: float, delayed: float) -> float:
    return (0.2 * delayed) / (1 + _tenth_power(delayed)) - 0.1 * now


def mackey_glass(start: float, tau: float, steps_per_delay: int, count: int) -> Floats:
    """x at steps 0..count of tau / steps_per_delay, x = start for t <= 0 (Mackey & Glass 1977).

    Runge and Kutta's fourth order; the delayed value half a step on is the cubic Hermite midpoint.
    """
    h = tau / steps_per_delay
    x, dx = [start], []
    for k in range(count):
        back = k - steps_per_delay
        now = x[k]
        left = start if back < 0 else x[back]
        right = start if back + 1 < 0 else x[back + 1]
        middle = start
        if back >= 0:
            middle = (left + right) / 2 + (h / 8) * (dx[back] - dx[back + 1])
        k1 = _relaxing(now, left)
        dx.append(k1)
        k2 = _relaxing(now + (h / 2) * k1, middle)
        k3 = _relaxing(now + (h / 2) * k2, middle)
        k4 = _relaxing(now + h * k3, right)
        x.append(now + (h / 6) * (k1 + 2 * k2 + 2 * k3 + k4))
    return np.array(x)


def _turning(point: Point) -> Point:
    x, y, z = point
    return 10 * (y - x), x * (28 - z) - y, x * y - (8 / 3) * z


def _along(point: Point, slope: Point, h: float) -> Point:
    return point[0] + h * slope[0], point[1] + h * slope[1], point[2] + h * slope[2]


def _lorenz_step(point: Point, h: float) -> Point:
    k1 = _turning(point)
    k2 = _turning(_along(point, k1, h / 2))
    k3 = _turning(_along(point, k2, h / 2))
    k4 = _turning(_along(point, k3, h))
    return _along(
        point,
        (
            k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0],
            k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1],
            k1[2] + 2 * k2[2] + 2 * k3[2] + k4[2],
        ),
        h / 6,
    )


def lorenz(start: Point, count: int) -> Floats:
    """x of Lorenz 1963, 0.02 of time apart in two steps of 0.01: [count + 1]."""
    series, point = [start[0]], start
    for _ in range(count):
        point = _lorenz_step(_lorenz_step(point, 0.01), 0.01)
        series.append(point[0])
    return np.array(series)

"""A long job cut into parts that are done one after the other and kept one by one."""

from collections.abc import Callable
from typing import Any, NamedTuple

Told = Callable[[float], None]
"""takes how far a part is, 0 to 1"""


class Part(NamedTuple):
    """One piece of work: a name, its share of the whole, and what does it; gives plain JSON."""

    name: str
    weight: float
    do: Callable[[Told], Any]


def within(told: Told, begin: float, end: float) -> Told:
    """What tells a stretch of a part."""
    return lambda far: told(begin + far * (end - begin))

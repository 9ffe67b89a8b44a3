"""A sweep over many circuits by several processes, each with one thread and, on Linux, one core."""

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.queues import SimpleQueue

import numpy as np
import numpy.typing as npt

from .blas import blas_settings
from .protocol import Protocol
from .sweep import Floats, Scores, sweep

_SHARE = 16


def cores() -> list[int]:
    """The cores this process may use; numbers alone where the system does not tell."""
    if hasattr(os, "sched_getaffinity"):
        return sorted(os.sched_getaffinity(0))
    return list(range(os.cpu_count() or 1))


@contextmanager
def _environment(settings: dict[str, str]) -> Iterator[None]:
    """Processes started within have these settings."""
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _settle(places: "SimpleQueue[int]") -> None:
    core = places.get()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {core})


def _part(task: tuple[Floats, Protocol, str]) -> Scores:
    weights, protocol, dtype = task
    return sweep(weights, protocol, dtype)


def sweep_in_parallel(
    weights: Floats,
    protocol: Protocol,
    dtype: npt.DTypeLike = np.float32,
    processes: int | None = None,
) -> Iterator[tuple[int, Scores]]:
    """As `sweep`, in shares: yields (first circuit, its scores) in order as they are done.

    processes: as many as there are cores unless said; a single share stays in this one, as to start
    others takes longer.
    """
    places = cores()
    count = processes or len(places)
    shares = [
        (weights[first : first + _SHARE], protocol, np.dtype(dtype).name)
        for first in range(0, len(weights), _SHARE)
    ]
    if len(shares) <= 1:
        for share in shares:
            yield 0, _part(share)
        return
    context = multiprocessing.get_context("spawn")
    queue = context.SimpleQueue()
    for index in range(count):
        queue.put(places[index % len(places)])
    with _environment(blas_settings()), context.Pool(count, _settle, (queue,)) as pool:
        for index, scores in enumerate(pool.imap(_part, shares)):
            yield index * _SHARE, scores

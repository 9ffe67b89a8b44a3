"""Scores of many circuits over a protocol's values and input seeds.

The circuits of a batch stand in one block-diagonal sparse matrix, whose product with states
[B n, V] advances every circuit at every value (spectral radius) at once: connections are few, so
this costs a tenth of dense products. States live only for a chunk of steps; readouts are solved
and judged from sums.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy.sparse._sparsetools import csr_matvecs

from .protocol import TASKS, Protocol, check
from .readout import Judge, ReadoutSums
from .signals import input_weights, signal_of
from .weights import spectral_radius

Floats = npt.NDArray[np.float64]

CHUNK = 100
NEURONS = 512
"""of the circuits taken at once: fewer waste calls, more leave the caches"""


@dataclass(frozen=True)
class Scores:
    """NaN where not defined: circuits without cycles have no spectral radius to scale."""

    radius: Floats
    """[C] of the circuits as they are; NaN under scale `gain`, which does not need it"""
    score: Floats
    """[C, S, V] by circuit, input seed, value"""
    parts: Floats
    """[C, S, V, L] the same measure by output; of memory, the lags in order"""


def sweep(weights: Floats, protocol: Protocol, dtype: npt.DTypeLike = np.float32) -> Scores:
    """Scores of circuits W [C, n, n] (row = presynaptic, signed) in single or double precision."""
    check(protocol)
    task = TASKS[protocol["task"]]
    radius = np.full(len(weights), np.nan)
    if protocol["scale"] == "spectral-radius":
        radius[:] = [spectral_radius(w) for w in weights]
    scale = np.nan_to_num(radius, nan=1)
    defined = np.flatnonzero(scale > 0)
    outputs = signal_of(protocol, protocol["inputSeeds"][0])[1].shape[1]
    shape = (len(weights), len(protocol["inputSeeds"]), len(protocol["values"]), outputs)
    parts = np.full(shape, np.nan)
    batch = max(1, NEURONS // weights.shape[-1])
    for start in range(0, defined.size, batch):
        which = defined[start : start + batch]
        scaled = weights[which] / scale[which, None, None]
        for index, seed in enumerate(protocol["inputSeeds"]):
            parts[which, index] = _scored(scaled, protocol, seed, np.dtype(dtype))
    score = parts.sum(axis=-1) if task.summed else parts.mean(axis=-1)
    return Scores(radius, score, parts)


def _scored(weights: Floats, protocol: Protocol, seed: int, dtype: np.dtype) -> Floats:
    """Measures [B, V, L] of one batch under one input seed."""
    task = TASKS[protocol["task"]]
    batch, n, _ = weights.shape
    values = np.array(protocol["values"])
    signal, targets = signal_of(protocol, seed)
    trained = protocol["washout"] + protocol["train"]
    centre = targets[trained:].mean(axis=0)
    flow = _states(weights, protocol, seed, signal.astype(dtype))
    wanted = targets.astype(dtype)
    sums = ReadoutSums(batch * values.size, n, targets.shape[1], dtype)
    judge = None
    for at, states in flow:
        these = wanted[at : at + states.shape[1]]
        if at < protocol["washout"]:
            continue
        if at < trained:
            sums.add(states, these)
            continue
        judge = judge or Judge(*sums.solve(protocol["ridge"]), centre, dtype)
        judge.add(states, these, task.measure == "accuracy")
    if judge is None:
        raise ValueError("a protocol needs test steps")
    return judge.measured(task.measure).reshape(batch, values.size, -1)


def _block_diagonal(
    weights: Floats, dtype: np.dtype
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], npt.NDArray[np.floating]]:
    """Starts, columns and values of the sparse rows that carry states [B n] onto the next ones."""
    batch, n, _ = weights.shape
    block, post, pre = np.nonzero(weights.swapaxes(1, 2))
    starts = np.zeros(batch * n + 1, np.int32)
    np.cumsum(np.bincount(block * n + post, minlength=batch * n), out=starts[1:])
    return starts, (block * n + pre).astype(np.int32), weights[block, pre, post].astype(dtype)


def _states(
    weights: Floats, protocol: Protocol, seed: int, signal: npt.NDArray[np.floating]
) -> Iterator[tuple[int, npt.NDArray[np.floating]]]:
    """Chunks (first step, states [B V, K, n]) that never cross from washout to train or test.

    The array is overwritten by the next chunk.
    """
    batch, n, _ = weights.shape
    values = np.array(protocol["values"])
    dtype, lanes = signal.dtype, values.size
    onto = _block_diagonal(weights, dtype)
    size = batch * n
    gain = np.tile(values.astype(dtype), (batch * n, 1))
    inputs = input_weights(seed, n, protocol["inputScaling"])
    drive = np.repeat(np.tile(inputs.astype(dtype), batch)[:, None], lanes, axis=1)
    linear = protocol["units"] == "linear"
    state = np.zeros((batch * n, lanes), dtype)
    scaled, drawn = np.empty_like(state), np.empty_like(state)
    held = np.empty((CHUNK, batch * n, lanes), dtype)
    turned = np.empty((batch, lanes, CHUNK, n), dtype)
    ends = np.cumsum([0, protocol["washout"], protocol["train"], protocol["test"]]).tolist()
    for begin, end in pairwise(ends):
        for at in range(begin, end, CHUNK):
            count = min(CHUNK, end - at)
            for k in range(count):
                np.multiply(drive, signal[at + k], out=drawn)
                np.multiply(state, gain, out=scaled)
                # What `onto @ scaled` calls, added to the input's drive instead of to zeros.
                csr_matvecs(size, size, lanes, *onto, scaled.ravel(), drawn.ravel())
                state = held[k]
                (np.copyto(state, drawn) if linear else np.tanh(drawn, out=state))
            np.copyto(turned, held.reshape(CHUNK, batch, n, lanes).transpose(1, 3, 0, 2))
            yield at, turned.reshape(batch * lanes, CHUNK, n)[:, :count]

"""What a step of training costs at several N, in time and memory: `bench/training.ts` asks for it.

`python -m latentome_worker.step_cost settings.json --sizes 64 128` prints a line of JSON for each
size, each measured in a process of its own. A step costs the same whatever is learnt, so circuits
are random ones, wired at 3 %.
"""

import argparse
import json
import multiprocessing
import resource
import statistics
import time
from pathlib import Path
from typing import Any

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np

from .encoder import KNOWN
from .loss import Batch, Scale
from .model import Model
from .schedule import optimiser, weights_of
from .step import step_of

_WIDTH = 4
_STEPS = 15


def cost(settings: dict[str, Any], n: int) -> dict[str, float]:
    """Seconds of a step (median of 15), bytes its arrays take by the compiler, and of the process
    at most, in MiB.
    """
    chance = np.random.default_rng(0)
    count = settings["batch"]
    wiring = (chance.random((count, n, n)) < 0.03).astype(np.float32)
    batch = Batch(
        f=jnp.asarray(chance.normal(size=(count, n, _WIDTH)), jnp.float32),
        a=jnp.asarray(wiring * (1 - np.eye(n, dtype=np.float32))),
        target=jnp.zeros((count, 8)),
        known=jnp.ones((count, 8)),
    )
    known = jnp.stack([jnp.zeros(KNOWN), jnp.ones(KNOWN)])
    params, static = eqx.partition(Model(_WIDTH, settings, known, jax.random.key(0)), eqx.is_array)
    adam = optimiser(settings["learningRate"], _STEPS)
    moments = adam.init(params)
    step = step_of(static, adam, Scale(jnp.zeros(8), jnp.ones(8)), False)
    weights = weights_of(settings, settings["epochs"])
    compiled = step.lower(params, moments, batch, weights, jax.random.key(1)).compile()
    seconds: list[float] = []
    for index in range(_STEPS):
        began = time.perf_counter()
        params, moments, parts = step(params, moments, batch, weights, jax.random.key(index))
        jax.block_until_ready(parts)
        seconds.append(time.perf_counter() - began)
    needed = compiled.memory_analysis()
    assert needed is not None
    return {
        "n": n,
        "seconds": statistics.median(seconds[1:]),
        "arraysMiB": needed.temp_size_in_bytes / 2**20,
        "processMiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main() -> None:
    """Print the cost at each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("settings", type=Path, help="training settings as JSON")
    parser.add_argument("--sizes", type=int, nargs="+", default=[64, 128, 256, 512])
    asked = parser.parse_args()
    settings = json.loads(asked.settings.read_text())
    context = multiprocessing.get_context("spawn")
    for n in asked.sizes:
        with context.Pool(1) as pool:
            print(json.dumps(pool.apply(cost, (settings, n))), flush=True)


if __name__ == "__main__":
    main()

"""The training loop."""

import time
from pathlib import Path
from typing import Any

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt

from .batches import Batches, dynamics_scale, metric_scale
from .callbacks import Callbacks, check, patiently, phase, say
from .checkpoint import load_checkpoint, save_checkpoint
from .corpus import Corpus
from .loss import Scale
from .model import Model
from .progress import Watch
from .sampling import EpochCircuits
from .schedule import optimiser, weights_of
from .step import step_of

Floats = npt.NDArray[np.float64]

# Share of an epoch's steps that may leave the finite numbers.
_LOST = 0.02


def train(
    corpus: Corpus,
    spec: dict[str, Any],
    circuits: dict[str, npt.NDArray[np.int64]],
    others: dict[int, dict[str, npt.NDArray[np.int64]]],
    callbacks: Callbacks,
    out_dir: Path,
    checkpoint_path: Path | None = None,
) -> tuple[Model, float]:
    """Train a model on fresh circuits of the training fold.

    spec: `trainSpec`. circuits: those of the map, by fold; others: those of each other size. The
    training ones set the scale of the metrics, the validation ones of the map are watched. Returns
    the model and the seconds spent before the checkpoint it went on from. Raises Cancelled.
    """
    settings, seed = spec["settings"], spec["seed"]
    epochs, batch = settings["epochs"], min(settings["batch"], settings["circuitsPerEpoch"])
    steps = settings["circuitsPerEpoch"] // batch
    root = jax.random.key(seed)

    groups = [circuits["train"], *(found["train"] for found in others.values())]
    scale = Scale(*(jnp.asarray(x, jnp.float32) for x in metric_scale(corpus, groups)))
    known = jnp.concatenate([jnp.stack(scale), dynamics_scale(corpus, groups)], axis=1)
    batches = Batches(corpus, scale, padded=len(groups) > 1)
    fresh = EpochCircuits(corpus)
    watch = Watch(corpus, circuits["validation"], seed)

    params, static = eqx.partition(
        Model(corpus.width, settings, known, jax.random.fold_in(root, 0)), eqx.is_array
    )
    adam = optimiser(settings["learningRate"], epochs * steps)
    moments = adam.init(params)

    step = step_of(static, adam, scale, corpus.header["selfEdges"])

    identity = {"corpusSha256": corpus.sha256, "seed": seed, "settings": settings}
    first, before = 0, 0.0
    if checkpoint_path is not None:
        (params, moments), state = load_checkpoint(checkpoint_path, (params, moments))
        if any(state[name] != value for name, value in identity.items()):
            raise ValueError("the checkpoint is of another corpus, seed or settings")
        first, before = state["epoch"], state["seconds"]
        say(callbacks, f"Continuing after epoch {first}.")

    began = time.monotonic()
    for epoch in range(first, epochs):
        phase(callbacks, "training", 0.02 + 0.8 * epoch / epochs)
        members = fresh.of(epoch, steps * batch)
        weights = weights_of(settings, epoch)
        told: list[dict[str, float]] = []
        for index in range(steps):
            key = jax.random.fold_in(root, 1 + epoch * steps + index)
            made = batches.make(members[index * batch : (index + 1) * batch])
            check(callbacks)
            if index == 0 and epoch == first:
                # The first step compiles, which takes seconds.
                arguments = params, moments, made, weights, key
                params, moments, parts = patiently(callbacks, lambda a=arguments: step(*a))
            else:
                params, moments, parts = step(params, moments, made, weights, key)
            told.append({name: float(value) for name, value in parts.items()})
        done = epoch + 1
        means = mean_parts(told, done)
        seconds = before + time.monotonic() - began
        model = eqx.combine(params, static)
        seen = patiently(callbacks, lambda m=model: watch.look(m))
        values = {**means, **seen, "seconds": round(seconds, 2)}
        callbacks.event({"kind": "metric", "epoch": done, "values": values})
        callbacks.event({"kind": "sample", "epoch": done, **watch.pictures(model, epoch)})
        if done % settings["checkpointEveryEpochs"] == 0 and done < epochs:
            path = out_dir / "checkpoint.safetensors"
            state = {"epoch": done, "seconds": seconds, **identity}
            save_checkpoint(path, (params, moments), state)
            callbacks.checkpoint(path, done)
    return eqx.combine(params, static), before


def mean_parts(told: list[dict[str, float]], epoch: int) -> dict[str, float]:
    """Means of the parts of the loss over an epoch's steps, less those few that are not finite.

    Such a step moved nothing (schedule.py). Raises ValueError where they are more than a few.
    """
    finite = [parts for parts in told if np.isfinite(list(parts.values())).all()]
    lost = len(told) - len(finite)
    if lost > _LOST * len(told):
        raise ValueError(
            f"the loss left the finite numbers in epoch {epoch}, in {lost} of {len(told)} steps; "
            "train again with a lower learning rate, a higher price of u or another seed"
        )
    return {name: sum(parts[name] for parts in finite) / len(finite) for name in told[0]}

"""A checkpoint: the weights and the optimiser's state as tensors, the loop's state as JSON."""

import json
from pathlib import Path
from typing import Any, TypeVar

import jax
import numpy as np
from safetensors import safe_open
from safetensors.numpy import save_file

Tree = TypeVar("Tree")

_FORMAT = "latentome-checkpoint-1"


def save_checkpoint(path: Path, tree: Any, state: dict[str, Any]) -> None:
    """Write a tree of arrays and the state; the file is complete or absent."""
    leaves = jax.tree.leaves(tree)
    partial = path.with_suffix(".partial")
    save_file(
        {f"{index:04d}": np.array(leaf) for index, leaf in enumerate(leaves)},
        partial,
        metadata={"checkpoint": json.dumps({"format": _FORMAT, **state}, sort_keys=True)},
    )
    partial.replace(path)


def load_checkpoint(path: Path, like: Tree) -> tuple[Tree, dict[str, Any]]:
    """Read a checkpoint into the shape of `like`. Raises ValueError where it does not fit."""
    old, structure = jax.tree.flatten(like)
    with safe_open(path, framework="numpy") as file:
        state = json.loads((file.metadata() or {}).get("checkpoint", "{}"))
        names: list[str] = sorted(file.keys())
        leaves = [file.get_tensor(name) for name in names]
    if state.get("format") != _FORMAT:
        raise ValueError(f"{path.name} is no checkpoint of this version: start a new run")
    if [x.shape for x in leaves] != [np.shape(x) for x in old]:
        raise ValueError(
            f"{path.name} is a checkpoint of another model, or of an earlier version of this one: "
            "start a new run with the same settings"
        )
    return jax.tree.unflatten(structure, [jax.numpy.asarray(x) for x in leaves]), state

"""A corpus made in Python, for tests and experiments that run without the server."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file

FOLD_CODE = {"train": 1, "validation": 2, "test": 3}


def slabs(position: npt.NDArray[np.float32], recipe: dict[str, Any]) -> npt.NDArray[np.uint8]:
    """Folds [K] of slabs of equal neuron count, with a gap at cuts between different folds."""
    folds = recipe["folds"]
    along = position[:, "xyz".index(folds["axis"])]
    cuts = np.quantile(along, np.linspace(0, 1, folds["slabs"] + 1)[1:-1])
    slab = np.searchsorted(cuts, along, side="right")
    code = np.array([FOLD_CODE[name] for name in folds["pattern"]], np.uint8)
    made = code[slab]
    for index, cut in enumerate(cuts):
        if code[index] != code[index + 1]:
            made[np.abs(along - cut) < folds["gapUm"] / 2] = 0
    return made


def grown(
    edges: npt.NDArray[np.int32], count: int, recipe: dict[str, Any]
) -> npt.NDArray[np.uint8]:
    """Folds [K] grown over the graph from random somata; any node-disjoint cut serves a test."""
    chance = np.random.default_rng(recipe["seed"])
    pattern = recipe["folds"]["pattern"]
    made = np.zeros(count, np.uint8)
    neighbours: list[set[int]] = [set() for _ in range(count)]
    for pre, post in edges.tolist():
        neighbours[pre].add(post)
        neighbours[post].add(pre)
    for name in ("test", "validation"):
        wanted = round(count * pattern.count(name) / len(pattern))
        queue = [int(chance.choice(np.flatnonzero(made == 0)))]
        while wanted and queue:
            node = queue.pop(0)
            if made[node]:
                continue
            made[node] = FOLD_CODE[name]
            wanted -= 1
            queue.extend(n for n in sorted(neighbours[node]) if not made[n])
            if not queue:
                queue.append(int(chance.choice(np.flatnonzero(made == 0))))
    made[made == 0] = 1
    return made


def plan_corpus(
    path: Path,
    recipe: dict[str, Any],
    position: npt.NDArray[np.float32] | None,
    edges: npt.NDArray[np.int32],
    categories: dict[str, tuple[list[str], npt.NDArray[np.int64]]] | None = None,
    name: str = "test",
    count: int = 0,
) -> Path:
    """Write a corpus of already filtered neurons: edges [E, 2] pre, post; categories by field."""
    categories = categories or {}
    has = position is not None
    count = count if position is None else position.shape[0]
    where = np.zeros((count, 3), np.float32) if position is None else position
    edges = edges[np.lexsort((edges[:, 1], edges[:, 0]))].astype(np.int32)
    depth = where[:, 1].astype(np.float64)
    header = {
        "format": "latentome-corpus-1",
        "connectome": {"name": name, "sha256": "0" * 64, "isModel": True},
        "recipe": recipe,
        "hasPositions": has,
        "selfEdges": bool((edges[:, 0] == edges[:, 1]).any()),
        "depth": {"mean": float(depth.mean()), "sd": float(depth.std()) or 1.0},
        "categories": [{"field": f, "values": values} for f, (values, _) in categories.items()],
    }
    zeros = np.zeros(count, np.int64)
    save_file(
        {
            "position": where,
            "edges": edges,
            "weight": np.ones(len(edges), np.float32),
            "fold": slabs(where, recipe) if has else grown(edges, count, recipe),
            "class": categories.get("class", ([], zeros))[1].astype(np.uint8),
            "layer": categories.get("layer", ([], zeros))[1].astype(np.uint8),
            "type": categories.get("type", ([], zeros))[1].astype(np.uint16),
            "neuron": np.arange(count, dtype=np.int32),
        },
        path,
        metadata={"corpus": json.dumps(header)},
    )
    return path

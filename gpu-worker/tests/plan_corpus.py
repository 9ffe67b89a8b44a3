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


def blocks(position: npt.NDArray[np.float32], folds: dict[str, Any]) -> npt.NDArray[np.uint8]:
    """Folds [K] of boxes over two axes; the gap by distance to boxes of other folds."""
    first, second = (position[:, "xyz".index(axis)].astype(np.float64) for axis in folds["axes"])
    columns, rows = folds["across"]
    code = np.array([FOLD_CODE[name] for name in folds["pattern"]], np.uint8)
    made = np.zeros(len(first), np.uint8)
    boxes: list[tuple[float, float, float, float]] = []
    for column, low, high in _equal_parts(np.arange(len(first)), first, columns):
        for box, near, far in _equal_parts(column, second, rows):
            made[box] = code[len(boxes)]
            boxes.append((low, high, near, far))
    gap = np.zeros(len(first), bool)
    for (low, high, near, far), own in zip(boxes, code, strict=True):
        beside = np.maximum(0, np.maximum(low - first, first - high))
        beyond = np.maximum(0, np.maximum(near - second, second - far))
        gap |= (made != own) & (beside**2 + beyond**2 < (folds["gapUm"] / 2) ** 2)
    made[gap] = 0
    return made


def _equal_parts(
    rows: npt.NDArray[np.int64], along: npt.NDArray[np.float64], parts: int
) -> list[tuple[npt.NDArray[np.int64], float, float]]:
    """Rows in parts of equal count along a coordinate, with the part's ends."""
    order = rows[np.argsort(along[rows], kind="stable")]
    starts = [-(-part * len(order) // parts) for part in range(parts + 1)]
    cuts = [(along[order[at - 1]] + along[order[at]]) / 2 for at in starts[1:-1]]
    ends = [-np.inf, *map(float, cuts), np.inf]
    return [
        (order[starts[k] : starts[k + 1]], float(ends[k]), float(ends[k + 1])) for k in range(parts)
    ]


def cut_folds(position: npt.NDArray[np.float32], recipe: dict[str, Any]) -> npt.NDArray[np.uint8]:
    """Folds [K] by the recipe's kind of cut."""
    if recipe["folds"].get("kind") == "blocks":
        return blocks(position, recipe["folds"])
    return slabs(position, recipe)


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
    weight: npt.NDArray[np.float64] | None = None,
    of: str | None = None,
) -> Path:
    """Write a corpus of already filtered neurons: edges [E, 2] pre, post; categories by field.

    weight [E]: of the edges as given; of: what it is, in the header.
    """
    categories = categories or {}
    has = position is not None
    count = count if position is None else position.shape[0]
    where = np.zeros((count, 3), np.float32) if position is None else position
    order = np.lexsort((edges[:, 1], edges[:, 0]))
    edges = edges[order].astype(np.int32)
    depth = where[:, 1].astype(np.float64)
    header = {
        "format": "latentome-corpus-1",
        "connectome": {"name": name, "sha256": "0" * 64, "isModel": True},
        "recipe": recipe,
        "hasPositions": has,
        "selfEdges": bool((edges[:, 0] == edges[:, 1]).any()),
        "depth": {"mean": float(depth.mean()), "sd": float(depth.std()) or 1.0},
        "categories": [{"field": f, "values": values} for f, (values, _) in categories.items()],
        **({"weight": of} if of else {}),
    }
    zeros = np.zeros(count, np.int64)
    save_file(
        {
            "position": where,
            "edges": edges,
            "weight": np.ones(len(edges), np.float32)
            if weight is None
            else weight[order].astype(np.float32),
            "fold": cut_folds(where, recipe) if has else grown(edges, count, recipe),
            "class": categories.get("class", ([], zeros))[1].astype(np.uint8),
            "layer": categories.get("layer", ([], zeros))[1].astype(np.uint8),
            "type": categories.get("type", ([], zeros))[1].astype(np.uint16),
            "neuron": np.arange(count, dtype=np.int32),
        },
        path,
        metadata={"corpus": json.dumps(header)},
    )
    return path

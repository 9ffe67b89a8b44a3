"""The structure of a corpus beside a null, fold by fold."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from .corpus import Corpus, read_corpus
from .metrics import METRICS, measure
from .null_scores import beside_null
from .sampling import map_circuits
from .structure import measure_structure

Ints = npt.NDArray[np.int64]

_BINS = 8
_PAIRS_PER_CELL = 20


def structure_report(
    path: Path, null: str, draws: int, seed: int = 1, every: bool = False
) -> dict[str, Any]:
    """Of each metric in each fold: mean, the null's mean, z-scores and the share outside 95 %.

    every: all structure metrics instead of the eight of a model. Circuits are those of the map.
    Raises ValueError where the corpus lacks what the null needs.
    """
    corpus = read_corpus(path)
    told: dict[str, Any] = {"null": null, "draws": draws, "seed": seed, "folds": {}}
    for fold, members in map_circuits(corpus).items():
        if len(members) > 0:
            told["folds"][fold] = structure_of(corpus, members, null, draws, seed, every)
    return told


def structure_of(
    corpus: Corpus,
    members: Ints,
    null: str,
    draws: int,
    seed: int,
    every: bool,
    told: Callable[[float], None] = lambda far: None,
) -> dict[str, dict[str, float | int | None]]:
    """What circuits [C, N] are like beside a null, by metric; told hears how far it is, 0 to 1.

    Raises ValueError where the corpus lacks what the null needs.
    """
    measured = partial(_every, corpus, members) if every else _eight
    known = needed(corpus, members, null)
    found = beside_null(corpus.wiring(members), null, measured, draws, seed, told, **known)
    return {name: _summary(values) for name, values in found.items()}


def needed(corpus: Corpus, members: Ints, null: str) -> dict[str, Any]:
    """What a null has to know of circuits [C, N] beside their wiring."""
    return _known(corpus, members) if null == "distance_type" else {}


def _eight(adjacency: npt.NDArray[np.uint8]) -> dict[str, npt.NDArray[np.float64]]:
    return dict(zip(METRICS, measure(adjacency).T, strict=True))


def _every(
    corpus: Corpus, members: Ints, adjacency: npt.NDArray[np.uint8]
) -> dict[str, npt.NDArray[np.float64]]:
    # Draws of all circuits stand one set after the other.
    rows = np.tile(members, (len(adjacency) // len(members), 1))
    has_positions = corpus.header["hasPositions"]
    classes = _texts(corpus, "class")
    return measure_structure(
        adjacency,
        corpus.position[rows] if has_positions else None,
        None if classes is None else classes[rows],
    )


def _known(corpus: Corpus, members: Ints) -> dict[str, Any]:
    """What distance x type needs, leaving out what the corpus does not tell."""
    fields = [_texts(corpus, field) for field in ("class", "layer", "type")]
    texts = [text[members] for text in fields if text is not None]
    n = members.shape[1]
    kinds = [_kinds([text[row] for text in texts], n) for row in range(len(members))]
    known: dict[str, Any] = {"kinds": np.stack(kinds)}
    if corpus.header["hasPositions"]:
        known["positions"] = corpus.position[members].astype(np.float64)
    return known


def _kinds(texts: list[npt.NDArray[np.str_]], n: int) -> npt.NDArray[np.str_]:
    """As fine as one circuit can tell apart; the rule of core/nulls/kinds.ts."""
    kinds = np.full(n, "", dtype="<U1")
    for text in texts:
        finer = np.char.strip(np.char.add(np.char.add(kinds, " "), text))
        if len(np.unique(finer)) ** 2 <= n * (n - 1) / (_PAIRS_PER_CELL * _BINS):
            kinds = finer
    return kinds


def _texts(corpus: Corpus, field: str) -> npt.NDArray[np.str_] | None:
    """[K] of a category, or None where the corpus does not have it."""
    for category in corpus.header["categories"]:
        if category["field"] == field:
            return np.array(category["values"])[corpus.codes[field]]
    return None


def _summary(values: dict[str, npt.NDArray[np.float64]]) -> dict[str, float | int | None]:
    value, z = values["value"], values["z"]
    outside = (value < values["low"]) | (value > values["high"])
    there = np.isfinite(z)
    return {
        "circuits": len(value),
        "defined": int(np.isfinite(value).sum()),
        "mean": _mean(value),
        "sd": _sd(value),
        "nullMean": _mean(values["mean"]),
        "low": _mean(values["low"]),
        "high": _mean(values["high"]),
        "zMean": _mean(z),
        "zSd": _sd(z),
        "outside95": float(outside[there].mean()) if there.any() else None,
    }


def _mean(values: npt.NDArray[np.float64]) -> float | None:
    there = values[np.isfinite(values)]
    return float(there.mean()) if there.size else None


def _sd(values: npt.NDArray[np.float64]) -> float | None:
    there = values[np.isfinite(values)]
    return float(there.std()) if there.size else None

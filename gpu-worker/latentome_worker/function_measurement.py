"""What the circuits of a corpus compute: curves over spectral radius, what tells them, nulls."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from .corpus import Corpus
from .function_nulls import NullCircuits, NullScores, averaged, mean_of
from .function_told import (
    Scores,
    World,
    defined,
    explained,
    features_of,
    goes_with,
    regions_of,
)
from .network import Network
from .parts import Part, Told, within
from .reservoir.corpus_scores import weights_of
from .reservoir.protocol import TASKS, Protocol, default_protocol
from .sampling import Sampler

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_STREAM = 7
_NULL_INPUTS = 2
"""input seeds of scores beside nulls: means over circuits and draws need no more"""


class FunctionMeasurement:
    """The parts of a measurement that `spec["function"]` asks for, and what comes of them."""

    def __init__(self, corpus: Corpus, network: Network, spec: dict[str, Any]) -> None:
        self._corpus, self._network = corpus, network
        self._asked: dict[str, Any] = spec["function"]
        self._seed: int = spec["seed"]
        self._drawn: dict[str, Ints] = {}
        self._null_circuits: NullCircuits | None = None

    def parts(self, done: dict[str, Any]) -> Iterator[Part]:
        """In order; a part may use what those before it left in `done`."""
        asked = self._asked
        # Weights are about milliseconds of one core for circuits of 64 neurons.
        lanes = 3 * len(asked["radii"]) * asked["steps"] / 2000
        for task in asked["tasks"]:
            weight = (asked["train"] + asked["test"]) * asked["inputs"] * lanes
            yield Part(f"scores of {task}", weight, partial(self._scores, task))
        weight = 6e-5 * asked["train"] ** 3 + 5000
        yield Part("what tells scores", weight, partial(self._told, done))
        for task in asked["tasks"] if asked["nulls"] else ():
            draws = 1 + asked["nullDraws"] * len(asked["nulls"])
            weight = asked["nullCircuits"] * draws * len(self._null_inputs) * lanes
            yield Part(f"{task} beside nulls", weight, partial(self._nulls, task))

    def result(self, done: dict[str, Any]) -> list[dict[str, Any]]:
        """`functionTask` of each task, once all parts are done."""
        nothing = {"nulls": [], "reciprocity": []}
        return [
            {
                "protocol": self._protocol(task),
                "curve": done[f"scores of {task}"]["curve"],
                **done["what tells scores"][index],
                **done.get(f"{task} beside nulls", nothing),
            }
            for index, task in enumerate(self._asked["tasks"])
        ]

    @property
    def _null_inputs(self) -> list[int]:
        return list(range(1, 1 + min(_NULL_INPUTS, self._asked["inputs"])))

    def _protocol(self, task: str) -> Protocol:
        asked = self._asked
        return default_protocol(
            task,
            values=asked["radii"],
            train=asked["steps"],
            test=asked["steps"],
            inputSeeds=list(range(1, asked["inputs"] + 1)),
        )

    def _members(self, fold: str) -> Ints:
        if fold not in self._drawn:
            self._drawn[fold] = Sampler(self._corpus, fold).draw(0, self._asked[fold])
        return self._drawn[fold]

    def _chance(self, *of: int) -> np.random.Generator:
        return np.random.default_rng((self._seed, _STREAM, *of))

    def _scores(self, task: str, told: Told) -> dict[str, Any]:
        """Scores by fold, the mean over inputs, and the curve of the test fold."""
        protocol = self._protocol(task)
        found: dict[str, Floats] = {}
        most = self._asked["train"] + self._asked["test"]
        begin = 0.0
        for fold in ("train", "test"):
            end = begin + self._asked[fold] / most
            weights = weights_of(self._corpus, self._members(fold), protocol)
            found[fold] = averaged(weights, protocol, within(told, begin, end))
            begin = end
        means = {fold: _plain(score.mean(axis=1)) for fold, score in found.items()}
        return {**means, "curve": _curve(found["test"], protocol)}

    def _told(self, done: dict[str, Any], told: Told) -> list[dict[str, Any]]:
        folds = ("train", "test")
        world: World = {
            fold: features_of(self._network, self._corpus, self._members(fold)) for fold in folds
        }
        scores: list[Scores] = [
            {fold: np.array(done[f"scores of {task}"][fold], np.float64) for fold in folds}
            for task in self._asked["tasks"]
        ]
        regions = regions_of(self._corpus, self._members("train"), self._seed)
        rows = explained(world, scores, regions, self._chance(), told)
        return [self._of_task(world, *one) for one in zip(scores, rows, strict=True)]

    def _of_task(self, world: World, scores: Scores, rows: list[dict[str, Any]]) -> dict[str, Any]:
        radii = self._asked["radii"]
        there = {fold: defined(world, scores, fold) for fold in scores}
        known = int(there["test"].sum()) > 1
        metrics = world["test"]["metrics"][there["test"]]
        with_them = goes_with(metrics, scores["test"][there["test"]]) if known else []
        return {
            "measured": {fold: int(mask.sum()) for fold, mask in there.items()},
            "explained": [
                {"radius": radii[index % len(radii)], **row} for index, row in enumerate(rows)
            ],
            "goesWith": [
                {
                    "metric": row["metric"],
                    "radius": radii[row["value"]],
                    "rho": row["rho"],
                    "held": row["held"],
                }
                for row in with_them
            ],
        }

    def _nulls(self, task: str, told: Told) -> dict[str, Any]:
        asked = self._asked
        protocol = self._protocol(task) | {"inputSeeds": self._null_inputs}
        if self._null_circuits is None:  # the same for every task
            members = Sampler(self._corpus, "test").draw(0, asked["nullCircuits"])
            self._null_circuits = NullCircuits(
                self._corpus, members, asked["nulls"], asked["nullDraws"], self._seed
            )
        found = NullScores(self._null_circuits, protocol, told)
        chance = self._chance(1, TASKS[task].code)
        return {"nulls": found.beside(chance), "reciprocity": found.reciprocity_effect(chance)}


def _plain(scores: Floats) -> list[list[float | None]]:
    """JSON has no NaN."""
    return [[value if np.isfinite(value) else None for value in row] for row in scores.tolist()]


def _curve(scores: Floats, protocol: Protocol) -> list[dict[str, Any]]:
    """By value, of scores [C, S, V]: the mean, the spread over circuits and that over inputs."""
    rows: list[dict[str, Any]] = []
    for k, radius in enumerate(protocol["values"]):
        known = scores[np.isfinite(scores[:, :, k]).all(axis=1), :, k]
        circuits, inputs = known.mean(axis=1), known.mean(axis=0)
        bounds = np.quantile(circuits, (0.025, 0.975)).tolist() if len(known) else [None, None]
        rows.append(
            {
                "radius": radius,
                "mean": mean_of(circuits),
                "low": bounds[0],
                "high": bounds[1],
                "inputLow": float(inputs.min()) if len(known) else None,
                "inputHigh": float(inputs.max()) if len(known) else None,
            }
        )
    return rows

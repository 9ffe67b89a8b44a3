"""Which neurons make which circuit; the twin of core/sampling, draw for draw."""

from math import ceil
from typing import Any

import numpy as np
import numpy.typing as npt

from .corpus import FOLDS, Corpus
from .padding import padded
from .random import STREAM_SAMPLING, Generator, leading_words

Indices = npt.NDArray[np.int64]

_ATTEMPTS = 200
# Circuits of another size that each fold has on the map, as in core/contracts/sampling.ts.
_OF_OTHERS = 100


class Sampler:
    """Draws circuits of one fold and one size, the recipe's own unless another is asked for.

    Neurons are numbered by their rank in the fold while drawing, which keeps their order.
    """

    def __init__(self, corpus: Corpus, fold: str, size: int | None = None) -> None:
        recipe: dict[str, Any] = corpus.header["recipe"]
        self.recipe, self.fold = recipe, fold
        self.size: int = recipe["size"] if size is None else size
        # Each size has streams of its own, so that one more leaves the others as they were.
        self._stream = FOLDS[fold] + 4 * sizes_of(recipe).index(self.size)
        self.neurons: Indices = np.flatnonzero(corpus.fold == FOLDS[fold])
        if self.neurons.size < self.size:
            raise ValueError(
                f"the {fold} fold has {self.neurons.size} neurons, fewer than the "
                f"{self.size} of a circuit: choose smaller circuits, fewer parts, a smaller gap or "
                "weaker filters"
            )
        self.position = corpus.position[self.neurons].astype(np.float64)
        self._graph = corpus.graph
        # Inside the fold, by rank; autapses count neither as connections nor towards degrees.
        rank = np.full(corpus.size, -1, np.int64)
        rank[self.neurons] = np.arange(self.neurons.size)
        edges = rank[corpus.edges]
        edges = edges[(edges >= 0).all(1) & (edges[:, 0] != edges[:, 1])]
        ends = np.concatenate([edges, edges[:, ::-1]])
        self.degree = np.bincount(ends[:, 0], minlength=self.neurons.size).astype(np.float64)
        order = np.argsort(ends[:, 0], kind="stable")
        self._neighbours = ends[order, 1]
        self._starts = np.append(0, np.cumsum(self.degree)).astype(np.int64)

    def draw(self, first: int, count: int) -> Indices:
        """Circuits first..first+count-1 of the fold as corpus indices [count, N], ascending."""
        words = leading_words(
            self.recipe["seed"],
            STREAM_SAMPLING,
            np.arange(first, first + count),
            self._stream,
            64 + 4 * self.size,
        )
        return np.stack([self._circuit(first + k, words[k]) for k in range(count)])

    def _circuit(self, index: int, leading: npt.NDArray[np.uint32]) -> Indices:
        recipe, size = self.recipe, self.size
        take = Generator(recipe["seed"], STREAM_SAMPLING, index, self._stream, leading)
        fewest = recipe["minConnectionsPerNeuron"] * size
        for _ in range(_ATTEMPTS):
            members = self.neurons[np.sort(self._attempt(take))]
            wiring = self._graph.among(members[None])[0]
            if int(wiring.sum()) - int(np.trace(wiring)) >= fewest:
                return members
        raise ValueError(
            f"circuit {index} of the {self.fold} fold found no {size} neurons with at least "
            f"{recipe['minConnectionsPerNeuron']} connections a neuron in {_ATTEMPTS} attempts: "
            "lower that number, or the size"
        )

    def _attempt(self, take: Generator) -> Indices:
        recipe = self.recipe
        centre = take.below(self.neurons.size)
        target = self.position[centre]
        if recipe["method"] == "nearest":
            target = target + [take.normal() * recipe["jitterUm"] for _ in range(3)]
        spread = recipe["spreads"][take.below(len(recipe["spreads"]))]
        power = recipe["degreePowers"][take.below(len(recipe["degreePowers"]))]
        wide = min(self.neurons.size, ceil(spread * self.size))
        if recipe["method"] == "nearest":
            candidates = self._nearest(target, wide)
        else:
            candidates = self._neighbourhood(centre, wide, take)
        if wide <= self.size:
            return candidates
        key = -np.log(take.uniforms(wide)) / (self.degree[candidates] + 1) ** power
        return candidates[np.argsort(key, kind="stable")[: self.size]]

    def _nearest(self, target: npt.NDArray[np.float64], count: int) -> Indices:
        away = self.position - target
        square = away * away
        distance = square[:, 0] + square[:, 1] + square[:, 2]
        # Ties go by index, so those at the edge are kept until the sort.
        near = np.flatnonzero(distance <= np.partition(distance, count - 1)[count - 1])
        return near[np.argsort(distance[near], kind="stable")[:count]]

    def _neighbourhood(self, centre: int, count: int, take: Generator) -> Indices:
        """Breadth-first over undirected edges, levels shuffled; restarts where it is exhausted."""
        taken = np.zeros(self.neurons.size, bool)
        order: list[int] = []
        level = np.array([centre])
        while True:
            taken[level] = True
            order.extend(level.tolist())
            if len(order) >= count:
                return np.array(order[:count])
            found = np.unique(np.concatenate([self._around(node) for node in level]))
            found = found[~taken[found]]
            if found.size:
                level = found[np.argsort(take.uniforms(found.size), kind="stable")]
            else:
                left = np.flatnonzero(~taken)
                level = left[[take.below(left.size)]]

    def _around(self, node: int) -> Indices:
        return self._neighbours[self._starts[node] : self._starts[node + 1]]


def sizes_of(recipe: dict[str, Any]) -> list[int]:
    """Sizes of a recipe's circuits: its own, then the others a model is trained on as well."""
    return [recipe["size"], *recipe.get("otherSizes", [])]


def map_circuits(corpus: Corpus) -> dict[str, Indices]:
    """The circuits of the recipe's own size on the map, fold by fold: 0..counts-1 of each."""
    counts = corpus.header["recipe"]["counts"]
    return {fold: Sampler(corpus, fold).draw(0, counts[fold]) for fold in FOLDS}


def other_circuits(corpus: Corpus) -> dict[int, dict[str, Indices]]:
    """The circuits of each other size on the map, fold by fold: the first hundred at most."""
    recipe = corpus.header["recipe"]
    return {
        size: {
            fold: Sampler(corpus, fold, size).draw(0, min(recipe["counts"][fold], _OF_OTHERS))
            for fold in FOLDS
        }
        for size in sizes_of(recipe)[1:]
    }


def epoch_circuits(sampler: Sampler, epoch: int, count: int) -> Indices:
    """Fresh training circuits of one epoch, [count, N]; never those of the map."""
    return sampler.draw(sampler.recipe["counts"]["train"] + epoch * count, count)


class EpochCircuits:
    """Fresh training circuits of all sizes of the recipe in turn, as many of each."""

    def __init__(self, corpus: Corpus) -> None:
        sizes = sizes_of(corpus.header["recipe"])
        self._samplers = [Sampler(corpus, "train", size) for size in sizes]

    def of(self, epoch: int, count: int) -> Indices:
        """Circuits [count, largest N] of an epoch, behind smaller ones `ABSENT`."""
        kinds = len(self._samplers)
        each = -(-count // kinds)
        groups = [epoch_circuits(sampler, epoch, each) for sampler in self._samplers]
        # Circuit k of every size stands beside circuit k of the others.
        mixed = padded(groups).reshape(kinds, each, -1).swapaxes(0, 1)
        return mixed.reshape(kinds * each, -1)[:count]

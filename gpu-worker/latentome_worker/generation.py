"""Generated circuits beside held-out ones, and beside what simpler models would have made.

Of each generator and statistic: MMD²(generated, test) / MMD²(train, test), the training circuits
standing for what a perfect model of the training tissue would give. Ratios of MMD² and not of its
root, as where they come from (Martinkus et al. 2022, SPECTRE, arXiv 2204.01613).
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from .apply import draw_circuits
from .baselines import DistanceType
from .corpus import Corpus
from .draw import draw_many
from .generation_identity import valid_unique_novel
from .generation_shapes import shapes
from .generation_statistics import STATISTICS, Sample, Statistic
from .mmd import median_width, mmd_squared
from .network import Wires
from .nulls import degrees_kept, erdos_renyi
from .prior import Prior

Bits = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

MOST_CIRCUITS = 300
_STREAM = 5


class Rivals(NamedTuple):
    """What else makes circuits from conditions: both were fitted to training circuits."""

    plain: Wires
    """the decoder without z and u"""
    logistic: DistanceType
    """distance x type"""


class Ground(NamedTuple):
    """What is generated from and compared with: members [C, N] of each fold, as many of each."""

    corpus: Corpus
    train: Ints
    validation: Ints
    test: Ints

    def sample(self, members: Ints, wiring: Bits | None = None) -> Sample:
        """The circuits of members, or other wirings of the same neurons."""
        a = self.corpus.wiring(members) if wiring is None else wiring
        off = 1 - np.eye(a.shape[-1], dtype=np.uint8)
        placed = self.corpus.header["hasPositions"]
        where = self.corpus.position[members].astype(np.float64) if placed else None
        return Sample(a * off, where)


def ground_of(corpus: Corpus, circuits: dict[str, Ints]) -> Ground:
    """As many circuits of each fold, since the estimate of MMD depends on how many there are."""
    count = min(MOST_CIRCUITS, *(len(members) for members in circuits.values()))
    kept = {fold: members[:count] for fold, members in circuits.items()}
    return Ground(corpus, kept["train"], kept["validation"], kept["test"])


def generators(
    network: Wires, rivals: Rivals, ground: Ground, prior: Prior, seed: int
) -> dict[str, Callable[[int], Sample]]:
    """By id, the sample of a draw 0, 1, ...; the same seed makes the same circuits.

    `model`, `conditions_only` and `distance_type` wire the neurons of the test circuits. Nulls of
    training circuits keep their neurons; those of test circuits have been told what they keep.
    """
    f = ground.corpus.conditions(ground.test)
    count, n = ground.test.shape

    def chance(draw: int, code: int) -> np.random.Generator:
        return np.random.default_rng((seed, _STREAM, code, draw))

    def model(draw: int) -> Sample:
        own = chance(draw, 0)
        return ground.sample(ground.test, draw_circuits(network, f, prior.draw(count, own), own))

    def conditions_only(draw: int) -> Sample:
        z = np.zeros((count, len(prior.mean)), np.float32)
        lo, rho = rivals.plain.decode(f, z, np.zeros((count, n, rivals.plain.latent_u), np.float32))
        pairs = chance(draw, 1).random((count, n * (n - 1) // 2))
        return ground.sample(ground.test, draw_many(lo, rho, pairs))

    def distance_type(draw: int) -> Sample:
        likely = 1 / (1 + np.exp(-rivals.logistic.score(ground.test)))
        made = chance(draw, 2).random(likely.shape) < likely
        return ground.sample(ground.test, made.astype(np.uint8))

    def null(made: Callable[[Bits, int, Ints], Bits], members: Ints) -> Callable[[int], Sample]:
        wiring = ground.sample(members).wiring
        # A draw of a null is the same numbers for any circuit, so each circuit has a draw its own.
        return lambda draw: ground.sample(
            members, made(wiring, seed, draw * count + np.arange(count))
        )

    return {
        "model": model,
        "conditions_only": conditions_only,
        "distance_type": distance_type,
        "erdos_renyi_train": null(erdos_renyi, ground.train),
        "degree_train": null(degrees_kept, ground.train),
        "erdos_renyi_test": null(erdos_renyi, ground.test),
        "degree_test": null(degrees_kept, ground.test),
        "validation": lambda _: ground.sample(ground.validation),
    }


class Comparison:
    """Ratios of samples by one statistic; the width of the kernel is that of the test circuits."""

    def __init__(self, statistic: Statistic, train: Sample, test: Sample) -> None:
        self.statistic = statistic
        self._train, self._test = statistic.known(train), statistic.known(test)
        self._weight = statistic.weight(max(self._test.shape[1], 1))
        self.width = median_width(self._test, self._weight)
        self.base = self._to_test(self._train, self.width) if self.defined else 0.0

    @property
    def defined(self) -> bool:
        """Whether there are training and test circuits of which it speaks."""
        return len(self._train) > 1 and len(self._test) > 1

    def ratio(self, known: Floats, widths: float = 1) -> float | None:
        """MMD²(known rows, test) / MMD²(train, test), the kernel `widths` times as wide."""
        width = self.width * widths
        base = self.base if widths == 1 else self._to_test(self._train, width)
        if len(known) < 2 or base <= 0:
            return None
        return self._to_test(known, width) / base

    def _to_test(self, rows: Floats, width: float) -> float:
        return mmd_squared(rows, self._test, self._weight, width) if len(rows) else 0.0


def generation_figures(
    network: Wires,
    rivals: Rivals,
    ground: Ground,
    prior: Prior,
    seed: int,
    draws: int,
    listen: Callable[[], None],
) -> dict[str, Any]:
    """`generationReport` of core/contracts/report.ts; listen is called often and may raise."""
    train, test = ground.sample(ground.train), ground.sample(ground.test)
    compared = [Comparison(statistic, train, test) for statistic in STATISTICS]
    compared = [comparison for comparison in compared if comparison.defined]
    rows: list[dict[str, Any]] = []
    first: Sample | None = None
    for name, generate in generators(network, rivals, ground, prior, seed).items():
        found: list[list[list[float | None]]] = []
        for draw in range(1 if name == "validation" else draws):
            listen()
            sample = generate(draw)
            first = sample if first is None else first
            known = [comparison.statistic.known(sample) for comparison in compared]
            each = zip(compared, known, strict=True)
            found.append([[c.ratio(k, widths) for widths in (1, 0.5, 2)] for c, k in each])
        rows.append(_row(name, [c.statistic.id for c in compared], found))
    assert first is not None
    fewest = ground.corpus.header["recipe"]["minConnectionsPerNeuron"] * ground.test.shape[1]
    return {
        "seed": seed,
        "draws": draws,
        "circuits": len(ground.test),
        "statistics": [
            {
                "id": c.statistic.id,
                "distance": c.statistic.distance,
                "width": c.width,
                "trainTest": c.base,
            }
            for c in compared
        ],
        "generators": rows,
        "identity": valid_unique_novel(first.wiring, train.wiring, fewest),
        "shapes": shapes([c.statistic for c in compared], train, test, first),
    }


def _row(name: str, ids: list[str], found: list[list[list[float | None]]]) -> dict[str, Any]:
    """found: by draw, statistic, and width of the kernel (as it is, half, double)."""

    def mean_of(draw: list[list[float | None]], width: int) -> float | None:
        return _range([ratios[width] for ratios in draw])["mean"]

    return {
        "id": name,
        "ratios": [
            {"statistic": id, **_range([draw[k][0] for draw in found])} for k, id in enumerate(ids)
        ],
        "mean": _range([mean_of(draw, 0) for draw in found]),
        "meanHalfWidth": _range([mean_of(draw, 1) for draw in found])["mean"],
        "meanDoubleWidth": _range([mean_of(draw, 2) for draw in found])["mean"],
    }


def _range(values: list[float | None]) -> dict[str, float | None]:
    """Mean, least and greatest over the draws in which it is defined."""
    known = [value for value in values if value is not None]
    if not known:
        return {"mean": None, "low": None, "high": None}
    return {"mean": sum(known) / len(known), "low": min(known), "high": max(known)}

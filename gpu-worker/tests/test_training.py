"""Training: the same seed gives the same curves, and a run broken off goes on as if it had not."""

from pathlib import Path
from typing import Any

import equinox as eqx
import jax
import numpy as np
import pytest
from conftest import SMALL, Ran, small_spec

from latentome_worker.callbacks import Cancelled, Silent
from latentome_worker.corpus import read_corpus
from latentome_worker.model import Model
from latentome_worker.sampling import map_circuits, other_circuits
from latentome_worker.schedule import optimiser, weights_of
from latentome_worker.train import mean_parts, train


class Told(Silent):
    """Keeps events; cancels after some epochs, if asked to."""

    def __init__(self, until: int | None = None) -> None:
        super().__init__()
        self.until = until
        self.kept: list[tuple[str, int]] = []

    def curves(self) -> list[dict[str, Any]]:
        """Metric values without the time they took."""
        found = [e for e in self.events if e["kind"] == "metric"]
        return [{k: v for k, v in e["values"].items() if k != "seconds"} for e in found]

    def cancelled(self) -> bool:
        return self.until is not None and len(self.curves()) >= self.until

    def checkpoint(self, path: Path, epoch: int) -> None:
        self.kept.append((path.name, epoch))


def run(
    corpus_path: Path, folder: Path, told: Told, checkpoint: Path | None = None, seed: int = 11
) -> Model:
    folder.mkdir(exist_ok=True)
    corpus = read_corpus(corpus_path)
    spec = small_spec() | {"seed": seed}
    return train(
        corpus, spec, map_circuits(corpus), other_circuits(corpus), told, folder, checkpoint
    )[0]


def weights(model: Model) -> np.ndarray:
    return np.concatenate([np.ravel(x) for x in jax.tree.leaves(eqx.filter(model, eqx.is_array))])


@pytest.fixture(scope="module")
def whole(corpus_path: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Model, Told]:
    told = Told()
    return run(corpus_path, tmp_path_factory.mktemp("whole"), told), told


@pytest.fixture(scope="module")
def checkpoint(corpus_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run leaves that was broken off after epoch 3."""
    folder = tmp_path_factory.mktemp("broken")
    broken = Told(until=3)
    with pytest.raises(Cancelled):
        run(corpus_path, folder, broken)
    assert broken.kept == [("checkpoint.safetensors", 2)]
    return folder / "checkpoint.safetensors"


def test_the_same_seed_gives_the_same_curves(whole: tuple[Model, Told], ran_small: Ran) -> None:
    """Of this training, and of the one that a whole run began with."""
    told, again = whole[1], Told()
    again.events = ran_small.told.events
    assert again.curves() == told.curves()
    samples = [[e for e in one.events if e["kind"] == "sample"] for one in (told, again)]
    assert samples[0] == samples[1]


def test_another_seed_gives_others(
    corpus_path: Path, whole: tuple[Model, Told], tmp_path: Path
) -> None:
    other = Told(until=1)
    with pytest.raises(Cancelled):
        run(corpus_path, tmp_path, other, seed=12)
    assert other.curves()[0] != whole[1].curves()[0]


def test_a_run_broken_off_goes_on_as_if_it_had_not(
    corpus_path: Path, whole: tuple[Model, Told], checkpoint: Path, tmp_path: Path
) -> None:
    """To the last bit of every weight, which two trainings therefore agree on."""
    model, told = whole
    resumed = Told()
    ended = run(corpus_path, tmp_path, resumed, checkpoint)
    assert (weights(ended) == weights(model)).all()
    assert resumed.curves() == told.curves()[2:]


def test_a_checkpoint_of_another_corpus_is_refused(
    bare_corpus_path: Path, checkpoint: Path, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match="another"):
        run(bare_corpus_path, tmp_path, Told(), checkpoint)


def test_training_teaches(whole: tuple[Model, Told]) -> None:
    curves = whole[1].curves()
    assert curves[-1]["nats"] < 0.95 * curves[0]["nats"]
    assert curves[-1]["auc"] > 0.7


def test_a_cancel_is_heard_while_the_first_step_compiles(corpus_path: Path, tmp_path: Path) -> None:
    told = Told(until=0)
    with pytest.raises(Cancelled):
        run(corpus_path, tmp_path, told)
    assert told.curves() == []


def test_a_few_steps_that_are_not_finite_are_left_out_and_many_end_the_run() -> None:
    good, lost = {"loss": 2.0, "nats": 1.0}, {"loss": float("nan"), "nats": 1.0}
    assert mean_parts([good] * 99 + [lost], 1) == good
    with pytest.raises(ValueError, match="in epoch 3, in 3 of 100 steps; train again with a lower"):
        mean_parts([good] * 97 + [lost] * 3, 3)


def test_a_gradient_that_is_not_finite_moves_nothing() -> None:
    adam = optimiser(0.01, 100)
    weights = jax.numpy.ones(3)
    state = adam.init(weights)
    update, state = adam.update(jax.numpy.array([1.0, jax.numpy.inf, 0.0]), state, weights)
    np.testing.assert_array_equal(update, 0)
    update, _ = adam.update(jax.numpy.ones(3), state, weights)
    assert (np.asarray(update) < 0).all() and np.isfinite(np.asarray(update)).all()


def test_u_is_cheap_until_the_blueprint_counts_and_costs_what_was_asked_four_epochs_later() -> None:
    told = [
        weights_of({**SMALL, "betaU": 0.7, "blueprintFromEpoch": 2, "blueprintWeight": 32}, epoch)
        for epoch in range(8)
    ]
    assert [w.blueprint for w in told] == [0, 0] + [32] * 6
    assert [w.beta_u for w in told] == pytest.approx([0.3, 0.3, 0.4, 0.5, 0.6, 0.7, 0.7, 0.7])
    assert {weights_of({**SMALL, "betaU": 0.2}, epoch).beta_u for epoch in range(8)} == {0.2}

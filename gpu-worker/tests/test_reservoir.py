"""Laws of the sweep: known capacities, batches that do not mix, files that say how they came."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors import safe_open

from latentome_worker.corpus import read_corpus
from latentome_worker.reservoir.blas import blas_settings
from latentome_worker.reservoir.corpus_scores import inhibitory_of, write_scores
from latentome_worker.reservoir.parallel import sweep_in_parallel
from latentome_worker.reservoir.protocol import check, default_protocol
from latentome_worker.reservoir.sweep import sweep
from latentome_worker.reservoir.weights import signed_weights, spectral_radius
from latentome_worker.sampling import map_circuits

SHORT: dict[str, Any] = {"washout": 60, "train": 500, "test": 500}


def _chain(n: int) -> np.ndarray:
    """Weights [1, n, n] from each neuron to the next."""
    return np.eye(n, k=1)[None]


def _random(count: int, n: int, density: float, seed: int) -> np.ndarray:
    return (np.random.default_rng(seed).random((count, n, n)) < density).astype(float)


def test_a_delay_line_holds_its_input_as_long_as_it_is() -> None:
    protocol = default_protocol(
        "memory",
        {"firstLag": 0, "lastLag": 24},
        **(SHORT | {"scale": "gain", "values": [1.0], "units": "linear", "ridge": 1e-8}),
    )
    held = sweep(_chain(12), protocol, np.float64).parts[0, 0, 0]
    assert np.abs(held[:12] - 1).max() < 1e-8
    assert held[12:].max() < 0.05


def test_a_linear_reservoir_holds_at_most_as_many_steps_as_it_has_neurons() -> None:
    protocol = default_protocol(
        "memory",
        {"firstLag": 0, "lastLag": 50},
        **(SHORT | {"units": "linear", "values": [0.5, 0.9], "test": 4000, "ridge": 1e-6}),
    )
    found = sweep(_random(6, 8, 0.4, 1), protocol, np.float64).score
    assert np.nanmax(found) < 8 + 51 / 1000


def test_weights_run_from_row_to_column() -> None:
    # 0 -> 1 -> 2: with the rows taken for columns the line would run the other way.
    assert signed_weights(_chain(3)[0], np.array([True, False, False]))[0, 1] == -1
    directed = np.array([[0.0, 4.0], [1.0, 0.0]])
    assert spectral_radius(directed) == pytest.approx(2, abs=1e-12)


def test_cycles_that_cancel_have_radius_0() -> None:
    alternating = np.where(np.arange(4) % 2, -1.0, 1.0)[:, None] * np.ones((4, 4))
    assert spectral_radius(alternating) == 0


def test_a_score_does_not_depend_on_the_circuits_beside_it() -> None:
    weights = _random(70, 10, 0.3, 2)
    weights[3] = np.triu(np.ones((10, 10)), 1)
    protocol = default_protocol("narma10", **(SHORT | {"values": [0.5, 0.9], "inputSeeds": [1, 2]}))
    together = sweep(weights, protocol, np.float64)
    alone = sweep(weights[60:61], protocol, np.float64)
    assert np.abs(together.score[60] - alone.score[0]).max() < 1e-12
    assert np.isnan(together.score[3]).all()
    assert together.radius[3] == 0
    assert np.isfinite(together.score[4:]).all()


def test_processes_give_what_one_gives() -> None:
    weights = _random(20, 10, 0.3, 4)
    protocol = default_protocol("memory", values=[0.9], **SHORT)
    shares = list(sweep_in_parallel(weights, protocol, np.float64, 2))
    assert [first for first, _ in shares] == [0, 16]
    joined = np.concatenate([scores.score for _, scores in shares])
    assert np.abs(joined - sweep(weights, protocol, np.float64).score).max() < 1e-12


def test_wide_products_are_asked_for_only_where_the_processor_has_them(tmp_path: Path) -> None:
    cpu = tmp_path / "cpuinfo"
    assert "OPENBLAS_CORETYPE" not in blas_settings(cpu)
    cpu.write_text("processor : 0\nflags : fpu avx2 avx512f avx512bw avx512dq\n")
    assert "OPENBLAS_CORETYPE" not in blas_settings(cpu)
    cpu.write_text("processor : 0\nflags : fpu avx2 avx512f avx512bw avx512dq avx512vl\n")
    assert blas_settings(cpu)["OPENBLAS_CORETYPE"] == "SkylakeX"


def test_single_precision_is_that_of_double_up_to_radius_1() -> None:
    weights = _random(6, 64, 0.035, 5)
    for task in ("memory", "narma10", "mackey-glass", "lorenz"):
        protocol = default_protocol(task, values=[0.3, 0.9, 1.0])
        double = sweep(weights, protocol, np.float64).score
        assert np.nanmax(np.abs(sweep(weights, protocol, np.float32).score - double)) < 1e-4


def test_the_scores_of_a_corpus_say_how_they_were_taken(corpus_path: Path, tmp_path: Path) -> None:
    corpus = read_corpus(corpus_path)
    protocol = default_protocol("memory", **(SHORT | {"values": [0.6, 0.9], "inputSeeds": [1, 2]}))
    out = tmp_path / "scores.safetensors"
    write_scores(out, corpus, protocol, processes=1)
    with safe_open(out, framework="numpy") as file:
        header = json.loads(file.metadata()["reservoir"])
        score, fold = file.get_tensor("score"), file.get_tensor("fold")
    assert header["protocol"] == protocol
    assert header["corpus"] == corpus.sha256
    assert score.shape == (96, 2, 2)
    assert fold.tolist() == [1] * 48 + [2] * 24 + [3] * 24
    members = map_circuits(corpus)["test"]
    inhibitory = inhibitory_of(corpus, members)
    assert inhibitory is not None
    assert 0 < inhibitory.mean() < 0.5
    weights = signed_weights(corpus.wiring(members), inhibitory)
    expected = sweep(weights, protocol).score
    assert np.nanmax(np.abs(score[fold == 3] - expected)) < 1e-5


@pytest.mark.parametrize(
    ("task", "parameters", "asked"),
    [
        ("memory", {}, {"washout": 10}),
        ("lorenz", {"horizon": 0.5}, {}),
        ("parity", {"lags": 3}, {}),
        ("memory", {"firstLag": 9, "lastLag": 3}, {}),
        ("narma10", {}, {"ridge": 0}),
    ],
)
def test_what_a_task_cannot_do_is_refused(
    task: str, parameters: dict[str, Any], asked: dict[str, Any]
) -> None:
    with pytest.raises(ValueError):
        check(default_protocol(task, parameters, **asked))

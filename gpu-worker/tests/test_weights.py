"""Weights: what is planted is found, the model stays as it was, and draws follow their law."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from conftest import SMALL, Ran, column, small_recipe, small_spec
from plan_corpus import plan_corpus

from latentome_worker.callbacks import Silent
from latentome_worker.corpus import FOLDS, Corpus, read_corpus
from latentome_worker.export import TOLERANCE, ExportMismatch
from latentome_worker.network import Encoded, OnnxNetwork
from latentome_worker.pipeline import run_training
from latentome_worker.prior import kept_prior
from latentome_worker.report import evaluated
from latentome_worker.sampling import map_circuits
from latentome_worker.weights import LogWeights, Weigher, scale_of
from latentome_worker.weights_draw import draw_weights
from latentome_worker.weights_figures import Weighing, weight_figures
from latentome_worker.weights_file import OnnxWeigher, export_weigher
from latentome_worker.weights_fit import fit_weigher

VECTORS = Path(__file__).parents[2] / "core" / "decoder" / "weights.vectors.json"


def planted(path: Path, of: str | None = "size", spread: float = 0.3) -> Path:
    """A corpus whose log sizes hang on class and distance, but for a normal of sd `spread`."""
    position, edges, kind = column()
    edges = edges[np.lexsort((edges[:, 1], edges[:, 0]))]
    away = np.linalg.norm(position[edges[:, 0]] - position[edges[:, 1]], axis=-1)
    chance = np.random.default_rng(3)
    logs = 8 + 1.2 * kind[edges[:, 0]] - 0.8 * kind[edges[:, 1]] - away / 60
    weight = np.exp(logs + spread * chance.standard_normal(len(edges)))
    if of == "synapses":
        weight = np.maximum(1, np.rint(weight / 500))
    classes = {"class": (["E", "I"], kind)}
    return plan_corpus(path, small_recipe(), position, edges, classes, weight=weight, of=of)


def blank(corpus: Corpus) -> tuple[dict[str, np.ndarray], dict[str, Encoded]]:
    """Circuits of the map, and posteriors that say nothing."""
    circuits = map_circuits(corpus)
    encoded = {}
    for fold, members in circuits.items():
        z, u = np.zeros((len(members), 4), np.float32), np.zeros((*members.shape, 2), np.float32)
        encoded[fold] = Encoded(z, z, u, u)
    return circuits, encoded


def test_a_planted_relation_is_found_on_held_out_tissue(tmp_path: Path) -> None:
    corpus = read_corpus(planted(tmp_path / "corpus.safetensors"))
    circuits, encoded = blank(corpus)
    fitted = fit_weigher(corpus, circuits, encoded, 1)
    assert fitted is not None
    test = circuits["test"]
    y, known = LogWeights(corpus, fitted.scale).of(test, corpus.wiring(test))
    seen = encoded["test"]
    given = (jnp.asarray(x) for x in (corpus.conditions(test), seen.z_mean, seen.u_mean))
    guess = fitted.weigher(*given)
    missed = (y - np.asarray(guess))[known == 1]
    best = (0.3 / fitted.scale.log_sd) ** 2
    assert 1 - (missed**2).sum() / (y**2).sum() > 1 - 1.5 * best > 0.7
    assert fitted.sd == pytest.approx(0.3 / fitted.scale.log_sd, rel=0.15)


def test_y_is_that_of_its_own_connection(tmp_path: Path) -> None:
    corpus = read_corpus(planted(tmp_path / "corpus.safetensors"))
    scale = scale_of(corpus)
    assert scale is not None
    members = map_circuits(corpus)["train"][:3]
    wiring = corpus.wiring(members)
    y, known = LogWeights(corpus, scale).of(members, wiring)
    assert (known == wiring).all()
    assert (y[wiring == 0] == 0).all()
    table = {tuple(edge): w for edge, w in zip(corpus.edges.tolist(), corpus.weight, strict=True)}
    row, pre, post = (int(x[5]) for x in np.nonzero(wiring))
    weight = table[int(members[row, pre]), int(members[row, post])]
    assert scale.log_mean + scale.log_sd * y[row, pre, post] == pytest.approx(np.log(weight))


@pytest.mark.parametrize("of", [None, "size"])
def test_there_is_nothing_to_fit_where_weights_are_of_no_kind_or_do_not_vary(
    of: str | None, tmp_path: Path
) -> None:
    position, edges, _ = column()
    weight = np.full(len(edges), 3.0) if of else np.arange(1.0, len(edges) + 1)
    path = tmp_path / "corpus.safetensors"
    corpus = read_corpus(plan_corpus(path, small_recipe(), position, edges, weight=weight, of=of))
    assert fit_weigher(corpus, *blank(corpus), 1) is None


@pytest.fixture(scope="module")
def weighed(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """A run on the corpus of `ran_small`, whose connections have synapse counts here."""
    folder = tmp_path_factory.mktemp("weighed")
    corpus, told = planted(folder / "corpus.safetensors", "synapses"), Silent()
    return Ran(corpus, folder, run_training(corpus, small_spec(), folder, told), told)


def test_the_model_is_bit_for_bit_that_without_weights(weighed: Ran, ran_small: Ran) -> None:
    mine, other = weighed.manifest, ran_small.manifest
    assert {**mine["files"], "weights": None} == {**other["files"], "weights": None}
    assert "weights" not in other["files"] and "weights" not in other["figures"]
    for name in ("edges", "bits", "generation", "metricR2", "report"):
        assert mine["figures"][name] == other["figures"][name]


def test_figures_of_weights_and_the_same_from_the_files(weighed: Ran) -> None:
    found = weighed.manifest["figures"]["weights"]
    assert weighed.manifest["weights"]["of"] == "synapses"
    assert found["r2"] > 0.5
    assert found["nats"] < found["distanceOnly"] < found["plain"]
    assert found["drawn"]["mean"] == pytest.approx(found["test"]["mean"], abs=0.3)
    assert found["drawn"]["sd"] == pytest.approx(found["test"]["sd"], rel=0.25)
    assert evaluated(weighed.folder, weighed.corpus, 1, 1)["figures"]["weights"] == found


def test_nothing_is_said_of_weights_that_no_test_circuit_has(weighed: Ran) -> None:
    """A training must not be lost at its end for want of a figure."""
    corpus = read_corpus(weighed.corpus)
    inside = (corpus.fold[corpus.edges] == FOLDS["test"]).all(1)
    bare = replace(corpus, weight=np.where(inside, 0, corpus.weight).astype(np.float32))
    network, test = OnnxNetwork(weighed.folder), map_circuits(corpus)["test"]
    told = weight_figures(
        network,
        Weighing(OnnxWeigher(weighed.folder), weighed.manifest["weights"]),
        bare,
        test,
        network.encode(corpus.conditions(test), corpus.wiring(test)),
        kept_prior(weighed.manifest, weighed.folder),
        1,
    )
    assert told is None


def test_the_file_agrees_with_jax_and_has_the_same_bytes_again(tmp_path: Path) -> None:
    weigher = Weigher(6, SMALL["latentZ"], SMALL["latentU"], jax.random.key(2))
    weigher = jax.tree.map(lambda x: 2 * x, weigher)
    chance = np.random.default_rng(4)
    conditions = [chance.standard_normal((b, n, 6), np.float32) for b, n in ((3, 16), (2, 23))]
    assert export_weigher(weigher, (4, 2), conditions, tmp_path) <= TOLERANCE
    first = (tmp_path / "weights.onnx").read_bytes()
    export_weigher(weigher, (4, 2), conditions, tmp_path)
    assert (tmp_path / "weights.onnx").read_bytes() == first
    f, z = chance.standard_normal((2, 45, 6), np.float32), np.ones((2, 4), np.float32)
    u = chance.standard_normal((2, 45, 2), np.float32)
    told = OnnxWeigher(tmp_path).means(f, z, u)
    np.testing.assert_allclose(told, np.asarray(weigher(f, z, u)), atol=TOLERANCE)
    assert told.std() > 0.1


def test_a_spoiled_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weigher = Weigher(6, 4, 2, jax.random.key(2))
    f = [np.random.default_rng(4).standard_normal((2, 9, 6), np.float32)]
    right = OnnxWeigher.means
    monkeypatch.setattr(OnnxWeigher, "means", lambda *given: right(*given) + np.float32(1e-3))
    with pytest.raises(ExportMismatch, match="weights"):
        export_weigher(weigher, (4, 2), f, tmp_path)


SIZES: dict[str, Any] = {"of": "size", "logMean": 8.5, "logSd": 1.2, "sd": 0.7}


def test_logs_of_drawn_weights_have_the_mean_and_spread_they_are_drawn_with() -> None:
    n = 120
    mu = np.random.default_rng(1).standard_normal((n, n))
    adjacency = (np.random.default_rng(2).random((n, n)) < 0.5).astype(np.uint8)
    weight = draw_weights(mu, adjacency, 7, SIZES)
    assert (weight[adjacency == 0] == 0).all()
    there = adjacency == 1
    away = (np.log(weight[there]) - 8.5) / 1.2 - mu[there]
    # Five standard errors.
    assert abs(away.mean()) < 5 * 0.7 / np.sqrt(there.sum())
    assert away.std() == pytest.approx(0.7, abs=5 * 0.7 / np.sqrt(2 * there.sum()))


def test_synapses_are_whole_and_at_least_one() -> None:
    counts = {**SIZES, "of": "synapses", "logMean": 0.2}
    weight = draw_weights(np.zeros((40, 40)), np.ones((40, 40), np.uint8), 3, counts)
    assert (weight == np.rint(weight)).all()
    assert weight.min() == 1 and weight.max() > 3


@pytest.mark.parametrize("case", json.loads(VECTORS.read_text())["circuits"])
def test_the_weights_of_typescript(case: dict[str, Any]) -> None:
    n = case["n"]
    mu = np.array(case["mu"], np.float32).reshape(n, n)
    adjacency = np.array(case["adjacency"], np.uint8).reshape(n, n)
    drawn = draw_weights(mu, adjacency, case["seed"], case["scale"])
    np.testing.assert_allclose(drawn.ravel(), case["weights"], rtol=1e-12)

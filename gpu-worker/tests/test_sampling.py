"""Sampling: the circuits of TypeScript, and folds that share no neuron."""

import json
from pathlib import Path

import numpy as np
import pytest
from conftest import column, small_recipe
from plan_corpus import blocks, plan_corpus
from safetensors.numpy import save_file

from latentome_worker import graph
from latentome_worker.corpus import FOLDS, read_corpus
from latentome_worker.sampling import Sampler, epoch_circuits, map_circuits

VECTORS = Path(__file__).parents[2] / "core" / "sampling" / "sampling.vectors.json"
DTYPES = {
    "position": np.float32,
    "edges": np.int32,
    "weight": np.float32,
    "fold": np.uint8,
    "class": np.uint8,
    "layer": np.uint8,
    "type": np.uint16,
    "neuron": np.int32,
}


@pytest.mark.parametrize("case", json.loads(VECTORS.read_text())["cases"], ids=lambda c: c["name"])
def test_the_circuits_of_typescript(case: dict, tmp_path: Path) -> None:
    lists = dict(case["corpus"])
    header = lists.pop("header")
    tensors = {name: np.array(lists[name], dtype) for name, dtype in DTYPES.items()}
    tensors["position"] = tensors["position"].reshape(-1, 3)
    tensors["edges"] = tensors["edges"].reshape(-1, 2)
    path = tmp_path / "corpus.safetensors"
    save_file(tensors, path, metadata={"corpus": json.dumps(header)})
    corpus = read_corpus(path)
    for circuit in case["circuits"]:
        drawn = Sampler(corpus, circuit["fold"], circuit["size"]).draw(circuit["index"], 1)[0]
        assert drawn.tolist() == circuit["members"]


def test_the_blocks_of_typescript() -> None:
    cases = {case["name"]: case["corpus"] for case in json.loads(VECTORS.read_text())["cases"]}
    corpus = cases["nearest somata in blocks"]
    position = np.array(corpus["position"], np.float32).reshape(-1, 3)
    made = blocks(position, corpus["header"]["recipe"]["folds"])
    assert made.tolist() == corpus["fold"]
    assert set(made.tolist()) == {0, 1, 2, 3}


def test_a_graph_too_large_for_a_table_answers_the_same(
    bare_corpus_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = read_corpus(bare_corpus_path)
    members = Sampler(corpus, "train").draw(0, 20)
    monkeypatch.setattr(graph, "_LARGEST_TABLE", 0)
    for self_edges in (True, False):
        expected = corpus.wiring(members)
        if not self_edges:
            expected = expected * (1 - np.eye(16, dtype=np.uint8))
        sparse = graph.Graph(corpus.edges, corpus.size, self_edges)
        assert (sparse.among(members) == expected).all()


@pytest.mark.parametrize("which", ["corpus_path", "bare_corpus_path"])
def test_no_neuron_is_in_two_folds(which: str, request: pytest.FixtureRequest) -> None:
    corpus = read_corpus(request.getfixturevalue(which))
    circuits = map_circuits(corpus)
    circuits["train"] = np.concatenate(
        [circuits["train"], epoch_circuits(Sampler(corpus, "train"), 3, 100)]
    )
    seen = {fold: set(np.unique(members)) for fold, members in circuits.items()}
    assert all(seen.values())
    assert not seen["train"] & seen["test"]
    assert not seen["train"] & seen["validation"]
    assert not seen["validation"] & seen["test"]
    for fold, members in seen.items():
        assert {int(corpus.fold[k]) for k in members} == {FOLDS[fold]}


def test_folds_keep_the_gap(corpus_path: Path) -> None:
    corpus = read_corpus(corpus_path)
    x = corpus.position[:, 0]
    train, test = x[corpus.fold == 1], x[corpus.fold == 3]
    assert np.abs(train[:, None] - test[None]).min() >= 10


def test_circuits_are_what_the_recipe_asks(corpus_path: Path) -> None:
    corpus = read_corpus(corpus_path)
    members = Sampler(corpus, "train").draw(0, 60)
    assert members.shape == (60, 16)
    assert (np.diff(members, axis=1) > 0).all()
    assert (corpus.wiring(members).sum((1, 2)) >= 8).all()


def test_a_circuit_does_not_depend_on_its_batch(bare_corpus_path: Path) -> None:
    sampler = Sampler(read_corpus(bare_corpus_path), "train")
    together = sampler.draw(40, 6)
    assert (sampler.draw(43, 1)[0] == together[3]).all()


def test_epochs_are_fresh_and_never_the_map(corpus_path: Path) -> None:
    corpus = read_corpus(corpus_path)
    sampler = Sampler(corpus, "train")
    counts = corpus.header["recipe"]["counts"]["train"]
    first, second = (epoch_circuits(sampler, epoch, 10) for epoch in (0, 1))
    assert (first == sampler.draw(counts, 10)).all()
    assert (second == sampler.draw(counts + 10, 10)).all()


def test_a_fold_that_is_too_small_is_named(tmp_path: Path) -> None:
    position, edges, _ = column(count=100)
    path = plan_corpus(tmp_path / "c.safetensors", small_recipe(size=32), position, edges)
    with pytest.raises(ValueError, match="test fold has"):
        Sampler(read_corpus(path), "test")


def test_circuits_too_sparse_to_find_are_an_error_with_a_remedy(tmp_path: Path) -> None:
    position, edges, _ = column()
    recipe = small_recipe(minConnectionsPerNeuron=15)
    path = plan_corpus(tmp_path / "c.safetensors", recipe, position, edges)
    with pytest.raises(ValueError, match="lower that number"):
        Sampler(read_corpus(path), "train").draw(0, 1)


def test_conditions_are_centred_and_one_hot(corpus_path: Path) -> None:
    corpus = read_corpus(corpus_path)
    members = Sampler(corpus, "test").draw(0, 5)
    f = corpus.conditions(members)
    assert f.shape == (5, 16, 6)
    np.testing.assert_allclose(f[..., :3].mean(1), 0, atol=1e-5)
    away = corpus.position[members[2]] - corpus.position[members[2]].mean(0)
    np.testing.assert_allclose(f[2, :, :3] * 60, away, atol=1e-3)
    assert (f[..., 4:].sum(-1) == 1).all()
    depth = corpus.header["depth"]
    expected = (corpus.position[members[2], 1] - depth["mean"]) / depth["sd"]
    np.testing.assert_allclose(f[2, :, 3], expected, atol=1e-5)

"""A whole small run, from a corpus file to a model that anyone can check."""

import hashlib
import json
from math import isfinite
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from conftest import Ran, small_spec
from safetensors import safe_open

from latentome_worker import export as export_module
from latentome_worker.callbacks import Silent
from latentome_worker.canonical import canonical_bytes
from latentome_worker.corpus import read_corpus
from latentome_worker.export import ExportMismatch
from latentome_worker.metrics import METRICS
from latentome_worker.pipeline import run_training
from latentome_worker.recompute import recomputed_figures
from latentome_worker.sampling import map_circuits


@pytest.fixture(scope="module", params=["ran_small", "ran_bare"])
def ran(request: pytest.FixtureRequest) -> Ran:
    return request.getfixturevalue(request.param)


def numbers(value: Any) -> list[float]:
    if isinstance(value, dict):
        return [x for inner in value.values() for x in numbers(inner)]
    if isinstance(value, list):
        return [x for inner in value for x in numbers(inner)]
    return [value] if isinstance(value, int | float) else []


def test_the_manifest_names_its_files_and_its_corpus(ran: Ran) -> None:
    corpus, folder, manifest, _ = ran
    written = (folder / "model.json").read_bytes()
    assert written == canonical_bytes(manifest)
    for name, file in (("encoder", "encoder.onnx"), ("decoder", "decoder.onnx")):
        content = (folder / file).read_bytes()
        assert manifest["files"][name] == {
            "sha256": hashlib.sha256(content).hexdigest(),
            "bytes": len(content),
        }
    assert manifest["recipe"]["corpusSha256"] == hashlib.sha256(corpus.read_bytes()).hexdigest()
    assert all(isfinite(x) for x in numbers(manifest))


def test_figures_stand_beside_their_baselines(ran: Ran) -> None:
    figures = ran[2]["figures"]
    assert set(figures["edges"]) == {"model", "conditionsOnly", "distanceType"}
    for scores in figures["edges"].values():
        assert 0 <= scores["ap"] <= 1
        assert 0 <= scores["auc"] <= 1
    assert [row["metric"] for row in figures["generation"]] == list(METRICS)
    assert figures["onnxMaxError"] <= 1e-4
    assert figures["circuits"] == {"train": 48, "validation": 24, "test": 24}


def test_figures_can_be_recomputed_from_the_files(ran: Ran) -> None:
    corpus, folder, manifest, _ = ran
    again = recomputed_figures(folder, corpus)
    assert again["metricR2Mean"] == pytest.approx(manifest["figures"]["metricR2Mean"], abs=1e-9)
    assert again["edges"]["model"] == pytest.approx(manifest["figures"]["edges"]["model"])


def test_another_corpus_is_refused(ran: Ran, tmp_path: Path) -> None:
    other = tmp_path / "other.safetensors"
    other.write_bytes(ran[0].read_bytes() + b"\0")
    with pytest.raises(Exception, match=r"corpus|header|metadata"):
        recomputed_figures(ran[1], other)


def test_a_run_whose_export_is_spoiled_fails(
    ran_small: Ran, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is checked is the file as it lies there; no manifest is written.

    The run goes on from the last checkpoint of another, so there is little left to train.
    """
    write = export_module.write_net

    def write_spoiled(*given: Any) -> None:
        write(*given)
        path = tmp_path / f"{given[-1]}.onnx"
        net = onnx.load(path)
        table = max(net.graph.initializer, key=lambda tensor: np.prod(tensor.dims))
        weights = onnx.numpy_helper.to_array(table) * np.float32(1.02)
        table.CopyFrom(onnx.numpy_helper.from_array(weights, table.name))
        onnx.save(net, path)

    monkeypatch.setattr(export_module, "write_net", write_spoiled)
    with pytest.raises(ExportMismatch):
        run_training(
            ran_small.corpus,
            small_spec(),
            tmp_path,
            Silent(),
            ran_small.folder / "checkpoint.safetensors",
        )
    assert not (tmp_path / "model.json").exists()


def test_the_map_holds_every_circuit(ran: Ran) -> None:
    corpus, folder, manifest, _ = ran
    read = read_corpus(corpus)
    with safe_open(folder / "map.safetensors", framework="numpy") as file:
        header = json.loads(file.metadata()["map"])
        tensors = {name: file.get_tensor(name) for name in ("z", "fold", "members", "adjacency")}
    assert header["size"] == 16
    assert header["ids"] == read.ids
    members = np.concatenate(list(map_circuits(read).values()))
    assert (tensors["members"] == members).all()
    assert np.bincount(tensors["fold"]).tolist() == [0, 48, 24, 24]
    assert tensors["z"].shape == (96, manifest["latent"]["z"])
    bits = np.unpackbits(tensors["adjacency"], axis=1, bitorder="little")[:, : 16 * 16]
    assert (bits.reshape(-1, 16, 16) == read.wiring(members)).all()


def test_what_was_told_on_the_way(ran: Ran) -> None:
    events = ran[3].events
    phases = [e["phase"] for e in events if e["kind"] == "phase"]
    assert list(dict.fromkeys(phases)) == ["sampling", "training", "exporting", "evaluating"]
    metrics = [e for e in events if e["kind"] == "metric"]
    assert [e["epoch"] for e in metrics] == [1, 2, 3, 4]
    assert {"loss", "auc", "ap", "r2"} <= set(metrics[0]["values"])
    sample = next(e for e in events if e["kind"] == "sample")
    assert len(sample["generated"]) == len(sample["observed"]) == 4

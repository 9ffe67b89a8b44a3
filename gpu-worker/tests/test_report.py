"""The report of a small run: complete, within wide bounds, and the same from the files alone."""

import copy
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import Ran

from latentome_worker.generation_statistics import STATISTICS
from latentome_worker.manifest import write_manifest
from latentome_worker.report import complete, report
from latentome_worker.report_baseline import FILE

GENERATORS = {
    "model",
    "conditions_only",
    "distance_type",
    "erdos_renyi_train",
    "degree_train",
    "erdos_renyi_test",
    "degree_test",
    "validation",
}


@pytest.fixture(scope="module")
def told(ran_small: Ran, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The report of a copy of the run without what it kept of the conditions-only decoder."""
    folder = tmp_path_factory.mktemp("copies") / "small"
    shutil.copytree(ran_small.folder, folder)
    (folder / FILE).unlink()
    return report([folder], ran_small.corpus, seed=11, draws=1)


def test_the_files_give_the_report_of_the_run(ran_small: Ran, told: dict[str, Any]) -> None:
    """Another process, no kept decoder, the same seed: the same figures."""
    again, manifest = told["models"][0]["figures"], ran_small.manifest["figures"]
    assert again["report"]["generation"] == manifest["report"]["generation"]
    assert again["report"]["code"] == pytest.approx(manifest["report"]["code"])
    assert again["edges"]["conditionsOnly"] == pytest.approx(manifest["edges"]["conditionsOnly"])


def test_every_generator_by_every_statistic(told: dict[str, Any]) -> None:
    found = told["models"][0]["figures"]["report"]["generation"]
    assert {row["id"] for row in found["generators"]} == GENERATORS
    for row in found["generators"]:
        assert [ratio["statistic"] for ratio in row["ratios"]] == [s.id for s in STATISTICS]
        assert all(ratio["mean"] is None or ratio["mean"] >= 0 for ratio in row["ratios"])
    assert found["circuits"] == 24


def test_degrees_of_rewired_circuits_are_theirs(told: dict[str, Any]) -> None:
    rows = told["models"][0]["figures"]["report"]["generation"]["generators"]
    by = {row["id"]: {r["statistic"]: r["mean"] for r in row["ratios"]} for row in rows}
    for statistic in ("in_degree", "out_degree"):
        assert by["degree_train"][statistic] == pytest.approx(1)
        assert by["degree_test"][statistic] == pytest.approx(0, abs=1e-9)


def test_the_code_adds_up_and_conditions_help_little(told: dict[str, Any]) -> None:
    code = told["models"][0]["figures"]["report"]["code"]
    assert code["total"] == pytest.approx(code["z"] + code["u"] + code["edges"])
    assert code["edges"] < code["conditionsOnly"]
    # 16 neurons have 240 ordered pairs; after two epochs codes may be worse than a bit a pair
    assert 20 < code["conditionsOnly"] < 480
    assert 20 < code["total"] < 960


def test_shares_and_shapes(told: dict[str, Any]) -> None:
    found = told["models"][0]["figures"]["report"]["generation"]
    assert found["identity"]["valid"] > 0.5
    assert found["identity"]["unique"] > 0.5
    for shape in found["shapes"]:
        for name in ("train", "test", "generated"):
            assert len(shape[name]) == len(shape["x"])
            assert sum(shape[name]) == pytest.approx(1, abs=1e-3)


def test_a_run_without_positions_leaves_out_the_lengths(ran_bare: Ran) -> None:
    found = ran_bare.manifest["figures"]["report"]["generation"]
    ids = [statistic["id"] for statistic in found["statistics"]]
    assert ids == ["in_degree", "out_degree", "clustering", "laplacian", "triads"]
    assert {shape["id"] for shape in found["shapes"]} == set(ids)


def test_somas_of_the_corpus_stand_in_their_folds(told: dict[str, Any]) -> None:
    assert len(told["somas"]["fold"]) == len(told["somas"]["x"]) == 420
    assert set(told["somas"]["fold"]) == {0, 1, 2, 3}


def test_a_model_without_a_report_is_given_that_of_its_run(ran_small: Ran, tmp_path: Path) -> None:
    folder = tmp_path / "older"
    shutil.copytree(ran_small.folder, folder)
    older = copy.deepcopy(ran_small.manifest)
    wanted = older["figures"].pop("report")
    write_manifest(folder / "model.json", older)
    complete(folder, ran_small.corpus)
    written = json.loads((folder / "model.json").read_text())
    assert written["figures"].pop("report")["generation"] == wanted["generation"]
    assert written == older


def test_a_corpus_that_is_not_the_models_is_refused(ran_small: Ran, bare_corpus_path: Path) -> None:
    with pytest.raises(ValueError, match="was trained on corpus"):
        report([ran_small.folder], bare_corpus_path, seed=1, draws=1)

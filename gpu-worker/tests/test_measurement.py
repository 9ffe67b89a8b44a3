"""A measurement goes on where another worker stopped, and finds the same."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Ran

from latentome_worker.callbacks import Silent
from latentome_worker.measurement import run_measurement

SPEC: dict[str, Any] = {
    "kind": "measure",
    "name": "All of it",
    "model": {"id": "mdl_1", "sha256": "", "encoder": "", "decoder": ""},
    "structure": {"metrics": "eight", "nulls": ["erdos_renyi"], "circuits": 30, "draws": 5},
    "function": {
        "tasks": ["memory", "parity"],
        "radii": [0.5, 0.9],
        "inputs": 3,
        "steps": 120,
        "train": 16,
        "test": 12,
        "nulls": ["degree", "reciprocity"],
        "nullCircuits": 5,
        "nullDraws": 3,
    },
    "seed": 3,
}


class Died(Exception):
    """The worker is gone."""


class Dying(Silent):
    """Keeps the checkpoints, and dies once it has so many."""

    def __init__(self, folder: Path, after: int) -> None:
        super().__init__()
        self.folder, self.after = folder, after

    def checkpoint(self, path: Path, epoch: int) -> None:
        (self.folder / "kept.json").write_bytes(path.read_bytes())
        if epoch == self.after:
            raise Died


@pytest.fixture(scope="module")
def whole(ran_small: Ran, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Silent]:
    """The result of an undisturbed run, and what it told."""
    told = Silent()
    out = tmp_path_factory.mktemp("whole")
    return run_measurement(ran_small.corpus, ran_small.folder, SPEC, out, told).read_bytes(), told


def test_what_is_found_of_each_task(whole: tuple[bytes, Silent]) -> None:
    found = json.loads(whole[0])
    assert len(found["structure"]) == 3 * 8
    test = [row for row in found["structure"] if row["fold"] == "test"]
    assert {row["circuits"] for row in test} == {24}  # the corpus has no more
    memory, parity = found["function"]
    assert [one["protocol"]["task"] for one in (memory, parity)] == ["memory", "parity"]
    for one in (memory, parity):
        assert [row["radius"] for row in one["curve"]] == [0.5, 0.9]
        for row in one["curve"]:
            assert row["low"] <= row["mean"] <= row["high"]
            assert row["inputLow"] <= row["mean"] <= row["inputHigh"]
        assert len(one["explained"]) == 4 * 2
        assert len(one["goesWith"]) == 8 * 2
        assert {(row["null"], row["circuits"]) for row in one["nulls"]} == {
            ("degree", 5),
            ("reciprocity", 5),
        }
        for row in one["nulls"] + one["reciprocity"]:
            middle = row.get("difference", row.get("effect"))
            assert row["low"] <= middle <= row["high"]
        # draws that keep reciprocity have it; those that keep degrees alone lose what was answered
        assert one["reciprocity"][0]["kept"] > one["reciprocity"][0]["rewired"]


def test_progress_grows_to_the_end_and_each_part_is_told(whole: tuple[bytes, Silent]) -> None:
    far = [event["progress"] for event in whole[1].events if event["kind"] == "phase"]
    assert far == sorted(far)
    assert far[-1] < 1
    said = [event["text"] for event in whole[1].events if event["kind"] == "log"]
    assert len(said) == 3 + 2 + 1 + 2


@pytest.mark.parametrize("after", [1, 6])
def test_what_was_done_is_not_done_again_and_the_result_is_the_same(
    after: int, whole: tuple[bytes, Silent], ran_small: Ran, tmp_path: Path
) -> None:
    with pytest.raises(Died):
        run_measurement(ran_small.corpus, ran_small.folder, SPEC, tmp_path, Dying(tmp_path, after))
    told = Silent()
    again = run_measurement(
        ran_small.corpus, ran_small.folder, SPEC, tmp_path, told, tmp_path / "kept.json"
    )
    assert again.read_bytes() == whole[0]
    assert sum(event["kind"] == "log" for event in told.events) == 8 - after


def test_a_null_for_which_the_corpus_knows_too_little_has_no_rows(
    ran_bare: Ran, tmp_path: Path
) -> None:
    asked = SPEC["structure"] | {"nulls": ["distance_type"], "draws": 2, "circuits": 4}
    spec = SPEC | {"structure": asked, "function": None}
    told = Silent()
    found = run_measurement(ran_bare.corpus, ran_bare.folder, spec, tmp_path, told)
    assert json.loads(found.read_text())["structure"] == []
    assert "knows too little" in told.events[-1]["text"]

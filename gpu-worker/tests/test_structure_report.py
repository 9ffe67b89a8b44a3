"""The structure of a corpus beside its nulls, whatever the corpus knows."""

from pathlib import Path

import numpy as np
import pytest

from latentome_worker.structure_report import structure_report


def test_a_corpus_with_positions_and_classes(corpus_path: Path) -> None:
    told = structure_report(corpus_path, "distance_type", draws=12)
    assert set(told["folds"]) == {"train", "validation", "test"}
    reciprocity = told["folds"]["train"]["reciprocity"]
    assert reciprocity["circuits"] == 48
    # connections of this tissue are answered more often than distance alone would have it
    assert reciprocity["mean"] > reciprocity["nullMean"]
    assert reciprocity["zMean"] > 0.3


def test_degrees_fix_the_density(corpus_path: Path) -> None:
    told = structure_report(corpus_path, "degree", draws=12)
    density = told["folds"]["test"]["density"]
    assert density["zMean"] is None
    assert density["mean"] == pytest.approx(density["nullMean"])


def test_every_metric_of_a_corpus_that_knows_nothing(bare_corpus_path: Path) -> None:
    told = structure_report(bare_corpus_path, "erdos_renyi", draws=3, every=True)
    train = told["folds"]["train"]
    assert len(train) == 38
    assert train["connection_length"]["defined"] == 0
    assert train["ei_balance"]["mean"] is None
    assert np.isfinite(train["spectral_radius"]["zMean"])
    with pytest.raises(ValueError, match="positions"):
        structure_report(bare_corpus_path, "distance_type", draws=1)

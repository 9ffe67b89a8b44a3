"""A circuit's place tells its scores as far as there is something to tell."""

import json

import numpy as np
import numpy.typing as npt
from conftest import Ran

from latentome_worker.corpus import read_corpus
from latentome_worker.function_report import function_report
from latentome_worker.kernel_ridge import fit
from latentome_worker.network import OnnxNetwork
from latentome_worker.scores import r_squared

Floats = npt.NDArray[np.float64]


def _rows(count: int) -> tuple[Floats, Floats]:
    chance = np.random.default_rng(3)
    x = chance.normal(size=(count, 4)) * [1, 30, 0.01, 5]
    straight = x @ [1.0, 0.02, 40, 0.1]
    bent = np.sin(2 * x[:, 0]) + (x[:, 1] / 30) ** 2
    return x, np.stack([straight, bent, chance.normal(size=count)], axis=1)


def test_straight_and_bent_relations_are_found_and_noise_is_not() -> None:
    x, y = _rows(700)
    fitted = fit(x[:500], y[:500], np.arange(500) % 5)
    straight, bent, noise = r_squared(fitted.predict(x[500:]), y[500:])
    assert straight is not None and straight > 0.999
    assert bent is not None and bent > 0.9
    assert noise is not None and abs(noise) < 0.1
    assert fitted.width[0] > fitted.width[1]  # each output has settings of its own


def test_units_of_features_and_outputs_do_not_matter() -> None:
    x, y = _rows(200)
    groups = np.arange(200) % 4
    one = fit(x, y, groups).predict(x)
    other = fit(x * [3, 0.1, 7, 1] + 2, y * 100 + 5, groups).predict(x * [3, 0.1, 7, 1] + 2)
    np.testing.assert_allclose(other, one * 100 + 5, rtol=1e-6, atol=1e-6)


def test_a_constant_feature_is_no_trouble() -> None:
    x, y = _rows(80)
    constant = np.concatenate([x, np.ones((80, 1))], axis=1)
    assert np.isfinite(fit(constant, y, np.arange(80) % 4).predict(constant)).all()


def test_the_report_of_a_model(ran_small: Ran) -> None:
    corpus = read_corpus(ran_small.corpus)
    asked = {"train": 150, "test": 120, "inputSeeds": [1, 2]}
    network = OnnxNetwork(ran_small.folder)
    told = function_report(network, corpus, ("memory", "parity"), most=40, **asked)
    assert told["circuits"] == {"train": 40, "validation": 24, "test": 24}
    assert [one["task"] for one in told["tasks"]] == ["memory", "parity"]
    for one in told["tasks"]:
        assert set(one["r2"]) == {"z", "metrics", "both", "conditions"}
        assert one["protocol"]["inputSeeds"] == [1, 2]
        assert 0 < one["measured"]["test"] <= told["circuits"]["test"]
        for source in one["r2"].values():
            for value, bounds in zip(source["r2"], source["interval"], strict=True):
                assert bounds is None or bounds[0] <= value <= bounds[1]
        assert all(abs(rho) <= 1 for column in one["with"].values() for rho in column if rho)
        json.dumps(one, allow_nan=False)

"""Scores whose values can be worked out by hand."""

import numpy as np
import pytest

from latentome_worker.scores import edge_scores, mean_of_known, off_diagonal, r_squared


def test_a_perfect_and_a_reversed_ranking() -> None:
    assert edge_scores([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1]) == {"auc": 1.0, "ap": 1.0}
    assert edge_scores([0.9, 0.8, 0.2, 0.1], [0, 0, 1, 1])["auc"] == 0


def test_average_precision_by_hand() -> None:
    # Hits at ranks 1 and 3: (1/1 + 2/3) / 2; of four pairs three are ranked rightly.
    told = edge_scores([4, 3, 2, 1], [1, 0, 1, 0])
    assert told["ap"] == pytest.approx(5 / 6)
    assert told["auc"] == pytest.approx(3 / 4)


def test_a_score_that_says_nothing() -> None:
    told = edge_scores(np.zeros(50), np.arange(50) < 10)
    assert told == {"auc": pytest.approx(0.5), "ap": pytest.approx(0.2)}


def test_agrees_with_counting_pairs() -> None:
    chance = np.random.default_rng(1)
    truth = (chance.random(300) < 0.2).astype(int)
    score = np.round(chance.normal(truth, 1), 1)
    right, wrong = score[truth == 1][:, None], score[truth == 0][None]
    counted = ((right > wrong) + 0.5 * (right == wrong)).mean()
    assert edge_scores(score, truth)["auc"] == pytest.approx(counted)


def test_r_squared_leaves_out_what_is_not_defined() -> None:
    observed = np.array([[1.0, 1.0], [2.0, np.nan], [3.0, 1.0]])
    assert r_squared(observed, observed) == [1.0, None]
    mean = np.full_like(observed, 2.0)
    assert r_squared(mean, observed)[0] == pytest.approx(0)
    assert mean_of_known([1.0, None, 0.5]) == 0.75


def test_the_diagonal_is_left_out() -> None:
    assert off_diagonal(np.arange(9).reshape(1, 3, 3)).tolist() == [[1, 2, 3, 5, 6, 7]]

"""Above radius 1 states are chaotic, so equality is tested on identical states."""

import numpy as np
import numpy.typing as npt
import pytest

from latentome_worker.reservoir.readout import Judge, ReadoutSums
from latentome_worker.reservoir.weights import spectral_radius

Floats = npt.NDArray[np.float64]

N, LAGS, RIDGE = 32, 12, 0.5
WASHOUT, TRAIN, TEST = 50, 900, 700
STEPS = WASHOUT + TRAIN + TEST
RADII = (0.9, 1.3, 2.0)


def _world(radius: float, nudge: float = 0) -> tuple[Floats, Floats]:
    """States [steps, n] of one reservoir and its lagged inputs [steps, lags], by the book."""
    draws = np.random.default_rng(5)
    weights = draws.normal(size=(N, N)) * (draws.random((N, N)) < 0.25)
    weights *= radius / spectral_radius(weights)
    inputs, signal = draws.uniform(-1, 1, N), draws.uniform(-1, 1, STEPS)
    state, states = np.full(N, nudge), np.empty((STEPS, N))
    for k, value in enumerate(signal):
        state = np.tanh(weights.T @ state + inputs * value)
        states[k] = state
    lagged = [np.concatenate([np.zeros(lag), signal[: STEPS - lag]]) for lag in range(1, LAGS + 1)]
    return states, np.stack(lagged, axis=1)


def _by_the_book(states: Floats, targets: Floats) -> Floats:
    """Squared correlations [lags] of a ridge readout with a free intercept, all at once."""
    trained = slice(WASHOUT, WASHOUT + TRAIN)
    x, y = states[trained], targets[trained]
    about, centre = x.mean(axis=0), y.mean(axis=0)
    squares = (x - about).T @ (x - about) + RIDGE * np.eye(N)
    readout = np.linalg.solve(squares, (x - about).T @ (y - centre))
    said = (states[WASHOUT + TRAIN :] - about) @ readout + centre
    wanted = targets[WASHOUT + TRAIN :]
    return np.array([np.corrcoef(said[:, k], wanted[:, k])[0, 1] ** 2 for k in range(LAGS)])


def _by_sums(states: Floats, targets: Floats, dtype: npt.DTypeLike) -> Floats:
    """The same as the sweep does it: from sums over chunks, states never all at hand."""
    states, targets = states.astype(dtype)[None], targets.astype(dtype)
    sums = ReadoutSums(1, N, LAGS, dtype)
    for at in range(WASHOUT, WASHOUT + TRAIN, 100):
        sums.add(states[:, at : at + 100], targets[at : at + 100])
    centre = targets[WASHOUT + TRAIN :].mean(axis=0).astype(np.float64)
    judge = Judge(*sums.solve(RIDGE), centre, dtype)
    for at in range(WASHOUT + TRAIN, STEPS, 100):
        judge.add(states[:, at : at + 100], targets[at : at + 100], signs=False)
    return judge.measured("r2")[0]


@pytest.mark.parametrize("radius", RADII)
@pytest.mark.parametrize(("dtype", "bound"), [(np.float64, 1e-10), (np.float32, 1e-4)])
def test_the_same_states_give_the_same_scores(
    radius: float, dtype: npt.DTypeLike, bound: float
) -> None:
    states, targets = _world(radius)
    expected = _by_the_book(states, targets)
    assert expected.max() > 0.1  # there is something to compare
    np.testing.assert_allclose(_by_sums(states, targets, dtype), expected, rtol=0, atol=bound)


def test_only_above_radius_1_a_last_bit_grows_into_other_states() -> None:
    def parted(radius: float) -> float:
        one, other = _world(radius)[0], _world(radius, nudge=1e-15)[0]
        return float(np.abs(one - other)[-100:].max())

    assert parted(0.9) < 1e-12
    assert parted(2.0) > 0.5

"""Ridge readouts with a free intercept, from sums alone, and how well they tell."""

import numpy as np
import numpy.typing as npt
from scipy.linalg import get_lapack_funcs

Floats = npt.NDArray[np.float64]
States = npt.NDArray[np.floating]


_CHUNKS_IN_STATE_PRECISION = 5
(_POSV,) = get_lapack_funcs(("posv",), dtype=np.float64)


def _solved(squares: Floats, cross: Floats) -> Floats:
    """One Cholesky factor for every output: [n, n], [n, L] -> [n, L]."""
    _, weights, failed = _POSV(squares, cross)
    if failed:
        raise ValueError("the ridge is too small for these states")
    return weights


class ReadoutSums:
    """Sums over training steps for a batch of reservoirs [B], their n states and L outputs.

    Products are made in the precision of the states, and every few chunks added up in double.
    """

    def __init__(self, batch: int, n: int, outputs: int, dtype: npt.DTypeLike) -> None:
        self._squares = np.zeros((batch, n, n))
        # The last column of products is that with 1: the sum of the states.
        self._cross = np.zeros((batch, n, outputs + 1))
        self._targets = np.zeros(outputs)
        self._count = 0
        self._waiting = 0
        # Large arrays made anew for each chunk would cost more in page faults than in products.
        self._square = np.empty((batch, n, n), dtype)
        self._pending = np.zeros((batch, n, n), dtype)
        self._product = np.empty((batch, n, outputs + 1), dtype)

    def add(self, states: States, targets: States) -> None:
        """states [B, K, n] and targets [K, L] of K further steps."""
        turned = states.swapaxes(-1, -2)
        self._pending += np.matmul(turned, states, out=self._square)
        self._waiting += 1
        if self._waiting == _CHUNKS_IN_STATE_PRECISION:
            self._settle()
        ones = np.ones((targets.shape[0], 1), targets.dtype)
        self._cross += np.matmul(turned, np.append(targets, ones, axis=1), out=self._product)
        self._targets += targets.sum(axis=0)
        self._count += targets.shape[0]

    def _settle(self) -> None:
        self._squares += self._pending
        self._pending[:] = 0
        self._waiting = 0

    def solve(self, ridge: float) -> tuple[Floats, Floats]:
        """Weights [B, n, L] and intercepts [B, L]; one factorisation for every output."""
        self._settle()
        total = self._cross[..., -1]
        mean = total / self._count
        squares = self._squares - total[..., None] * mean[..., None, :]
        squares += ridge * np.eye(mean.shape[-1])
        cross = self._cross[..., :-1] - mean[..., None] * self._targets
        weights = np.stack([_solved(a, b) for a, b in zip(squares, cross, strict=True)])
        return weights, self._targets / self._count - np.einsum("bn,bnl->bl", mean, weights)


class Judge:
    """Compares readouts and targets over test steps, holding sums only."""

    def __init__(
        self, weights: Floats, intercepts: Floats, centre: Floats, dtype: npt.DTypeLike
    ) -> None:
        """Readouts [B, n, L], [B, L]; centre [L] about the targets' mean."""
        self._weights = weights.astype(dtype)
        self._intercepts = (intercepts - centre).astype(dtype)[:, None, :]
        self._centre = centre.astype(dtype)
        shape = intercepts.shape
        self._said, self._said2, self._both = np.zeros(shape), np.zeros(shape), np.zeros(shape)
        self._right = np.zeros(shape)
        self._wanted, self._wanted2 = np.zeros(centre.shape), np.zeros(centre.shape)
        self._count = 0
        self._steps = 0
        self._room: States = np.empty(0, dtype)

    def add(self, states: States, targets: States, signs: bool) -> None:
        """states [B, K, n], targets [K, L]; signs are compared only where they are asked for."""
        if self._steps != targets.shape[0]:
            self._steps = targets.shape[0]
            self._room = np.empty((len(states), *targets.shape), states.dtype)
        said = np.matmul(states, self._weights, out=self._room)
        said += self._intercepts
        wanted = targets - self._centre
        if signs:
            self._right += ((said + self._centre) * targets > 0).sum(axis=1)
        self._said += (np.ones((1, len(targets)), said.dtype) @ said)[:, 0]
        self._said2 += np.einsum("bkl,bkl->bl", said, said)
        self._both += np.einsum("bkl,kl->bl", said, wanted)
        self._wanted += wanted.sum(axis=0)
        self._wanted2 += (wanted * wanted).sum(axis=0)
        self._count += targets.shape[0]

    def measured(self, measure: str) -> Floats:
        """r2, nrmse or accuracy of each output: [B, L]."""
        count = self._count
        if measure == "accuracy":
            return self._right / count
        variance = self._wanted2 / count - (self._wanted / count) ** 2
        if measure == "nrmse":
            error = (self._said2 - 2 * self._both + self._wanted2) / count
            return np.sqrt(np.maximum(error, 0) / variance)
        spread = self._said2 / count - (self._said / count) ** 2
        shared = self._both / count - self._said * self._wanted / count**2
        # A readout that says the same whatever came has no correlation.
        varies = (spread > 1e-20) & (variance > 1e-20)
        return np.where(
            varies, np.minimum(1, shared**2 / np.where(varies, spread * variance, 1)), 0.0
        )

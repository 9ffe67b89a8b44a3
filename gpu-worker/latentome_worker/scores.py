"""Area under the ROC curve, average precision and the coefficient of determination."""

import numpy as np
import numpy.typing as npt


def edge_scores(score: npt.ArrayLike, truth: npt.ArrayLike) -> dict[str, float]:
    """{"auc", "ap"} of scores against 0/1 truth; equal scores count as one threshold."""
    flat = np.asarray(score, np.float64).ravel()
    order = np.argsort(-flat, kind="stable")
    descending = flat[order]
    hits = np.asarray(truth).ravel()[order].astype(np.float64)
    last = np.flatnonzero(np.append(descending[1:] != descending[:-1], True))
    true_positives = np.cumsum(hits)[last]
    reported = last + 1.0
    false_positives = reported - true_positives
    positives, negatives = true_positives[-1], false_positives[-1]
    if positives == 0 or negatives == 0:
        return {"auc": 0.5, "ap": float(positives > 0)}
    gained = np.diff(true_positives, prepend=0.0)
    missed = np.diff(false_positives, prepend=0.0)
    # Trapezoids: half of the pairs that tie count as ranked rightly.
    auc = (missed * (true_positives - gained / 2)).sum() / (positives * negatives)
    ap = (gained * true_positives / reported).sum() / positives
    return {"auc": float(auc), "ap": float(ap)}


def off_diagonal(matrices: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
    """All i -> j with i unequal j of [B, N, N], as [B, N(N-1)]."""
    n = matrices.shape[-1]
    return matrices[:, ~np.eye(n, dtype=bool)]


def r_squared(
    predicted: npt.NDArray[np.float64], observed: npt.NDArray[np.float64]
) -> list[float | None]:
    """1 - residual / total sum of squares per column of [C, 8], over rows where both are defined.

    None where fewer than two rows are, or the observed do not vary.
    """
    found: list[float | None] = []
    for guess, truth in zip(predicted.T, observed.T, strict=True):
        known = np.isfinite(guess) & np.isfinite(truth)
        total = ((truth[known] - truth[known].mean()) ** 2).sum() if known.sum() > 1 else 0.0
        residual = ((truth[known] - guess[known]) ** 2).sum()
        found.append(float(1 - residual / total) if total > 0 else None)
    return found


def mean_of_known(values: list[float | None]) -> float:
    """Mean of the values that are defined; 0 when none is."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 0.0

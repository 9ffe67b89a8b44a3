"""How far two samples of circuits are apart: the maximum mean discrepancy.

Gretton et al. 2012, JMLR 13, 723. The kernel is the Gaussian of a distance between the
distributions inside two circuits, as You et al. 2018 (GraphRNN, arXiv 1802.08773) have it with the
earth mover's distance and Liao et al. 2019 (GRAN, arXiv 1910.00760) with total variation. Such a
kernel need not be positive definite, and its width decides what it sees (O'Bray et al. 2022, arXiv
2106.01098): the width is fixed by the held-out circuits alone, before anything is generated.
"""

import numpy as np
import numpy.typing as npt
from scipy.spatial.distance import cdist

Floats = npt.NDArray[np.float64]


def distances(first: Floats, second: Floats, weight: float) -> Floats:
    """Distances [A, B] between the rows of [A, D] and [B, D]: weight times the sum of |x - y|.

    Of sorted values with weight 1/D it is the earth mover's distance between them, of shares with
    weight 1/2 the total variation.
    """
    return np.asarray(cdist(first, second, "cityblock"), np.float64) * weight


def median_width(sample: Floats, weight: float) -> float:
    """Width of the kernel: the median distance between two different circuits of a sample.

    1 where they are all alike.
    """
    rows, columns = np.triu_indices(len(sample), 1)
    between = distances(sample, sample, weight)[rows, columns]
    middle = float(np.median(between)) if between.size else 0.0
    return middle if middle > 0 else 1.0


def mmd_squared(first: Floats, second: Floats, weight: float, width: float) -> float:
    """Squared discrepancy of two samples [A, D] and [B, D] by the Gaussian kernel of that width.

    The biased estimate (with the pairs of a circuit and itself), so that a sample is at 0 from
    itself. Of samples of one size from one distribution it is about 2 (1 - mean kernel) / size.
    """

    def alike(one: Floats, other: Floats) -> float:
        return float(np.exp(-((distances(one, other, weight) / width) ** 2) / 2).mean())

    return max(0.0, alike(first, first) + alike(second, second) - 2 * alike(first, second))

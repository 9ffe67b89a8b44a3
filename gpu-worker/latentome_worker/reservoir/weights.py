"""Signed weights of circuits and their spectral radius."""

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

Floats = npt.NDArray[np.float64]


def signed_weights(
    adjacency: npt.NDArray[np.generic],
    inhibitory: npt.NDArray[np.bool_] | None = None,
    strength: Floats | None = None,
) -> Floats:
    """W [..., n, n] (row = presynaptic) from adjacency [..., n, n].

    1 a connection, or `strength` of the same shape; negative from neurons marked in
    `inhibitory` [..., n].
    """
    made = (adjacency != 0).astype(np.float64)
    if strength is not None:
        made *= strength
    if inhibitory is not None:
        made *= np.where(inhibitory, -1.0, 1.0)[..., None]
    return made


_LEAST_SHARE = 1e-3
"""of the largest weight of a component; a smaller radius is rounding"""


def spectral_radius(weights: Floats) -> float:
    """The largest absolute eigenvalue of W [n, n].

    Exactly 0 where there is no cycle, or where excitation and inhibition cancel on every one.
    Strongly connected components are taken one by one: the eigenvalues of an acyclic matrix are
    all 0, but a solver on the whole matrix answers with some tenths.
    """
    count, label = connected_components(csr_array(weights), directed=True, connection="strong")
    found = [0.0]
    for index in range(count):
        members = np.flatnonzero(label == index)
        block = weights[np.ix_(members, members)]
        largest = np.abs(block).max()
        if largest > 0:
            modulus = float(np.abs(np.linalg.eigvals(block)).max())
            found.append(modulus if modulus > _LEAST_SHARE * largest else 0.0)
    return max(found)

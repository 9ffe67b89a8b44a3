"""Which neurons of a corpus are connected, asked for many circuits at once."""

import numpy as np
import numpy.typing as npt

# A table of all pairs answers fastest; beyond this it would take more than 256 MB.
_LARGEST_TABLE = 16_384


class Graph:
    """Directed edges [E, 2] (pre, post) among K neurons; autapses only where asked for."""

    def __init__(self, edges: npt.NDArray[np.int32], count: int, self_edges: bool) -> None:
        kept = edges if self_edges else edges[edges[:, 0] != edges[:, 1]]
        self._count = count
        self._table: npt.NDArray[np.uint8] | None = None
        if count <= _LARGEST_TABLE:
            self._table = np.zeros((count, count), np.uint8)
            self._table[kept[:, 0], kept[:, 1]] = 1
        else:
            # The last key is no edge: it keeps searches inside the array.
            keys = kept[:, 0].astype(np.int64) * count + kept[:, 1]
            self._keys = np.append(np.sort(keys), np.int64(-1))

    def among(self, members: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
        """Adjacency [C, N, N] of members [C, N]."""
        pre, post = members[:, :, None], members[:, None, :]
        if self._table is not None:
            return self._table[pre, post]
        asked = pre * self._count + post
        place = np.searchsorted(self._keys[:-1], asked)
        return (self._keys[place] == asked).astype(np.uint8)

"""The honest total: how many bits it takes to tell a circuit, with z and u and without."""

from math import log

import numpy as np
import numpy.typing as npt

from .evaluate import bits
from .generation import Rivals
from .network import Floats, Network

Bits = npt.NDArray[np.uint8]

_DRAWS = 4


def code_lengths(
    network: Network,
    rivals: Rivals,
    logits: npt.NDArray[np.floating],
    f: Floats,
    a: Bits,
    chance: np.random.Generator,
) -> dict[str, float]:
    """Mean bits a circuit of f [C, N, F], a [C, N, N]; self-connections are left out of all.

    z and u are paid as their divergence from N(0, I) (bits back: Hinton & van Camp 1993), the edges
    by their likelihood given z and u drawn from the posteriors. logits [C, N, N]: distance x type.
    """
    found = network.encode(f, a)
    edges: list[float] = []
    for _ in range(_DRAWS):
        z = found.z_mean + np.exp(found.z_logvar / 2) * chance.standard_normal(found.z_mean.shape)
        u = found.u_mean + np.exp(found.u_logvar / 2) * chance.standard_normal(found.u_mean.shape)
        edges.append(edge_bits(a, *network.decode(f, z, u)))
    rate = bits(found)
    z = np.zeros_like(found.z_mean)
    plain = rivals.plain
    nothing = np.zeros((*a.shape[:2], plain.latent_u), np.float32)
    told = sum(edges) / len(edges)
    return {
        "z": rate["z"],
        "u": rate["u"],
        "edges": told,
        "total": rate["z"] + rate["u"] + told,
        "conditionsOnly": edge_bits(a, *plain.decode(f, z, nothing)),
        "distanceType": edge_bits(a, logits, np.zeros_like(logits)),
    }


def edge_bits(a: Bits, lo: npt.NDArray[np.floating], rho: npt.NDArray[np.floating]) -> float:
    """Mean bits of circuits a [C, N, N] under the four-state pairs of logits lo, rho [C, N, N]."""
    i, j = np.triu_indices(a.shape[-1], 1)
    forward, backward = (lo[:, p, q].astype(np.float64) for p, q in ((i, j), (j, i)))
    both = forward + backward + rho[:, i, j]
    partition = np.logaddexp(np.logaddexp(0, forward), np.logaddexp(backward, both))
    sent, returned = a[:, i, j].astype(bool), a[:, j, i].astype(bool)
    score = np.where(sent & returned, both, sent * forward + returned * backward)
    return float((partition - score).sum(1).mean() / log(2))

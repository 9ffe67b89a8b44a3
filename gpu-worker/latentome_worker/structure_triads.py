"""The census of the sixteen triads in batches of circuits, by products of matrices.

Moody 1998, Soc. Networks 20, 291. The drawings are those of core/metrics/triads.ts.
"""

from itertools import permutations

import jax
import jax.numpy as jnp

DRAWINGS = {
    "003": "",
    "012": "ab",
    "102": "ab ba",
    "021D": "ba bc",
    "021U": "ab cb",
    "021C": "ab bc",
    "111D": "ab ba cb",
    "111U": "ab ba bc",
    "030T": "ab cb ac",
    "030C": "ba cb ac",
    "201": "ab ba bc cb",
    "120D": "ba bc ac ca",
    "120U": "ab cb ac ca",
    "120C": "ab bc ac ca",
    "210": "ab bc cb ac ca",
    "300": "ab ba bc cb ac ca",
}


def _symmetries(drawing: str) -> int:
    """Ways to rename the three neurons that leave the drawing as it is."""
    arrows = set(drawing.split())
    renamings = [dict(zip("abc", order, strict=True)) for order in permutations("abc")]
    return sum({"".join(new[x] for x in one) for one in arrows} == arrows for new in renamings)


@jax.jit
def triad_shares(a: jax.Array) -> dict[str, jax.Array]:
    """Share of all triples [B] by id."""
    n = a.shape[-1]
    back = jnp.swapaxes(a, 1, 2)
    joined = {
        (False, False): (1 - a) * (1 - back) * (1 - jnp.eye(n)),
        (True, False): a * (1 - back),
        (False, True): back * (1 - a),
        (True, True): a * back,
    }
    triples = jnp.asarray(n * (n - 1) * (n - 2) / 6, a.dtype)

    def share(drawing: str) -> jax.Array:
        arrows = drawing.split()

        def between(pre: str, post: str) -> jax.Array:
            return joined[(pre + post in arrows, post + pre in arrows)]

        through = between("a", "c") @ between("c", "b")
        found = (between("a", "b") * through).sum((1, 2))
        return found / _symmetries(drawing) / triples

    return {f"triad_{name}": share(drawing) for name, drawing in DRAWINGS.items()}

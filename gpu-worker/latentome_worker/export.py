"""Encoder and decoder as ONNX with symbolic batch and N, refused unless they agree with JAX."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import jax
import numpy as np
import onnx
from jax2onnx import to_onnx

from .draw import pair_states
from .model import Model, Posterior
from .network import Array, Encoded, Floats, JaxNetwork, OnnxNetwork

TOLERANCE = 1e-4
# Refinements of u carry the rounding of a few circuits up, in JAX as in ONNX (LOG.md, sixth round).
_ROUNDING = 1e-5
_LAST_DIGIT = 1e-7
_NUDGES = 6


class ExportMismatch(Exception):
    """ONNX and JAX gave different answers."""


class Agreement(NamedTuple):
    """Largest differences between ONNX and JAX."""

    latents: float
    """means and log-variances of z and u, absolute; of a circuit whose own are moved farther than
    `_ROUNDING` by the last digit of its conditions, as a share of that"""
    probabilities: float
    """of the four states of each pair, and of each self-edge; absolute"""
    logits: float
    """lo and rho, of values above 1 relative to them: they go to 20 in float32"""

    @property
    def worst(self) -> float:
        """The largest of them; NaN if any is."""
        return float(np.max(self))


def export(model: Model, circuits: list[tuple[Floats, Floats]], folder: Path) -> Agreement:
    """Write encoder.onnx and decoder.onnx; returns the largest differences seen.

    circuits: conditions f [B, N, F] and wiring a [B, N, N] to compare on, of at least two sizes and
    batches; the decoder is asked at the z of these circuits. Raises ExportMismatch when any of the
    three differences is above TOLERANCE.
    """
    latent_z, latent_u = model.encoder.latent_z, model.encoder.latent_u
    rows = ("B", "N", circuits[0][0].shape[2])

    def encoder(f: Any, a: Any) -> tuple[jax.Array, ...]:
        return tuple(model.encode(f, a))

    def decoder(f: Any, z: Any, u: Any) -> tuple[jax.Array, jax.Array]:
        return model.decoder(f, z, u)

    latents_named = list(Posterior._fields)
    write_net(encoder, [rows, ("B", "N", "N")], ["f", "a"], latents_named, folder, "encoder")
    write_net(
        decoder,
        [rows, ("B", latent_z), ("B", "N", latent_u)],
        ["f", "z", "u"],
        ["lo", "rho"],
        folder,
        "decoder",
    )
    seen: list[Agreement] = []
    told, right = OnnxNetwork(folder), JaxNetwork(model)
    chance = np.random.default_rng(0)
    for f, a in circuits:
        latents = right.encode(f, a)
        nudges = chance.standard_normal((_NUDGES, *f.shape), np.float32) * np.float32(_LAST_DIGIT)
        again = [right.encode(f * (1 + nudge), a) for nudge in nudges]
        asked = f, latents.z_mean, chance.standard_normal((*f.shape[:2], latent_u), np.float32)
        seen.append(
            _agreement(
                _latents_apart(told.encode(f, a), latents, again),
                told.decode(*asked),
                right.decode(*asked),
            )
        )
    # Unlike Python's max, this keeps a NaN, which is then refused.
    found = Agreement(*(float(x) for x in np.max(np.array(seen), axis=0)))
    if not found.worst <= TOLERANCE:
        raise ExportMismatch(f"ONNX and JAX differ: {found}, allowed is {TOLERANCE}")
    return found


def write_net(
    function: Callable[..., Any],
    inputs: list[tuple[int | str, ...]],
    input_names: list[str],
    output_names: list[str],
    folder: Path,
    name: str,
) -> None:
    """Write one net as folder/name.onnx, the same bytes each time.

    inputs: their shapes, B and N symbolic.
    """
    made = to_onnx(
        function,
        inputs,
        model_name=name,
        input_names=input_names,
        output_names=output_names,
    )
    assert isinstance(made, onnx.ModelProto)
    # Notes on source lines would change the hash with the machine.
    made.doc_string = ""
    for node in made.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    # Shapes in between: a fifth of the file, and every runtime infers them.
    del made.graph.value_info[:]
    onnx.checker.check_model(made)
    (folder / f"{name}.onnx").write_bytes(made.SerializeToString(deterministic=True))


def _latents_apart(told: Encoded, right: Encoded, again: list[Encoded]) -> float:
    """Largest difference of the latents of two sides, in what rounding alone moves them by.

    again: the right side of the same circuits, conditions moved by their last digit.
    """
    rounding = np.max([_each_apart(nudged, right) for nudged in again], axis=0)
    return float(np.max(_each_apart(told, right) / np.maximum(1, rounding / _ROUNDING)))


def _each_apart(told: Encoded, right: Encoded) -> Array:
    """Largest difference in each circuit [B]."""
    pairs = zip(told, right, strict=True)
    return np.max([np.abs(x - y).reshape(len(x), -1).max(1) for x, y in pairs], axis=0)


def _agreement(latents: float, logits: Sequence[Floats], right: Sequence[Floats]) -> Agreement:
    (lo, rho), (right_lo, right_rho) = logits, right
    return Agreement(
        latents=latents,
        probabilities=_apart(
            [pair_states(lo, rho), _autapses(lo)],
            [pair_states(right_lo, right_rho), _autapses(right_lo)],
        ),
        logits=float(
            np.max(
                [
                    (np.abs(x - y) / np.maximum(1, np.abs(y))).max()
                    for x, y in zip(logits, right, strict=True)
                ]
            )
        ),
    )


def _apart(told: Sequence[Array], expected: Sequence[Array]) -> float:
    return float(np.max([np.abs(x - y).max() for x, y in zip(told, expected, strict=True)]))


def _autapses(lo: Floats) -> Array:
    """Probability of each self-edge [B, N]."""
    return 1 / (1 + np.exp(-np.diagonal(lo, axis1=1, axis2=2).astype(np.float64)))

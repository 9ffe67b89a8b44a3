"""Encoder and decoder as ONNX with symbolic batch and N, refused unless they agree with JAX."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import onnx
from jax2onnx import to_onnx

from .model import Model, Posterior
from .network import Floats, session

TOLERANCE = 1e-4


class ExportMismatch(Exception):
    """ONNX and JAX gave different answers."""


def export(model: Model, circuits: list[tuple[Floats, Floats]], folder: Path) -> float:
    """Write encoder.onnx and decoder.onnx; returns the largest difference seen.

    circuits: conditions f [B, N, F] and wiring a [B, N, N] to compare on, of at least two sizes and
    batches; the decoder is asked at the z of these circuits. Raises ExportMismatch above TOLERANCE.
    """
    latent_z, latent_u = model.encoder.latent_z, model.encoder.latent_u
    rows = ("B", "N", circuits[0][0].shape[2])

    def encoder(f: Any, a: Any) -> tuple[jax.Array, ...]:
        return tuple(model.encoder(f, a))

    def decoder(f: Any, z: Any, u: Any) -> tuple[jax.Array, jax.Array]:
        return model.decoder(f, z, u)

    _write(encoder, [rows, ("B", "N", "N")], ["f", "a"], list(Posterior._fields), folder, "encoder")
    _write(
        decoder,
        [rows, ("B", latent_z), ("B", "N", latent_u)],
        ["f", "z", "u"],
        ["lo", "rho"],
        folder,
        "decoder",
    )
    seen: list[float] = []
    chance = np.random.default_rng(0)
    for f, a in circuits:
        z = np.asarray(jax.jit(encoder)(jnp.asarray(f), jnp.asarray(a))[0])
        u = chance.standard_normal((*f.shape[:2], latent_u), np.float32)
        seen.append(_difference(folder / "encoder.onnx", encoder, {"f": f, "a": a}))
        seen.append(_difference(folder / "decoder.onnx", decoder, {"f": f, "z": z, "u": u}))
    # Unlike Python's max, this keeps a NaN, which is then refused.
    worst = float(np.max(seen))
    if not worst <= TOLERANCE:
        raise ExportMismatch(f"ONNX and JAX differ by {worst:.2g}, allowed is {TOLERANCE}")
    return worst


def _write(
    function: Callable[..., Any],
    inputs: list[tuple[int | str, ...]],
    input_names: list[str],
    output_names: list[str],
    folder: Path,
    name: str,
) -> None:
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
    onnx.checker.check_model(made)
    (folder / f"{name}.onnx").write_bytes(made.SerializeToString(deterministic=True))


def _difference(path: Path, function: Callable[..., Any], inputs: dict[str, Any]) -> float:
    """Largest difference, of values above 1 relative to them: logits go to 20 in float32."""
    told = session(path).run(None, inputs)
    expected = jax.jit(function)(*(jnp.asarray(x) for x in inputs.values()))
    pairs = [(np.asarray(x), np.asarray(y)) for x, y in zip(told, expected, strict=True)]
    return float(np.max([(np.abs(x - y) / np.maximum(1, np.abs(y))).max() for x, y in pairs]))

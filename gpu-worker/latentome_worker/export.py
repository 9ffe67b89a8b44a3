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
from .network import session

TOLERANCE = 1e-4


class ExportMismatch(Exception):
    """ONNX and JAX gave different answers."""


def export(model: Model, width: int, folder: Path, sizes: tuple[int, int]) -> float:
    """Write encoder.onnx and decoder.onnx; returns the largest difference seen.

    Compared at both sizes (N), with different batches. Raises ExportMismatch above TOLERANCE.
    """
    latent_z, latent_u = model.encoder.latent_z, model.encoder.latent_u
    rows = ("B", "N", width)

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
    for batch, n in zip((3, 2), sizes, strict=True):
        f, a, z, u = _inputs(batch, n, width, latent_z, latent_u)
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


def _inputs(batch: int, n: int, width: int, latent_z: int, latent_u: int) -> Any:
    chance = np.random.default_rng((batch, n))
    f = chance.standard_normal((batch, n, width), np.float32)
    a = (chance.random((batch, n, n)) < 0.06).astype(np.float32)
    return (
        f,
        a,
        chance.standard_normal((batch, latent_z), np.float32),
        chance.standard_normal((batch, n, latent_u), np.float32),
    )


def _difference(path: Path, function: Callable[..., Any], inputs: dict[str, Any]) -> float:
    told = session(path).run(None, inputs)
    expected = jax.jit(function)(*(jnp.asarray(x) for x in inputs.values()))
    return float(
        np.max(
            [
                np.abs(np.asarray(x) - np.asarray(y)).max()
                for x, y in zip(told, expected, strict=True)
            ]
        )
    )

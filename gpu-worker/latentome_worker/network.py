"""A model put to use: through JAX while it trains, through onnxruntime once it is a file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import equinox as eqx
import jax
import numpy as np
import numpy.typing as npt
import onnxruntime

from .decoder import Decoder
from .model import Model

Floats = npt.NDArray[np.float32]
Array = npt.NDArray[Any]

_CHUNK = 64


class Encoded(NamedTuple):
    """z [C, Z] and standard u [C, N, U], means and log-variances."""

    z_mean: Floats
    z_logvar: Floats
    u_mean: Floats
    u_logvar: Floats


class Wires(Protocol):
    """A decoder over any number of circuits."""

    latent_u: int

    def decode(self, f: Array, z: Array, u: Array) -> tuple[Floats, Floats]:
        """Logits lo, rho [C, N, N] of conditions f, blueprints z [C, Z], standard u [C, N, U]."""
        ...


class Network(Wires, Protocol):
    """Encoder and decoder over any number of circuits."""

    def encode(self, f: Array, a: Array) -> Encoded:
        """Posterior of circuits f [C, N, F], a [C, N, N]."""
        ...


def _in_chunks(
    compute: Callable[..., Any], inputs: tuple[Array, ...], pad: bool, listen: Callable[[], None]
) -> list[Floats]:
    parts: list[list[Floats]] = []
    for start in range(0, inputs[0].shape[0], _CHUNK):
        listen()
        cut = [np.asarray(x[start : start + _CHUNK], np.float32) for x in inputs]
        rows = cut[0].shape[0]
        if pad and rows < _CHUNK:
            # The last chunk repeats its first row, so that one compilation serves all.
            cut = [np.concatenate([x, np.repeat(x[:1], _CHUNK - rows, axis=0)]) for x in cut]
        parts.append([np.asarray(x)[:rows] for x in compute(*cut)])
    return [np.concatenate(column) for column in zip(*parts, strict=True)]


def _quiet() -> None:
    return None


@eqx.filter_jit
def _encode(model: Model, f: jax.Array, a: jax.Array) -> Any:
    return model.encode(f, a)


@eqx.filter_jit
def _decode(decoder: Decoder, f: jax.Array, z: jax.Array, u: jax.Array) -> Any:
    return decoder(f, z, u)


class DecoderNetwork:
    """A decoder in memory."""

    def __init__(self, decoder: Decoder) -> None:
        self._decoder = decoder
        self.latent_u = decoder.latent_u

    def decode(self, f: Array, z: Array, u: Array) -> tuple[Floats, Floats]:
        lo, rho = _in_chunks(lambda *x: _decode(self._decoder, *x), (f, z, u), True, _quiet)
        return lo, rho


class JaxNetwork(DecoderNetwork):
    """A model in memory."""

    def __init__(self, model: Model) -> None:
        super().__init__(model.decoder)
        self._model = model

    def encode(self, f: Array, a: Array) -> Encoded:
        return Encoded(*_in_chunks(lambda *x: _encode(self._model, *x), (f, a), True, _quiet))


class OnnxNetwork:
    """A model from its files encoder.onnx and decoder.onnx.

    `listen` is called before each chunk and may raise.
    """

    def __init__(self, folder: Path, listen: Callable[[], None] = _quiet) -> None:
        self._listen = listen
        self._encoder = session(folder / "encoder.onnx")
        self._decoder = session(folder / "decoder.onnx")
        inputs = {x.name: x.shape for x in self._decoder.get_inputs()}
        self.latent_u = int(inputs["u"][-1])

    def encode(self, f: Array, a: Array) -> Encoded:
        def compute(f: Array, a: Array) -> Any:
            return self._encoder.run(list(Encoded._fields), {"f": f, "a": a})

        return Encoded(*_in_chunks(compute, (f, a), False, self._listen))

    def decode(self, f: Array, z: Array, u: Array) -> tuple[Floats, Floats]:
        def compute(f: Array, z: Array, u: Array) -> Any:
            return self._decoder.run(["lo", "rho"], {"f": f, "z": z, "u": u})

        lo, rho = _in_chunks(compute, (f, z, u), False, self._listen)
        return lo, rho


def session(path: Path) -> onnxruntime.InferenceSession:
    """An ONNX model on the CPU."""
    return onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])

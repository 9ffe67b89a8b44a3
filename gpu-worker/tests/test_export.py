"""Files that people get wire the circuits that training saw."""

import shutil
from pathlib import Path
from typing import Any

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import onnx
import pytest
from conftest import SMALL

from latentome_worker import export as export_module
from latentome_worker.draw import draw, individuality
from latentome_worker.encoder import KNOWN
from latentome_worker.export import TOLERANCE, ExportMismatch, export
from latentome_worker.model import Model
from latentome_worker.network import Encoded, OnnxNetwork

WIDTH = 6


def circuits(batch: int, n: int) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng((batch, n))
    f = chance.standard_normal((batch, n, WIDTH), np.float32)
    return f, (chance.random((batch, n, n)) < 0.1).astype(np.float32)


U = (2, 4, 2)

SAMPLES = [circuits(3, 16), circuits(2, 23)]


@pytest.fixture(scope="module")
def model() -> Model:
    """Weights large enough that z and u matter to every pair."""
    made = Model(WIDTH, SMALL, jnp.ones((2, KNOWN)), jax.random.key(3))
    return jax.tree.map(lambda x: x * 1.5 if eqx.is_array(x) else x, made)


@pytest.fixture(scope="module")
def folder(model: Model, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export")
    assert 0 < export(model, SAMPLES, path).worst <= TOLERANCE
    return path


@pytest.mark.parametrize(("batch", "n"), [(1, 16), (4, 45)])
def test_onnx_agrees_with_jax(model: Model, folder: Path, batch: int, n: int) -> None:
    chance = np.random.default_rng(n)
    f, a = circuits(batch, n)
    network = OnnxNetwork(folder)
    for told, expected in zip(
        network.encode(f, a), model.encode(jnp.asarray(f), jnp.asarray(a)), strict=True
    ):
        np.testing.assert_allclose(told, np.asarray(expected), atol=TOLERANCE)
    z = chance.standard_normal((batch, 4), np.float32)
    u = chance.standard_normal((batch, n, 2), np.float32)
    expected = model.decoder(jnp.asarray(f), jnp.asarray(z), jnp.asarray(u))
    for told, right in zip(network.decode(f, z, u), expected, strict=True):
        np.testing.assert_allclose(told, np.asarray(right), atol=TOLERANCE)


def test_one_seed_is_one_individual_in_jax_and_onnx(model: Model, folder: Path) -> None:
    chance = np.random.default_rng(8)
    f = chance.standard_normal((1, 30, WIDTH), np.float32)
    z = chance.standard_normal((1, 4), np.float32)
    u = individuality(99, 30, 2)[None]
    told = draw(*(x[0] for x in OnnxNetwork(folder).decode(f, z, u)), seed=99)
    expected = draw(
        *(np.asarray(x)[0] for x in model.decoder(*(jnp.asarray(x) for x in (f, z, u)))), seed=99
    )
    assert int((told.adjacency != expected.adjacency).sum()) <= told.borderline
    assert 0 < expected.adjacency.sum() < 30 * 29


def test_the_prior_of_u_is_inside(model: Model) -> None:
    """Moving the inner prior's mean moves the wiring at the same standard u."""
    chance = np.random.default_rng(9)
    f, z = jnp.asarray(chance.normal(size=(1, 12, WIDTH))), jnp.asarray(chance.normal(size=(1, 4)))
    u = jnp.zeros((1, 12, 2))
    moved = eqx.tree_at(lambda m: m.decoder.prior.second.bias, model, jnp.ones(4))
    assert float(jnp.abs(model.decoder(f, z, u)[0] - moved.decoder(f, z, u)[0]).max()) > 1e-3


def spoil(path: Path, by: float) -> None:
    """Move the largest table of weights of a net."""
    net = onnx.load(path)
    table = max(net.graph.initializer, key=lambda tensor: np.prod(tensor.dims))
    weights = onnx.numpy_helper.to_array(table).copy()
    weights += by
    table.CopyFrom(onnx.numpy_helper.from_array(weights, table.name))
    onnx.save(net, path)


@pytest.mark.parametrize("name", ["encoder", "decoder"])
@pytest.mark.parametrize("by", [0.01, float("nan")])
def test_a_spoiled_file_is_refused(
    name: str,
    by: float,
    model: Model,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The files are those that this model was written to, which takes seconds to do again."""

    def write_spoiled(*given: Any) -> None:
        written = f"{given[-1]}.onnx"
        shutil.copyfile(folder / written, tmp_path / written)
        if given[-1] == name:
            spoil(tmp_path / f"{name}.onnx", by)

    monkeypatch.setattr(export_module, "write_net", write_spoiled)
    with pytest.raises(ExportMismatch, match="nan" if by != by else r"0\.\d*[1-9]"):
        export(model, SAMPLES, tmp_path)


def test_probabilities_count_absolutely_logits_relatively() -> None:
    """A logit of 20 may be off by 2e-3; one near 0 that is off by as much moves probabilities."""
    rho = np.zeros((1, 2, 2), np.float32)
    for logit, kept in ((20.0, True), (-20.0, True), (0.5, False)):
        lo = np.full((1, 2, 2), logit, np.float32)
        found = export_module._agreement(0.0, [lo + np.float32(1.5e-3), rho], [lo, rho])
        assert (found.worst <= TOLERANCE) is kept
    assert export_module._agreement(1e-3, [rho, rho], [rho, rho]).worst == 1e-3


def test_latents_are_judged_by_what_rounding_alone_moves_them_by() -> None:
    """Of two circuits the second is moved by 1e-3 by the last digit of its conditions."""
    chance = np.random.default_rng(5)
    right = Encoded(*(chance.normal(size=s).astype(np.float32) for s in ((2, 3), (2, 3), U, U)))
    nudged = right._replace(u_mean=right.u_mean.copy())
    nudged.u_mean[1, 0, 0] += 1e-3

    def apart(circuit: int, by: float) -> float:
        u = right.u_mean.copy()
        u[circuit, 0, 0] += by
        return export_module._latents_apart(right._replace(u_mean=u), right, [right, nudged])

    assert apart(0, 2e-4) == pytest.approx(2e-4, rel=0.01)
    assert apart(1, 2e-3) == pytest.approx(2e-5, rel=0.01)
    assert apart(1, 2e-2) > TOLERANCE
    assert np.isnan(apart(0, np.nan)) and np.isnan(apart(1, np.nan))

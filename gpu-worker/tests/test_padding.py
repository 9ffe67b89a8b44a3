"""Circuits of different N in one batch: what stands behind a smaller circuit changes nothing."""

import json
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from conftest import SMALL, Ran, column, ran_model, small_recipe
from plan_corpus import plan_corpus
from safetensors import safe_open

from latentome_worker.batches import Batches, dynamics_scale, metric_scale
from latentome_worker.corpus import FOLDS, read_corpus
from latentome_worker.dynamics import dynamics
from latentome_worker.expected import expected_metrics, observed_metrics, pair_probabilities
from latentome_worker.loss import Scale, autapse_nats, edge_nats
from latentome_worker.metrics import measure
from latentome_worker.model import Model
from latentome_worker.network import OnnxNetwork
from latentome_worker.padding import ABSENT, padded
from latentome_worker.sampling import EpochCircuits, Sampler, other_circuits

OTHERS = [24, 20]


@pytest.fixture(scope="module")
def mixed_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tissue of the other tests, in circuits of 16, 24 and 20 neurons."""
    position, edges, kind = column()
    path = tmp_path_factory.mktemp("mixed") / "corpus.safetensors"
    recipe = small_recipe(otherSizes=OTHERS)
    return plan_corpus(path, recipe, position, edges, {"class": (["E", "I"], kind)})


@pytest.fixture(scope="module")
def ran_mixed(mixed_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """A run on it; tests leave its folder as it is."""
    return ran_model(mixed_path, tmp_path_factory.mktemp("model"))


def test_a_padded_circuit_is_the_circuit(mixed_path: Path) -> None:
    corpus = read_corpus(mixed_path)
    members = EpochCircuits(corpus).of(0, 6)
    batch = Batches(corpus, Scale(jnp.zeros(8), jnp.ones(8)), padded=True).make(members)
    present = batch.present
    assert present is not None and set(present.sum(1).tolist()) == {16, 20, 24}
    groups = [Sampler(corpus, "train").draw(0, 8)]
    known = jnp.concatenate(
        [jnp.asarray(np.stack(metric_scale(corpus, groups))), dynamics_scale(corpus, groups)], 1
    )
    model = Model(corpus.width, SMALL, known.astype(jnp.float32), jax.random.key(0))
    # Whatever stands for absent neurons, also conditions that are not zero.
    noise = np.random.default_rng(0).normal(size=batch.f.shape).astype(np.float32)
    f = jnp.where(present[:, :, None] > 0, batch.f, noise)
    whole = model.encode(f, batch.a, present)
    u = jnp.asarray(np.random.default_rng(1).normal(size=whole.u_mean.shape), jnp.float32)
    pairs = model.decoder.pairs(f, whole.z_mean)
    logits = model.decoder.wire(model.decoder.factors(f, whole.z_mean, u), pairs, present)
    partition, q, both = pair_probabilities(*logits, present)
    told = {
        "nats": edge_nats(batch.a, *logits, partition),
        "own": autapse_nats(batch.a, logits[0], present),
        "expected": expected_metrics(q, both, present),
        "observed": observed_metrics(batch.a, present),
        "dynamics": dynamics(batch.a, present),
    }
    for k, row in enumerate(members):
        n = int((row != ABSENT).sum())
        cut, alone = batch.a[k : k + 1, :n, :n], f[k : k + 1, :n]
        right = model.encode(alone, cut)
        np.testing.assert_allclose(whole.z_mean[k], right.z_mean[0], atol=2e-5)
        np.testing.assert_allclose(whole.u_mean[k, :n], right.u_mean[0], atol=2e-5)
        np.testing.assert_allclose(whole.u_logvar[k, :n], right.u_logvar[0], atol=2e-5)
        lo, rho = model.decoder(alone, right.z_mean, u[k : k + 1, :n])
        np.testing.assert_allclose(logits[0][k, :n, :n], lo[0], atol=2e-4)
        np.testing.assert_allclose(logits[1][k, :n, :n], rho[0], atol=2e-4)
        share = pair_probabilities(lo, rho)
        expected = {
            "nats": edge_nats(cut, lo, rho, share[0]),
            "own": autapse_nats(cut, lo),
            "expected": expected_metrics(share[1], share[2]),
            "observed": observed_metrics(cut),
            "dynamics": dynamics(cut),
        }
        for name, value in expected.items():
            np.testing.assert_allclose(told[name][k], value[0], rtol=2e-4, atol=2e-4, err_msg=name)
        seen = measure(np.asarray(batch.a[k : k + 1]), sizes=np.array([n]))
        np.testing.assert_allclose(seen, measure(np.asarray(cut)), atol=1e-12)


def test_conditions_of_a_padded_circuit_are_its_own(mixed_path: Path) -> None:
    corpus = read_corpus(mixed_path)
    small = Sampler(corpus, "train").draw(0, 2)
    wide = padded([small, Sampler(corpus, "train", 24).draw(0, 1)])
    np.testing.assert_allclose(
        corpus.conditions(wide)[:2, :16], corpus.conditions(small), atol=1e-6
    )
    assert (corpus.conditions(wide)[:2, 16:] == 0).all()
    assert (corpus.wiring(wide)[:2, :16, :16] == corpus.wiring(small)).all()
    assert corpus.wiring(wide)[:2].sum() == corpus.wiring(small).sum()


def test_one_more_size_leaves_the_others_as_they_were(mixed_path: Path, corpus_path: Path) -> None:
    mixed, plain = read_corpus(mixed_path), read_corpus(corpus_path)
    drawn = Sampler(mixed, "train").draw(0, 5)
    assert (drawn == Sampler(plain, "train").draw(0, 5)).all()
    wide = Sampler(mixed, "train", 24).draw(0, 5)
    assert not any(set(a) <= set(b) for a, b in zip(drawn, wide, strict=True))
    fresh = EpochCircuits(mixed).of(1, 7)
    assert (fresh != ABSENT).sum(1).tolist() == [16, 24, 20, 16, 24, 20, 16]
    assert (EpochCircuits(plain).of(1, 7) == Sampler(plain, "train").draw(48 + 7, 7)).all()


def test_a_model_of_several_sizes_tells_each(ran_mixed: Ran) -> None:
    corpus, folder, manifest, _ = ran_mixed
    read = read_corpus(corpus)
    rows = manifest["figures"]["sizes"]
    assert [(row["size"], row["circuits"]) for row in rows] == [(24, 24), (20, 24)]
    assert all(0.5 < row["edges"]["auc"] <= 1 for row in rows)
    with safe_open(folder / "map.safetensors", framework="numpy") as file:
        header = json.loads(file.metadata()["map"])
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    assert header["format"] == "latentome-map-2"
    sizes = tensors["sizes"].astype(int)
    assert sizes.tolist() == [16] * 96 + [24] * 96 + [20] * 96
    assert np.bincount(tensors["fold"]).tolist() == [0, 144, 72, 72]
    ends = np.cumsum(sizes)
    bits = np.cumsum(-(-(sizes**2) // 8))
    assert ends[-1] == len(tensors["members"]) and bits[-1] == len(tensors["adjacency"])
    test = other_circuits(read)[20]["test"]
    at = 96 + 96 + 48 + 24 + 3  # the fourth test circuit of 20 neurons
    members = tensors["members"][ends[at] - 20 : ends[at]]
    assert tensors["fold"][at] == FOLDS["test"] and (members == test[3]).all()
    packed = tensors["adjacency"][bits[at] - 50 : bits[at]]
    wiring = np.unpackbits(packed, bitorder="little")[:400].reshape(20, 20)
    assert (wiring == read.wiring(test)[3]).all()
    z = OnnxNetwork(folder).encode(read.conditions(test), read.wiring(test)).z_mean
    np.testing.assert_allclose(tensors["z"][at], z[3], atol=1e-6)

"""The generator: published answers, and the same words in TypeScript."""

import json
from pathlib import Path

import numpy as np
import pytest

from latentome_worker.random import Generator, leading_words, normals, philox, uniforms, words

VECTORS = Path(__file__).parents[2] / "core" / "random.vectors.json"


@pytest.mark.parametrize(
    ("counter", "key", "expected"),
    [
        ([0] * 4, (0, 0), [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8]),
        (
            [0xFFFFFFFF] * 4,
            (0xFFFFFFFF, 0xFFFFFFFF),
            [0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD],
        ),
        (
            [0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344],
            (0xA4093822, 0x299F31D0),
            [0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1],
        ),
    ],
)
def test_the_answers_published_with_the_generator(
    counter: list[int], key: tuple[int, int], expected: list[int]
) -> None:
    assert philox(np.array([counter], np.uint32), key)[0].tolist() == expected


@pytest.mark.parametrize("case", json.loads(VECTORS.read_text())["streams"])
def test_the_words_of_typescript(case: dict) -> None:
    name = case["seed"], case["stream"], case["a"], case["b"]
    count = len(case["words"])
    assert words(*name, np.arange(count)).tolist() == case["words"]
    assert uniforms(*name, np.arange(count)).tolist() == case["uniforms"]
    np.testing.assert_allclose(normals(*name, np.arange(count)), case["normals"], rtol=1e-13)
    for far in case["far"]:
        assert uniforms(*name, far["index"]) == far["uniform"]
        np.testing.assert_allclose(normals(*name, far["index"]), far["normal"], rtol=1e-13)
    take = Generator(*name)
    for step in case["sequence"]:
        if step["take"] == "int":
            assert take.below(step["below"]) == step["value"]
        else:
            value = take.normal() if step["take"] == "normal" else take.uniform()
            assert value == pytest.approx(step["value"], rel=1e-13)


def test_leading_words_begin_the_stream_of_each_circuit() -> None:
    made = leading_words(2**40 + 3, 4, np.array([0, 7, 9]), 2, 6)
    for row, a in zip(made, (0, 7, 9), strict=True):
        assert row.tolist() == words(2**40 + 3, 4, a, 2, np.arange(6)).tolist()


def test_a_sequence_goes_on_past_the_words_it_was_given() -> None:
    given = Generator(5, 4, 1, 1, leading_words(5, 4, np.array([1]), 1, 8)[0])
    plain = Generator(5, 4, 1, 1)
    assert [given.uniform() for _ in range(300)] == [plain.uniform() for _ in range(300)]

"""Canonical JSON prints what JavaScript prints."""

import json

import pytest

from latentome_worker.canonical import canonical_bytes, number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (1.0, "1"),
        (-2.5, "-2.5"),
        (0.00001, "0.00001"),
        (1.5e-6, "0.0000015"),
        (1e-7, "1e-7"),
        (-1.25e-9, "-1.25e-9"),
        (1e20, "100000000000000000000"),
        (1e21, "1e+21"),
        (123456789.125, "123456789.125"),
        (5e-324, "5e-324"),
        (0.1 + 0.2, "0.30000000000000004"),
    ],
)
def test_numbers(value: float, text: str) -> None:
    assert number(value) == text
    assert float(text) == value


def test_keys_are_sorted_and_text_is_plain() -> None:
    value = {"b": [1, None, True], "a": {"µ": "σ", "A": 0.5}}
    assert canonical_bytes(value).decode() == '{"a":{"A":0.5,"µ":"σ"},"b":[1,null,true]}'
    assert json.loads(canonical_bytes(value)) == value


def test_what_json_cannot_say_is_refused() -> None:
    with pytest.raises(ValueError, match="no place in JSON"):
        canonical_bytes({"x": float("nan")})

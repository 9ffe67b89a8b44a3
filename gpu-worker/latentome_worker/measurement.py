"""A measurement of a model's corpus: structure beside nulls, then what the circuits compute.

It is done in parts, in an order fixed by the spec; each part has chances of its own. What is done
is kept after every part, so another worker goes on there and finds the same.
"""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from . import VERSION
from .callbacks import Callbacks, phase, say
from .canonical import canonical_bytes
from .corpus import FOLDS, Corpus, read_corpus
from .function_measurement import FunctionMeasurement
from .network import OnnxNetwork
from .parts import Part, Told
from .sampling import Sampler
from .structure_report import structure_of

FORMAT = "latentome-measurement-1"


def run_measurement(
    corpus_path: Path,
    model: Path,
    spec: dict[str, Any],
    out: Path,
    callbacks: Callbacks,
    checkpoint: Path | None = None,
) -> Path:
    """Measure as `recordedMeasure` asks; returns the file of the result (`measurementResult`).

    model: folder with encoder.onnx and decoder.onnx. checkpoint: what an earlier attempt had done.
    A null for which the corpus knows too little has no rows.
    """
    phase(callbacks, "sampling", 0)
    corpus = read_corpus(corpus_path)
    done: dict[str, Any] = {} if checkpoint is None else json.loads(checkpoint.read_text())
    parts = list(_structure_parts(corpus, spec))
    function: FunctionMeasurement | None = None
    if spec["function"] is not None:
        function = FunctionMeasurement(corpus, OnnxNetwork(model), spec)
        parts += function.parts(done)
    whole = sum(part.weight for part in parts)
    before = 0.0
    for index, part in enumerate(parts):
        if part.name not in done:
            done[part.name] = _watched(part, before / whole, part.weight / whole, callbacks)
            kept = out / "checkpoint.json"
            kept.write_text(json.dumps(done))
            callbacks.checkpoint(kept, index + 1)
        before += part.weight
    result = out / "result.json"
    result.write_bytes(canonical_bytes(_result(corpus, spec, done, function)))
    return result


def _watched(part: Part, begin: float, share: float, callbacks: Callbacks) -> Any:
    began, last = time.monotonic(), -1.0

    def told(far: float) -> None:
        nonlocal last
        if time.monotonic() - last >= 0.5:
            last = time.monotonic()
            phase(callbacks, "measuring", 0.01 + 0.97 * (begin + share * far))

    told(0)
    found = part.do(told)
    took = f"{time.monotonic() - began:.1f} s"
    say(callbacks, f"{part.name}: {took if found else 'not defined, the corpus knows too little'}")
    return found


def _structure_parts(corpus: Corpus, spec: dict[str, Any]) -> Iterator[Part]:
    asked = spec["structure"]
    every = asked["metrics"] == "all"
    for null in asked["nulls"]:
        for fold in FOLDS:
            count = min(asked["circuits"], corpus.header["recipe"]["counts"][fold])

            def do(told: Told, null: str = null, fold: str = fold, count: int = count) -> Any:
                members = Sampler(corpus, fold).draw(0, count)
                try:
                    found = structure_of(
                        corpus, members, null, asked["draws"], spec["seed"], every, told
                    )
                except ValueError:
                    return []  # the corpus lacks what the null needs
                return [
                    {"null": null, "fold": fold, "metric": metric, **row}
                    for metric, row in found.items()
                ]

            weight = count * (asked["draws"] + 1) * (5 if every else 0.5)  # milliseconds
            yield Part(f"structure beside {null}, {fold}", weight, do)


def _result(
    corpus: Corpus,
    spec: dict[str, Any],
    done: dict[str, Any],
    function: FunctionMeasurement | None,
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "spec": spec,
        "corpusSha256": corpus.sha256,
        "code": VERSION,
        "structure": [
            row
            for null in spec["structure"]["nulls"]
            for fold in FOLDS
            for row in done[f"structure beside {null}, {fold}"]
        ],
        "function": None if function is None else function.result(done),
    }

"""`python -m latentome_worker.reservoir --corpus corpus.safetensors --task memory --out scores`."""

import argparse
import json
import sys
import time
from pathlib import Path

import numpy as np

from ..corpus import read_corpus
from .corpus_scores import write_scores
from .protocol import TASKS, default_protocol


def _told(done: int, total: int) -> None:
    print(f"{done} of {total} circuits", flush=True)


def main() -> int:
    """Score the circuits of a corpus; returns the exit status."""
    parser = argparse.ArgumentParser("latentome_worker.reservoir", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="corpus.safetensors")
    parser.add_argument("--task", choices=sorted(TASKS), default="memory")
    parser.add_argument("--protocol", type=Path, help="a reservoirProtocol as JSON, for --task")
    parser.add_argument("--seeds", type=int, default=1, help="input seeds 1..SEEDS")
    parser.add_argument("--values", type=float, nargs="+", help="spectral radii")
    parser.add_argument("--double", action="store_true", help="double precision")
    parser.add_argument("--processes", type=int, help="as many as cores unless said")
    parser.add_argument("--out", type=Path, required=True, help="scores.safetensors")
    options = parser.parse_args()
    if options.protocol:
        protocol = json.loads(options.protocol.read_text())
    else:
        protocol = default_protocol(options.task, inputSeeds=list(range(1, options.seeds + 1)))
        if options.values:
            protocol["values"] = options.values
    start = time.perf_counter()
    write_scores(
        options.out,
        read_corpus(options.corpus),
        protocol,
        np.float64 if options.double else np.float32,
        options.processes,
        _told,
    )
    print(f"{time.perf_counter() - start:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())

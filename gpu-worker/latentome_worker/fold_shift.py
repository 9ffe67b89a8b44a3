"""How far the folds of a corpus lie apart, in the eight metrics of their circuits.

What a model generates is compared with the test fold; that is read beside what the tissue itself
differs by from the training fold. `python -m latentome_worker.fold_shift corpus.safetensors`
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from .corpus import Corpus, read_corpus
from .metrics import METRICS, measure
from .sampling import map_circuits


def fold_shift(corpus: Corpus) -> dict[str, Any]:
    """Of validation and test: (mean - training mean) / training sd, and sd / training sd, a metric.

    Also the mean and the largest of the shifts without their signs, and the neurons of each fold.
    Metrics that do not vary in training are left out.
    """
    circuits = map_circuits(corpus)
    values = {fold: measure(corpus.wiring(members)) for fold, members in circuits.items()}
    mean, sd = np.nanmean(values["train"], 0), np.nanstd(values["train"], 0)
    told: dict[str, Any] = {
        "neurons": {
            "gap": int((corpus.fold == 0).sum()),
            "train": int((corpus.fold == 1).sum()),
            "validation": int((corpus.fold == 2).sum()),
            "test": int((corpus.fold == 3).sum()),
        }
    }
    for fold in ("validation", "test"):
        known = (sd > 0) & np.isfinite(values[fold]).any(0)
        names = [name for name, there in zip(METRICS, known, strict=True) if there]
        seen = values[fold][:, known]
        shift = (np.nanmean(seen, 0) - mean[known]) / sd[known]
        spread = np.nanstd(seen, 0) / sd[known]
        told[fold] = {
            "shift": dict(zip(names, shift.round(3).tolist(), strict=True)),
            "spread": dict(zip(names, spread.round(3).tolist(), strict=True)),
            "meanShift": round(float(np.abs(shift).mean()), 3),
            "largestShift": round(float(np.abs(shift).max()), 3),
        }
    return told


if __name__ == "__main__":
    sys.stdout.write(json.dumps(fold_shift(read_corpus(Path(sys.argv[1])))) + "\n")

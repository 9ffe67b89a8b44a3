"""The conditions-only decoder beside a model, so that a report need not train it again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import equinox as eqx
import jax
import numpy as np
import numpy.typing as npt

from . import VERSION
from .baselines import conditions_only
from .checkpoint import load_checkpoint, save_checkpoint
from .corpus import Corpus
from .decoder import Decoder

FILE = "conditions-only.safetensors"


def kept_conditions_only(
    folder: Path,
    corpus: Corpus,
    spec: dict[str, Any],
    validation: npt.NDArray[np.int64],
    listen: Callable[[], None],
) -> Decoder:
    """The decoder of `conditions_only`, read from the folder, or trained and written there.

    spec: settings and seed as in `trainSpec`. What was made from another corpus, settings, seed or
    version of this package is made anew.
    """
    path = folder / FILE
    identity = {
        "corpusSha256": corpus.sha256,
        "seed": spec["seed"],
        "settings": spec["settings"],
        "code": VERSION,
    }
    if path.exists():
        like = Decoder(corpus.width, spec["settings"], jax.random.key(0))
        arrays, static = eqx.partition(like, eqx.is_array)
        try:
            kept, state = load_checkpoint(path, arrays)
        except ValueError:
            state = {}
        else:
            if all(state.get(name) == value for name, value in identity.items()):
                return eqx.combine(kept, static)
    made = conditions_only(corpus, spec, validation, listen)
    save_checkpoint(path, eqx.filter(made, eqx.is_array), identity)
    return made

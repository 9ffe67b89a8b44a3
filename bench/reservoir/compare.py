"""Reads the answers of two contests and prints, as JSON, their rates and how far scores part.

python compare.py PROBLEM OURS... -- THEIRS...
"""

import json
import sys

import numpy as np


def joined(paths: list[str]) -> tuple[np.ndarray, float]:
    """Scores [circuits, radii] (NaN where not scored) and circuits a second of all processes."""
    files = [dict(np.load(path)) for path in paths]
    count = 1 + max(int(file["which"].max()) for file in files)
    scores = np.full((count, files[0]["scores"].shape[1]), np.nan)
    for file in files:
        scores[file["which"]] = file["scores"]
    return scores, sum(file["which"].size / float(file["seconds"]) for file in files)


def main() -> None:
    rest = sys.argv[2:]
    middle = rest.index("--")
    (ours, our_rate), (theirs, their_rate) = joined(rest[:middle]), joined(rest[middle + 1 :])
    radii = np.array(json.loads(str(np.load(sys.argv[1])["protocol"]))["values"])
    shared = min(len(ours), len(theirs))
    apart = np.abs(ours[:shared] - theirs[:shared])
    told = {
        "ours": our_rate,
        "theirs": their_rate,
        "apartUpTo1": float(np.nanmax(apart[:, radii <= 1])),
        "apartAbove1": float(np.nanmax(apart[:, radii > 1])),
    }
    print(json.dumps(told))


main()

"""What decides a reservoir score beside the circuit; the twin of core/reservoir/protocol.ts."""

from dataclasses import dataclass
from typing import Any

Protocol = dict[str, Any]
"""A `reservoirProtocol` of core/contracts/reservoir.ts"""


@dataclass(frozen=True)
class Task:
    """What a task is judged by, and the parameters it has."""

    code: int
    """names the task's stream"""
    measure: str
    """of each output: r2, nrmse or accuracy"""
    summed: bool
    """the score is the sum over outputs; else their mean"""
    higher_is_better: bool
    input_scaling: float
    parameters: dict[str, tuple[int, int, int]]
    """name -> default, least, most"""


TASKS = {
    "memory": Task(1, "r2", True, True, 0.5, {"firstLag": (1, 0, 200), "lastLag": (20, 1, 200)}),
    "narma10": Task(2, "nrmse", False, False, 0.5, {}),
    "mackey-glass": Task(3, "nrmse", False, False, 0.5, {"horizon": (17, 1, 200)}),
    "lorenz": Task(4, "nrmse", False, False, 0.5, {"horizon": (20, 1, 200)}),
    "parity": Task(5, "accuracy", False, True, 1.0, {"bits": (5, 1, 9)}),
}


def default_protocol(task: str, parameters: dict[str, int] | None = None, **asked: Any) -> Protocol:
    """The protocol of a task unless something is asked otherwise: 4,050 steps, 20 radii."""
    made: Protocol = {
        "format": "latentome-reservoir-1",
        "task": task,
        "parameters": {name: values[0] for name, values in TASKS[task].parameters.items()}
        | (parameters or {}),
        "scale": "spectral-radius",
        "values": [(index + 1) / 10 for index in range(20)],
        "units": "tanh",
        "signed": True,
        "inputScaling": TASKS[task].input_scaling,
        "washout": 50,
        "train": 2000,
        "test": 2000,
        "ridge": 0.5,
        "inputSeeds": [1],
    }
    unknown = asked.keys() - made.keys()
    if unknown:
        raise ValueError(f"a protocol has no {', '.join(sorted(unknown))}")
    return made | asked


def history(protocol: Protocol) -> int:
    """Steps before the first one whose target is defined."""
    parameters = protocol["parameters"]
    match protocol["task"]:
        case "memory":
            return parameters["lastLag"]
        case "narma10":
            return 10
        case "parity":
            return parameters["bits"]
    return 0


def check(protocol: Protocol) -> None:
    """Raise ValueError where a protocol asks what its task cannot do."""
    known = TASKS.get(protocol["task"])
    if known is None:
        raise ValueError(f"no reservoir task {protocol['task']}")
    given = protocol["parameters"]
    if given.keys() != known.parameters.keys():
        raise ValueError(f"{protocol['task']} has the parameters {sorted(known.parameters)}")
    for name, (_, least, most) in known.parameters.items():
        if given[name] != int(given[name]) or not least <= given[name] <= most:
            raise ValueError(f"{name} is a whole number from {least} to {most}")
    if protocol["task"] == "memory" and given["firstLag"] > given["lastLag"]:
        raise ValueError("the first lag comes after the last")
    if protocol["washout"] < history(protocol):
        raise ValueError(f"the washout must cover the {history(protocol)} steps looked back")
    if not protocol["ridge"] > 0:
        raise ValueError("the ridge must be positive")

"""What worker and server say to each other.

The fields are those of contract.json, which is generated from core/contracts/worker.ts; a test on
each side fails when they drift apart.
"""

from typing import Any, Literal, NotRequired, TypedDict


class Lease(TypedDict):
    """Proof of holding a run; the token is new for each attempt."""

    runId: str
    attempt: int
    leaseToken: str


class ClaimRequest(TypedDict):
    name: str
    version: str
    device: str
    kinds: list[str]


class Checkpoint(TypedDict):
    sha256: str
    epoch: int


class ClaimResponse(Lease):
    leaseSeconds: float
    spec: dict[str, Any]
    corpusSha256: str
    checkpoint: Checkpoint | None
    lastSeq: int


class PackedCircuit(TypedDict):
    n: int
    adjacency: str
    x: NotRequired[list[float]]
    y: NotRequired[list[float]]


class PhaseEvent(TypedDict):
    kind: Literal["phase"]
    phase: Literal["sampling", "training", "evaluating", "exporting", "measuring", "uploading"]
    progress: float


class MetricEvent(TypedDict):
    kind: Literal["metric"]
    epoch: int
    values: dict[str, float | None]


class SampleEvent(TypedDict):
    kind: Literal["sample"]
    epoch: int
    generated: list[PackedCircuit]
    observed: list[PackedCircuit]


class LogEvent(TypedDict):
    kind: Literal["log"]
    level: Literal["info", "warning", "error"]
    text: str


class NumberedEvent(TypedDict):
    seq: int
    event: dict[str, Any]


class HeartbeatRequest(Lease):
    events: list[NumberedEvent]


class HeartbeatResponse(TypedDict):
    cancel: bool
    leaseSeconds: float
    lastSeq: int


class ArtifactResponse(TypedDict):
    sha256: str
    bytes: int


class CheckpointRequest(Lease):
    epoch: int
    lastSeq: int
    sha256: str


class CompleteRequest(Lease):
    manifest: dict[str, Any]


class CompleteResponse(TypedDict):
    modelId: str
    version: int
    sha256: str


class MeasuredRequest(Lease):
    sha256: str


class MeasuredResponse(TypedDict):
    measurementId: str
    sha256: str


class FailRequest(Lease):
    cancelled: bool
    message: str


class ReleaseRequest(Lease):
    reason: str


class StateResponse(TypedDict):
    state: str


class ErrorResponse(TypedDict):
    code: str
    message: str

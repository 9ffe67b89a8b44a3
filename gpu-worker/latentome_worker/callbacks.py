"""What a run tells whoever started it, and how it is stopped."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

Result = TypeVar("Result")

# Half a second leaves most of the five seconds in which a cancel has to take effect.
_POLL_SECONDS = 0.5


class Cancelled(Exception):
    """The run was asked to stop; nothing it made so far is wrong, only unfinished."""


class Callbacks(Protocol):
    """Receives a run's events (`runEvent` of core/contracts/worker.ts) in order."""

    def event(self, event: dict[str, Any]) -> None:
        """Take one event: kind phase, metric, sample or log."""
        ...

    def cancelled(self) -> bool:
        """Whether the run should stop. Cheap: asked at least every two seconds."""
        ...

    def checkpoint(self, path: Path, epoch: int) -> None:
        """Take a finished checkpoint file; it may be replaced after this returns."""
        ...


class Silent:
    """Callbacks that keep the events and never cancel."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []

    def event(self, event: dict[str, Any]) -> None:
        self.events.append(event)

    def cancelled(self) -> bool:
        return False

    def checkpoint(self, path: Path, epoch: int) -> None:
        return None


def phase(callbacks: Callbacks, name: str, progress: float) -> None:
    """Tell the phase of `runPhase` and how far the run is."""
    callbacks.event(
        {"kind": "phase", "phase": name, "progress": round(min(max(progress, 0), 1), 4)}
    )


def say(callbacks: Callbacks, text: str, level: str = "info") -> None:
    """Write one line into the run's log."""
    callbacks.event({"kind": "log", "level": level, "text": text[:4000]})


def check(callbacks: Callbacks) -> None:
    """Raise Cancelled if the run was asked to stop."""
    if callbacks.cancelled():
        raise Cancelled


def patiently(callbacks: Callbacks, work: Callable[[], Result]) -> Result:
    """Do one long call (a compilation, an export) while still listening for a cancel.

    The call runs in a daemon thread; a cancelled one is left to end by itself.
    """
    outcome: list[Result] = []
    failure: list[BaseException] = []

    def run() -> None:
        try:
            outcome.append(work())
        except BaseException as error:
            failure.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    while thread.is_alive():
        check(callbacks)
        thread.join(_POLL_SECONDS)
    if failure:
        raise failure[0]
    return outcome[0]

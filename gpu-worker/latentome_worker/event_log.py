"""Events of a run on their way to the server: numbered, kept until acknowledged."""

import json
import threading
from collections import deque
from typing import Any

from .messages import NumberedEvent

# The server takes at most 500 events and 8 MB a message.
_BATCH_EVENTS = 200
_BATCH_BYTES = 2_000_000


class EventLog:
    """First in, first out, from any thread. Numbers go on after `last_seq`, the last one stored."""

    def __init__(self, last_seq: int) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[tuple[NumberedEvent, int]] = deque()
        self._seq = last_seq

    @property
    def last_seq(self) -> int:
        """The number of the newest event."""
        with self._lock:
            return self._seq

    def append(self, event: dict[str, Any]) -> None:
        """Take one event (`runEvent`)."""
        size = len(json.dumps(event))
        with self._lock:
            self._seq += 1
            self._waiting.append(({"seq": self._seq, "event": event}, size))

    def batch(self) -> list[NumberedEvent]:
        """The oldest events not yet acknowledged, as many as fit one message."""
        chosen: list[NumberedEvent] = []
        total = 0
        with self._lock:
            for numbered, size in self._waiting:
                total += size
                if chosen and (total > _BATCH_BYTES or len(chosen) == _BATCH_EVENTS):
                    break
                chosen.append(numbered)
        return chosen

    def acknowledge(self, last_seq: int) -> None:
        """Forget everything up to here: the server has stored it."""
        with self._lock:
            while self._waiting and self._waiting[0][0]["seq"] <= last_seq:
                self._waiting.popleft()

    def waiting(self) -> int:
        """How many events are not acknowledged yet."""
        with self._lock:
            return len(self._waiting)

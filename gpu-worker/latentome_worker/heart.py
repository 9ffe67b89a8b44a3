"""The heartbeat of an attempt: keeps the lease and carries events to the server."""

import threading
from collections.abc import Callable

from .api import Api, Refused, Stopped
from .event_log import EventLog
from .messages import Lease

_LONGEST_PERIOD = 1.0


class Heart:
    """Beats in a thread of its own until `end()`.

    `on_cancel` is called when somebody cancelled the run, `on_refused` when the server will hear
    no more of this attempt; both from the heart's thread.
    """

    def __init__(
        self,
        api: Api,
        lease: Lease,
        lease_seconds: float,
        log: EventLog,
        stop: threading.Event,
        on_cancel: Callable[[], None],
        on_refused: Callable[[Refused], None],
    ) -> None:
        self._api = api
        self._lease: Lease = lease
        self._period = min(_LONGEST_PERIOD, lease_seconds / 4)
        self._log = log
        self._stop = stop
        self._on_cancel = on_cancel
        self._on_refused = on_refused
        self._ended = threading.Event()
        self._sending = threading.Lock()
        self._thread = threading.Thread(target=self._beat, daemon=True)
        self._thread.start()

    def flush(self) -> None:
        """Return when every event so far is stored. Raises Refused, or Stopped."""
        while self._log.waiting() > 0:
            self._send()

    def end(self) -> None:
        """Beat no more."""
        self._ended.set()
        self._thread.join()

    def _beat(self) -> None:
        try:
            while not self._ended.wait(self._period) and not self._stop.is_set():
                self._send()
        except Stopped:
            return
        except Refused as refused:
            self._on_refused(refused)

    def _send(self) -> None:
        """One heartbeat. They go one at a time, so events arrive in order."""
        with self._sending:
            if self._stop.is_set():
                raise Stopped
            events = self._log.batch()
            answer = self._api.heartbeat({**self._lease, "events": events}, self._stop)
            self._log.acknowledge(answer["lastSeq"])
        if answer["cancel"]:
            self._on_cancel()

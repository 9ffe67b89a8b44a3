"""The worker API of a Latentome server over HTTP."""

import hashlib
import random
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar, cast

import httpx

from .messages import (
    ArtifactResponse,
    CheckpointRequest,
    ClaimRequest,
    ClaimResponse,
    CompleteRequest,
    CompleteResponse,
    FailRequest,
    HeartbeatRequest,
    HeartbeatResponse,
    Lease,
    MeasuredRequest,
    MeasuredResponse,
    ReleaseRequest,
    StateResponse,
)

Answer = TypeVar("Answer")

_FIRST_WAIT = 0.2
_LONGEST_WAIT = 5.0
_TIMEOUT = httpx.Timeout(30.0, connect=5.0)


class Refused(Exception):
    """The server understood and said no (4xx); saying it again would not help."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code


class Stopped(Exception):
    """The worker was asked to stop while it waited for the server."""


class DamagedDownload(Exception):
    """The bytes received are not those of the hash asked for."""


class Api:
    """One server, one token. Unreachable or failing (5xx) servers are asked again until `stop`."""

    def __init__(
        self,
        server: str,
        token: str,
        on_trouble: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._http = httpx.Client(
            base_url=server.rstrip("/") + "/api/worker",
            headers={"authorization": f"Bearer {token}"},
            timeout=_TIMEOUT,
        )
        self._on_trouble = on_trouble

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    def claim(self, request: ClaimRequest, stop: threading.Event) -> ClaimResponse | None:
        """The next run for this worker, or None when nothing is queued."""
        response = self._patiently(lambda: self._http.post("/claim", json=request), stop)
        return None if response.status_code == 204 else cast(ClaimResponse, response.json())

    def heartbeat(self, request: HeartbeatRequest, stop: threading.Event) -> HeartbeatResponse:
        """Keep the lease and hand over events."""
        return cast(HeartbeatResponse, self._post("/heartbeat", request, stop))

    def checkpoint(self, request: CheckpointRequest, stop: threading.Event) -> StateResponse:
        """Publish an uploaded checkpoint."""
        return cast(StateResponse, self._post("/checkpoint", request, stop))

    def complete(self, request: CompleteRequest, stop: threading.Event) -> CompleteResponse:
        """Hand over the model; repeating it is harmless."""
        return cast(CompleteResponse, self._post("/complete", request, stop))

    def measured(self, request: MeasuredRequest, stop: threading.Event) -> MeasuredResponse:
        """Hand over an uploaded result; repeating it is harmless."""
        return cast(MeasuredResponse, self._post("/measured", request, stop))

    def fail(self, request: FailRequest, stop: threading.Event) -> StateResponse:
        """Give the run up, with the reason."""
        return cast(StateResponse, self._post("/fail", request, stop))

    def release(self, request: ReleaseRequest, stop: threading.Event) -> StateResponse:
        """Hand the run back to the queue."""
        return cast(StateResponse, self._post("/release", request, stop))

    def upload(self, lease: Lease, path: Path, stop: threading.Event) -> ArtifactResponse:
        """Send a file of the run; the server stores it whole or not at all."""
        sha256 = file_sha256(path)

        def send() -> httpx.Response:
            with path.open("rb") as body:
                return self._http.put(
                    f"/artifacts/{lease['runId']}",
                    params={**_proof(lease), "sha256": sha256},
                    content=body,
                    headers={"content-type": "application/octet-stream"},
                )

        return cast(ArtifactResponse, self._patiently(send, stop).json())

    def download(self, lease: Lease, sha256: str, path: Path, stop: threading.Event) -> None:
        """Fetch a file of the run into `path`. Raises DamagedDownload if its hash differs twice."""
        for _ in range(2):
            self._patiently(lambda: self._fetch(lease, sha256, path), stop)
            if file_sha256(path) == sha256:
                return
        raise DamagedDownload(f"{sha256} arrived damaged twice")

    def _fetch(self, lease: Lease, sha256: str, path: Path) -> httpx.Response:
        route = f"/artifacts/{lease['runId']}/{sha256}"
        with self._http.stream("GET", route, params=_proof(lease)) as response:
            if response.is_success:
                with path.open("wb") as file:
                    for chunk in response.iter_bytes():
                        file.write(chunk)
            else:
                response.read()
            return response

    def _post(self, route: str, body: Mapping[str, Any], stop: threading.Event) -> Any:
        return self._patiently(lambda: self._http.post(route, json=body), stop).json()

    def _patiently(
        self, ask: Callable[[], httpx.Response], stop: threading.Event
    ) -> httpx.Response:
        """Ask until there is an answer; never again after a refusal."""
        wait = _FIRST_WAIT
        while True:
            try:
                response = ask()
            except httpx.TransportError as error:
                trouble = f"{type(error).__name__}: {error}"
            else:
                if response.is_success:
                    return response
                if response.status_code < 500:
                    raise _refusal(response)
                trouble = f"HTTP {response.status_code}"
            self._on_trouble(trouble)
            # Jitter: after a restart of the server not every worker asks at the same moment.
            if stop.wait(wait * random.uniform(0.5, 1.5)):
                raise Stopped
            wait = min(2 * wait, _LONGEST_WAIT)


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, lower-case hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _proof(lease: Lease) -> dict[str, str]:
    return {"attempt": str(lease["attempt"]), "lease": lease["leaseToken"]}


def _refusal(response: httpx.Response) -> Refused:
    try:
        body = response.json()
        return Refused(response.status_code, str(body["code"]), str(body["message"]))
    except (ValueError, KeyError, TypeError):
        return Refused(response.status_code, "unknown", response.text[:400])

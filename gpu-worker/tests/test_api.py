"""How the worker speaks to a server that is away, fails, refuses or sends damaged bytes."""

import hashlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from latentome_worker.api import Api, DamagedDownload, Refused, Stopped
from latentome_worker.messages import Lease

LEASE: Lease = {"runId": "run_1", "attempt": 1, "leaseToken": "t"}
Answers = Callable[[int], tuple[int, bytes]]


@contextmanager
def server(answers: Answers) -> Iterator[tuple[str, list[str]]]:
    """A real HTTP server; `answers` gives status and body of the nth request."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            self.rfile.read(int(self.headers.get("content-length", 0)))
            status, body = answers(len(asked))
            asked.append(f"{self.command} {self.path}")
            self.send_response(status)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = answer

        def log_message(self, format: str, *args: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever, args=[0.02])
        thread.start()
        try:
            yield f"http://127.0.0.1:{http.server_port}", asked
        finally:
            http.shutdown()
            thread.join()


@contextmanager
def api_of(address: str, on_trouble: Callable[[str], None] = lambda _: None) -> Iterator[Api]:
    api = Api(address, "token", on_trouble)
    try:
        yield api
    finally:
        api.close()


def test_a_failing_server_is_asked_again() -> None:
    def answers(asked: int) -> tuple[int, bytes]:
        return (503, b"") if asked < 2 else (200, b'{"state":"failed"}')

    with server(answers) as (address, asked), api_of(address) as api:
        state = api.fail({**LEASE, "cancelled": False, "message": "m"}, threading.Event())
    assert state == {"state": "failed"}
    assert asked == ["POST /api/worker/fail"] * 3


def test_a_refusal_is_final() -> None:
    def answers(_: int) -> tuple[int, bytes]:
        return 409, b'{"code":"lease-lost","message":"gone"}'

    with (
        server(answers) as (address, asked),
        api_of(address) as api,
        pytest.raises(Refused) as refused,
    ):
        api.heartbeat({**LEASE, "events": []}, threading.Event())
    assert (refused.value.status, refused.value.code) == (409, "lease-lost")
    assert len(asked) == 1


def test_waiting_for_a_server_that_is_away_ends_when_told_to_stop() -> None:
    with server(lambda _: (200, b"")) as (address, _):
        pass  # nobody listens there any more
    stop = threading.Event()
    troubles: list[str] = []

    def on_trouble(text: str) -> None:
        troubles.append(text)
        if len(troubles) == 3:
            stop.set()

    with api_of(address, on_trouble) as api, pytest.raises(Stopped):
        api.fail({**LEASE, "cancelled": False, "message": "m"}, stop)
    assert len(troubles) == 3


def test_a_download_is_checked_and_tried_twice(tmp_path: Path) -> None:
    whole = b"corpus"
    sha256 = hashlib.sha256(whole).hexdigest()
    target = tmp_path / "corpus"

    def once_damaged(asked: int) -> tuple[int, bytes]:
        return 200, whole if asked else b"corpsu"

    with server(once_damaged) as (address, asked), api_of(address) as api:
        api.download(LEASE, sha256, target, threading.Event())
        assert target.read_bytes() == whole
        assert asked[0] == f"GET /api/worker/artifacts/run_1/{sha256}?attempt=1&lease=t"
    with (
        server(lambda _: (200, b"other")) as (address, _),
        api_of(address) as api,
        pytest.raises(DamagedDownload),
    ):
        api.download(LEASE, sha256, target, threading.Event())


def test_an_upload_is_sent_whole_again_after_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"weights")
    sha256 = hashlib.sha256(b"weights").hexdigest()

    def answers(asked: int) -> tuple[int, bytes]:
        return (500, b"") if asked == 0 else (200, f'{{"sha256":"{sha256}","bytes":7}}'.encode())

    with server(answers) as (address, asked), api_of(address) as api:
        stored = api.upload(LEASE, path, threading.Event())
    assert stored == {"sha256": sha256, "bytes": 7}
    assert len(asked) == 2

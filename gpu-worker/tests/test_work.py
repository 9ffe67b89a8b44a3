"""How an attempt ends when its training process does not end in good order."""

import hashlib
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from latentome_worker import training_process
from latentome_worker.api import Api
from latentome_worker.loop import Loop

SECONDS_TO_HANG = 60.0  # only so that a fault does not hold up the other tests
CORPUS = b"not read by anybody"
CLAIM = {
    "runId": "run_1",
    "attempt": 1,
    "leaseToken": "t",
    "leaseSeconds": 1,
    "spec": {},
    "corpusSha256": "",
    "checkpoint": None,
    "lastSeq": 0,
}
HALF_A_LINE = '{"event": {"kind": "met'
SAYS_THEN_IS_KILLED = """
import os, signal, sys
os.write(1, sys.argv[1].encode())
os.kill(os.getpid(), signal.SIGKILL)
"""
SAYS_THEN_STAYS = """
import os, sys
os.write(1, sys.argv[1].encode() + b"\\n")
sys.stdin.buffer.read()
"""


class Told:
    """What a worker told the server: its failures, and that it claimed again."""

    def __init__(self) -> None:
        self.failures: list[dict[str, Any]] = []
        self.claims = 0
        self.claimed_again = threading.Event()

    def answer(self, route: str, body: bytes) -> tuple[int, bytes]:
        match route:
            case "claim":
                self.claims += 1
                if self.claims == 1:
                    return 200, json.dumps(CLAIM).encode()
                self.claimed_again.set()
                return 204, b""
            case "heartbeat":
                events = json.loads(body)["events"]
                last = events[-1]["seq"] if events else 0
                beat = {"cancel": False, "leaseSeconds": 1, "lastSeq": last}
                return 200, json.dumps(beat).encode()
            case "fail":
                self.failures.append(json.loads(body))
                return 200, b'{"state":"failed"}'
        return 200, CORPUS


@contextmanager
def server(told: Told) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            status, answer = told.answer(self.path.split("/")[3], body)
            self.send_response(status)
            self.send_header("content-length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_GET = do_POST = answer

        def log_message(self, format: str, *args: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever, args=[0.02])
        thread.start()
        try:
            yield f"http://127.0.0.1:{http.server_port}"
        finally:
            http.shutdown()
            thread.join()


@pytest.mark.parametrize(
    ("training", "words"),
    [(SAYS_THEN_IS_KILLED, "killed from outside"), (SAYS_THEN_STAYS, "stopped making sense")],
    ids=["killed", "garbled"],
)
def test_training_that_breaks_off_in_mid_line_ends_the_attempt_not_the_worker(
    training: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    children: list[subprocess.Popen[str]] = []

    def start(folder: Path) -> subprocess.Popen[str]:
        (folder / "stderr.log").write_text("")
        child = subprocess.Popen(
            [sys.executable, "-c", training, HALF_A_LINE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        children.append(child)
        return child

    monkeypatch.setattr(training_process, "start", start)
    monkeypatch.setitem(CLAIM, "corpusSha256", hashlib.sha256(CORPUS).hexdigest())
    told = Told()
    with server(told) as address:
        api = Api(address, "token")
        loop = Loop(api, "ada", "cpu")
        worker = threading.Thread(target=loop.work, daemon=True)
        worker.start()
        claimed_again = told.claimed_again.wait(SECONDS_TO_HANG)
        loop.stop()
        worker.join(SECONDS_TO_HANG)
        api.close()
    assert claimed_again
    assert not worker.is_alive()
    assert [failure["cancelled"] for failure in told.failures] == [False]
    assert words in told.failures[0]["message"]
    for child in children:
        assert child.poll() is not None
        for pipe in (child.stdin, child.stdout):
            assert pipe is not None
            pipe.close()

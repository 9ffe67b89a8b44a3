"""The worker: asks a server for runs and does them, one at a time."""

import argparse
import os
import platform
import random
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from types import FrameType

from . import VERSION
from .api import Api, Refused, Stopped
from .messages import ClaimRequest
from .work import KINDS, Attempt

_SECONDS_BETWEEN_CLAIMS = 1.0
_ASK_DEVICE = (
    "import jax; d = jax.devices()[0]; print('cpu' if d.platform == 'cpu' else d.device_kind)"
)


class Loop:
    """Claims and works until stopped."""

    def __init__(self, api: Api, name: str, device: str) -> None:
        self._api = api
        self._request: ClaimRequest = {
            "name": name,
            "version": VERSION,
            "device": device,
            "kinds": list(KINDS),
        }
        self._stop = threading.Event()
        self._attempt: Attempt | None = None

    def stop(self) -> None:
        """End soon: a run in hand goes back to the queue, at its last checkpoint."""
        self._stop.set()
        if self._attempt is not None:
            self._attempt.stop("released")

    def work(self, once: bool = False) -> None:
        """Work until stopped, or until one run has ended. Raises Refused (401) for a bad token."""
        while not self._stop.is_set():
            try:
                claimed = self._api.claim(self._request, self._stop)
            except Stopped:
                return
            if claimed is None:
                self._stop.wait(_SECONDS_BETWEEN_CLAIMS * random.uniform(0.5, 1.5))
                continue
            say(f"run {claimed['runId']}, attempt {claimed['attempt']}")
            with tempfile.TemporaryDirectory(prefix="latentome-") as folder:
                self._attempt = Attempt(self._api, claimed, Path(folder))
                if self._stop.is_set():
                    self._attempt.stop("released")
                outcome = self._attempt.run()
                token_refused = self._attempt.token_refused
                self._attempt = None
            say(f"run {claimed['runId']}: {outcome}")
            if once and not token_refused:
                return


def say(text: str) -> None:
    """One line for whoever reads the worker's log."""
    print(text, flush=True)


def device_name() -> str:
    """What JAX would train on; asked in another process, because asking reserves the device."""
    asked = subprocess.run(
        [sys.executable, "-c", _ASK_DEVICE], capture_output=True, text=True, check=False
    )
    if asked.returncode != 0:
        raise SystemExit(f"JAX does not start here:\n{asked.stderr.strip()[-2000:]}")
    return asked.stdout.strip()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `latentome-worker work`; LATENTOME_SERVER and LATENTOME_TOKEN stand in."""
    parser.add_argument("--server", default=os.environ.get("LATENTOME_SERVER"))
    parser.add_argument("--token", default=os.environ.get("LATENTOME_TOKEN"))
    parser.add_argument("--name", default=platform.node() or "worker", help="shown in run logs")
    parser.add_argument("--once", action="store_true", help="end after one run")


def main(options: argparse.Namespace) -> int:
    """Run the worker until it is told to end (SIGTERM, Ctrl-C)."""
    if not options.server or not options.token:
        say("Give --server and --token, or set LATENTOME_SERVER and LATENTOME_TOKEN.")
        return 2
    api = Api(options.server, options.token, on_trouble=lambda text: say(f"server: {text}"))
    loop = Loop(api, options.name[:80], device_name())

    def end(_signal: int, _frame: FrameType | None) -> None:
        loop.stop()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    say(f"latentome-worker {VERSION} at {options.server}")
    try:
        loop.work(once=options.once)
    except Refused as refused:
        say(f"The server refused: {refused}")
        return 1
    finally:
        api.close()
    return 0

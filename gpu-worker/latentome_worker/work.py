"""One attempt at one run: fetch, do, report, upload, complete."""

import contextlib
import json
import queue
import signal
import subprocess
import threading
import traceback
from pathlib import Path
from typing import Any, Literal

from . import training_process
from .api import Api, DamagedDownload, Refused, Stopped
from .event_log import EventLog
from .heart import Heart
from .messages import ClaimResponse, Lease

Outcome = Literal["succeeded", "failed", "cancelled", "lost", "released"]

_SECONDS_FOR_LAST_WORDS = 3.0
KINDS = ("train", "measure")
"""of runs that this worker can do"""
_FILES = {"encoder": "encoder.onnx", "decoder": "decoder.onnx", "map": "map.safetensors"}
_FILES_OF_SOME = {"weights": "weights.onnx"}


class JobFailed(Exception):
    """The job said it cannot go on, or its process is gone."""


class Attempt:
    """A leased run. `run()` works in the calling thread; `stop()` may come from any."""

    def __init__(self, api: Api, claimed: ClaimResponse, folder: Path) -> None:
        self._api = api
        self._claimed = claimed
        self._folder = folder
        self._lease: Lease = {
            "runId": claimed["runId"],
            "attempt": claimed["attempt"],
            "leaseToken": claimed["leaseToken"],
        }
        self._log = EventLog(claimed["lastSeq"])
        self._process: subprocess.Popen[str] | None = None
        self._messages: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._stopped = threading.Event()
        self._why: Outcome | None = None
        self._refused: Refused | None = None

    @property
    def token_refused(self) -> bool:
        """Whether the server no longer knows this worker's token."""
        return self._refused is not None and self._refused.status == 401

    def stop(self, why: Outcome) -> None:
        """End the attempt; the first reason counts."""
        self._why = self._why or why
        self._stopped.set()
        self._messages.put(None)  # whoever waits for the job waits no more
        if self._process is not None:
            training_process.end(self._process)

    def run(self) -> Outcome:
        """Do it all. Every way out leaves the run in a state the server knows."""
        heart = Heart(
            self._api,
            self._lease,
            self._claimed["leaseSeconds"],
            self._log,
            self._stopped,
            on_cancel=lambda: self.stop("cancelled"),
            on_refused=self._take_refusal,
        )
        try:
            made = self._do(heart)
            self._log.append({"kind": "phase", "phase": "uploading", "progress": 0.99})
            if "manifest" in made:
                self._hand_in_model(made["manifest"], heart)
            else:
                self._hand_in_result(Path(made["result"]), heart)
            return "succeeded"
        except Refused as refused:
            self._take_refusal(refused)
        except Stopped:
            pass  # the reason is in _why
        except (DamagedDownload, JobFailed) as error:
            return self._fail(str(error), heart)
        except Exception as error:  # a fault of the worker, a full disk: the page shall say so
            traceback.print_exc()
            return self._fail(f"The worker failed: {type(error).__name__}: {error}", heart)
        finally:
            self._end_process()
            heart.end()
        return self._give_up()

    def _do(self, heart: Heart) -> dict[str, Any]:
        self._process = training_process.start(self._prepare())
        self._check()  # a stop that came before there was a process to end
        threading.Thread(target=self._listen, args=[self._process], daemon=True).start()
        while (message := self._messages.get()) is not None:
            self._check()
            if "checkpoint" in message:
                point = message["checkpoint"]
                self._publish(Path(point["path"]), point["epoch"], heart)
            elif "failed" in message:
                raise JobFailed(message["failed"])
            else:
                return message
        self._check()
        raise JobFailed(self._last_words(self._process))

    def _prepare(self) -> Path:
        """Fetch what the job needs into the folder."""
        corpus = self._folder / "corpus.safetensors"
        self._api.download(self._lease, self._claimed["corpusSha256"], corpus, self._stopped)
        checkpoint: Path | None = None
        if self._claimed["checkpoint"] is not None:
            checkpoint = self._folder / "checkpoint"
            wanted = self._claimed["checkpoint"]["sha256"]
            self._api.download(self._lease, wanted, checkpoint, self._stopped)
        if self._claimed["spec"].get("kind") == "measure":
            self._fetch_model(self._claimed["spec"]["model"])
        training_process.write_job(self._folder, self._claimed["spec"], corpus, checkpoint)
        return self._folder

    def _fetch_model(self, model: dict[str, Any]) -> None:
        folder = self._folder / "model"
        folder.mkdir()
        for name in ("encoder", "decoder"):
            self._api.download(self._lease, model[name], folder / _FILES[name], self._stopped)

    def _listen(self, process: subprocess.Popen[str]) -> None:
        """Pass on what the job says, until it ends; events do not wait for uploads."""
        assert process.stdout is not None
        try:
            for line in process.stdout:
                message = json.loads(line)
                if "event" in message:
                    self._log.append(message["event"])
                else:
                    self._messages.put(message)
        except ValueError:
            pass  # it was killed in the middle of a line
        finally:
            self._messages.put(None)

    def _publish(self, path: Path, epoch: int, heart: Heart) -> None:
        """Upload a checkpoint and make it the place to go on from; its metrics go first."""
        last_seq = self._log.last_seq
        heart.flush()
        stored = self._api.upload(self._lease, path, self._stopped)
        self._api.checkpoint(
            {**self._lease, "epoch": epoch, "lastSeq": last_seq, "sha256": stored["sha256"]},
            self._stopped,
        )
        path.unlink()

    def _hand_in_model(self, manifest: dict[str, Any], heart: Heart) -> None:
        further = {k: file for k, file in _FILES_OF_SOME.items() if k in manifest["files"]}
        for name, file in (_FILES | further).items():
            self._check()
            stored = self._api.upload(self._lease, self._folder / "out" / file, self._stopped)
            if stored["sha256"] != manifest["files"][name]["sha256"]:
                raise JobFailed(f"{file} is not the file the manifest speaks of")
        heart.flush()
        self._api.complete({**self._lease, "manifest": manifest}, self._stopped)

    def _hand_in_result(self, path: Path, heart: Heart) -> None:
        self._check()
        stored = self._api.upload(self._lease, path, self._stopped)
        heart.flush()
        self._api.measured({**self._lease, "sha256": stored["sha256"]}, self._stopped)

    def _check(self) -> None:
        if self._stopped.is_set():
            raise Stopped

    def _take_refusal(self, refused: Refused) -> None:
        self._refused = self._refused or refused
        self.stop("lost" if refused.status in (401, 409) else "failed")

    def _fail(self, message: str, heart: Heart) -> Outcome:
        """Report a failure of the job after everything it said before."""
        try:
            heart.flush()
            self._api.fail(
                {**self._lease, "cancelled": False, "message": message[:4000]}, self._stopped
            )
            return "failed"
        except Refused as refused:
            self._take_refusal(refused)
        except Stopped:
            pass
        return self._give_up()

    def _give_up(self) -> Outcome:
        """Tell the server why this attempt ends; it may be away, so this waits only a moment."""
        why = self._why or "lost"
        soon = threading.Event()
        timer = threading.Timer(_SECONDS_FOR_LAST_WORDS, soon.set)
        timer.start()
        try:
            if why == "cancelled":
                self._api.fail({**self._lease, "cancelled": True, "message": "Cancelled."}, soon)
            elif why == "failed":
                message = f"The server refused what the worker sent: {self._refused}"[:4000]
                self._api.fail({**self._lease, "cancelled": False, "message": message}, soon)
            elif why == "released":
                self._api.release({**self._lease, "reason": "it was asked to end."}, soon)
        except (Refused, Stopped):
            return "lost"
        finally:
            timer.cancel()
        return why

    def _end_process(self) -> None:
        if self._process is not None:
            training_process.end(self._process)
            self._process.wait()

    def _last_words(self, process: subprocess.Popen[str]) -> str:
        code: int | None = None
        with contextlib.suppress(subprocess.TimeoutExpired):
            code = process.wait(_SECONDS_FOR_LAST_WORDS)
        errors = training_process.errors(self._folder)[-1500:]
        if code is None:  # alive, yet what it said cannot be read
            return f"The process of the run stopped making sense and was ended.\n{errors}"
        if code == -signal.SIGKILL:
            return (
                "The process of the run was killed from outside; most often the machine had too "
                f"little memory. A smaller batch or circuit size needs less.\n{errors}"
            )
        return f"The process of the run ended unexpectedly (code {code}).\n{errors}"

"""A run's work in a process of its own: a cancel, a crash or a lack of memory ends only that.

Speaks JSON lines on its standard output; reads nothing, but ends when its standard input closes,
so it never outlives the worker. Processes it starts itself are of its group and end with it.
"""

import contextlib
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import threading
import traceback
from pathlib import Path
from typing import Any, TextIO

from .reservoir.blas import blas_settings

_JOB = "job.json"
_ERRORS = "stderr.log"


def write_job(folder: Path, spec: dict[str, Any], corpus: Path, checkpoint: Path | None) -> None:
    """Lay down what `start` will do."""
    job = {"spec": spec, "corpus": str(corpus), "checkpoint": checkpoint and str(checkpoint)}
    (folder / _JOB).write_text(json.dumps(job))


def start(folder: Path) -> subprocess.Popen[str]:
    """Start the job of the folder; its files go to folder/out."""
    # What was compiled once on this machine is kept: most of a short run is compiling.
    kept = Path.home() / ".cache" / "latentome" / f"jax-{platform.node()}"
    settings = {"JAX_COMPILATION_CACHE_DIR": str(kept)}
    if json.loads((folder / _JOB).read_text())["spec"].get("kind") == "measure":
        # Beside other work, threads that wait for each other took the fits many times as long.
        settings |= blas_settings()
    with (folder / _ERRORS).open("w") as errors:
        return subprocess.Popen(
            [sys.executable, "-m", "latentome_worker.training_process", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env={**settings, **os.environ},
            start_new_session=True,  # Ctrl-C reaches the worker alone, which then stops this one
        )


def end(process: subprocess.Popen[str]) -> None:
    """End a job and whatever it started, at once."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def errors(folder: Path) -> str:
    """What the job printed: library warnings, the traceback of a crash."""
    return (folder / _ERRORS).read_text(errors="replace").strip()


class _Teller:
    """Callbacks that write to the worker."""

    def __init__(self, folder: Path, out: TextIO) -> None:
        self._folder = folder
        self._out = out
        self._lock = threading.Lock()

    def tell(self, message: dict[str, Any]) -> None:
        line = json.dumps(message, allow_nan=False)
        with self._lock:
            self._out.write(line + "\n")
            self._out.flush()

    def event(self, event: dict[str, Any]) -> None:
        self.tell({"event": event})

    def cancelled(self) -> bool:
        return False  # the worker ends this process instead

    def checkpoint(self, path: Path, epoch: int) -> None:
        kept = self._folder / f"checkpoint-{epoch}{path.suffix}"
        shutil.copyfile(path, kept)  # the job may overwrite its own while this one is uploaded
        self.tell({"checkpoint": {"path": str(kept), "epoch": epoch}})


def _end_with_the_worker(folder: Path) -> None:
    sys.stdin.buffer.read()
    shutil.rmtree(folder, ignore_errors=True)  # the worker was killed and cannot
    os.killpg(0, signal.SIGKILL)  # those it started would go on with what they have in hand


def _done(folder: Path, job: dict[str, Any], teller: _Teller) -> dict[str, Any]:
    """Do the job; what it made, as the worker hands it in."""
    spec, corpus = job["spec"], Path(job["corpus"])
    out = folder / "out"
    out.mkdir()
    checkpoint = job["checkpoint"] and Path(job["checkpoint"])
    # JAX takes seconds to import and holds the device: only this process needs it.
    if spec["kind"] == "measure":
        from .measurement import run_measurement

        result = run_measurement(corpus, folder / "model", spec, out, teller, checkpoint)
        return {"result": str(result)}
    from .pipeline import run_training

    return {"manifest": run_training(corpus, spec, out, teller, checkpoint)}


def main(folder: Path) -> None:
    """Run the job; anything printed goes to the error file, standard output is for the worker."""
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    threading.Thread(target=_end_with_the_worker, args=[folder], daemon=True).start()
    teller = _Teller(folder, out)
    job = json.loads((folder / _JOB).read_text())
    try:
        teller.tell(_done(folder, job, teller))
    except Exception as error:
        text = traceback.format_exc()
        teller.event({"kind": "log", "level": "error", "text": text[-4000:]})
        teller.tell({"failed": f"{type(error).__name__}: {error}"})
    os._exit(0)  # a thread left behind by a library must not keep the process


if __name__ == "__main__":
    main(Path(sys.argv[1]))

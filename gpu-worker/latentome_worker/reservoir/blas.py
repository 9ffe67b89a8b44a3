"""Settings under which OpenBLAS does many small products fast; read when a process loads it."""

import json
from pathlib import Path

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
_WIDE = {"avx512f", "avx512bw", "avx512dq", "avx512vl"}


def blas_settings(cpu: Path = Path("/proc/cpuinfo")) -> dict[str, str]:
    """Environment of a process of its own: one thread, and the widest products it can do.

    OpenBLAS knows processors by name: one newer than itself it takes for a Haswell, and its
    products are half as fast as those it has for 512-bit vectors.
    """
    made: dict[str, str] = {}
    made.update(dict.fromkeys(_THREADS, "1"))
    told = cpu.read_text() if cpu.exists() else ""
    flags = next((line for line in told.splitlines() if line.startswith("flags")), "")
    if set(flags.split()) >= _WIDE:
        made["OPENBLAS_CORETYPE"] = "SkylakeX"
    return made


if __name__ == "__main__":
    print(json.dumps(blas_settings()))

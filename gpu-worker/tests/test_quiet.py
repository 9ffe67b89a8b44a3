import os
import subprocess
import sys
from pathlib import Path

WORKER = Path(__file__).parents[1]
STARTER = WORKER.parent / "db" / "starter" / "decoder.onnx"
OPENS_A_MODEL = """
import sys
from pathlib import Path
from latentome_worker.network import session
session(Path(sys.argv[1]))
"""


def test_opening_a_model_leaves_no_identifier_or_report_behind(tmp_path: Path) -> None:
    """Telemetry of onnxruntime would write a session and a device id below these folders."""
    own = {
        "HOME": str(tmp_path),
        "TMPDIR": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    surroundings = {
        name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"
    }
    command = [sys.executable, "-c", OPENS_A_MODEL, str(STARTER)]
    subprocess.run(command, check=True, cwd=WORKER, env={**surroundings, **own})
    left = [str(found.relative_to(tmp_path)) for found in tmp_path.rglob("*")]
    assert [name for name in left if "Microsoft" in name or name.endswith(".ses")] == []

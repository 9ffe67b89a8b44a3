"""The command line: `latentome-worker COMMAND`; what commands there are stands below."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from . import loop
from .callbacks import Callbacks
from .reservoir.protocol import TASKS


class Printing(Callbacks):
    """Callbacks that print a line for each phase, epoch and message."""

    def event(self, event: dict[str, Any]) -> None:
        match event["kind"]:
            case "phase":
                print(f"{event['phase']} {event['progress']:.0%}", flush=True)
            case "metric":
                kept = {name: _short(value) for name, value in event["values"].items()}
                told = " ".join(f"{name} {value}" for name, value in kept.items())
                print(f"epoch {event['epoch']}: {told}", flush=True)
            case "log":
                print(event["text"], flush=True)

    def cancelled(self) -> bool:
        return False

    def checkpoint(self, path: Path, epoch: int) -> None:
        print(f"checkpoint after epoch {epoch}: {path}", flush=True)


def _short(value: float | None) -> str:
    return "-" if value is None else f"{value:.4g}"


def _train(options: argparse.Namespace) -> int:
    # JAX takes seconds to import, which the other commands need not wait for.
    from .pipeline import run_training

    options.out.mkdir(parents=True, exist_ok=True)
    spec = json.loads(options.spec.read_text())
    run_training(options.corpus, spec, options.out, Printing(), options.checkpoint)
    return 0


def _evaluate(options: argparse.Namespace) -> int:
    from .recompute import recomputed_figures

    print(json.dumps(recomputed_figures(options.model, options.corpus), indent=1))
    return 0


def _report(options: argparse.Namespace) -> int:
    from .report import complete, report

    if options.out is None:
        for folder in options.model:
            complete(folder, options.corpus or folder / "corpus.safetensors")
        return 0
    told = report(options.model, options.corpus, options.seed, options.draws)
    options.out.write_text(json.dumps(told, allow_nan=False))
    return 0


def _function(options: argparse.Namespace) -> int:
    from .corpus import read_corpus
    from .function_report import function_report
    from .network import OnnxNetwork

    corpus = read_corpus(options.corpus)
    tasks = tuple(options.tasks)
    asked = {"inputSeeds": list(range(1, options.inputs + 1))} if options.inputs else {}
    network = OnnxNetwork(options.model)
    told = function_report(network, corpus, tasks, options.seed, _say, options.circuits, **asked)
    options.out.write_text(json.dumps(told, allow_nan=False, indent=1))
    return 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _structure(options: argparse.Namespace) -> int:
    from .structure_report import structure_report

    told = structure_report(
        options.corpus, options.null, options.draws, options.seed, options.every
    )
    print(json.dumps(told, indent=1))
    return 0


def _measure(options: argparse.Namespace) -> int:
    from .measurement import run_measurement

    options.out.mkdir(parents=True, exist_ok=True)
    kept = options.out / "checkpoint.json"
    spec = json.loads(options.spec.read_text())
    done = kept if kept.exists() else None
    run_measurement(options.corpus, options.model, spec, options.out, Printing(), done)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("latentome-worker", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    work = commands.add_parser("work", help="claim runs from a server and do them")
    loop.add_arguments(work)
    work.set_defaults(command=loop.main)

    train = commands.add_parser("train", help="train one model from a corpus file")
    train.add_argument("--corpus", type=Path, required=True, help="corpus.safetensors")
    train.add_argument("--spec", type=Path, required=True, help="trainSpec as JSON")
    train.add_argument("--out", type=Path, required=True, help="folder for the model")
    train.add_argument("--checkpoint", type=Path, help="go on from this checkpoint")
    train.set_defaults(command=_train)

    evaluate = commands.add_parser("evaluate", help="recompute a model's figures from its files")
    evaluate.add_argument("--model", type=Path, required=True, help="folder of the model")
    evaluate.add_argument("--corpus", type=Path, required=True, help="its corpus.safetensors")
    evaluate.set_defaults(command=_evaluate)

    report = commands.add_parser("report", help="evaluate models and write it all down")
    report.add_argument("--model", type=Path, nargs="+", required=True, help="folders of models")
    report.add_argument("--corpus", type=Path, help="of all of them; else that of each folder")
    report.add_argument(
        "--out", type=Path, help="report as JSON; without it each model.json gets its own report"
    )
    report.add_argument("--seed", type=int, default=1)
    report.add_argument("--draws", type=int, default=5, help="samples of each generator")
    report.set_defaults(command=_report)

    function = commands.add_parser("function", help="how well z tells what circuits compute")
    function.add_argument("--model", type=Path, required=True, help="folder of the model")
    function.add_argument("--corpus", type=Path, required=True, help="its corpus.safetensors")
    function.add_argument("--tasks", nargs="+", choices=TASKS, default=TASKS)
    function.add_argument("--circuits", type=int, help="of a fold at most; else all")
    function.add_argument("--inputs", type=int, help="a score is averaged over; else eight")
    function.add_argument("--out", type=Path, required=True, help="figures as JSON")
    function.add_argument("--seed", type=int, default=1)
    function.set_defaults(command=_function)

    measured = commands.add_parser("measure", help="what a run of kind measure does")
    measured.add_argument("--model", type=Path, required=True, help="folder of the model")
    measured.add_argument("--corpus", type=Path, required=True, help="its corpus.safetensors")
    measured.add_argument("--spec", type=Path, required=True, help="recordedMeasure as JSON")
    measured.add_argument(
        "--out", type=Path, required=True, help="folder; goes on from what lies there"
    )
    measured.set_defaults(command=_measure)

    structure = commands.add_parser("structure", help="metrics of a corpus beside their null")
    structure.add_argument("--corpus", type=Path, required=True, help="corpus.safetensors")
    nulls = ("erdos_renyi", "distance_type", "degree", "reciprocity")
    structure.add_argument("--null", choices=nulls, default="degree", help="what is kept")
    structure.add_argument("--draws", type=int, default=200, help="of the null, per circuit")
    structure.add_argument("--seed", type=int, default=1)
    structure.add_argument("--every", action="store_true", help="all metrics, not only the eight")
    structure.set_defaults(command=_structure)
    return parser


def main() -> int:
    """Run the command of the arguments; returns the exit status."""
    options = _parser().parse_args()
    return int(options.command(options))


if __name__ == "__main__":
    sys.exit(main())

"""The generative model of Latentome: training, evaluation and ONNX export."""

import os

VERSION = "0.1.0"

# onnxruntime reports its use to its makers by default; what a lab computes is the lab's own affair.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

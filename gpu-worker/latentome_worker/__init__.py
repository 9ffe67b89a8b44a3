"""The generative model of Latentome: training, evaluation and ONNX export."""

VERSION = "0.1.0"

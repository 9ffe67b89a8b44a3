import { fileURLToPath } from 'node:url';

/** The files of a model, as a training leaves them. */
export const starterFiles = [
  'model.json',
  'encoder.onnx',
  'decoder.onnx',
  'map.safetensors',
  'weights.onnx',
];

export const starterFolder = fileURLToPath(new URL('.', import.meta.url));
export const workerFolder = fileURLToPath(new URL('../../gpu-worker', import.meta.url));
export const workerPython = fileURLToPath(
  new URL('../../gpu-worker/.venv/bin/python', import.meta.url),
);

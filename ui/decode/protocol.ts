import type { WeightScale } from '~/core/contracts/index.ts';
import type { DrawnCircuit } from '~/core/decoder/index.ts';

export type Backend = 'wasm' | 'webgpu';
/** `auto`: WebGPU where there is an adapter, else wasm. */
export type BackendChoice = Backend | 'auto';

/** A file of the model and the hash its bytes must have. */
export type ModelFile = { url: string; sha256: string };

/** Everything a decoding worker needs before its first circuit. */
export type DecoderSource = {
  decoder: ModelFile;
  encoder: ModelFile;
  /** of a model that tells weights: weights.onnx and what they are drawn from */
  weights: { file: ModelFile; scale: WeightScale } | null;
  /** folder of onnxruntime's own files, with its closing slash */
  ortUrl: string;
  backend: BackendChoice;
  /** dimensions of u */
  individuality: number;
  selfEdges: boolean;
};

/** One individual of one blueprint: z [Z], seed, conditions f [n * F]. */
export type DecodeRequest = {
  z: readonly number[];
  seed: number;
  n: number;
  conditions: Float32Array;
  /** also give the probability of each connection */
  probabilities?: boolean;
};

export type Decoded = DrawnCircuit & {
  backend: Backend;
  /** of the network and of the draw, ms */
  networkMs: number;
  drawMs: number;
  /** P(i -> j) [n * n], when asked for */
  probabilities: Float32Array<ArrayBuffer> | null;
};

/** Several places and seeds over the same neurons, in one run of the network. */
export type DecodeManyRequest = {
  places: readonly { z: readonly number[]; seed: number }[];
  n: number;
  conditions: Float32Array;
};

/** A drawn circuit [n * n] and what it was drawn from, to be given weights. */
export type WeighRequest = {
  z: readonly number[];
  seed: number;
  n: number;
  conditions: Float32Array;
  adjacency: Uint8Array;
};

/** An observed circuit and the conditions of its neurons. */
export type EncodeRequest = { n: number; conditions: Float32Array; adjacency: Uint8Array };

/** Posterior of the blueprint [Z] and of the standard individuality [n * U]. */
export type Encoded = {
  zMean: Float32Array;
  zLogvar: Float32Array;
  uMean: Float32Array;
  uLogvar: Float32Array;
};

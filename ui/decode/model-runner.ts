import {
  drawCircuit,
  drawWeights,
  edgeProbabilities,
  individuality,
  type DrawnCircuit,
  type PairLogits,
} from '~/core/decoder/index.ts';
import { chooseBackend } from './backend.ts';
import { Network } from './network.ts';
import type {
  Backend,
  Decoded,
  DecodeManyRequest,
  DecodeRequest,
  DecoderSource,
  Encoded,
  EncodeRequest,
  WeighRequest,
} from './protocol.ts';
import type { Loading } from './runtime-file.ts';

/** Decoder and encoder of one model, as they run inside the worker. */
export class ModelRunner {
  readonly #source: DecoderSource;
  readonly backend: Backend;
  readonly #decoder: Network;
  #encoder: Promise<Network> | null = null;
  #weigher: Promise<Network> | null = null;
  #last = { seed: -1, n: 0, u: new Float32Array(0) };

  private constructor(source: DecoderSource, backend: Backend, decoder: Network) {
    this.#source = source;
    this.backend = backend;
    this.#decoder = decoder;
  }

  /** Load the decoder; encoder and weigher follow when they are first needed. */
  static async open(source: DecoderSource, told: (loading: Loading) => void): Promise<ModelRunner> {
    const backend = await chooseBackend(source.backend);
    const decoder = await Network.open(source.decoder, backend, source.ortUrl, told);
    return new ModelRunner(source, backend, decoder);
  }

  async decode(request: DecodeRequest): Promise<Decoded> {
    const { selfEdges } = this.#source;
    const started = performance.now();
    const [logits] = await this.logits({ ...request, places: [request] });
    if (!logits) throw new Error('The network gave no circuit.');
    const answered = performance.now();
    const circuit = drawCircuit(logits, request.seed, selfEdges);
    const drawn = performance.now();
    return {
      ...circuit,
      backend: this.backend,
      networkMs: answered - started,
      drawMs: drawn - answered,
      probabilities: request.probabilities ? edgeProbabilities(logits, selfEdges) : null,
    };
  }

  async decodeMany(request: DecodeManyRequest): Promise<DrawnCircuit[]> {
    const logits = await this.logits(request);
    return logits.map((one, index) =>
      drawCircuit(one, request.places[index]?.seed ?? 0, this.#source.selfEdges),
    );
  }

  async encode({ n, conditions, adjacency }: EncodeRequest): Promise<Encoded> {
    const { encoder, ortUrl } = this.#source;
    this.#encoder ??= Network.open(encoder, this.backend, ortUrl);
    const network = await this.#encoder;
    const outputs = await network.run(
      {
        f: { data: conditions, shape: [1, n, conditions.length / n] },
        a: { data: Float32Array.from(adjacency), shape: [1, n, n] },
      },
      ['z_mean', 'z_logvar', 'u_mean', 'u_logvar'],
    );
    return {
      zMean: outputs.z_mean,
      zLogvar: outputs.z_logvar,
      uMean: outputs.u_mean,
      uLogvar: outputs.u_logvar,
    };
  }

  /** Weights [n * n] of a circuit that was drawn here. @throws Error when the model tells none */
  async weigh(request: WeighRequest): Promise<Float64Array<ArrayBuffer>> {
    const { z, seed, n, conditions, adjacency } = request;
    const { weights, ortUrl, individuality: dimensions } = this.#source;
    if (!weights) throw new Error('This model tells no weights.');
    this.#weigher ??= Network.open(weights.file, this.backend, ortUrl).catch((error: unknown) => {
      this.#weigher = null; // a file that did not come may come when it is asked for again
      throw error;
    });
    const network = await this.#weigher;
    const { mu } = await network.run(
      {
        f: { data: conditions, shape: [1, n, conditions.length / n] },
        z: { data: Float32Array.from(z), shape: [1, z.length] },
        u: { data: this.#individual(seed, n), shape: [1, n, dimensions] },
      },
      ['mu'],
    );
    return drawWeights(mu, { n, adjacency }, seed, weights.scale);
  }

  async close(): Promise<void> {
    await this.#decoder.close();
    await (await this.#encoder)?.close();
    await (await this.#weigher)?.close();
  }

  /** u [n * U]. The last is kept: a probe that is dragged stays the same individual. */
  #individual(seed: number, n: number): Float32Array {
    if (this.#last.seed !== seed || this.#last.n !== n)
      this.#last = { seed, n, u: individuality(seed, n, this.#source.individuality) };
    return this.#last.u;
  }

  /** lo and rho of each place, over the same neurons; views of one array each. */
  async logits({ places, n, conditions }: DecodeManyRequest): Promise<PairLogits[]> {
    const batch = places.length;
    const dimensions = this.#source.individuality;
    const { lo, rho } = await this.#decoder.run(
      {
        f: {
          data: concatenate(places.map(() => conditions)),
          shape: [batch, n, conditions.length / n],
        },
        z: {
          data: Float32Array.from(places.flatMap(({ z }) => z)),
          shape: [batch, places[0]?.z.length ?? 0],
        },
        u: {
          data: concatenate(places.map(({ seed }) => this.#individual(seed, n))),
          shape: [batch, n, dimensions],
        },
      },
      ['lo', 'rho'],
    );
    return places.map((_, index) => {
      const [from, to] = [index * n * n, (index + 1) * n * n];
      return { n, lo: lo.subarray(from, to), rho: rho.subarray(from, to) };
    });
  }
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let from = 0;
  for (const part of parts) {
    whole.set(part, from);
    from += part.length;
  }
  return whole;
}

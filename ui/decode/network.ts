import * as ort from 'onnxruntime-web/webgpu';
import { fetchModelFile } from './model-file.ts';
import type { Backend, ModelFile } from './protocol.ts';
import { fetchRuntime, type Loading } from './runtime-file.ts';

export type Input = { data: Float32Array; shape: readonly number[] };

/** One ONNX network of float32 inputs and outputs. */
export class Network {
  /** Concurrent runs hang the runtime, whichever network they belong to: each waits for the one before. */
  static #last: Promise<unknown> = Promise.resolve();
  static #runtime: Promise<void> | null = null;
  readonly #session: ort.InferenceSession;

  private constructor(session: ort.InferenceSession) {
    this.#session = session;
  }

  /**
   * @param ortUrl folder of the runtime's own files; they are fetched when the first network opens
   * @param told hears how much of them has come
   */
  static async open(
    file: ModelFile,
    backend: Backend,
    ortUrl: string,
    told: (loading: Loading) => void = () => undefined,
  ): Promise<Network> {
    Network.#runtime ??= loadRuntime(ortUrl, told);
    const [bytes] = await Promise.all([fetchModelFile(file), Network.#runtime]);
    // No graph capture: with it the WebGPU backend gives silently wrong output. Errors only: the runtime else warns of
    // every shape operator that it rightly keeps on the CPU.
    const session = await ort.InferenceSession.create(bytes, {
      executionProviders: [backend],
      logSeverityLevel: 3,
    });
    delete ort.env.wasm.wasmBinary; // compiled by now, and large
    return new Network(session);
  }

  /** Run once and hand out the named outputs. */
  run<Name extends string>(
    inputs: Record<string, Input>,
    outputs: readonly Name[],
  ): Promise<Record<Name, Float32Array>> {
    const run = Network.#last.then(() => this.#run(inputs, outputs));
    Network.#last = run.catch(() => undefined);
    return run;
  }

  async #run<Name extends string>(
    inputs: Record<string, Input>,
    outputs: readonly Name[],
  ): Promise<Record<Name, Float32Array>> {
    const feeds = Object.fromEntries(
      Object.entries(inputs).map(([name, { data, shape }]) => [
        name,
        new ort.Tensor('float32', data, shape),
      ]),
    );
    const results = await this.#session.run(feeds, outputs);
    const taken = await Promise.all(
      outputs.map(async (name): Promise<[Name, Float32Array]> => {
        const data = await results[name]?.getData(true);
        if (!(data instanceof Float32Array))
          throw new Error(`The model has no float32 output ${name}.`);
        return [name, data];
      }),
    );
    return Object.fromEntries(taken) as Record<Name, Float32Array>;
  }

  async close(): Promise<void> {
    await Network.#last;
    await this.#session.release();
  }
}

/** Hands the runtime its files, fetched here so that their coming can be told. */
async function loadRuntime(ortUrl: string, told: (loading: Loading) => void): Promise<void> {
  // The version in the address lets the server have these files kept for ever.
  const runtime = `${ortUrl}ort-wasm-simd-threaded.asyncify`;
  const version = `?v=${ort.env.versions.web ?? ''}`;
  ort.env.wasm.wasmPaths = { mjs: `${runtime}.mjs${version}` };
  // One thread: at n 64 two were never faster (0.74 against 0.70 ms), and on a busy machine they wait for each other.
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary = await fetchRuntime(`${runtime}.wasm${version}`, told);
}

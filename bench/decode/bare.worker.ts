import * as ort from 'onnxruntime-web/webgpu';

/** What anyone would write first: open the network, run it with the same inputs, read the outputs. */
export type BareRequest = {
  modelUrl: string;
  ortUrl: string;
  backend: 'wasm' | 'webgpu';
  rounds: number;
  feeds: Record<string, { data: Float32Array; shape: number[] }>;
};

let session: Promise<ort.InferenceSession> | null = null;

addEventListener('message', (event: MessageEvent<BareRequest>) => {
  void loop(event.data).then((answer) =>
    postMessage(answer, { transfer: answer.outputs.map(({ buffer }) => buffer) }),
  );
});

/** `times`: ms of each round; `outputs`: of the last. */
export type BareAnswer = { times: number[]; outputs: Float32Array<ArrayBuffer>[] };

async function loop({
  modelUrl,
  ortUrl,
  backend,
  rounds,
  feeds,
}: BareRequest): Promise<BareAnswer> {
  ort.env.wasm.wasmPaths = ortUrl;
  ort.env.wasm.numThreads = 1;
  session ??= fetch(modelUrl)
    .then((response) => response.arrayBuffer())
    .then((bytes) => ort.InferenceSession.create(bytes, { executionProviders: [backend] }));
  const open = await session;
  const times: number[] = [];
  let last: ort.Tensor['data'][] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const outputs = await open.run(
      Object.fromEntries(
        Object.entries(feeds).map(([name, { data, shape }]) => [
          name,
          new ort.Tensor('float32', data, shape),
        ]),
      ),
    );
    last = [];
    for (const output of Object.values(outputs)) last.push(await output.getData(true));
    times.push(performance.now() - started);
  }
  // The runtime keeps what it gave; only a copy can be handed over.
  const outputs = last.map((data) =>
    data instanceof Float32Array ? data.slice() : new Float32Array(),
  );
  return { times, outputs };
}

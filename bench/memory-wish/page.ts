import { metricIds, modelManifest } from '~/core/contracts/index.ts';
import { functionScore } from '~/core/directions/index.ts';
import {
  conditionsOf,
  neuronsOf,
  observedCircuit,
  ofOwnSize,
  readMap,
} from '~/core/latent/index.ts';
import { measure } from '~/core/metrics/index.ts';
import { memoryOf, memoryProtocol, Target, valueWish, groundOf } from '~/core/synthesis/index.ts';
import { createDecoder } from '~/ui/decode/index.ts';
import { createSynthesiser } from '~/ui/synthesis/index.ts';

const width = metricIds.length;
const held = 3;
/** Inputs that no order was made with. */
const otherInputs = [11, 12, 13, 14];

/** One request for the metrics and the memory of a held-out circuit; errors in shares of the data's range. */
export type Row = {
  seconds: number;
  metrics: number;
  memory: number;
  /** the same of both circuits under other inputs */
  otherInputs: number;
  cost: number;
};

async function openModel() {
  const address = (file: string) => new URL(`/model/${file}`, location.href).href;
  const read = async (file: string) =>
    new Uint8Array(await (await fetch(address(file))).arrayBuffer());
  const manifest = modelManifest.parse(
    JSON.parse(new TextDecoder().decode(await read('model.json'))),
  );
  const map = readMap(await read('map.safetensors'));
  const decoder = createDecoder({
    manifest,
    backend: 'wasm',
    fileUrl: (sha256) =>
      address(sha256 === manifest.files.decoder.sha256 ? 'decoder.onnx' : 'encoder.onnx'),
  });
  await decoder.ready;
  const synthesiser = createSynthesiser(map, manifest);
  const started = performance.now();
  const span = await synthesiser.memory(() => undefined);
  const learnt = (performance.now() - started) / 1000;
  return { manifest, map, decoder, synthesiser, span, learnt };
}
let opened: ReturnType<typeof openModel> | null = null;
const open = () => (opened ??= openModel());

const memoryBench = {
  async learnt() {
    const { span, learnt } = await open();
    return { ...span, seconds: learnt };
  },

  /** `count` requests, one a held-out circuit, over its neurons. @param asked places in metricIds */
  async run(asked: readonly number[], count: number): Promise<Row[]> {
    const { manifest, map, decoder, synthesiser, span } = await open();
    const { scales } = groundOf(map);
    const range = span.greatest - span.least;
    const all = Array.from({ length: map.circuits }, (_, index) => index).filter(
      (index) =>
        map.fold[index] === held &&
        ofOwnSize(map, index) &&
        !map.metrics.subarray(index * width, (index + 1) * width).some(Number.isNaN) &&
        !Number.isNaN(memoryOf(observedCircuit(map, index), map, index)),
    );
    const rows: Row[] = [];
    for (let k = 0; k < Math.min(count, all.length); k++) {
      const index = all[Math.floor((k * all.length) / Math.min(count, all.length))] ?? 0;
      const observed = observedCircuit(map, index);
      const metrics = Object.fromEntries(
        metricIds.flatMap((id, column) =>
          asked.includes(column)
            ? [[id, valueWish(map.metrics[index * width + column] ?? Number.NaN)]]
            : [],
        ),
      );
      const wanted = memoryOf(observed, map, index);
      const conditions = conditionsOf(map, index, manifest);
      const started = performance.now();
      const made = await synthesiser.order(
        {
          request: { ...metrics, memory: valueWish(wanted) },
          seed: 1000 + k,
          conditions: index,
        },
        (places) => decoder.logits({ places, n: map.size, conditions }),
        () => undefined,
      );
      const seconds = (performance.now() - started) / 1000;
      if (!('circuit' in made)) throw new Error(made.map(({ problem }) => problem).join(' '));
      const values = measure(made.circuit);
      const classes = neuronsOf(map, index).map((neuron) => neuron.class);
      const other = { ...memoryProtocol, inputSeeds: otherInputs };
      const otherOf = (circuit: typeof observed) => functionScore(circuit, classes, other);
      rows.push({
        seconds,
        metrics: new Target(metrics, scales).worst(metricIds.map((id) => values[id] ?? NaN)),
        memory: Math.abs(memoryOf(made.circuit, map, index) - wanted) / range,
        otherInputs: Math.abs(otherOf(made.circuit) - otherOf(observed)) / range,
        cost: made.typicality.cost,
      });
    }
    return rows;
  },
};

declare global {
  interface Window {
    memoryBench: typeof memoryBench;
  }
}

window.memoryBench = memoryBench;

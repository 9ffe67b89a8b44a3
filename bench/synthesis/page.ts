import { metricIds, modelManifest } from '~/core/contracts/index.ts';
import type { Circuit } from '~/core/decoder/index.ts';
import { conditionsOf, readMap } from '~/core/latent/index.ts';
import { measure } from '~/core/metrics/index.ts';
import {
  groundOf,
  nearestTraining,
  Target,
  typicality,
  uniformWalk,
  usualPlan,
  valueWish,
  type SynthesisRequest,
} from '~/core/synthesis/index.ts';
import { createDecoder } from '~/ui/decode/index.ts';
import { createSynthesiser } from '~/ui/synthesis/index.ts';
import { climbs } from './climbs.ts';
import { largeMap } from './large-map.ts';

const width = metricIds.length;
const training = 1;
const held = 3;
const plainDraws = 64;

/** One request: greatest errors in shares of the data's range, and over its middle 98 %; cost in standard deviations. */
export type Row = {
  seconds: number;
  worst: number;
  worstInner: number;
  cost: number;
  distance: number;
  steps: number;
  shared: number;
  /** circuits of the map that it could be a copy of */
  same: number;
  nearest: number;
  plain: number;
  bestOf64: number;
  uniform: number;
  uniformCost: number;
  uniformSeconds: number;
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
  return { manifest, map, decoder };
}

type Opened = Awaited<ReturnType<typeof openModel>>;
let opened: Promise<Opened> | null = null;

const metricsOf = (circuit: Circuit) => {
  const values = measure(circuit);
  return metricIds.map((id) => values[id] ?? Number.NaN);
};

const synthesisBench = {
  /** `count` requests for the metrics of held-out circuits, over their neurons, each with another individual. */
  async run(asked: number[], count: number): Promise<Row[]> {
    const { manifest, map, decoder } = await (opened ??= openModel());
    const ground = groundOf(map);
    const inner = innerScales(map);
    const synthesiser = createSynthesiser(map, manifest);
    const circuits = testCircuits(map, count);
    const rows: Row[] = [];
    for (const [k, index] of [circuits[0] ?? 0, ...circuits].entries()) {
      const metrics = map.metrics.subarray(index * width, (index + 1) * width);
      const request = requestOf(metrics, asked);
      const seed = 1000 + k;
      const conditions = conditionsOf(map, index, manifest);
      const places = { n: map.size, conditions };
      const started = performance.now();
      const made = await synthesiser.order(
        { request, seed, conditions: index },
        (some) => decoder.logits({ places: some, ...places }),
        () => undefined,
      );
      const seconds = (performance.now() - started) / 1000;
      if (!('circuit' in made)) throw new Error(made.map(({ problem }) => problem).join(' '));
      if (k === 0) continue; // warms everything up and is forgotten

      const target = new Target(request, ground.scales);
      const worst = (values: ArrayLike<number>) => target.worst(values);
      const [nearest = 0] = nearestTraining(ground, target, 1);
      const draws = await decoder.decodeMany({
        places: Array.from({ length: plainDraws }, (_, d) => ({
          z: made.z,
          seed: seed + 5000 * d,
        })),
        ...places,
      });
      const plain = draws.map((draw) => worst(metricsOf(draw)));
      const [logits] = await decoder.logits({ places: [{ z: made.z, seed }], ...places });
      const density = request.density?.low ?? ground.mean[0] ?? 0;
      const begun = performance.now();
      const uniform = uniformWalk(
        map.size,
        density * map.size * (map.size - 1),
        target,
        seed,
        usualPlan(map.size),
      );
      const uniformSeconds = (performance.now() - begun) / 1000;
      if (!logits) throw new Error('The decoder gave nothing.');
      rows.push({
        seconds,
        worst: worst(metricsOf(made.circuit)),
        worstInner: new Target(request, inner).worst(metricsOf(made.circuit)),
        cost: made.typicality.cost,
        distance: made.distance,
        steps: made.steps,
        shared: made.novelty.shared,
        same: made.novelty.identical + made.novelty.sameDegrees,
        nearest: worst(ground.metrics.subarray(nearest * width, (nearest + 1) * width)),
        plain: plain[0] ?? 1,
        bestOf64: Math.min(...plain),
        uniform: uniform.worst,
        uniformCost: typicality(logits, uniform.circuit).cost,
        uniformSeconds,
      });
    }
    synthesiser.dispose();
    return rows;
  },

  async climbs(count: number) {
    const { manifest, map, decoder } = await (opened ??= openModel());
    return climbs(map, manifest, decoder, testCircuits(map, count));
  },

  /** All eight metrics of `count` circuits four times as large, the greatest error and the time of each. */
  async large(
    count: number,
  ): Promise<{ n: number; worst: number; cost: number; seconds: number }[]> {
    const { manifest, map: small, decoder } = await (opened ??= openModel());
    const { map, conditions } = await largeMap(small, manifest, decoder, 200, count + 1);
    const synthesiser = createSynthesiser(map, manifest);
    const rows = [];
    for (const index of testCircuits(map, count + 1)) {
      const metrics = map.metrics.subarray(index * width, (index + 1) * width);
      const f = conditions(index);
      const started = performance.now();
      const made = await synthesiser.order(
        {
          request: requestOf(metrics, [...metricIds.keys()]),
          seed: 1 + index,
          conditions: index,
        },
        (places) => decoder.logits({ places, n: map.size, conditions: f }),
        () => undefined,
      );
      const seconds = (performance.now() - started) / 1000;
      if (!('circuit' in made)) throw new Error(made.map(({ problem }) => problem).join(' '));
      rows.push({ n: map.size, worst: made.worst, cost: made.typicality.cost, seconds });
    }
    synthesiser.dispose();
    return rows.slice(1); // the first warms everything up
  },
};

function requestOf(metrics: Float32Array, asked: readonly number[]): SynthesisRequest {
  return Object.fromEntries(
    metricIds.flatMap((id, column) =>
      asked.includes(column) ? [[id, valueWish(metrics[column] ?? Number.NaN)]] : [],
    ),
  );
}

type MapFile = Opened['map'];

/** Test circuits with all eight metrics, evenly spread over the fold. */
function testCircuits(map: MapFile, count: number): number[] {
  const all = Array.from({ length: map.circuits }, (_, index) => index).filter(
    (index) =>
      map.fold[index] === held &&
      !map.metrics.subarray(index * width, (index + 1) * width).some(Number.isNaN),
  );
  const step = all.length / Math.min(count, all.length);
  return Array.from(
    { length: Math.min(count, all.length) },
    (_, k) => all[Math.floor(k * step)] ?? 0,
  );
}

/** From the first to the last percentile of the training circuits: a range without its extremes. */
function innerScales(map: MapFile): Float64Array {
  return Float64Array.from({ length: width }, (_, column) => {
    const values = Array.from({ length: map.circuits }, (_, index) => index)
      .filter((index) => map.fold[index] === training)
      .map((index) => map.metrics[index * width + column] ?? Number.NaN)
      .filter((value) => !Number.isNaN(value))
      .sort((a, b) => a - b);
    const at = (share: number) => values[Math.floor(share * (values.length - 1))] ?? 0;
    return at(0.99) - at(0.01) || 1;
  });
}

declare global {
  interface Window {
    synthesisBench: typeof synthesisBench;
  }
}

window.synthesisBench = synthesisBench;

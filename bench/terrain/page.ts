import { modelManifest } from '~/core/contracts/index.ts';
import {
  conditionsOf,
  nearestCircuit,
  neuronsOf,
  principalPlane,
  readMap,
  unproject,
} from '~/core/latent/index.ts';
import { structureMetricOf, valueOf, Facts, isDefined } from '~/core/metrics/index.ts';
import type { StructureMetricId } from '~/core/metrics/index.ts';
import {
  batchOf,
  growTerrain,
  latentPoint,
  newPoints,
  type Terrain,
} from '~/core/terrain/index.ts';
import { createDecoder, createMeter, superseded } from '~/ui/decode/index.ts';

const region = { left: -2.5, right: 2.5, low: -2.5, high: 2.5 };
const seed = 1;

const fetchBytes = async (file: string) =>
  new Uint8Array(await (await fetch(new URL(`/model/${file}`, location.href))).arrayBuffer());

async function openModel() {
  const [json, bytes] = await Promise.all(['model.json', 'map.safetensors'].map(fetchBytes));
  if (!json || !bytes) throw new Error('The model is not served.');
  const manifest = modelManifest.parse(JSON.parse(new TextDecoder().decode(json)));
  const map = readMap(bytes);
  const { decoder, encoder } = manifest.files;
  const opened = createDecoder({
    manifest,
    backend: 'wasm',
    fileUrl: (sha256) => `/model/${sha256 === decoder.sha256 ? 'decoder' : encoder.sha256}.onnx`,
  });
  await opened.ready;
  const plane = principalPlane(manifest);
  const { index } = nearestCircuit(map, plane.origin);
  const neurons = neuronsOf(map, index);
  return {
    plane,
    decoder: opened,
    n: map.size,
    conditions: conditionsOf(map, index, manifest),
    known: {
      positions: manifest.hasPositions ? neurons.flatMap(({ x, y, z }) => [x, y, z]) : undefined,
      classes: neurons.map((neuron) => neuron.class),
    },
  };
}
type Model = Awaited<ReturnType<typeof openModel>>;

/** As the map does it; `told` hears of each level. */
async function grow(
  model: Model,
  property: StructureMetricId,
  told: (terrain: Terrain) => void,
  ended: () => boolean = () => false,
) {
  const { plane, decoder, n, conditions, known } = model;
  const meter = createMeter();
  const ran = await growTerrain({
    plane,
    region,
    batch: batchOf(n),
    decode: (places) =>
      decoder.decodeMany({ places: places.map((z) => ({ z, seed })), n, conditions }),
    measure: (circuits) =>
      meter.valuesOf(
        property,
        circuits.map(({ adjacency }) => ({ circuit: { n, adjacency }, ...known })),
      ),
    told,
    ended,
  });
  meter.dispose();
  return ran;
}

/** Trips of a probe that moves once a frame, ms, for as long as `while_` says. */
async function dragged({ decoder, plane, n, conditions }: Model, goesOn: () => boolean) {
  const trips: number[] = [];
  while (goesOn()) {
    await new Promise((next) => setTimeout(next, 16));
    const z = unproject(plane, Math.sin(trips.length / 20), Math.cos(trips.length / 20));
    const started = performance.now();
    const answer = await decoder.request({ z, seed, n, conditions });
    if (answer !== superseded) trips.push(performance.now() - started);
  }
  return trips;
}

let opened: Promise<Model> | null = null;
const model = () => (opened ??= openModel());

const terrainBench = {
  /** Seconds from the question to each level; with a probe dragged all the while, also its trips, ms. */
  async levels(property: StructureMetricId, drag: boolean) {
    const one = await model();
    const seconds: number[] = [];
    let done = false;
    const started = performance.now();
    const growing = grow(one, property, () => {
      seconds.push((performance.now() - started) / 1000);
    }).then(() => (done = true));
    const trips = drag ? await dragged(one, () => !done) : [];
    await growing;
    return { n: one.n, seconds, trips };
  },

  /** Trips of a dragged probe when nothing else is decoded, ms. */
  async alone(count: number) {
    const one = await model();
    let left = count;
    return dragged(one, () => left-- > 0);
  },

  /**
   * The coarse terrain beside single decodes of the same places, as the circuit view asks for them: the value of each, and
   * where they differ whether the single decode has pairs that may fall otherwise.
   */
  async beside(property: StructureMetricId) {
    const one = await model();
    const first: Terrain[] = [];
    await grow(
      one,
      property,
      (terrain) => void first.push(terrain),
      () => first.length > 0,
    );
    const metric = structureMetricOf(property);
    const singles = [];
    for (const point of newPoints(16)) {
      const z = latentPoint(one.plane, region, point);
      const { n, conditions } = one;
      const circuit = await one.decoder.request({ z, seed, n, conditions });
      if (circuit === superseded) throw new Error('Nobody else asks here.');
      const value = valueOf(metric, new Facts({ circuit, ...one.known }));
      singles.push({
        value: isDefined(value) ? value : null,
        borderline: circuit.borderline,
      });
    }
    const [coarse] = first;
    const values = Array.from(coarse?.values ?? [], (value) =>
      Number.isNaN(value) ? null : value,
    );
    return { values, singles };
  },
};

declare global {
  interface Window {
    terrainBench: typeof terrainBench;
  }
}

window.terrainBench = terrainBench;

import { metricIds, modelManifest } from '~/core/contracts/index.ts';
import {
  firstSeed,
  innerScales,
  judgeOrder,
  orderedCircuits,
  requestOf,
  type TimedOrder,
} from '~/core/evaluation/index.ts';
import { conditionsOf, readMap } from '~/core/latent/index.ts';
import { groundOf, type Place } from '~/core/synthesis/index.ts';
import { createDecoder } from '~/ui/decode/index.ts';
import { createSynthesiser } from '~/ui/synthesis/index.ts';
import { climbs } from './climbs.ts';
import { largeMap } from './large-map.ts';

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

const synthesisBench = {
  /** `count` orders for the metrics of held-out circuits, over their neurons, each with another individual. */
  async run(asked: readonly number[], count: number): Promise<TimedOrder[]> {
    const { manifest, map, decoder } = await (opened ??= openModel());
    const logits = (index: number, places: readonly Place[]) =>
      decoder.logits({ places, n: map.size, conditions: conditionsOf(map, index, manifest) });
    const model = { manifest, map, logits };
    const grounds = { ground: groundOf(map), inner: innerScales(map) };
    const synthesiser = createSynthesiser(map, manifest);
    const circuits = orderedCircuits(map, count);
    const orders: TimedOrder[] = [];
    for (const [k, index] of [circuits[0] ?? 0, ...circuits].entries()) {
      const request = requestOf(map, index, asked);
      const conditions = conditionsOf(map, index, manifest);
      const started = performance.now();
      const made = await synthesiser.order(
        { request, seed: firstSeed + k, conditions: index },
        (places) => decoder.logits({ places, n: map.size, conditions }),
        () => undefined,
      );
      const seconds = (performance.now() - started) / 1000;
      if (!('circuit' in made)) throw new Error(made.map(({ problem }) => problem).join(' '));
      // the first warms everything up and is forgotten
      if (k > 0) orders.push({ ...(await judgeOrder(model, grounds, request, made)), seconds });
    }
    synthesiser.dispose();
    return orders;
  },

  async climbs(count: number) {
    const { manifest, map, decoder } = await (opened ??= openModel());
    return climbs(map, manifest, decoder, orderedCircuits(map, count));
  },

  /** All eight metrics of `count` circuits four times as large, the greatest error and the time of each. */
  async large(
    count: number,
  ): Promise<{ n: number; worst: number; cost: number; seconds: number }[]> {
    const { manifest, map: small, decoder } = await (opened ??= openModel());
    const { map, conditions } = await largeMap(small, manifest, decoder, 200, count + 1);
    const synthesiser = createSynthesiser(map, manifest);
    const rows = [];
    for (const index of orderedCircuits(map, count + 1)) {
      const f = conditions(index);
      const started = performance.now();
      const made = await synthesiser.order(
        {
          request: requestOf(map, index, [...metricIds.keys()]),
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

declare global {
  interface Window {
    synthesisBench: typeof synthesisBench;
  }
}

window.synthesisBench = synthesisBench;

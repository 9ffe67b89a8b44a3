import { createDecoder, superseded, type Backend, type DecodeRequest } from '~/ui/decode/index.ts';
import { modelManifest, type ModelManifest } from '~/core/contracts/index.ts';
import { individuality, packCircuit } from '~/core/decoder/index.ts';
import { conditionsOf, placeOf, readMap, type LatentMap } from '~/core/latent/index.ts';
import type { BareAnswer, BareRequest } from './bare.worker.ts';
import { longestSilence } from './silence.ts';

const address = (file: string) => new URL(`/model/${file}`, location.href).href;

async function loadModel(): Promise<{ manifest: ModelManifest; map: LatentMap }> {
  const [manifest, map] = await Promise.all(['model.json', 'map.safetensors'].map(fetchBytes));
  if (!manifest || !map) throw new Error('The model is not served.');
  return {
    manifest: modelManifest.parse(JSON.parse(new TextDecoder().decode(manifest))),
    map: readMap(map),
  };
}

async function fetchBytes(file: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(address(file))).arrayBuffer());
}

/** A probe at circuit `index` over n neurons, taken from as many circuits of the map as that needs. */
function probe(
  { manifest, map }: { manifest: ModelManifest; map: LatentMap },
  n: number,
  index: number,
): DecodeRequest {
  const { width } = manifest.conditions;
  const conditions = new Float32Array(n * width);
  for (let row = 0; row < n; row += map.size) {
    const rows = conditionsOf(map, index + row / map.size, manifest);
    conditions.set(rows.subarray(0, Math.min(map.size, n - row) * width), row * width);
  }
  return { n, seed: index, z: placeOf(map, index), conditions };
}

async function openDecoder(manifest: ModelManifest, backend: Backend) {
  const { decoder, encoder } = manifest.files;
  const fileUrl = (sha256: string) =>
    address(sha256 === decoder.sha256 ? 'decoder.onnx' : `encoder.onnx#${encoder.sha256}`);
  const opened = createDecoder({ manifest, fileUrl, backend });
  await opened.ready;
  return {
    ...opened,
    async circuit(request: DecodeRequest) {
      const decoded = await opened.request(request);
      if (decoded === superseded) throw new Error('Nobody else asks here.');
      return decoded;
    },
  };
}

function emptyTimes(): number[] {
  return [];
}

function bareLoop() {
  const worker = new Worker(new URL('./bare.worker.ts', import.meta.url), { type: 'module' });
  return {
    run: (request: BareRequest) =>
      new Promise<BareAnswer>((resolve, reject) => {
        worker.onmessage = (event: MessageEvent<BareAnswer>) => resolve(event.data);
        worker.onerror = () => reject(new Error('The bare loop failed.'));
        worker.postMessage(request);
      }),
    end: () => worker.terminate(),
  };
}

const decodeBench = {
  /** Times in ms: a bare loop inside a worker, the same asked one by one from the page, and ours, by turns. */
  async compare(backend: Backend, n: number, turns: number, each: number) {
    const model = await loadModel();
    const decoder = await openDecoder(model.manifest, backend);
    const bare = bareLoop();
    const { z, u } = model.manifest.latent;
    const first = probe(model, n, 0);
    const request: BareRequest = {
      modelUrl: address('decoder.onnx'),
      ortUrl: new URL('/ort/', location.href).href,
      backend,
      rounds: each,
      feeds: {
        f: { data: first.conditions, shape: [1, n, model.manifest.conditions.width] },
        z: { data: Float32Array.from(first.z), shape: [1, z] },
        u: { data: individuality(0, n, u), shape: [1, n, u] },
      },
    };
    const probes = Array.from({ length: each }, (_, index) => ({
      ...probe(model, n, index),
      seed: 0, // a drag: one individual at many places
    }));
    const times = {
      loop: emptyTimes(),
      loopTrip: emptyTimes(),
      network: emptyTimes(),
      draw: emptyTimes(),
      inside: emptyTimes(),
      trip: emptyTimes(),
      silence: emptyTimes(),
      silenceIdle: emptyTimes(),
    };
    for (let turn = -1; turn < turns; turn++) {
      // The first turn warms everything up and is forgotten.
      if (turn === 0) for (const column of Object.values(times)) column.length = 0;
      times.loop.push(...(await bare.run(request)).times);
      const askBare = async () => {
        const started = performance.now();
        await bare.run({ ...request, rounds: 1 });
        times.loopTrip.push(performance.now() - started);
      };
      for (const [round, asked] of probes.entries()) {
        if (round % 2 === 0) await askBare(); // neither is always the second
        const started = performance.now();
        const { networkMs, drawMs } = await decoder.circuit(asked);
        times.trip.push(performance.now() - started);
        if (round % 2 === 1) await askBare();
        times.network.push(networkMs);
        times.draw.push(drawMs);
        times.inside.push(networkMs + drawMs);
      }
      const started = performance.now();
      times.silence.push(
        await longestSilence(async () => {
          for (const asked of probes) await decoder.circuit(asked);
        }),
      );
      const lasted = performance.now() - started;
      times.silenceIdle.push(
        await longestSilence(() => new Promise((resolve) => setTimeout(resolve, lasted))),
      );
    }
    decoder.dispose();
    bare.end();
    return times;
  },

  /** The first probes as plain numbers, for a decoder elsewhere. */
  async probes(n: number, count: number) {
    const model = await loadModel();
    return Array.from({ length: count }, (_, index) => {
      const asked = probe(model, n, index);
      return { ...asked, conditions: Array.from(asked.conditions) };
    });
  },

  /** Circuits of the first probes, packed, with the pairs that may fall otherwise. */
  async circuits(backend: Backend, n: number, count: number) {
    const model = await loadModel();
    const decoder = await openDecoder(model.manifest, backend);
    const circuits = [];
    for (let index = 0; index < count; index++) {
      const decoded = await decoder.circuit(probe(model, n, index));
      const { backend: ran, borderlinePairs } = decoded;
      circuits.push({ ...packCircuit(decoded), borderlinePairs, backend: ran });
    }
    decoder.dispose();
    return circuits;
  },

  /** A burst of requests as a drag makes them: how many were drawn, and whether the newest was. */
  async drag(backend: Backend, n: number, count: number) {
    const model = await loadModel();
    const decoder = await openDecoder(model.manifest, backend);
    const requests = Array.from({ length: count }, (_, index) => probe(model, n, index));
    const answers = await Promise.all(requests.map((request) => decoder.request(request)));
    const last = requests.at(-1);
    const alone = last ? await decoder.circuit(last) : null;
    decoder.dispose();
    const newest = answers.at(-1);
    return {
      drawn: answers.filter((answer) => answer !== superseded).length,
      newest: newest && newest !== superseded ? packCircuit(newest).adjacency : null,
      alone: alone && packCircuit(alone).adjacency,
    };
  },
};

declare global {
  interface Window {
    decodeBench: typeof decodeBench;
  }
}

window.decodeBench = decodeBench;

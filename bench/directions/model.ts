import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as ort from 'onnxruntime-web';
import { metricIds, modelManifest } from '~/core/contracts/index.ts';
import { drawCircuit, individuality } from '~/core/decoder/index.ts';
import type { DecodeAndMeasure } from '~/core/directions/index.ts';
import { conditionsOf, readMap } from '~/core/latent/index.ts';
import { measure } from '~/core/metrics/index.ts';

/** A model of a folder (decoder.onnx, map.safetensors, model.json), decoding in this process on one thread of wasm. */
export async function openModel(folder: string) {
  const read = async (name: string) => new Uint8Array(await readFile(join(folder, name)));
  const manifest = modelManifest.parse(
    JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')),
  );
  const map = readMap(await read('map.safetensors'));
  const runtime = dirname(createRequire(import.meta.url).resolve('onnxruntime-web'));
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = `${pathToFileURL(runtime).href}/`;
  const session = await ort.InferenceSession.create(await read('decoder.onnx'));
  const { size: n } = map;
  const { u: dimensions } = manifest.latent;

  const decode: DecodeAndMeasure = async (circuit, places) => {
    const f = conditionsOf(map, circuit, manifest);
    const batch = places.length;
    const tensor = (parts: readonly ArrayLike<number>[], shape: number[]) =>
      new ort.Tensor(
        'float32',
        Float32Array.from(parts.flatMap((part) => Array.from(part))),
        shape,
      );
    const { lo, rho } = await session.run({
      f: tensor(
        places.map(() => f),
        [batch, n, f.length / n],
      ),
      z: tensor(
        places.map(({ z }) => z),
        [batch, manifest.latent.z],
      ),
      u: tensor(
        places.map(({ seed }) => individuality(seed, n, dimensions)),
        [batch, n, dimensions],
      ),
    });
    const take = (tensorOf: ort.Tensor | undefined, k: number) => {
      if (!(tensorOf?.data instanceof Float32Array))
        throw new Error('The decoder gave no circuit.');
      return tensorOf.data.subarray(k * n * n, (k + 1) * n * n);
    };
    return places.flatMap(({ seed }, k) => {
      const circuit = drawCircuit(
        { n, lo: take(lo, k), rho: take(rho, k) },
        seed,
        manifest.selfEdges,
      );
      const values = measure(circuit);
      return metricIds.map((id) => values[id] ?? NaN);
    });
  };
  return { manifest, map, decode };
}

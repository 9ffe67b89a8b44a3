import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as ort from 'onnxruntime-web';
import { metricIds, modelManifest } from '~/core/contracts/index.ts';
import { drawCircuit, individuality, type Circuit } from '~/core/decoder/index.ts';
import type { DecodeAndMeasure, Place } from '~/core/directions/index.ts';
import { conditionsOf, readMap } from '~/core/latent/index.ts';
import { measure } from '~/core/metrics/index.ts';

export type OpenModel = Awaited<ReturnType<typeof openModel>>;

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
  const { z: dimensions, u: own } = manifest.latent;

  /** The circuits of several places over the neurons of one circuit, as the page draws them. */
  async function draw(circuit: number, places: readonly Place[]): Promise<Circuit[]> {
    const f = conditionsOf(map, circuit, manifest);
    const tensor = (parts: readonly ArrayLike<number>[], ...shape: number[]) => {
      const data = Float32Array.from(parts.flatMap((part) => Array.from(part)));
      return new ort.Tensor('float32', data, [parts.length, ...shape]);
    };
    const { lo, rho } = await session.run({
      f: tensor(
        places.map(() => f),
        n,
        f.length / n,
      ),
      z: tensor(
        places.map(({ z }) => z),
        dimensions,
      ),
      u: tensor(
        places.map(({ seed }) => individuality(seed, n, own)),
        n,
        own,
      ),
    });
    return places.map(({ seed }, k) => {
      const logits = { n, lo: part(lo, k, n * n), rho: part(rho, k, n * n) };
      return drawCircuit(logits, seed, manifest.selfEdges);
    });
  }

  const decode: DecodeAndMeasure = async (circuit, places) =>
    (await draw(circuit, places)).flatMap((drawn) => {
      const values = measure(drawn);
      return metricIds.map((id) => values[id] ?? NaN);
    });
  return { manifest, map, draw, decode };
}

function part(output: ort.Tensor | undefined, k: number, length: number): Float32Array {
  if (!(output?.data instanceof Float32Array)) throw new Error('The decoder gave no float32.');
  return output.data.subarray(k * length, (k + 1) * length);
}

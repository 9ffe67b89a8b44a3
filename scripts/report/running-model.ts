import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as ort from 'onnxruntime-web';
import { modelManifest, type ModelManifest } from '~/core/contracts/index.ts';
import { individuality } from '~/core/decoder/index.ts';
import type { Place } from '~/core/directions/index.ts';
import type { RunningModel } from '~/core/evaluation/index.ts';
import { conditionsOf, readMap } from '~/core/latent/index.ts';

/** A model of a folder (decoder.onnx, map.safetensors, model.json), decoding in this process on one thread of wasm. */
export async function openModel(
  folder: string,
): Promise<RunningModel & { readonly manifest: ModelManifest }> {
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

  async function logits(circuit: number, places: readonly Place[]) {
    const f = conditionsOf(map, circuit, manifest);
    const tensor = (parts: readonly ArrayLike<number>[], ...shape: number[]) => {
      const length = shape.reduce((product, size) => product * size, 1);
      const data = new Float32Array(parts.length * length);
      parts.forEach((part, k) => data.set(part, k * length));
      return new ort.Tensor('float32', data, [parts.length, ...shape]);
    };
    const fs = places.map(() => f);
    const us = places.map(({ seed }) => individuality(seed, n, own));
    const { lo, rho } = await session.run({
      f: tensor(fs, n, f.length / n),
      z: tensor(
        places.map(({ z }) => z),
        dimensions,
      ),
      u: tensor(us, n, own),
    });
    return places.map((_, k) => ({ n, lo: part(lo, k, n * n), rho: part(rho, k, n * n) }));
  }
  return { manifest, map, logits };
}

function part(output: ort.Tensor | undefined, k: number, length: number): Float32Array {
  if (!(output?.data instanceof Float32Array)) throw new Error('The decoder gave no float32.');
  return output.data.subarray(k * length, (k + 1) * length);
}

/**
 * Copies the two files onnxruntime-web loads while running into public/ort/, so that they come from our own origin,
 * and beside each the same bytes compressed, so that no request waits for a compressor.
 * Only the asyncify pair is ever asked for by `onnxruntime-web/webgpu`, whichever backend is used.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export const ortFiles = [
  'ort-wasm-simd-threaded.asyncify.mjs',
  'ort-wasm-simd-threaded.asyncify.wasm',
];

/** Quality 9 takes four times as long and saves a twentieth. Browsers take brotli over https and from localhost only. */
const compressed = {
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gz: (bytes) => gzipSync(bytes),
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const ortSource = join(root, 'node_modules', 'onnxruntime-web', 'dist');

/** Copies what is missing or of another size, and compresses it; returns how many files were copied. */
export function copyOrt(folder = join(root, 'public', 'ort')) {
  mkdirSync(folder, { recursive: true });
  const stale = ortFiles.filter((name) => {
    const there = statSync(join(folder, name), { throwIfNoEntry: false });
    return there?.size !== statSync(join(ortSource, name)).size;
  });
  for (const name of stale) copyFileSync(join(ortSource, name), join(folder, name));
  for (const name of ortFiles)
    for (const [ending, compress] of Object.entries(compressed)) {
      const made = join(folder, `${name}.${ending}`);
      if (!stale.includes(name) && existsSync(made)) continue;
      const half = `${made}.${process.pid}`; // under its name only once it is whole
      writeFileSync(half, compress(readFileSync(join(ortSource, name))));
      renameSync(half, made);
    }
  return stale.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) copyOrt();

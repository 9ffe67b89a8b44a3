/**
 * Copies the two files onnxruntime-web loads while running into public/ort/, so that they come from our own origin.
 * Only the asyncify pair is ever asked for by `onnxruntime-web/webgpu`, whichever backend is used.
 */
import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ortFiles = [
  'ort-wasm-simd-threaded.asyncify.mjs',
  'ort-wasm-simd-threaded.asyncify.wasm',
];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const ortSource = join(root, 'node_modules', 'onnxruntime-web', 'dist');

/** Copies what is missing or of another size; returns how many files were copied. */
export function copyOrt(folder = join(root, 'public', 'ort')) {
  mkdirSync(folder, { recursive: true });
  const stale = ortFiles.filter((name) => {
    const there = statSync(join(folder, name), { throwIfNoEntry: false });
    return there?.size !== statSync(join(ortSource, name)).size;
  });
  for (const name of stale) copyFileSync(join(ortSource, name), join(folder, name));
  return stale.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) copyOrt();

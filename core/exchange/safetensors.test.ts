import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readSafetensors, SafetensorsError, tensorOf, writeSafetensors } from './safetensors.ts';
import type { Tensor } from './safetensors.ts';

const python = fileURLToPath(new URL('../../gpu-worker/.venv/bin/python', import.meta.url));

const example: Record<string, Tensor> = {
  u8: { dtype: 'U8', shape: [3], data: Uint8Array.of(1, 2, 255) },
  u16: { dtype: 'U16', shape: [1, 3], data: Uint16Array.of(7, 8, 65535) },
  i32: { dtype: 'I32', shape: [2, 2], data: Int32Array.of(-1, 2, 3, 4) },
  i64: { dtype: 'I64', shape: [1], data: BigInt64Array.of(2n ** 60n + 1n) },
  f32: { dtype: 'F32', shape: [2], data: Float32Array.of(0.5, Number.NaN) },
  f64: { dtype: 'F64', shape: [1], data: Float64Array.of(0.1) },
  none: { dtype: 'F32', shape: [0, 3], data: new Float32Array(0) },
};

/** A file of the given header and data, as a hostile writer would make it. */
function raw(header: unknown, data = 0): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(
    typeof header === 'string' ? header : JSON.stringify(header),
  );
  const bytes = new Uint8Array(8 + json.length + data);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  return bytes;
}

test('what is written reads back', () => {
  const file = readSafetensors(writeSafetensors(example, { map: '{"ä":1}' }));
  expect(file.metadata).toEqual({ map: '{"ä":1}' });
  expect(Object.fromEntries(file.tensors)).toEqual(example);
});

test('bytes do not depend on the order of arrays or metadata', () => {
  const backwards = Object.fromEntries(Object.entries(example).reverse());
  expect(writeSafetensors(backwards, { b: '2', a: '1' })).toEqual(
    writeSafetensors(example, { a: '1', b: '2' }),
  );
});

test('bytes at an odd address read the same', () => {
  const bytes = writeSafetensors(example);
  const odd = new Uint8Array(bytes.length + 1).subarray(1);
  odd.set(bytes);
  expect(Object.fromEntries(readSafetensors(odd).tensors)).toEqual(example);
});

test('an array is asked for by name, kind and shape', () => {
  const file = readSafetensors(writeSafetensors(example));
  expect(tensorOf(file, 'i32', 'I32', [null, 2]).data[0]).toBe(-1);
  expect(() => tensorOf(file, 'i32', 'F32', [2, 2])).toThrow(/i32 is I32 \[2, 2\], expected F32/);
  expect(() => tensorOf(file, 'i32', 'I32', [2, 3])).toThrow(SafetensorsError);
  expect(() => tensorOf(file, 'x', 'I32', [1])).toThrow(/x is missing/);
});

const entry = (from: number, to: number, length = to - from) => ({
  dtype: 'U8',
  shape: [length],
  data_offsets: [from, to],
});

describe('a hostile file is refused', () => {
  const files: Record<string, Uint8Array<ArrayBuffer>> = {
    empty: new Uint8Array(0),
    'header longer than the file': raw({}).fill(0xff, 0, 8),
    'not JSON': raw('{"a":'),
    'not an object': raw('[1]'),
    'invalid UTF-8': raw('x').fill(0xff, 8, 9),
    'unknown type': raw({ a: { ...entry(0, 1), dtype: 'PICKLE' } }, 1),
    'extra keys': raw({ a: { ...entry(0, 1), code: 1 } }, 1),
    'negative shape': raw({ a: { ...entry(0, 1), shape: [-1] } }, 1),
    'shape too large for a double': raw({ a: { ...entry(0, 1), shape: [2 ** 52, 2 ** 52] } }, 1),
    'offsets beyond the file': raw({ a: entry(0, 4) }, 3),
    'offsets backwards': raw({ a: entry(4, 0, 4) }, 4),
    overlap: raw({ a: entry(0, 4), b: entry(2, 6) }, 6),
    gap: raw({ a: entry(0, 2), b: entry(4, 6) }, 6),
    'bytes left over': raw({ a: entry(0, 2) }, 3),
    'metadata not text': raw({ __metadata__: { a: 1 } }),
  };
  test.each(Object.keys(files))('%s', (name) => {
    expect(() => readSafetensors(files[name] ?? new Uint8Array())).toThrow(SafetensorsError);
  });
});

test.skipIf(!existsSync(python))(
  "Python's safetensors reads ours and we read theirs (needs gpu-worker/.venv)",
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'latentome-'));
    try {
      const ours = join(folder, 'ours');
      const theirs = join(folder, 'theirs');
      writeFileSync(ours, writeSafetensors(example, { map: '{"ä":1}' }));
      const script = `
import sys
from safetensors import safe_open
from safetensors.numpy import save_file
with safe_open(sys.argv[1], 'np') as file:
    save_file({k: file.get_tensor(k) for k in file.keys()}, sys.argv[2], file.metadata())`;
      const ran = spawnSync(python, ['-c', script, ours, theirs], { encoding: 'utf8' });
      expect(ran.stderr).toBe('');
      const file = readSafetensors(new Uint8Array(readFileSync(theirs)));
      expect(file.metadata).toEqual({ map: '{"ä":1}' });
      expect(Object.fromEntries(file.tensors)).toEqual(example);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

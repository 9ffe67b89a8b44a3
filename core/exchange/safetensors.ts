import { z } from 'zod';

/**
 * The safetensors container (github.com/huggingface/safetensors): 8 bytes header length, JSON header, raw little-endian
 * arrays. What is written here is canonical: the same tensors and metadata give the same bytes, so a hash names contents.
 */

const arrays = {
  F32: Float32Array,
  F64: Float64Array,
  I32: Int32Array,
  I64: BigInt64Array,
  U8: Uint8Array,
  U16: Uint16Array,
};

export type Dtype = keyof typeof arrays;
export type ArrayOf<D extends Dtype> = InstanceType<(typeof arrays)[D]>;
export type Tensor<D extends Dtype = Dtype> = {
  [K in D]: { dtype: K; shape: readonly number[]; data: ArrayOf<K> };
}[D];
export type Safetensors = {
  metadata: Record<string, string>;
  tensors: Map<string, Tensor>;
};

/** Why bytes are not an acceptable safetensors file. */
export class SafetensorsError extends Error {}

/** The reference reader's own limit; a longer header is an attack or not this format. */
const headerLimit = 100_000_000;

const entrySchema = z.strictObject({
  dtype: z.enum(['F32', 'F64', 'I32', 'I64', 'U8', 'U16']),
  shape: z.array(z.int().min(0)).max(8),
  data_offsets: z.tuple([z.int().min(0), z.int().min(0)]),
});
const metadataSchema = z.record(z.string(), z.string());

/** Tensors of larger elements lie first, then by name, which keeps every array aligned; header keys are sorted. */
export function writeSafetensors(
  tensors: Record<string, Tensor>,
  metadata: Record<string, string> = {},
): Uint8Array<ArrayBuffer> {
  const inOrder = Object.entries(tensors).sort(
    ([a, x], [b, y]) =>
      y.data.BYTES_PER_ELEMENT - x.data.BYTES_PER_ELEMENT || (a < b ? -1 : a > b ? 1 : 0),
  );
  const offsets = new Map<string, [number, number]>();
  let end = 0;
  for (const [name, tensor] of inOrder) {
    if (elements(tensor.shape) !== tensor.data.length)
      throw new SafetensorsError(`${name}: the shape does not match the number of values.`);
    offsets.set(name, [end, (end += tensor.data.byteLength)]);
  }
  const header: [string, unknown][] = Object.keys(tensors)
    .sort()
    .map((name) => [
      name,
      {
        dtype: tensors[name]?.dtype,
        shape: tensors[name]?.shape,
        data_offsets: offsets.get(name),
      },
    ]);
  if (Object.keys(metadata).length > 0)
    header.unshift([
      '__metadata__',
      Object.fromEntries(Object.entries(metadata).sort(([a], [b]) => (a < b ? -1 : 1))),
    ]);
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  const start = 8 + Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(start + end).fill(0x20, 8, start);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(start - 8), true);
  bytes.set(json, 8);
  for (const [name, { data }] of inOrder)
    bytes.set(
      new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
      start + (offsets.get(name)?.[0] ?? 0),
    );
  return bytes;
}

/**
 * Read a whole file held in memory. Arrays are views into `bytes` where alignment allows.
 * @throws SafetensorsError unless the arrays cover the data exactly, without gap or overlap.
 */
export function readSafetensors(bytes: Uint8Array<ArrayBuffer>): Safetensors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = bytes.length >= 8 ? Number(view.getBigUint64(0, true)) : Infinity;
  if (headerLength > headerLimit || 8 + headerLength > bytes.length)
    throw new SafetensorsError('This is not a safetensors file: its header does not fit.');
  const start = 8 + headerLength;
  const { __metadata__: metadata = {}, ...entries } = parseHeader(bytes.subarray(8, start));
  const parsedMetadata = metadataSchema.safeParse(metadata);
  if (!parsedMetadata.success) throw new SafetensorsError('The metadata must be texts.');

  const found = Object.entries(entries).map(([name, value]) => {
    const entry = entrySchema.safeParse(value);
    if (!entry.success) throw new SafetensorsError(`${name}: not a description of an array.`);
    return { name, ...entry.data };
  });
  found.sort(
    (a, b) => a.data_offsets[0] - b.data_offsets[0] || a.data_offsets[1] - b.data_offsets[1],
  );
  let expected = 0;
  const tensors = new Map<string, Tensor>();
  for (const { name, dtype, shape, data_offsets } of found) {
    const [from, to] = data_offsets;
    const size = elements(shape) * arrays[dtype].BYTES_PER_ELEMENT;
    if (from !== expected || to - from !== size || start + to > bytes.length)
      throw new SafetensorsError(`${name}: its place in the file does not match its shape.`);
    tensors.set(name, place(dtype, shape, bytes.subarray(start + from, start + to)));
    expected = to;
  }
  if (start + expected !== bytes.length)
    throw new SafetensorsError('The file holds bytes that belong to no array.');
  return { metadata: parsedMetadata.data, tensors };
}

/** The array called `name`, or an error that says what is missing. `null` in `shape` leaves that length open. */
export function tensorOf<D extends Dtype>(
  file: Safetensors,
  name: string,
  dtype: D,
  shape: readonly (number | null)[],
): Tensor<D> {
  const tensor = file.tensors.get(name);
  if (!tensor) throw new SafetensorsError(`The array ${name} is missing.`);
  const fits =
    tensor.shape.length === shape.length &&
    shape.every((length, axis) => length === null || length === tensor.shape[axis]);
  if (!hasDtype(tensor, dtype) || !fits)
    throw new SafetensorsError(
      `The array ${name} is ${tensor.dtype} [${tensor.shape.join(', ')}], expected ` +
        `${dtype} [${shape.map((length) => length ?? 'any').join(', ')}].`,
    );
  return tensor;
}

function hasDtype<D extends Dtype>(tensor: Tensor, dtype: D): tensor is Tensor & Tensor<D> {
  return tensor.dtype === dtype;
}

function elements(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new SafetensorsError('This is not a safetensors file: its header is not a JSON object.');
  }
}

function place(dtype: Dtype, shape: number[], bytes: Uint8Array<ArrayBuffer>): Tensor {
  const aligned = bytes.byteOffset % arrays[dtype].BYTES_PER_ELEMENT === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset } = aligned;
  const length = elements(shape);
  switch (dtype) {
    case 'F32':
      return { dtype, shape, data: new Float32Array(buffer, byteOffset, length) };
    case 'F64':
      return { dtype, shape, data: new Float64Array(buffer, byteOffset, length) };
    case 'I32':
      return { dtype, shape, data: new Int32Array(buffer, byteOffset, length) };
    case 'I64':
      return { dtype, shape, data: new BigInt64Array(buffer, byteOffset, length) };
    case 'U8':
      return { dtype, shape, data: new Uint8Array(buffer, byteOffset, length) };
    case 'U16':
      return { dtype, shape, data: new Uint16Array(buffer, byteOffset, length) };
  }
}

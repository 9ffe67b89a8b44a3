import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ImportLimits } from './limits.ts';
import { TableRefusal } from './table-refusal.ts';

const chunkBytes = 256 * 1024;

/** The first bytes of a file, as they lie there. */
export async function firstBytes(path: string, count: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export async function isGzip(path: string): Promise<boolean> {
  const [first, second] = await firstBytes(path, 2);
  return first === 0x1f && second === 0x8b;
}

/**
 * The text bytes of a table, unpacked where it is gzip. Leaving the loop early closes the file.
 *
 * @param onRead hears with each chunk how many bytes of the file, as it lies there, have been read
 * @throws TableRefusal for a gzip file that is cut, damaged or unpacks beyond measure
 */
export async function* tableBytes(
  path: string,
  limits: ImportLimits,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const gzip = await isGzip(path); // before the stream: a file that is not there fails here, where it is heard
  const file = createReadStream(path, { highWaterMark: chunkBytes });
  // The error of any part arrives at the last one, which is the one read here.
  const source: Readable = gzip
    ? pipeline(file, createGunzip({ chunkSize: chunkBytes }), () => undefined)
    : file;
  let unpacked = 0;
  try {
    for await (const chunk of source) {
      if (!(chunk instanceof Buffer)) throw new TypeError('A file gives bytes.');
      unpacked += chunk.length;
      if (gzip && unpacked > limits.gzipFree && unpacked > limits.gzipRatio * file.bytesRead)
        throw new TableRefusal('gzip-bomb', { value: String(limits.gzipRatio) });
      onRead?.(file.bytesRead);
      yield chunk;
    }
  } catch (error) {
    throw gzip ? asGzipRefusal(error) : error;
  } finally {
    source.destroy();
    file.destroy();
  }
}

function asGzipRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'Z_BUF_ERROR') return new TableRefusal('cut-gzip');
  if (typeof error.code === 'string' && error.code.startsWith('Z_'))
    return new TableRefusal('broken-gzip', { value: error.message });
  return error;
}

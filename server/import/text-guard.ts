import { isUtf8 } from 'node:buffer';
import { TableRefusal } from './table-refusal.ts';

const newline = 0x0a;

/** Beginnings of files that people take for tables. */
const known: { begins: number[]; value: string }[] = [
  { begins: [0x50, 0x4b, 3, 4], value: 'it is a zip archive or a spreadsheet file' },
  { begins: [0xff, 0xfe], value: 'it is UTF-16 text' },
  { begins: [0xfe, 0xff], value: 'it is UTF-16 text' },
  { begins: [0x28, 0xb5, 0x2f, 0xfd], value: 'it is a zstd archive' },
  { begins: [0x42, 0x5a, 0x68], value: 'it is a bzip2 archive' },
  { begins: [0xfd, 0x37, 0x7a, 0x58], value: 'it is an xz archive' },
  { begins: [0x50, 0x41, 0x52, 0x31], value: 'it is a Parquet file' },
  { begins: [0x25, 0x50, 0x44, 0x46], value: 'it is a PDF file' },
  { begins: [0x1f, 0x8b], value: 'it is gzip inside gzip' },
];

/**
 * Passes bytes on only while they are UTF-8 text.
 * @throws TableRefusal `binary-file` or `not-utf8`, the latter with the line
 */
export async function* onlyText(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let lines = 0;
  let first = true;
  let carried: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    if (first) {
      const match = known.find(({ begins }) => begins.every((byte, k) => chunk[k] === byte));
      if (match) throw new TableRefusal('binary-file', { value: match.value });
      first = false;
    }
    if (chunk.includes(0))
      throw new TableRefusal('binary-file', { value: 'it holds zero bytes' }, lines + 1);
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      throw new TableRefusal('not-utf8', {}, lines + badLine(Buffer.concat([carried, chunk])));
    }
    lines += newlines(chunk);
    carried = openEnd(chunk);
    yield chunk;
  }
  try {
    decoder.decode();
  } catch {
    throw new TableRefusal('not-utf8', {}, lines + 1);
  }
}

function newlines(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1)) count++;
  return count;
}

/** Which line of the chunk, from 1, is the first that is not UTF-8. */
function badLine(chunk: Buffer): number {
  let line = 1;
  let from = 0;
  for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
    if (!isUtf8(chunk.subarray(from, at))) return line;
    line++;
    from = at + 1;
  }
  return line;
}

/** The last bytes of a chunk when they begin a character that the next chunk ends. */
function openEnd(chunk: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return chunk.subarray(length > back ? chunk.length - back : chunk.length);
  }
  return chunk.subarray(chunk.length);
}

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../public/ort/', import.meta.url));
const kinds: Record<string, string> = {
  mjs: 'text/javascript; charset=utf-8',
  wasm: 'application/wasm',
};
/** Compressed once when they were copied (scripts/copy-ort.mjs); the smaller first. */
const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/**
 * Serves the files of onnxruntime-web under /ort, compressed for who takes that; false when the path is none of them.
 *
 * Their addresses carry no hash, so the asker names a version (`?v=`), which never changes.
 * `x-plain-bytes` is the size once unpacked: a browser that counts what it has read sees unpacked bytes only.
 */
export async function serveStatic(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const named = /^\/ort\/([\w-][\w.-]*\.(mjs|wasm))$/.exec(path);
  if (!named) return false;
  const [, name = '', extension = ''] = named;
  const plain = await fileAt(folder + name);
  if (!plain) return false;
  const packed = await compressedFile(name, request.headers['accept-encoding']);
  const { file, found } = packed ?? plain;

  const tag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`;
  response.setHeader('etag', tag);
  response.setHeader('vary', 'accept-encoding');
  response.setHeader('cache-control', 'public, max-age=31536000, immutable');
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return true;
  }
  response.writeHead(200, {
    'content-type': kinds[extension],
    'content-length': found.size,
    'x-plain-bytes': plain.found.size,
    ...(packed ? { 'content-encoding': packed.encoding } : {}),
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file), response);
  return true;
}

async function fileAt(file: string) {
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? { file, found } : null;
}

async function compressedFile(name: string, accepted: string | undefined) {
  for (const { name: encoding, ending } of encodings) {
    const packed = takes(accepted, encoding) ? await fileAt(folder + name + ending) : null;
    if (packed) return { ...packed, encoding };
  }
  return null;
}

/** Whether an Accept-Encoding names this encoding and does not refuse it with q=0. */
function takes(accepted: string | undefined, encoding: string): boolean {
  return (accepted ?? '').split(',').some((part) => {
    const [token, ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    return token === encoding && !parameters.some((one) => /^q=0(\.0*)?$/.test(one));
  });
}

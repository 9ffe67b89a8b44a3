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

/**
 * Serves the files of onnxruntime-web under /ort; false when the path is none of them.
 *
 * Their addresses carry no hash, so they are asked about again by ETag after an hour, unless the
 * asker names a version (`?v=`), which never changes.
 */
export async function serveStatic(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const named = /^\/ort\/([\w-][\w.-]*\.(mjs|wasm))$/.exec(path);
  if (!named) return false;
  const [, name = '', extension = ''] = named;
  const file = folder + name;
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return false;

  const tag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`;
  response.setHeader('etag', tag);
  response.setHeader('cache-control', 'public, max-age=31536000, immutable');
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return true;
  }
  response.writeHead(200, { 'content-type': kinds[extension], 'content-length': found.size });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file), response);
  return true;
}

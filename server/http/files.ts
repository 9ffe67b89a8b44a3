import { pipeline } from 'node:stream/promises';
import { findFile } from '../lab/files/find-file.ts';
import type { Route } from './route.ts';

/** What lies under a hash never changes, so a browser asks once; `private` keeps it out of proxies. */
export const filesRoute: Route = {
  method: 'GET',
  path: '/api/files/:labId/:sha256',
  right: 'look',
  handle: async (ctx) => {
    const { request, response, services, params } = ctx;
    const { labId = '', sha256 = '' } = params;
    await findFile(ctx, { labId, sha256 });
    response.setHeader('etag', `"${sha256}"`);
    response.setHeader('cache-control', 'private, max-age=31536000, immutable');
    if (request.headers['if-none-match'] === `"${sha256}"`) {
      response.writeHead(304).end();
      return;
    }
    const bytes = await services.storage.open(sha256);
    const size = await services.storage.bytes(sha256);
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      ...(size === null ? {} : { 'content-length': size }),
    });
    if (request.method === 'HEAD') {
      bytes.destroy();
      response.end();
    } else await pipeline(bytes, response);
  },
};

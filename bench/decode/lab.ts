import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { secure } from '~/server/http/security-headers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
export const starter = join(root, 'db', 'starter');

const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/**
 * The script `page` and nothing else (for decoding: our decoder, a bare loop and the model in `folder`), under the product's own headers.
 * @returns its address and how to end it.
 */
export async function openDecodeLab(folder = starter, page = 'bench/decode/page.ts') {
  const built = mkdtempSync(join(tmpdir(), 'latentome-decode-'));
  await build({
    root,
    base: '/built/',
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { '~': root } },
    worker: { format: 'es', rollupOptions: { output: { entryFileNames: '[name].js' } } },
    build: {
      outDir: built,
      target: 'es2022',
      assetsDir: '.',
      rollupOptions: {
        input: join(root, page),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const places: Record<string, string> = {
    model: folder,
    ort: join(root, 'node_modules/onnxruntime-web/dist'),
    built,
  };
  const server = createServer((request, response) => {
    secure(request, response, false);
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, where = '', name = ''] = pathname.split('/');
    if (pathname === '/') {
      response.setHeader('content-type', kinds['.html'] ?? '');
      response.end(
        '<!doctype html><link rel="icon" href="data:," /><script type="module" src="/built/page.js"></script>',
      );
      return;
    }
    const file = join(places[where] ?? built, basename(name));
    if (!name || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', kinds[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
      rmSync(built, { recursive: true });
    },
  };
}

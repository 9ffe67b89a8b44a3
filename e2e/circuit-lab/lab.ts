import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/**
 * A page with the circuit panel alone, for circuits larger than those a corpus of the stories has.
 * @returns its address and how to end it
 */
export async function openCircuitLab() {
  const outDir = mkdtempSync(join(tmpdir(), 'latentome-circuit-'));
  const shared = {
    root: join(root, 'e2e/circuit-lab'),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
  } as const;
  await build({
    ...shared,
    resolve: { alias: { '~': root } },
    css: { postcss: root },
    esbuild: { jsx: 'automatic' },
    build: { outDir, target: 'es2022' },
  });
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the page has no address');
  return {
    url,
    close: async () => {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

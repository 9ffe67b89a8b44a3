import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone, killGroup, noteMaker } from '~/scripts/tree.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const stamp = path.join(root, '.next', 'built-from');

/**
 * What the pages are made from; a change in any of it asks for a new build. Not tsconfig.json,
 * which Next itself completes while building.
 */
const sources = [
  'app',
  'core',
  'ui',
  'server',
  'next.config.mjs',
  'package-lock.json',
  'postcss.config.mjs',
];

/**
 * Builds the pages when their sources have changed since the last build; true when it did.
 *
 * @throws Error with the end of Next's output
 */
export function buildPages(signal?: AbortSignal): Promise<boolean> {
  return alone(() => buildIfChanged(signal));
}

async function buildIfChanged(signal: AbortSignal | undefined): Promise<boolean> {
  const key = await hashSources();
  const built = await readFile(stamp, 'utf8').catch(() => null);
  if (built === key && existsSync(path.join(root, '.next', 'BUILD_ID'))) return false;
  await runNextBuild(signal).catch(async (error: unknown) => {
    // Turbopack remembers what it did not find, also once it is there.
    await rm(path.join(root, '.next'), { recursive: true, force: true });
    throw error;
  });
  await writeFile(stamp, key);
  return true;
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesOf(path.join(root, source))) {
      hash
        .update(`${path.relative(root, file)}\0`)
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesOf(place: string): Promise<string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return existsSync(place) ? [place] : [];
  return entries
    .filter((entry) => entry.isFile() && !/[.]test[.]tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function runNextBuild(signal: AbortSignal | undefined): Promise<void> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [next, 'build'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    const { pid } = child;
    const forget = pid === undefined ? () => undefined : noteMaker(pid);
    const stop = () => {
      if (pid !== undefined) killGroup(pid);
    };
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    let end = '';
    const keep = (chunk: Buffer) => {
      end = (end + chunk.toString()).slice(-6_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      signal?.removeEventListener('abort', stop);
      forget();
      if (code === 0) resolve();
      else reject(new Error(`The pages could not be built.\n${end}`));
    });
  });
}

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync, type Zippable } from 'fflate';

/** Where the server offers it. */
export const workerPackagePath = '/api/worker/latentome-worker.zip';

const folder = fileURLToPath(new URL('../../gpu-worker', import.meta.url));
const sometime = new Date(Date.UTC(2026, 0, 1, 12)); // fixed: the same sources give the same bytes

/** `gpu-worker` without its tests as a source archive that pip installs: public code, nothing of the lab. */
export async function packageZip(): Promise<Uint8Array> {
  const entries = await readdir(path.join(folder, 'latentome_worker'), { recursive: true });
  const modules = entries.filter((name) => name.endsWith('.py')).sort();
  const names = ['pyproject.toml', ...modules.map((name) => path.join('latentome_worker', name))];
  const files: Zippable = {};
  for (const name of names)
    files[`latentome-worker/${name.split(path.sep).join('/')}`] = [
      await readFile(path.join(folder, name)),
      { mtime: sometime },
    ];
  return zipSync(files, { level: 6 });
}

/** The hash pip is told to expect: it also keeps pip from reusing a wheel of older sources. */
export const packageSha256 = async (): Promise<string> =>
  createHash('sha256')
    .update(await packageZip())
    .digest('hex');

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const workerFolder = join(root, 'gpu-worker');

/** The worker's own Python. */
export const workerPython = join(workerFolder, '.venv', 'bin', 'python');

/** A Python with the peers of bench/reservoir/requirements.txt, made in the data folder when they have changed since. */
export function peerPython(): string {
  const folder = join(
    process.env.LATENTOME_DATA ?? join(root, '.latentome'),
    'bench',
    'reservoirpy',
  );
  const requirements = fileURLToPath(new URL('./requirements.txt', import.meta.url));
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  const stamp = join(folder, 'made-from');
  const python = join(folder, 'bin', 'python');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return python;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const run = (command: string, args: string[]) =>
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  run(workerPython, ['-m', 'venv', folder]);
  run(python, ['-m', 'pip', 'install', '--quiet', '--require-hashes', '-r', requirements]);
  writeFileSync(stamp, hash);
  return python;
}

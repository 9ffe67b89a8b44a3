import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { createWorker } from '../jobs/workers.ts';
import type { Services } from '../services.ts';
import { until } from './until.ts';

const folder = fileURLToPath(new URL('../../gpu-worker', import.meta.url));

/** A real worker: the Python process a lab would start, on this machine's CPU. */
export type PythonWorker = {
  pid: number;
  /** What it printed so far. */
  said(): string;
  /** Process ids of what it started (Linux). */
  children(): Promise<number[]>;
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
  /** Exit code, null after a signal. */
  ended: Promise<number | null>;
};

export async function startPythonWorker(
  server: { origin: string; services: Pick<Services, 'db'> },
  name: string,
): Promise<PythonWorker> {
  const { token } = await createWorker(server.services.db, { labId: null, name });
  const child = spawn('.venv/bin/python', ['-m', 'latentome_worker', 'work', '--name', name], {
    cwd: folder,
    env: {
      JAX_COMPILATION_CACHE_DIR: inject('compiled'),
      JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS: '0',
      ...process.env,
      LATENTOME_SERVER: server.origin,
      LATENTOME_TOKEN: token,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'exit').then(() => child.exitCode);
  const { pid } = child;
  if (pid === undefined) throw new Error('gpu-worker/.venv is missing; `npm test` prepares it');
  await until(`worker ${name} greets`, () => said.includes('latentome-worker') && pid);
  return {
    pid,
    said: () => said,
    children: async () => {
      const list = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
      return list.split(' ').filter(Boolean).map(Number);
    },
    kill: (signal) => {
      child.kill(signal);
    },
    ended,
  };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

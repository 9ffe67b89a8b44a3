import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from '../log.ts';
import { endGroup, noteChild } from './leftover.ts';

const folder = fileURLToPath(new URL('../../gpu-worker', import.meta.url));
const longestWaitMs = 30_000;
const settledMs = 60_000;

export type LocalWorker = { close(): Promise<void> };

type WorkerSettings = {
  python: string;
  origin: string;
  token: string;
  dataFolder: string;
  /** Where the running child is noted. */
  noteFile: string;
  log: Log;
};

/**
 * Keeps one worker of this machine running, over the same HTTP path a remote one uses.
 *
 * When it dies it is started again after 1, 2, 4 ... 30 s; after a minute of life the count begins
 * anew. It leads a process group, so that ending it ends what it started.
 */
export function keepLocalWorker(settings: WorkerSettings): LocalWorker {
  let child: ChildProcess | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closing = false;
  let failures = 0;

  const again = () => {
    failures += 1;
    const waitMs = Math.min(longestWaitMs, 1_000 * 2 ** (failures - 1));
    timer = setTimeout(() => {
      begun = begin();
    }, waitMs);
    return waitMs;
  };
  const start = async () => {
    const since = Date.now();
    child = await launch(settings);
    child.once('exit', (code, signal) => {
      child = null;
      if (closing) return;
      if (Date.now() - since > settledMs) failures = 0;
      const waitMs = again();
      settings.log.warn({ code, signal, waitMs }, 'the local worker ended; it is started again');
    });
  };
  const begin = () =>
    start().catch((error: unknown) => {
      const waitMs = closing ? null : again();
      settings.log.error({ err: error, waitMs }, 'the local worker could not be started');
    });
  let begun = begin();

  return {
    close: async () => {
      closing = true;
      clearTimeout(timer);
      await begun;
      if (child?.pid !== undefined) await endGroup(child.pid);
      await rm(settings.noteFile, { force: true });
    },
  };
}

async function launch(settings: WorkerSettings): Promise<ChildProcess> {
  const logs = path.join(settings.dataFolder, 'logs');
  await mkdir(logs, { recursive: true });
  const log = await open(path.join(logs, 'worker.log'), 'a');
  const child = spawn(settings.python, ['-m', 'latentome_worker', 'work'], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    // in the environment, for a command line can be read by everybody on the machine
    env: { ...process.env, LATENTOME_SERVER: settings.origin, LATENTOME_TOKEN: settings.token },
  });
  const spawned = once(child, 'spawn'); // listened for at once: it comes soon, and only one time
  await spawned.finally(() => log.close());
  if (child.pid !== undefined) await noteChild(settings.noteFile, child.pid);
  return child;
}

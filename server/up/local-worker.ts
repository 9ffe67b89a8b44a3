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
const tellAfter = 3; // failures in a row

export type LocalWorker = { close(): Promise<void> };

type WorkerSettings = {
  python: string;
  origin: string;
  token: string;
  dataFolder: string;
  /** Where the running child is noted. */
  noteFile: string;
  log: Log;
  /** Hears one plain line when the worker dies again and again. */
  tell: (line: string) => void;
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
    if (failures === tellAfter)
      settings.tell(
        `The local worker keeps ending, so nothing is trained here. Why: ${logOf(settings)}`,
      );
    const waitMs = Math.min(longestWaitMs, 1_000 * 2 ** (failures - 1));
    timer = setTimeout(() => {
      begun = begin();
    }, waitMs);
    return waitMs;
  };
  const start = async () => {
    const since = Date.now();
    const launched = await launch(settings);
    child = launched.child;
    void launched.ended.then(({ code, signal }) => {
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

const logOf = ({ dataFolder }: WorkerSettings) => path.join(dataFolder, 'logs', 'worker.log');

type Ended = { code: number | null; signal: NodeJS.Signals | null };
type Launched = { child: ChildProcess; ended: Promise<Ended> };

async function launch(settings: WorkerSettings): Promise<Launched> {
  await mkdir(path.dirname(logOf(settings)), { recursive: true });
  const log = await open(logOf(settings), 'a');
  const child = spawn(settings.python, ['-m', 'latentome_worker', 'work'], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    // in the environment, for a command line can be read by everybody on the machine
    env: {
      ...process.env,
      LATENTOME_SERVER: settings.origin,
      LATENTOME_TOKEN: settings.token,
      // it speaks to this machine only, which no proxy reaches
      NO_PROXY: '*',
      no_proxy: '*',
      // PYTHONSAFEPATH would hide the package in the folder it starts in
      PYTHONPATH: [folder, process.env.PYTHONPATH].filter(Boolean).join(path.delimiter),
    },
  });
  // listened for at once: they come soon, and only one time
  const ended = new Promise<Ended>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const spawned = once(child, 'spawn');
  await spawned.finally(() => log.close());
  if (child.pid !== undefined) await noteChild(settings.noteFile, child.pid);
  return { child, ended };
}

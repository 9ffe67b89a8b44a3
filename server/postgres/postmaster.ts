import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';

export type Postmaster = { pid: number; port: number };

/**
 * The server that says it has this data folder open, from its `postmaster.pid`
 * (lines: pid, folder, start, port, ...); null when none says so or its process is gone.
 */
export async function findPostmaster(dataFolder: string): Promise<Postmaster | null> {
  const { pid, port } = await readLock(dataFolder);
  return pid > 0 && (await isPostgres(pid)) ? { pid, port } : null;
}

/**
 * After a restart of the machine the number in the lock may belong to somebody else, and Postgres
 * would then refuse to start. Any other stale lock is left to Postgres: it knows from it whether
 * children of the killed server are still at work.
 */
export async function removeForeignLock(dataFolder: string): Promise<void> {
  const { pid } = await readLock(dataFolder);
  if (pid > 0 && (await isRunning(pid)) && !(await isPostgres(pid)))
    await rm(path.join(dataFolder, 'postmaster.pid'));
}

async function readLock(dataFolder: string): Promise<Postmaster> {
  const text = await readFile(path.join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n').map(Number);
  return { pid: Number.isInteger(pid) ? (pid ?? 0) : 0, port: port ?? 0 };
}

/** Whether the process is there and not merely waiting to be buried by its parent. */
export async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}

/** A process number is given again after a restart of the machine; the name tells them apart. */
async function isPostgres(pid: number): Promise<boolean> {
  if (!(await isRunning(pid))) return false;
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => null);
  return name === null ? process.platform !== 'linux' : name.trim() === 'postgres';
}

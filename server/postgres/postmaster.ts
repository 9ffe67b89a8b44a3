import { readFile } from 'node:fs/promises';
import path from 'node:path';

export type Postmaster = { pid: number; port: number };

/**
 * The server that says it has this data folder open, from its `postmaster.pid`
 * (lines: pid, folder, start, port, ...); null when none says so or its process is gone.
 */
export async function findPostmaster(dataFolder: string): Promise<Postmaster | null> {
  const text = await readFile(path.join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !(await isPostgres(pid))) return null;
  return { pid, port: Number.isInteger(port) ? port : 0 };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A process number is given again after a restart of the machine; the name tells them apart. */
async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => null);
  if (name === null) return process.platform !== 'linux';
  return name.trim() === 'postgres' && !(await isZombie(pid));
}

async function isZombie(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}

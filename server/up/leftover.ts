import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { birthOf } from '~/scripts/birth.mjs';

const record = z.object({ pid: z.int().positive(), birth: z.string() });
const patienceMs = 8_000;

/** Notes a child in a file, so that the next start finds it if we are killed. */
export async function noteChild(file: string, pid: number): Promise<void> {
  const birth = birthOf(pid);
  if (birth !== null) await writeFile(file, JSON.stringify({ pid, birth }));
}

/** Ends the child that a killed parent left; true when there was one. */
export async function endLeftover(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return false;
  const noted = record.safeParse(parse(text));
  const there = noted.success && birthOf(noted.data.pid) === noted.data.birth;
  if (there) await endGroup(noted.data.pid);
  await rm(file, { force: true });
  return there;
}

/** Asks a process group to end, and insists after 8 s. The process must lead its group. */
export async function endGroup(pid: number): Promise<void> {
  const birth = birthOf(pid);
  if (birth === null) return;
  signalGroup(pid, 'SIGTERM');
  const until = Date.now() + patienceMs;
  while (birthOf(pid) === birth) {
    if (Date.now() > until) signalGroup(pid, 'SIGKILL');
    await pause(25);
  }
  signalGroup(pid, 'SIGKILL'); // whatever it had started and not ended
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // nobody of the group is left
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

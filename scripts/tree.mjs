/**
 * What is made inside the tree (packages, the Python environment, pages) is made by one start at a
 * time, whatever data folder each is for, and nothing that makes it outlives its start: two
 * `npm ci` at once leave half of the packages.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { birthOf } from './birth.mjs';
import { takeLock } from './lock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs `work` while nobody else works on the tree; `folder` holds the lock and the note. */
export async function alone(work, folder = join(root, '.making')) {
  mkdirSync(folder, { recursive: true });
  let said = false;
  for (;;) {
    const { lock, holder } = takeLock(join(folder, 'lock'));
    if (!lock) {
      if (!said) console.error(`  Process ${holder.pid} is preparing this folder: waiting for it.`);
      said = true;
      await pause(200);
      continue;
    }
    try {
      endNoted(join(folder, 'child'));
      return await work();
    } finally {
      lock.release();
    }
  }
}

/** Notes who works on the tree, a leader of its own group, for the case that we are killed; undone by the result. */
export function noteMaker(pid, folder = join(root, '.making')) {
  const file = join(folder, 'child');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ pid, birth: birthOf(pid) }));
  return () => rmSync(file, { force: true });
}

/** Ends a process and everything it started; it must lead its group. */
export function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // nobody of the group is left
  }
}

function endNoted(file) {
  try {
    const { pid, birth } = JSON.parse(readFileSync(file, 'utf8'));
    if (birth !== null && birthOf(pid) === birth) killGroup(pid);
  } catch {
    // nothing noted, or cut off in the middle
  }
  rmSync(file, { force: true });
}

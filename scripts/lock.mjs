/**
 * One start at a time on a data folder. The lock names a process by number and birth, since numbers
 * are given again. Plain JavaScript without dependencies: it is taken before anything is installed.
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { birthOf } from './birth.mjs';

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};
const holderOf = (text) => {
  try {
    const holder = JSON.parse(text);
    return birthOf(holder.pid) === holder.birth ? holder : null;
  } catch {
    return null; // cut off: nobody we could name
  }
};

/**
 * Takes the lock, or says who holds it: `{ lock }` or `{ holder: { pid, address } }`.
 * A lock whose holder was killed is cleared away.
 */
export function takeLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = { pid: process.pid, birth: birthOf(process.pid), address: null };
  for (;;) {
    // Written beside and linked into place: whoever finds the lock finds it whole.
    const written = `${file}.${process.pid}.mine`;
    writeFileSync(written, JSON.stringify(mine), { mode: 0o644 });
    try {
      linkSync(written, file);
      return { lock: handleOf(file, mine) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    } finally {
      rmSync(written, { force: true });
    }
    const seen = read(file);
    if (seen === null) continue; // let go just now
    const holder = holderOf(seen);
    if (holder) return { holder };
    // Moved aside first and looked at again: another start may have replaced it meanwhile.
    const aside = `${file}.${process.pid}`;
    try {
      renameSync(file, aside);
    } catch {
      continue;
    }
    const moved = read(aside);
    if (moved !== seen && moved !== null && holderOf(moved)) linkSync(aside, file);
    rmSync(aside, { force: true });
  }
}

function handleOf(file, mine) {
  return {
    /** Lets others say where we answer. */
    announce(address) {
      writeFileSync(`${file}.next`, JSON.stringify({ ...mine, address }));
      renameSync(`${file}.next`, file);
    },
    release() {
      rmSync(file, { force: true });
    },
  };
}

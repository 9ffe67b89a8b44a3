/** The folder in which everything of a server lies: the database, uploads, secrets, logs. */
import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const parts = ['logs', 'objects', 'postgres', 'uploads'];
const ours = [...parts, 'secrets.json', 'up.lock', 'worker.json'];
const sticky = 0o1000; // as /tmp has it: everybody's

/**
 * Makes the folder and its parts for their owner alone, and closes those that an older version left open to others.
 * As root Postgres runs as another user, who may pass the folder but not look into it. A folder in which somebody
 * else's things lie too (LATENTOME_DATA=/srv) is left as it is; its parts are closed all the same.
 *
 * @throws what the system says when it cannot be made or looked into
 */
export function closeToOthers(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const shared = (statSync(folder).mode & sticky) !== 0 || !readdirSync(folder).every(isOurs);
  if (!shared) close(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
  for (const part of parts) {
    const path = join(folder, part);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    close(path, 0o700);
  }
}

/** Also what was being written when a start was killed: secrets.json.<process>. */
const isOurs = (name) => ours.some((known) => name === known || name.startsWith(`${known}.`));

/** On a disk without modes, or where it is another user's, it stays as it is. */
function close(path, mode) {
  try {
    chmodSync(path, mode);
  } catch {
    // what cannot be used is said by whoever uses it
  }
}

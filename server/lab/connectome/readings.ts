import { EventEmitter, on } from 'node:events';
import { importProgress, type ImportProgress } from '~/core/contracts/index.ts';
import type { SignedIn } from '../../context.ts';
import { uploadedTables, type Tables } from './uploaded-tables.ts';

/** How far each reading under way is. In memory alone: whoever waits for a reading waits on this server. */
const far = new Map<string, ImportProgress>();
const news = new EventEmitter().setMaxListeners(0);

const keyOf = ({ person }: SignedIn, { neurons, connections }: Tables) =>
  `${person.id} ${neurons} ${connections}`;

/** Runs a reading of tables and lets `watchReading` know how far it is. */
export async function told<T>(
  ctx: SignedIn,
  tables: Tables,
  read: (onProgress: (progress: ImportProgress) => void) => Promise<T>,
): Promise<T> {
  const key = keyOf(ctx, tables);
  try {
    return await read((progress) => {
      far.set(key, progress);
      news.emit(key, progress);
    });
  } finally {
    far.delete(key);
  }
}

/**
 * How far the readings of these tables by this person are, until the signal: checks and imports, one after the other.
 * @throws TRPCError NOT_FOUND for tables that are not theirs
 */
export async function* watchReading(
  ctx: SignedIn,
  tables: Tables,
  signal: AbortSignal,
): AsyncGenerator<ImportProgress> {
  const key = keyOf(ctx, tables);
  // Listening begins before the first look, so that nothing falls between.
  const heard = on(news, key, { signal });
  await uploadedTables(ctx, tables);
  const now = far.get(key);
  if (now) yield now;
  try {
    for await (const [progress] of heard) yield importProgress.parse(progress);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

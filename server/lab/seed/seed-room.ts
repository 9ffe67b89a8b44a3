import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Queries } from '~/db/client.ts';
import { model, room } from '~/db/schema/index.ts';
import { newId } from '../new-id.ts';

const name = 'Demo';
const formerName = 'Demo (earlier)';

/**
 * The demo room of the starter model. Rooms of earlier starters keep what is in them and are called so; a starter that
 * is older than the newest there (an older program on a newer folder) leaves all rooms as they are.
 */
export async function seedRoom(
  tx: Queries,
  { labId, modelId }: { labId: string; modelId: string },
): Promise<void> {
  const [starter] = await tx.select().from(model).where(eq(model.id, modelId));
  if (!starter) throw new Error('The starter model was stored and is not there.');
  const others = (which: typeof lt) =>
    tx
      .select({ id: model.id })
      .from(model)
      .where(
        and(eq(model.labId, labId), isNull(model.runId), which(model.version, starter.version)),
      );
  const [newer] = await others(gt);
  if (newer) return;
  for (const earlier of await others(lt)) await callEarlier(tx, earlier.id);
  await tx
    .insert(room)
    .values({ id: newId('room'), labId, modelId, name })
    .onConflictDoNothing({ target: [room.modelId, room.name] });
}

/** A name is given once a model: where somebody has taken it already, the room keeps its own. */
async function callEarlier(tx: Queries, modelId: string): Promise<void> {
  const called = (text: string) => and(eq(room.modelId, modelId), eq(room.name, text));
  const [taken] = await tx.select({ id: room.id }).from(room).where(called(formerName));
  if (!taken) await tx.update(room).set({ name: formerName }).where(called(name));
}

import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { RoomSummary } from '~/core/contracts/index.ts';
import { model, room } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { newId } from '../new-id.ts';
import { requireRight } from '../rights.ts';
import { getRoom } from './get-room.ts';
import { nameIsTaken } from './name-is-taken.ts';

/** @throws TRPCError CONFLICT when the model has a room of this name */
export async function createRoom(
  ctx: SignedIn,
  { modelId, name }: { modelId: string; name: string },
): Promise<RoomSummary> {
  const { db, bus } = ctx.services;
  const [of] = await db.select({ labId: model.labId }).from(model).where(eq(model.id, modelId));
  const { lab } = await requireRight(ctx, of?.labId ?? '', 'edit');
  const made = await db.transaction(async (tx) => {
    const [row] = await tx
      .insert(room)
      .values({ id: newId('room'), labId: lab.id, modelId, name })
      .onConflictDoNothing({ target: [room.modelId, room.name] })
      .returning();
    const by = { labId: lab.id, who: ctx.person.id };
    if (row) await recordEvent(tx, { ...by, what: 'room made', about: { name } });
    return row;
  });
  if (!made) throw new TRPCError({ code: 'CONFLICT', message: nameIsTaken });
  await bus.publish({ topic: 'lab', id: lab.id });
  return getRoom(ctx, made.id);
}

import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { RoomSummary } from '~/core/contracts/index.ts';
import { model, room } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { newId } from '../new-id.ts';
import { inTurn } from '../in-turn.ts';
import { roomAs } from './find-rooms.ts';
import { nameIsTaken } from './name-is-taken.ts';

/** @throws TRPCError CONFLICT when the model has a room of this name */
export async function createRoom(
  ctx: SignedIn,
  { modelId, name }: { modelId: string; name: string },
): Promise<RoomSummary> {
  const { db, bus } = ctx.services;
  const [of] = await db.select({ labId: model.labId }).from(model).where(eq(model.id, modelId));
  const labId = of?.labId ?? '';
  const made = await inTurn(ctx, labId, 'edit', async (tx, _, standing) => {
    const [row] = await tx
      .insert(room)
      .values({ id: newId('room'), labId, modelId, name })
      .onConflictDoNothing({ target: [room.modelId, room.name] })
      .returning();
    if (!row) throw new TRPCError({ code: 'CONFLICT', message: nameIsTaken });
    await recordEvent(tx, { labId, who: ctx.person.id, what: 'room made', about: { name } });
    return roomAs(standing, tx, row.id);
  });
  await bus.publish({ topic: 'lab', id: labId });
  return made;
}

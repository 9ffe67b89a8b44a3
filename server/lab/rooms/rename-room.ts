import { TRPCError } from '@trpc/server';
import { and, eq, ne } from 'drizzle-orm';
import type { RoomSummary } from '~/core/contracts/index.ts';
import { model, room } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { requireRight } from '../rights.ts';
import { getRoom } from './get-room.ts';
import { nameIsTaken } from './name-is-taken.ts';

/** @throws TRPCError CONFLICT when the model has another room of this name */
export async function renameRoom(
  ctx: SignedIn,
  { roomId, name }: { roomId: string; name: string },
): Promise<RoomSummary> {
  const { db, bus } = ctx.services;
  const one = eq(room.id, roomId);
  const [of] = await db.select({ labId: room.labId }).from(room).where(one);
  const labId = (await requireRight(ctx, of?.labId ?? '', 'edit')).lab.id;
  await db.transaction(async (tx) => {
    const [there] = await tx.select().from(room).where(one);
    if (!there || there.name === name) return;
    // two rooms of a model asking for one name at once take turns on the model's row
    const ofModel = eq(model.id, there.modelId);
    await tx.select({ id: model.id }).from(model).where(ofModel).for('no key update');
    const same = and(eq(room.modelId, there.modelId), eq(room.name, name), ne(room.id, roomId));
    if ((await tx.$count(room, same)) > 0)
      throw new TRPCError({ code: 'CONFLICT', message: nameIsTaken });
    await tx.update(room).set({ name }).where(one);
    const about = { before: there.name, name };
    await recordEvent(tx, { labId, who: ctx.person.id, what: 'room renamed', about });
  });
  await bus.publish({ topic: 'lab', id: labId });
  return getRoom(ctx, roomId);
}
